"""One delegation, one vote: each delegation's ballots averaged to weight one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from sessions.ranking.ballot import Ballot
from sessions.ranking.profile import checked_weight


def delegation_weights(delegations: Sequence[str]) -> list[Fraction]:
    """One weight a ballot, given each ballot's delegation: 1/n where the delegation has n ballots."""
    sizes = Counter(delegations)
    return [Fraction(1, sizes[delegation]) for delegation in delegations]


def by_delegation(ballots_with_delegation: Iterable[tuple[Ballot, str]]) -> list[Ballot]:
    """The ballots in the same order, weighted so that those of each delegation weigh one together.

    Ballots of a delegation that weigh differently keep their proportions; a delegation whose
    ballots all weigh nothing keeps weight 0.
    """
    linked = list(ballots_with_delegation)
    totals: defaultdict[str, Fraction] = defaultdict(Fraction)
    for ballot, delegation in linked:
        totals[delegation] += checked_weight(ballot.weight)
    return [
        replace(ballot, weight=ballot.weight / (totals[delegation] or Fraction(1))) for ballot, delegation in linked
    ]


def grouped(ballots_with_delegation: Iterable[tuple[Ballot, str]]) -> list[tuple[Ballot, ...]]:
    """The ballots of each delegation, delegations in the order of their ids: what `stability` resamples.

    The order does not depend on the order in which the ballots came.
    """
    groups: defaultdict[str, list[Ballot]] = defaultdict(list)
    for ballot, delegation in ballots_with_delegation:
        groups[delegation].append(ballot)
    return [tuple(groups[delegation]) for delegation in sorted(groups)]


def pooled(groups: Iterable[Iterable[Ballot]]) -> list[Ballot]:
    """All ballots of the groups as they are: one person, one vote."""
    return [ballot for group in groups for ballot in group]


def averaged(groups: Iterable[Iterable[Ballot]]) -> list[Ballot]:
    """All ballots of the groups, each group's weighing one together: one delegation, one vote.

    A group that is listed twice, as resampling does, counts twice.
    """
    return by_delegation((ballot, str(place)) for place, group in enumerate(groups) for ballot in group)
