"""Counts that only add up: first places, approvals, dots."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from sessions.ranking.ballot import Ballot
from sessions.ranking.profile import checked_ranking, checked_weight, distinct


def first_places(ballots: Iterable[Ballot], options: Iterable[str]) -> dict[str, Fraction]:
    """The weight of the ballots that put each option first, in the order of `options`.

    Options that share the first tier of a ballot share its weight equally. A ballot that ranks
    nothing counts for none. Raises `ValueError` for an option that is unknown or ranked twice.

    Source: the plurality rule, as Borda (1784) describes and criticises it; see `borda`.
    """
    listed = distinct(options)
    scores = dict.fromkeys(listed, Fraction(0))
    for ballot in ballots:
        for tier in checked_ranking(ballot.ranking, listed)[:1]:
            share = checked_weight(ballot.weight) / len(tier)
            for option in tier:
                scores[option] += share
    return scores


def approval(ballots: Iterable[Ballot], options: Iterable[str]) -> dict[str, Fraction]:
    """The weight of the ballots that rank each option at all, in whatever place.

    A ballot of approvals is one tier; of an ordered ballot every ranked option counts as approved.
    Raises `ValueError` for an option that is unknown or ranked twice.

    Source: S. J. Brams and P. C. Fishburn, "Approval voting", American Political Science Review 72
    (1978), pp. 831-847.
    """
    listed = distinct(options)
    scores = dict.fromkeys(listed, Fraction(0))
    for ballot in ballots:
        weight = checked_weight(ballot.weight)
        for tier in checked_ranking(ballot.ranking, listed):
            for option in tier:
                scores[option] += weight
    return scores


def dots(
    ballots: Iterable[Mapping[str, int]],
    weights: Iterable[Fraction],
    options: Iterable[str] | None = None,
) -> dict[str, Fraction]:
    """Dots or points of each option, each ballot's times its weight.

    `weights` holds one weight a ballot, in the same order. With `options` the scores follow their
    order, options without dots score 0 and a dot on an unknown option raises `ValueError`; without,
    the scores hold the options met on the ballots. A negative number of dots, or another number of
    weights than of ballots, raises `ValueError`.

    Source: cumulative voting; C. L. Dodgson, "A method of taking votes on more than two issues"
    (1876), names it the method of marks.
    """
    known = None if options is None else distinct(options)
    scores = dict.fromkeys(known or (), Fraction(0))
    for ballot, weight in zip(ballots, weights, strict=True):
        for option, count in ballot.items():
            if known is not None and option not in known:
                raise ValueError(f"a ballot gives dots to {option!r}, which is not among the options")
            if count < 0:
                raise ValueError(f"a ballot gives {count} dots to {option!r}")
            scores[option] = scores.get(option, Fraction(0)) + count * checked_weight(weight)
    return scores
