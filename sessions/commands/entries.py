"""What people write, and what is done with it on the moderator's board."""

from typing import Annotated, Any, Literal

from pydantic import Field

from sessions.actor import Frozen
from sessions.entries import EntryText
from sessions.ids import Slug, Token
from sessions.text import Text


class AddEntry(Frozen):
    """``entry_id`` is made by the phone and kept until it is answered: sent again, it is the same entry. ``entry`` is
    the kind's own shape, at least a ``text``."""

    name: Literal["add_entry"] = "add_entry"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    entry_id: Token
    entry: dict[str, Any]


class EditEntry(Frozen):
    """Write an own entry anew, while the round is open."""

    name: Literal["edit_entry"] = "edit_entry"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    entry_id: Token
    entry: dict[str, Any]


class WithdrawEntry(Frozen):
    """Take an own entry back, while the round is open."""

    name: Literal["withdraw_entry"] = "withdraw_entry"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    entry_id: Token


class ObjectToEntry(Frozen):
    """Say that one does not agree with what the moderator did with an own entry; without ``text``, only that."""

    name: Literal["object_to_entry"] = "object_to_entry"
    activity: Slug
    entry: Token
    text: EntryText | None = None


class ApproveEntry(Frozen):
    """Let an entry that waits onto the list."""

    name: Literal["approve_entry"] = "approve_entry"
    activity: Slug
    entry: Token


class HideEntry(Frozen):
    """Take an entry off the list; ``hide`` false puts it back."""

    name: Literal["hide_entry"] = "hide_entry"
    activity: Slug
    entry: Token
    hide: bool = True


class MergeEntries(Frozen):
    """Make one entry of several. ``id`` is made by the sender."""

    name: Literal["merge_entries"] = "merge_entries"
    activity: Slug
    entries: Annotated[tuple[Token, ...], Field(min_length=2, max_length=100)]
    id: Token
    text: EntryText


class Piece(Frozen):
    id: Token
    text: EntryText


class SplitEntry(Frozen):
    """Make several entries of one."""

    name: Literal["split_entry"] = "split_entry"
    activity: Slug
    entry: Token
    into: Annotated[tuple[Piece, ...], Field(min_length=2, max_length=10)]


class RewordEntry(Frozen):
    """Write an entry more clearly; what its author wrote is kept beside it."""

    name: Literal["reword_entry"] = "reword_entry"
    activity: Slug
    entry: Token
    text: EntryText


class UndoBoard(Frozen):
    """Undo the last step that stands. ``step`` is its number, so that a second press is harmless."""

    name: Literal["undo_board"] = "undo_board"
    activity: Slug
    step: Annotated[int, Field(ge=1)]


class FinishBoard(Frozen):
    """The list is done: it is sealed as it stands, and can then be revealed."""

    name: Literal["finish_board"] = "finish_board"
    activity: Slug
    round: Annotated[int, Field(ge=1)]


class PrioritiseEntries(Frozen):
    """Make a prioritisation whose options are the list (or ``entries`` of it), by default next in the same session, and
    finish the board. ``into`` is the id of the new activity; ``top`` how many priorities are looked for."""

    name: Literal["prioritise_entries"] = "prioritise_entries"
    activity: Slug
    into: Slug
    entries: Annotated[tuple[Token, ...], Field(min_length=2, max_length=100)] | None = None
    session: Slug | None = None
    title: Text | None = None
    question: Text | None = None
    top: Annotated[int, Field(ge=1)] | None = None


EntriesCommand = (
    AddEntry
    | EditEntry
    | WithdrawEntry
    | ObjectToEntry
    | ApproveEntry
    | HideEntry
    | MergeEntries
    | SplitEntry
    | RewordEntry
    | UndoBoard
    | FinishBoard
    | PrioritiseEntries
)
