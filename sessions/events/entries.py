"""What people wrote, and what was done with it."""

from typing import Any, Literal

from sessions.actor import Frozen
from sessions.board import Made, Verb


class EntryAdded(Frozen):
    """``voter`` and ``delegation`` are pseudonyms in secret rounds, and the log's entry then carries no time and
    nobody; ``waiting`` for the moderator's approval. ``fields`` is the entry as its kind read it."""

    type: Literal["entry_added"] = "entry_added"
    activity: str
    round: int
    voter: str
    delegation: str
    entry: str
    fields: dict[str, Any]
    waiting: bool = False


class EntryEdited(Frozen):
    type: Literal["entry_edited"] = "entry_edited"
    activity: str
    round: int
    voter: str
    entry: str
    fields: dict[str, Any]
    waiting: bool = False


class EntryWithdrawn(Frozen):
    type: Literal["entry_withdrawn"] = "entry_withdrawn"
    activity: str
    round: int
    voter: str
    entry: str


class EntryObjected(Frozen):
    """``text`` may be empty. Says nobody: the entry knows its author."""

    type: Literal["entry_objected"] = "entry_objected"
    activity: str
    round: int
    voter: str
    entry: str
    text: str


class BoardStepped(Frozen):
    """A step of the board: what it was, the entries it touched, those it made, and the new wording of a ``reword``."""

    type: Literal["board_stepped"] = "board_stepped"
    activity: str
    step: int
    verb: Verb
    entries: tuple[str, ...]
    made: tuple[Made, ...] = ()
    text: str | None = None


class BoardUndone(Frozen):
    """The last step that stood, ``step``, was undone."""

    type: Literal["board_undone"] = "board_undone"
    activity: str
    step: int


class BoardFinished(Frozen):
    type: Literal["board_finished"] = "board_finished"
    activity: str
    round: int


EntriesEvent = EntryAdded | EntryEdited | EntryWithdrawn | EntryObjected | BoardStepped | BoardUndone | BoardFinished
