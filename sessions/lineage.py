"""Where things come from: what an idea, an option, an outcome, a note or a roadmap line says of its parents.

Every object keeps its own parents; ``sessions.chain`` derives the chain of a whole meeting from them."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import Annotated, TypeVar

from pydantic import StringConstraints

from sessions.actor import Frozen

_Place = TypeVar("_Place", bound=Hashable)


class Sort(StrEnum):
    """What a parent is. ``CHALLENGE`` is one of the programme's bank, ``EARLIER`` a line of an earlier roadmap."""

    CHALLENGE = "challenge"
    IDEA = "idea"
    OFFER = "offer"
    NEED = "need"
    ENTRY = "entry"
    OUTCOME = "outcome"
    SYNTHESIS = "synthesis"
    PRACTICE = "practice"
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
    Sort.PRACTICE: "F",
}
"""Begin the codes that people read: ``D-12`` (desafío), ``O-3`` (oferta), ``B-2`` (busca), ``N-40`` (nota), ``P-3``
(prioridad), ``S-1`` (síntesis), ``F-2`` (ficha). Roadmap lines carry their year too: ``HR-26-07``."""

_SORTS = {letter: sort for sort, letter in LETTERS.items()}
_CODE = re.compile(r"([A-Z])-0*([1-9]\d*)")

ObjectId = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class Parent(Frozen):
    """``id`` is that of the parent among its sort; ``part`` names an option within an outcome, whose ``id`` is its
    activity. A note's id is ``entry_id``."""

    sort: Sort
    id: ObjectId
    why: Why
    part: ObjectId | None = None

    @property
    def node(self) -> str:
        """The parent's id in the chain and in reports, unique among its sort."""
        return self.id if self.part is None else outcome_id(self.id, self.part)


Numbers = dict[Sort, dict[str, int]]
"""By sort, the number behind each object's short code; the keys are ids in the chain."""


def short_code(sort: Sort, number: int) -> str:
    """``number`` counts from 1 among its sort in the meeting, in the order of the log."""
    return f"{LETTERS[sort]}-{number:02d}"


def coded(numbers: Numbers, codes: str) -> Iterator[tuple[Sort, str]]:
    """The objects whose short codes stand in ``codes``: one of ``D-12``, two of ``O-03-B-02``."""
    for letter, number in _CODE.findall(codes):
        sort = _SORTS.get(letter)
        id_ = next(islice(numbers.get(sort, {}), int(number) - 1, None), None) if sort is not None else None
        if sort is not None and id_ is not None:
            yield sort, id_


def ancestors(start: _Place, parents: Callable[[_Place], Iterable[_Place]]) -> Iterator[tuple[int, _Place]]:
    """(steps back, place) for whatever ``start`` came from, nearest first, each once; ``parents`` of one place."""
    seen, asked = {start}, [(1, parent) for parent in parents(start)]
    while asked:
        steps, place = asked.pop(0)
        if place not in seen:
            seen.add(place)
            yield steps, place
            asked += [(steps + 1, further) for further in parents(place)]


def line_code(year: int, number: int) -> str:
    return f"HR-{year % 100:02d}-{number:02d}"


def entry_id(activity: str, table: str, entry: str) -> str:
    """The id of a table's note, unique in the meeting."""
    return f"{activity}.{table}.{entry}"


def outcome_id(activity: str, finding: str) -> str:
    """The id of one thing that an activity settled, unique in the meeting."""
    return f"{activity}.{finding}"


def give_number(numbers: Numbers, sort: Sort, id_: str) -> None:
    """The next number of its sort, unless it has one: a code is given once and never again."""
    given = numbers.setdefault(sort, {})
    given.setdefault(id_, len(given) + 1)
