"""What a person may ask for. A command is checked by the rules, may be refused, and comes back as events.

One module a subject; here they are all, under one discriminator."""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from sessions.commands.ballots import BallotsCommand, CastBallot
from sessions.commands.entries import (
    AddEntry,
    ApproveEntry,
    EditEntry,
    EntriesCommand,
    FinishBoard,
    HideEntry,
    MergeEntries,
    ObjectToEntry,
    PrioritiseEntries,
    RewordEntry,
    SplitEntry,
    UndoBoard,
    WithdrawEntry,
)
from sessions.commands.exchange import ExchangeCommand, ShowInterest
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
    StartTrial,
)
from sessions.commands.notes import NotesCommand, ValidateTable
from sessions.commands.paper import EnterHands, EnterPaperBallot, FinishPaper, PaperCommand, SetSource
from sessions.commands.practices import (
    AddPractice,
    EditPractice,
    NamePractice,
    PracticesCommand,
    WithdrawPractice,
)
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
from sessions.commands.roadmap import (
    AddLine,
    AnswerLine,
    EditLine,
    EndReading,
    FollowEarlier,
    JoinLine,
    MoveLine,
    ReadLine,
    RestoreLine,
    RoadmapCommand,
    SetLineStatus,
    StartReading,
    WithdrawLine,
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
from sessions.commands.synthesis import (
    AddSynthesis,
    CommentEntry,
    ConsentEntry,
    EditSynthesis,
    ResolveComment,
    SetRegime,
    SynthesisCommand,
    WithdrawSynthesis,
)
from sessions.errors import Code, Refused

Command = Annotated[
    BallotsCommand
    | PaperCommand
    | FlowCommand
    | ProgrammeCommand
    | SeatsCommand
    | NotesCommand
    | EntriesCommand
    | RoadmapCommand
    | SynthesisCommand
    | PracticesCommand
    | ExchangeCommand,
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
    "AddEntry",
    "AddLine",
    "AddPractice",
    "AddSeat",
    "AddSession",
    "AddSynthesis",
    "AddTime",
    "AnswerLine",
    "ApproveEntry",
    "AssignTable",
    "CastBallot",
    "ChooseTable",
    "ClearMessage",
    "CloseActivity",
    "CloseMeeting",
    "Command",
    "CommentEntry",
    "ConsentEntry",
    "EditActivity",
    "EditEntry",
    "EditLine",
    "EditPractice",
    "EditSession",
    "EditSynthesis",
    "EndReading",
    "EndSession",
    "EnterHands",
    "EnterPaperBallot",
    "FinishBoard",
    "FinishPaper",
    "FollowEarlier",
    "HideEntry",
    "JoinLine",
    "MergeEntries",
    "MoveActivity",
    "MoveLine",
    "MoveSession",
    "NamePractice",
    "ObjectToEntry",
    "OpenActivity",
    "PrioritiseEntries",
    "ReadLine",
    "ReleaseSeat",
    "ReopenActivity",
    "ResolveComment",
    "RestoreLine",
    "RevealOutcome",
    "RewordEntry",
    "RotateTables",
    "SendMessage",
    "SetLineStatus",
    "SetRegime",
    "SetSource",
    "SetStage",
    "ShowInterest",
    "SkipActivity",
    "SkipSession",
    "SplitEntry",
    "StartReading",
    "StartSession",
    "StartTrial",
    "UndoBoard",
    "ValidateTable",
    "WithdrawEntry",
    "WithdrawLine",
    "WithdrawPractice",
    "WithdrawSynthesis",
    "read_command",
]
