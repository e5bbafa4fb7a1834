"""What was made of the notes, and what was agreed about how far they may travel."""

from typing import Literal

from sessions.actor import Frozen, Regime
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
    """The note follows ``regime`` from here on."""

    type: Literal["regime_set"] = "regime_set"
    entry: str
    regime: Regime


class RegimeAsked(Frozen):
    """A looser regime, which holds once the table has validated its notes again."""

    type: Literal["regime_asked"] = "regime_asked"
    entry: str
    regime: Regime


class EntryConsented(Frozen):
    """``delegation`` agreed to be quoted with a note as far as ``regime``; None: no longer."""

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
