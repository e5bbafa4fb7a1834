"""What was made of the notes, and what was agreed about how far they may travel."""

from typing import Literal

from sessions.actor import Frozen, Regime
from sessions.roadmap.line import Author
from sessions.synthesis import SynthesisFields


class SynthesisAdded(Frozen):
    type: Literal["synthesis_added"] = "synthesis_added"
    synthesis: str
    session: str
    fields: SynthesisFields


class SynthesisEdited(Frozen):
    type: Literal["synthesis_edited"] = "synthesis_edited"
    synthesis: str
    fields: SynthesisFields


class SynthesisWithdrawn(Frozen):
    type: Literal["synthesis_withdrawn"] = "synthesis_withdrawn"
    synthesis: str


class EntryCommented(Frozen):
    type: Literal["entry_commented"] = "entry_commented"
    comment: str
    entry: str
    quote: str
    text: str


class CommentResolved(Frozen):
    type: Literal["comment_resolved"] = "comment_resolved"
    comment: str
    resolved: bool = True


class RegimeSet(Frozen):
    """The note follows ``regime`` from here on. ``author`` is who moved it; None: a consent to what was asked did."""

    type: Literal["regime_set"] = "regime_set"
    entry: str
    regime: Regime
    author: Author | None = None


class RegimeAsked(Frozen):
    """A looser regime, which holds once a quoted delegation agrees or the table has validated its notes again."""

    type: Literal["regime_asked"] = "regime_asked"
    entry: str
    regime: Regime
    author: Author | None = None


class EntryConsented(Frozen):
    """``delegation`` agreed to be quoted with a note as far as ``regime``; None: no longer, or not as far as asked."""

    type: Literal["entry_consented"] = "entry_consented"
    entry: str
    delegation: str
    regime: Regime | None


SynthesisEvent = (
    SynthesisAdded
    | SynthesisEdited
    | SynthesisWithdrawn
    | EntryCommented
    | CommentResolved
    | RegimeSet
    | RegimeAsked
    | EntryConsented
)
