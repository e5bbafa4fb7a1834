"""What the general rapporteur makes of the tables' notes, and what is asked about them."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from sessions.actor import Frozen, Regime
from sessions.lineage import Parent
from sessions.roadmap.line import Author
from sessions.text import clean

MAX_SYNTHESIS = 4000


class SynthesisFields(Frozen):
    """``heading`` is one of the notes' template, where the entries that were merged stand under one."""

    text: Annotated[str, AfterValidator(clean), StringConstraints(min_length=1, max_length=MAX_SYNTHESIS)]
    heading: Annotated[str, StringConstraints(max_length=64)] | None = None
    sources: Annotated[tuple[Parent, ...], Field(min_length=1, max_length=300)]


@dataclass(slots=True)
class Synthesis:
    """``session`` is the one whose regime it follows; ``version`` counts its wordings."""

    id: str
    session: str
    fields: SynthesisFields
    at: int
    version: int = 1
    withdrawn: bool = False


@dataclass(slots=True)
class Comment:
    """On the passage ``quote`` of a note, without rewriting it."""

    id: str
    entry: str
    quote: str
    text: str
    at: int
    resolved_at: int | None = None


@dataclass(slots=True)
class Step:
    """One step of what was agreed about a note. ``what``: ``asked`` and ``set`` (by ``author``, none where a consent or
    a session did it), ``agreed``, ``declined`` and ``taken_back`` (by ``delegation``), ``validated`` by its table, and
    ``voided`` by other words or a stricter session. ``regime`` is the one it is about."""

    at: int
    what: str
    regime: Regime | None = None
    author: Author | None = None
    delegation: str | None = None


@dataclass(slots=True)
class EntryRegime:
    """What was agreed about how far one note may travel.

    ``set`` is the regime it has been given, None where its session's holds; ``asked`` a looser one that waits for a
    quoted delegation's consent or the table's validation. ``quotable`` maps each delegation that agreed to be quoted to
    the loosest regime it agreed to, ``declined`` has those that did not agree to what is asked; ``text`` is what they
    answered to: another wording voids it. ``steps`` are all that led here, oldest first."""

    set: Regime | None = None
    asked: Regime | None = None
    quotable: dict[str, Regime] = field(default_factory=dict)
    text: str = ""
    declined: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def covers(self, regime: Regime) -> bool:
        """Whether a delegation agreed to be quoted as far as ``regime``."""
        order = list(Regime)
        return any(order.index(agreed) <= order.index(regime) for agreed in self.quotable.values())
