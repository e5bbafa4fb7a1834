"""Counting one set of ballots twice: one delegation, one vote, and one person, one vote."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, Self

from sessions.activities.prioritise.setup import Headline, PrioritiseSetup
from sessions.ranking import Ballot, Positions, approval, borda, by_delegation, dots, positions


class Linked(NamedTuple):
    """Equal ballots of one delegation; the weight of ``ballot`` is their number. ``dots`` is empty where options are
    ranked or approved of; where dots or points are given, ``ballot`` is the order they imply."""

    ballot: Ballot
    dots: dict[str, int]
    delegation: str


@dataclass(frozen=True, slots=True)
class Count:
    """``scores`` and ``places`` of the headline, exact; ``best`` is the score of an option that is first on every
    ballot, ``ballots`` what was counted. ``other_places`` come from the other count. ``firsts`` are the people who put
    an option first, alone or level with others."""

    scores: dict[str, Fraction]
    best: Fraction
    places: Positions
    other_places: Positions
    firsts: dict[str, int]
    ballots: tuple[Ballot, ...]

    @classmethod
    def of(cls, setup: PrioritiseSetup, linked: Sequence[Linked]) -> Self:
        other: Headline = "person" if setup.headline == "delegation" else "delegation"
        headline = weighted(linked, setup.headline)
        scores = _scores(setup, linked, headline)
        leaders = (Ballot(one.ballot.ranking[:1], one.ballot.weight) for one in linked)
        firsts = approval(leaders, [option.id for option in setup.options])
        return cls(
            scores=scores,
            best=setup.best * sum((ballot.weight for ballot in headline), Fraction(0)),
            places=positions(scores),
            other_places=positions(_scores(setup, linked, weighted(linked, other))),
            firsts={option: int(number) for option, number in firsts.items()},
            ballots=tuple(headline),
        )


def weighted(linked: Sequence[Linked], headline: Headline) -> list[Ballot]:
    """The ballots in the same order, with what they weigh in this count."""
    if headline == "person":
        return [one.ballot for one in linked]
    return by_delegation((one.ballot, one.delegation) for one in linked)


def shares(setup: PrioritiseSetup, linked: Sequence[Linked]) -> list[dict[str, Fraction]]:
    """What each delegation that answered adds to the scores of the headline, in an order that does not depend on what
    delegations are called."""
    groups: defaultdict[str, list[Linked]] = defaultdict(list)
    for one in linked:
        groups[one.delegation].append(one)
    found = [_scores(setup, group, weighted(group, setup.headline)) for group in groups.values()]
    return sorted(found, key=lambda scores: tuple(scores.values()))


def _scores(setup: PrioritiseSetup, linked: Sequence[Linked], ballots: Sequence[Ballot]) -> dict[str, Fraction]:
    options = [option.id for option in setup.options]
    if setup.method == "rank":
        return borda(ballots, options)
    if setup.method == "approval":
        return approval(ballots, options)
    return dots((one.dots for one in linked), (ballot.weight for ballot in ballots), options)
