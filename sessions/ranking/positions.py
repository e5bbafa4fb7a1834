"""Places in a ranking, with ties left as ties."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import groupby
from typing import Literal

Positions = Mapping[str, tuple[int, int]]
"""For each option the first and the last place it shares, from 1: alone in third place (3, 3), two
options that share the third and fourth (3, 4)."""


def positions(scores: Mapping[str, Fraction | int]) -> dict[str, tuple[int, int]]:
    """Places by score, the highest first; equal scores share their places.

    Two options that share the third place are both (3, 4), and the next is 5. No tie is broken,
    by chance or otherwise. The result lists options from the best to the last, tied ones as
    `scores` lists them.
    """
    falling = sorted(scores, key=lambda option: scores[option], reverse=True)
    return tier_positions(tuple(tier) for _, tier in groupby(falling, key=lambda option: scores[option]))


def tier_positions(tiers: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """Places of tiers as `schulze` gives them, best first; the options of a tier share its places."""
    places: dict[str, tuple[int, int]] = {}
    for tier in tiers:
        first = len(places) + 1
        places |= dict.fromkeys(tier, (first, first + len(tier) - 1))
    return places


def top(places: Positions, size: int, cut: Literal["extend", "shorten"] = "extend") -> tuple[str, ...]:
    """The options in the first `size` places, best first.

    Where the last of these places lies inside a tie, the list takes all the tied options in
    ("extend") or leaves all of them out ("shorten"): its length differs from `size`, and whoever
    shows it says so.
    """
    chosen = [option for option, place in places.items() if place[cut == "shorten"] <= size]
    return tuple(sorted(chosen, key=lambda option: places[option]))
