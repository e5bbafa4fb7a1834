"""The ballot every counting rule reads."""

from dataclasses import dataclass
from fractions import Fraction

Ranking = tuple[tuple[str, ...], ...]
"""Tiers of option ids, best tier first; options of one tier are level with each other."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voter's order of preference and what it weighs.

    `ranking` holds tiers of option ids, best first; options it leaves out stand together below all
    that it ranks. `weight` is exact and not negative; a ballot of weight 2 counts as two ballots.
    The counting rules check a ballot against their options: an option that is unknown or ranked
    twice raises `ValueError`.

    An abstention is no order of preference: leave abstentions out before counting. A ballot that
    ranks nothing would give every option the same points, but it would lower Kendall's W.
    """

    ranking: Ranking
    weight: Fraction = Fraction(1)
