"""All ballots of a count, checked, completed and put together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Self

from sessions.ranking.ballot import Ballot, Ranking


@dataclass(frozen=True, slots=True)
class Profile:
    """What a counting rule needs to know of many ballots.

    `rankings` holds every distinct ranking once, completed by a last tier of its unranked options,
    with its total weight times `scale`: whole numbers count several times faster than fractions and
    stay exact. `raters` is the number of ballots that weigh anything.
    """

    options: tuple[str, ...]
    rankings: tuple[tuple[Ranking, int], ...]
    scale: int
    raters: int

    @classmethod
    def of(cls, ballots: Iterable[Ballot], options: Iterable[str]) -> Self:
        """Raises `ValueError` for an option listed twice, an option that a ballot ranks twice or that is
        not among `options`, and a negative weight; `TypeError` for a weight that is not exact."""
        listed = distinct(options)
        weights: defaultdict[Ranking, Fraction] = defaultdict(Fraction)
        raters = 0
        for ballot in ballots:
            weights[ballot.ranking] += checked_weight(ballot.weight)
            raters += ballot.weight > 0
        scale = lcm(*(weight.denominator for weight in weights.values()))
        scaled = tuple((completed(ranking, listed), int(weight * scale)) for ranking, weight in weights.items())
        return cls(tuple(listed), scaled, scale, raters)


def distinct(options: Iterable[str]) -> dict[str, int]:
    """Each option with its index; raises `ValueError` if one is listed twice."""
    listed: dict[str, int] = {}
    for option in options:
        if option in listed:
            raise ValueError(f"option {option!r} is listed twice among the options")
        listed[option] = len(listed)
    return listed


def checked_weight(weight: Fraction | int) -> Fraction:
    """The weight as a fraction; raises as `Profile.of` says."""
    if not isinstance(weight, Fraction | int):
        raise TypeError(f"a weight is a whole number or a Fraction, not {weight!r}")
    if weight < 0:
        raise ValueError(f"a weight is not negative, as {weight} is")
    return Fraction(weight)


def checked_ranking(ranking: Iterable[Sequence[str]], options: dict[str, int]) -> Ranking:
    """The ranking without empty tiers; raises as `Profile.of` says."""
    ranked: set[str] = set()
    for tier in ranking:
        if isinstance(tier, str):
            raise ValueError(f"a tier is a tuple of options, not the text {tier!r}")
        for option in tier:
            if option not in options:
                raise ValueError(f"a ballot ranks {option!r}, which is not among the options")
            if option in ranked:
                raise ValueError(f"a ballot ranks {option!r} twice")
            ranked.add(option)
    return tuple(tuple(tier) for tier in ranking if tier)


def completed(ranking: Ranking, options: dict[str, int]) -> Ranking:
    """The checked ranking with its unranked options level with each other at the end."""
    tiers = checked_ranking(ranking, options)
    ranked = {option for tier in tiers for option in tier}
    unranked = tuple(option for option in options if option not in ranked)
    return (*tiers, unranked) if unranked else tiers
