"""What the general rapporteur makes of the tables' notes, and what is asked about them."""

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from sessions.actor import Frozen, Regime
from sessions.lineage import Parent
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
class EntryRegime:
    """What was agreed about how far one note may travel.

    ``set`` is the regime it has been given, None where its session's holds; ``asked`` a looser one that waits for the
    table's validation. ``quotable`` maps each delegation that agreed to be quoted to the loosest regime it agreed to;
    ``text`` is what they agreed to: another wording voids it."""

    set: Regime | None = None
    asked: Regime | None = None
    quotable: dict[str, Regime] = field(default_factory=dict)
    text: str = ""
