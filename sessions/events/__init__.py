"""What has happened: the entries of a meeting's log, in the past tense. The log is the truth; state is its fold.

One module a subject; here they are all, under one discriminator."""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from sessions.actor import Frozen, Role
from sessions.events.ballots import BallotCast, BallotsEvent, OutcomeSealed
from sessions.events.entries import (
    BoardFinished,
    BoardStepped,
    BoardUndone,
    EntriesEvent,
    EntryAdded,
    EntryEdited,
    EntryObjected,
    EntryWithdrawn,
)
from sessions.events.exchange import ExchangeEvent, InterestShown
from sessions.events.flow import (
    ActivityClosed,
    ActivityOpened,
    FlowEvent,
    MeetingClosed,
    MeetingCreated,
    MessageCleared,
    MessageSent,
    OutcomeRevealed,
    SessionEnded,
    SessionStarted,
    StageSet,
    TimeAdded,
)
from sessions.events.notes import EntriesRecorded, NotesEvent, RecordedEntry
from sessions.events.paper import HandsEntered, PaperCast, PaperEvent, PaperFinished, SourceSet
from sessions.events.practices import (
    PracticeAdded,
    PracticeEdited,
    PracticeNamed,
    PracticesEvent,
    PracticeWithdrawn,
)
from sessions.events.programme import (
    ActivityAdded,
    ActivityEdited,
    ActivityMoved,
    ActivitySkipped,
    ProgrammeEvent,
    SessionAdded,
    SessionEdited,
    SessionMoved,
    SessionSkipped,
)
from sessions.events.roadmap import (
    EarlierFollowed,
    LineAdded,
    LineAnswered,
    LineEdited,
    LineJoined,
    LineMoved,
    LineRead,
    LineRestored,
    LineStatusSet,
    LineWithdrawn,
    ReadingEnded,
    ReadingStarted,
    RoadmapEvent,
)
from sessions.events.seats import (
    DelegationAdded,
    SeatAdded,
    SeatClaimed,
    SeatReleased,
    SeatsEvent,
    TableAssigned,
    TablesRotated,
)
from sessions.events.synthesis import (
    CommentResolved,
    EntryCommented,
    EntryConsented,
    RegimeAsked,
    RegimeSet,
    SynthesisAdded,
    SynthesisEdited,
    SynthesisEvent,
    SynthesisWithdrawn,
)

SCHEMA = 1
"""Version of log entries and snapshots. Older ones are upgraded on read, newer ones refused in words."""

Event = Annotated[
    BallotsEvent
    | PaperEvent
    | FlowEvent
    | ProgrammeEvent
    | SeatsEvent
    | NotesEvent
    | EntriesEvent
    | RoadmapEvent
    | SynthesisEvent
    | PracticesEvent
    | ExchangeEvent,
    Field(discriminator="type"),
]


class By(Frozen):
    """Who gave the command behind an event; absent where a ballot is secret or the server acted."""

    role: Role
    seat: str | None = None


class LogEntry(Frozen):
    """One entry as stored. ``at`` is milliseconds since 1970 UTC, None for secret ballots."""

    v: int = SCHEMA
    at: int | None = None
    by: By | None = None
    event: Event


_ENTRY: TypeAdapter[LogEntry] = TypeAdapter(LogEntry)


class NewerLog(Exception):
    """The log was written by a newer Plenaria than this one."""


def encode(entry: LogEntry) -> bytes:
    return _ENTRY.dump_json(entry, exclude_defaults=False)


def decode(body: bytes) -> LogEntry:
    """Raises ``NewerLog`` for an entry of a later schema, ``ValueError`` for bytes that are no entry."""
    try:
        return _ENTRY.validate_json(body)
    except ValueError:
        version = _version(body)
        if version is not None and version > SCHEMA:
            raise NewerLog(str(version)) from None
        raise


class CastFields(TypedDict):
    """The fields of a ``BallotCast``."""

    type: Literal["ballot_cast"]
    activity: str
    round: int
    voter: str
    delegation: str


class _CastEntry(TypedDict):
    v: Literal[1]
    at: int | None
    by: dict[str, str | None] | None
    event: CastFields


_READ_CAST = TypeAdapter(_CastEntry).validator.validate_json  # past the adapter, which takes longer than it


def decode_cast(body: bytes) -> CastFields | None:
    """What ``decode`` makes of an entry that says that a ballot was cast, in half its time, for there may be hundreds
    of thousands; None for any other, which is for ``decode`` to read."""
    if b'"ballot_cast"' not in body:
        return None
    try:
        cast: CastFields = _READ_CAST(body)["event"]
    except ValidationError:
        return None
    return cast


def _version(body: bytes) -> int | None:
    probe: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
    version = probe.validate_json(body).get("v")
    return version if isinstance(version, int) else None


__all__ = [
    "SCHEMA",
    "ActivityAdded",
    "ActivityClosed",
    "ActivityEdited",
    "ActivityMoved",
    "ActivityOpened",
    "ActivitySkipped",
    "BallotCast",
    "BoardFinished",
    "BoardStepped",
    "BoardUndone",
    "By",
    "CastFields",
    "CommentResolved",
    "DelegationAdded",
    "EarlierFollowed",
    "EntriesRecorded",
    "EntryAdded",
    "EntryCommented",
    "EntryConsented",
    "EntryEdited",
    "EntryObjected",
    "EntryWithdrawn",
    "Event",
    "HandsEntered",
    "InterestShown",
    "LineAdded",
    "LineAnswered",
    "LineEdited",
    "LineJoined",
    "LineMoved",
    "LineRead",
    "LineRestored",
    "LineStatusSet",
    "LineWithdrawn",
    "LogEntry",
    "MeetingClosed",
    "MeetingCreated",
    "MessageCleared",
    "MessageSent",
    "NewerLog",
    "OutcomeRevealed",
    "OutcomeSealed",
    "PaperCast",
    "PaperFinished",
    "PracticeAdded",
    "PracticeEdited",
    "PracticeNamed",
    "PracticeWithdrawn",
    "ReadingEnded",
    "ReadingStarted",
    "RecordedEntry",
    "RegimeAsked",
    "RegimeSet",
    "SeatAdded",
    "SeatClaimed",
    "SeatReleased",
    "SessionAdded",
    "SessionEdited",
    "SessionEnded",
    "SessionMoved",
    "SessionSkipped",
    "SessionStarted",
    "SourceSet",
    "StageSet",
    "SynthesisAdded",
    "SynthesisEdited",
    "SynthesisWithdrawn",
    "TableAssigned",
    "TablesRotated",
    "TimeAdded",
    "decode",
    "encode",
]
