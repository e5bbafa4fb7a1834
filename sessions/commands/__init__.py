"""What a person may ask for. A command is checked by the rules, may be refused, and comes back as events.

One module a subject; here they are all, under one discriminator."""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from sessions.commands.ballots import BallotsCommand, CastBallot
from sessions.commands.flow import (
    AddTime,
    ClearMessage,
    CloseActivity,
    CloseMeeting,
    EndSession,
    FlowCommand,
    OpenActivity,
    ReopenActivity,
    RevealOutcome,
    SendMessage,
    SetStage,
    StartSession,
)
from sessions.commands.notes import NotesCommand, ValidateTable
from sessions.commands.programme import (
    AddActivity,
    AddSession,
    EditActivity,
    EditSession,
    MoveActivity,
    MoveSession,
    ProgrammeCommand,
    SkipActivity,
    SkipSession,
)
from sessions.commands.seats import (
    AddDelegation,
    AddSeat,
    AssignTable,
    ChooseTable,
    ReleaseSeat,
    RotateTables,
    SeatsCommand,
)
from sessions.errors import Code, Refused

Command = Annotated[
    BallotsCommand | FlowCommand | ProgrammeCommand | SeatsCommand | NotesCommand,
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


__all__ = [
    "COMMAND",
    "AddActivity",
    "AddDelegation",
    "AddSeat",
    "AddSession",
    "AddTime",
    "AssignTable",
    "CastBallot",
    "ChooseTable",
    "ClearMessage",
    "CloseActivity",
    "CloseMeeting",
    "Command",
    "EditActivity",
    "EditSession",
    "EndSession",
    "MoveActivity",
    "MoveSession",
    "OpenActivity",
    "ReleaseSeat",
    "ReopenActivity",
    "RevealOutcome",
    "RotateTables",
    "SendMessage",
    "SetStage",
    "SkipActivity",
    "SkipSession",
    "StartSession",
    "ValidateTable",
    "read_command",
]
