"""Where things come from: what an idea, an option, an outcome, a note or a roadmap line says of its parents.

Every object keeps its own parents; the chain of a whole meeting is derived from them."""

from enum import StrEnum

from sessions.actor import Frozen


class Sort(StrEnum):
    """What a parent is. ``CHALLENGE`` is one of the programme's bank, ``EARLIER`` something of an earlier meeting."""

    CHALLENGE = "challenge"
    IDEA = "idea"
    OFFER = "offer"
    NEED = "need"
    ENTRY = "entry"
    OUTCOME = "outcome"
    SYNTHESIS = "synthesis"
    LINE = "line"
    EARLIER = "earlier"


class Why(StrEnum):
    """What was done with the parent."""

    MERGE = "merge"
    SPLIT = "split"
    REWORD = "reword"
    PROMOTE = "promote"
    QUOTE = "quote"


LETTERS: dict[Sort, str] = {
    Sort.IDEA: "D",
    Sort.OFFER: "O",
    Sort.NEED: "B",
    Sort.ENTRY: "N",
    Sort.OUTCOME: "P",
    Sort.SYNTHESIS: "S",
}
"""Begin the codes that people read: ``D-12`` (desafío), ``O-3`` (oferta), ``B-2`` (busca), ``N-40`` (nota), ``P-3``
(prioridad), ``S-1`` (síntesis). Roadmap lines carry their year too: ``HR-26-07``."""


class Parent(Frozen):
    """``id`` is that of the parent among its sort; ``part`` names an option within an outcome."""

    sort: Sort
    id: str
    why: Why
    part: str | None = None


def short_code(sort: Sort, number: int) -> str:
    """``number`` counts from 1 among its sort in the meeting, in the order of the log."""
    return f"{LETTERS[sort]}-{number:02d}"
