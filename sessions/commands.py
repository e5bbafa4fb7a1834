"""What a person may ask for. A command is checked by the rules, may be refused, and comes back as events."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from sessions.actor import Frozen, Regime, Secrecy, Voters
from sessions.errors import Code, Refused
from sessions.ids import Slug, Token
from sessions.programme import Clock, Format, Rotation
from sessions.stage import Stage
from sessions.text import Text

Minutes = Annotated[int, Field(ge=1, le=600)]
Place = Annotated[int, Field(ge=0, le=1000)]


class CastBallot(Frozen):
    """``ballot`` is the kind's own shape, or ``{"abstain": true}`` / ``{"not_applicable": true}``."""

    name: Literal["cast_ballot"] = "cast_ballot"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    ballot_id: Token
    ballot: dict[str, Any]


class ChooseTable(Frozen):
    """A delegate goes to another table of the running session."""

    name: Literal["choose_table"] = "choose_table"
    table: Slug


class StartSession(Frozen):
    name: Literal["start_session"] = "start_session"
    session: Slug


class EndSession(Frozen):
    name: Literal["end_session"] = "end_session"
    session: Slug


class SkipSession(Frozen):
    """``skip`` false takes it back."""

    name: Literal["skip_session"] = "skip_session"
    session: Slug
    skip: bool = True


class AddSession(Frozen):
    """``session`` is an id made by the sender. ``place`` counts from 0 in the run sheet; None is last."""

    name: Literal["add_session"] = "add_session"
    session: Slug
    title: Text
    day: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    start: Clock
    minutes: Annotated[int, Field(ge=1, le=720)]
    format: Format = Format.PLENARY
    regime: Regime = Regime.CHATHAM_HOUSE
    tables: Annotated[int, Field(ge=0, le=60)] = 0
    place: Place | None = None


class EditSession(Frozen):
    """Only what is given changes. Loosening the regime of a session that has begun is refused."""

    name: Literal["edit_session"] = "edit_session"
    session: Slug
    title: Text | None = None
    start: Clock | None = None
    minutes: Annotated[int, Field(ge=1, le=720)] | None = None
    regime: Regime | None = None
    tables: Annotated[int, Field(ge=1, le=60)] | None = None
    rotation: Rotation | None = None


class MoveSession(Frozen):
    name: Literal["move_session"] = "move_session"
    session: Slug
    place: Place


class AddActivity(Frozen):
    """``activity`` is an id made by the sender; ``setup`` is the kind's own shape."""

    name: Literal["add_activity"] = "add_activity"
    session: Slug
    activity: Slug
    kind: Slug
    title: Text
    setup: dict[str, Any]
    minutes: Minutes | None = None
    voters: Voters = Voters.DELEGATES
    secrecy: Secrecy | None = None
    place: Place | None = None


class EditActivity(Frozen):
    """Only what is given changes. Once a round was opened, only ``title`` and ``minutes`` may."""

    name: Literal["edit_activity"] = "edit_activity"
    activity: Slug
    title: Text | None = None
    setup: dict[str, Any] | None = None
    minutes: Minutes | None = None
    voters: Voters | None = None
    secrecy: Secrecy | None = None


class MoveActivity(Frozen):
    name: Literal["move_activity"] = "move_activity"
    activity: Slug
    session: Slug | None = None
    place: Place


class SkipActivity(Frozen):
    name: Literal["skip_activity"] = "skip_activity"
    activity: Slug
    skip: bool = True


class OpenActivity(Frozen):
    """``minutes`` overrides the time planned."""

    name: Literal["open_activity"] = "open_activity"
    activity: Slug
    minutes: Minutes | None = None


class AddTime(Frozen):
    """``seconds`` from the end planned, or from now where that has passed; may be negative."""

    name: Literal["add_time"] = "add_time"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    seconds: Annotated[int, Field(ge=-3600, le=3600)]


class CloseActivity(Frozen):
    """``round`` makes a second press harmless."""

    name: Literal["close_activity"] = "close_activity"
    activity: Slug
    round: Annotated[int, Field(ge=1)]


class RevealOutcome(Frozen):
    name: Literal["reveal_outcome"] = "reveal_outcome"
    activity: Slug
    round: Annotated[int, Field(ge=1)]


class ReopenActivity(Frozen):
    """A new round with new ballots; the rounds before it stay as they were sealed. ``round`` is the one that ended."""

    name: Literal["reopen_activity"] = "reopen_activity"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    minutes: Minutes | None = None


class AssignTable(Frozen):
    name: Literal["assign_table"] = "assign_table"
    session: Slug
    seat: Slug
    table: Slug


class RotateTables(Frozen):
    """``rotation`` is the number of moves made after this one, so that a second press is harmless."""

    name: Literal["rotate_tables"] = "rotate_tables"
    session: Slug
    rotation: Annotated[int, Field(ge=1, le=100)]


class ReleaseSeat(Frozen):
    name: Literal["release_seat"] = "release_seat"
    seat: Slug


class AddSeat(Frozen):
    name: Literal["add_seat"] = "add_seat"
    delegation: Slug


class AddDelegation(Frozen):
    name: Literal["add_delegation"] = "add_delegation"
    delegation: Slug
    title: Text
    kind: Literal["state", "organisation"] = "state"
    mechanisms: Annotated[tuple[Slug, ...], Field(max_length=10)] = ()
    seats: Annotated[int, Field(ge=1, le=50)] = 1


class SetStage(Frozen):
    name: Literal["set_stage"] = "set_stage"
    stage: Stage


class SendMessage(Frozen):
    """A message over the screen and on phones, until it is cleared or replaced."""

    name: Literal["send_message"] = "send_message"
    text: Text


class ClearMessage(Frozen):
    name: Literal["clear_message"] = "clear_message"


class ValidateTable(Frozen):
    """Record the pad of a table as it stands. The server reads the pad; the sender names it."""

    name: Literal["validate_table"] = "validate_table"
    activity: Slug
    table: Slug


class CloseMeeting(Frozen):
    name: Literal["close_meeting"] = "close_meeting"


Command = Annotated[
    CastBallot
    | ChooseTable
    | StartSession
    | EndSession
    | SkipSession
    | AddSession
    | EditSession
    | MoveSession
    | AddActivity
    | EditActivity
    | MoveActivity
    | SkipActivity
    | OpenActivity
    | AddTime
    | CloseActivity
    | RevealOutcome
    | ReopenActivity
    | AssignTable
    | RotateTables
    | ReleaseSeat
    | AddSeat
    | AddDelegation
    | SetStage
    | SendMessage
    | ClearMessage
    | ValidateTable
    | CloseMeeting,
    Field(discriminator="name"),
]

COMMAND: TypeAdapter[Command] = TypeAdapter(Command)


def read_command(name: str, args: dict[str, Any]) -> Command:
    """The command called ``name``; raises ``Refused(invalid_command)`` with where it is wrong."""
    try:
        return COMMAND.validate_python({**args, "name": name})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise Refused(Code.INVALID_COMMAND, f"{where}: {first['type']}") from error
