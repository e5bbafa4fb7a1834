"""What has happened: the entries of a meeting's log, in the past tense. The log is the truth; state is its fold."""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from sessions.actor import Frozen, Role, Secrecy
from sessions.outcomes import Outcome
from sessions.programme import ActivityPlan, Delegation, Programme, SessionPlan
from sessions.stage import Stage
from sessions.text import Text

SCHEMA = 1
"""Version of log entries and snapshots. Older ones are upgraded on read, newer ones refused in words."""


class MeetingCreated(Frozen):
    type: Literal["meeting_created"] = "meeting_created"
    meeting: str
    code: str
    programme: Programme
    rehearsal: bool = False


class MeetingClosed(Frozen):
    type: Literal["meeting_closed"] = "meeting_closed"


class SessionStarted(Frozen):
    type: Literal["session_started"] = "session_started"
    session: str


class SessionEnded(Frozen):
    type: Literal["session_ended"] = "session_ended"
    session: str


class SessionSkipped(Frozen):
    type: Literal["session_skipped"] = "session_skipped"
    session: str
    skipped: bool = True


class SessionAdded(Frozen):
    type: Literal["session_added"] = "session_added"
    plan: SessionPlan
    place: int


class SessionEdited(Frozen):
    """``plan`` carries no activities: those have events of their own."""

    type: Literal["session_edited"] = "session_edited"
    plan: SessionPlan


class SessionMoved(Frozen):
    type: Literal["session_moved"] = "session_moved"
    session: str
    place: int


class ActivityAdded(Frozen):
    type: Literal["activity_added"] = "activity_added"
    session: str
    plan: ActivityPlan
    place: int


class ActivityEdited(Frozen):
    type: Literal["activity_edited"] = "activity_edited"
    plan: ActivityPlan


class ActivityMoved(Frozen):
    type: Literal["activity_moved"] = "activity_moved"
    activity: str
    session: str
    place: int


class ActivitySkipped(Frozen):
    type: Literal["activity_skipped"] = "activity_skipped"
    activity: str
    skipped: bool = True


class ActivityOpened(Frozen):
    """A round begins. ``eligible`` seats may vote in it, whoever comes or goes meanwhile."""

    type: Literal["activity_opened"] = "activity_opened"
    activity: str
    round: int
    eligible: tuple[str, ...]
    secrecy: Secrecy
    ends_at: int | None


class TimeAdded(Frozen):
    type: Literal["time_added"] = "time_added"
    activity: str
    round: int
    ends_at: int


class BallotCast(Frozen):
    """A voter's latest ballot of the round is on disk; what it says is not in the log.

    ``voter`` and ``delegation`` are pseudonyms in secret rounds, and the entry then carries no time.
    """

    type: Literal["ballot_cast"] = "ballot_cast"
    activity: str
    round: int
    voter: str
    delegation: str


class ActivityClosed(Frozen):
    type: Literal["activity_closed"] = "activity_closed"
    activity: str
    round: int


class OutcomeSealed(Frozen):
    """Counted for good. ``roll`` is the sorted list of seats that voted; ``digest`` is over the counted ballots."""

    type: Literal["outcome_sealed"] = "outcome_sealed"
    activity: str
    round: int
    digest: str
    roll: tuple[str, ...]
    outcome: Outcome


class OutcomeRevealed(Frozen):
    type: Literal["outcome_revealed"] = "outcome_revealed"
    activity: str
    round: int


class SeatClaimed(Frozen):
    type: Literal["seat_claimed"] = "seat_claimed"
    seat: str


class SeatReleased(Frozen):
    """Passes given for the seat before this are void."""

    type: Literal["seat_released"] = "seat_released"
    seat: str


class SeatAdded(Frozen):
    type: Literal["seat_added"] = "seat_added"
    seat: str
    delegation: str


class DelegationAdded(Frozen):
    type: Literal["delegation_added"] = "delegation_added"
    delegation: Delegation


class TableAssigned(Frozen):
    type: Literal["table_assigned"] = "table_assigned"
    session: str
    seat: str
    table: str


class TablesRotated(Frozen):
    type: Literal["tables_rotated"] = "tables_rotated"
    session: str
    rotation: int


class StageSet(Frozen):
    type: Literal["stage_set"] = "stage_set"
    stage: Stage


class MessageSent(Frozen):
    type: Literal["message_sent"] = "message_sent"
    text: Text


class MessageCleared(Frozen):
    type: Literal["message_cleared"] = "message_cleared"


class RecordedEntry(Frozen):
    id: str
    heading: str
    text: str
    order: float = 0
    flags: tuple[str, ...] = ()


class EntriesRecorded(Frozen):
    """The text of a table's pad as it stood: what reports read from here on."""

    type: Literal["entries_recorded"] = "entries_recorded"
    activity: str
    table: str
    entries: tuple[RecordedEntry, ...]
    why: Literal["closed", "ended", "validated", "exported"]


Event = Annotated[
    MeetingCreated
    | MeetingClosed
    | SessionStarted
    | SessionEnded
    | SessionSkipped
    | SessionAdded
    | SessionEdited
    | SessionMoved
    | ActivityAdded
    | ActivityEdited
    | ActivityMoved
    | ActivitySkipped
    | ActivityOpened
    | TimeAdded
    | BallotCast
    | ActivityClosed
    | OutcomeSealed
    | OutcomeRevealed
    | SeatClaimed
    | SeatReleased
    | SeatAdded
    | DelegationAdded
    | TableAssigned
    | TablesRotated
    | StageSet
    | MessageSent
    | MessageCleared
    | EntriesRecorded,
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


def _version(body: bytes) -> int | None:
    probe: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
    version = probe.validate_json(body).get("v")
    return version if isinstance(version, int) else None
