"""Counting one set of ballots twice: one delegation, one vote, and one person, one vote."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, Self

from sessions.activities.prioritise.setup import PrioritiseSetup
from sessions.ranking import Ballot, Positions, approval, borda, by_delegation, dots, positions


class Linked(NamedTuple):
    """Equal ballots of one delegation; the weight of ``ballot`` is their number. ``dots`` is empty where options are
    ranked; where dots are given, ``ballot`` is the order they imply."""

    ballot: Ballot
    dots: dict[str, int]
    delegation: str


@dataclass(frozen=True, slots=True)
class Count:
    """``scores`` and ``places`` of the headline, exact; ``best`` is the score of an option that is first on every
    ballot. ``other_places`` come from the other count. ``firsts`` are the people who put an option first, alone or
    level with others."""

    scores: dict[str, Fraction]
    best: Fraction
    places: Positions
    other_places: Positions
    firsts: dict[str, int]

    @classmethod
    def of(cls, setup: PrioritiseSetup, linked: Sequence[Linked]) -> Self:
        people = [one.ballot for one in linked]
        averaged = by_delegation((one.ballot, one.delegation) for one in linked)
        headline, other = (averaged, people) if setup.headline == "delegation" else (people, averaged)
        scores = _scores(setup, linked, headline)
        options = [option.id for option in setup.options]
        leaders = (Ballot(ballot.ranking[:1], ballot.weight) for ballot in people)
        return cls(
            scores=scores,
            best=setup.best * sum((ballot.weight for ballot in headline), Fraction(0)),
            places=positions(scores),
            other_places=positions(_scores(setup, linked, other)),
            firsts={option: int(number) for option, number in approval(leaders, options).items()},
        )


def _scores(setup: PrioritiseSetup, linked: Sequence[Linked], weighted: Sequence[Ballot]) -> dict[str, Fraction]:
    options = [option.id for option in setup.options]
    if setup.method == "rank":
        return borda(weighted, options)
    return dots((one.dots for one in linked), (ballot.weight for ballot in weighted), options)
