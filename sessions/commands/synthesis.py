"""What the general rapporteur makes of the notes, and how far each of them may travel."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from sessions.actor import Frozen, Regime
from sessions.ids import Slug
from sessions.lineage import ObjectId
from sessions.synthesis import SynthesisFields
from sessions.text import clean

_Remark = Annotated[str, AfterValidator(clean), StringConstraints(min_length=1, max_length=1000)]


class AddSynthesis(Frozen):
    """``synthesis`` is an id made by the sender; it follows the regime of ``session``."""

    name: Literal["add_synthesis"] = "add_synthesis"
    synthesis: Slug
    session: Slug
    fields: SynthesisFields


class EditSynthesis(Frozen):
    """Another wording or other sources. ``version`` is the one that was edited: a newer one is refused with
    ``stale_line``."""

    name: Literal["edit_synthesis"] = "edit_synthesis"
    synthesis: Slug
    version: Annotated[int, Field(ge=1)]
    fields: SynthesisFields


class WithdrawSynthesis(Frozen):
    """Take a synthesis back. Its code stays, and whatever cites it finds a tombstone."""

    name: Literal["withdraw_synthesis"] = "withdraw_synthesis"
    synthesis: Slug


class CommentEntry(Frozen):
    """Ask about the passage ``quote`` of a note (``activity.table.entry``) without rewriting it."""

    name: Literal["comment_entry"] = "comment_entry"
    comment: Slug
    entry: ObjectId
    quote: Annotated[str, AfterValidator(clean), StringConstraints(max_length=1000)] = ""
    text: _Remark


class ResolveComment(Frozen):
    """``resolved`` false opens it again."""

    name: Literal["resolve_comment"] = "resolve_comment"
    comment: Slug
    resolved: bool = True


class SetRegime(Frozen):
    """How far a note may travel. Stricter is free. Looser holds at once where a delegation agreed to be quoted that
    far, else when the table next validates its notes."""

    name: Literal["set_regime"] = "set_regime"
    entry: ObjectId
    regime: Regime


class ConsentEntry(Frozen):
    """The own delegation agrees to be quoted with a note of a table it sits at, as far as ``regime``; None takes it
    back."""

    name: Literal["consent_entry"] = "consent_entry"
    entry: ObjectId
    regime: Regime | None = None


SynthesisCommand = (
    AddSynthesis | EditSynthesis | WithdrawSynthesis | CommentEntry | ResolveComment | SetRegime | ConsentEntry
)
