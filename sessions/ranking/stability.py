"""Would the order be another one with other delegations, or under another rule?

A *count* turns a selection of delegations into places; what stands for a delegation (its ballots,
its points, ...) is the caller's choice, as long as a delegation listed twice counts twice. With the
groups of `delegation.grouped`, for instance:

    lambda groups: positions(borda(averaged(groups), options))
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil, floor
from random import Random
from typing import Literal, NamedTuple, TypeVar

from sessions.ranking.positions import Positions, top

D = TypeVar("D")


class Removals(NamedTuple):
    """In `changed` of `cases` removals of one delegation the top of the list is another set."""

    changed: int
    cases: int


class Band(NamedTuple):
    name: Literal["high", "medium", "lower"]
    options: tuple[str, ...]


def leave_one_out(delegations: Sequence[D], count: Callable[[Sequence[D]], Positions], size: int) -> Removals:
    """How often the set of options in the first `size` places changes when one delegation is removed.

    A tie at the cut belongs to the set (see `top`). Only the number of cases is given, never which:
    which removal changes a secret vote would tell how that delegation voted. With fewer than two
    delegations there is no case.

    Source: the jackknife; M. H. Quenouille, "Notes on bias in estimation", Biometrika 43 (1956),
    pp. 353-360; J. W. Tukey, "Bias and confidence in not-quite large samples", Annals of
    Mathematical Statistics 29 (1958), p. 614.
    """
    if len(delegations) < 2:
        return Removals(0, 0)
    whole = set(top(count(delegations), size))
    without = ([*delegations[:place], *delegations[place + 1 :]] for place in range(len(delegations)))
    return Removals(sum(set(top(count(rest), size)) != whole for rest in without), len(delegations))


def bootstrap(
    delegations: Sequence[D],
    count: Callable[[Sequence[D]], Positions],
    *,
    seed: int,
    draws: int = 1000,
    coverage: Fraction = Fraction(4, 5),
) -> dict[str, tuple[int, int]]:
    """For each option the range of places it takes in at least `coverage` of the resamples.

    Each draw takes as many delegations as there are, with replacement: delegations, not people, are
    resampled, because people of one delegation do not vote independently. An option that shares
    places in a draw enters it with the best of them at the lower end and the worst at the upper.
    The delegations present are all that were invited, not a sample, so the range says how stable
    the order is under another mix of delegations; it is no test of significance.

    The same arguments give the same ranges, on every machine: pass the delegations in a fixed order.
    Raises `ValueError` without delegations or draws, or for a coverage outside 0 to 1.

    Sources: B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7
    (1979), pp. 1-26; for whole groups A. C. Davison and D. V. Hinkley, Bootstrap Methods and their
    Application (1997), section 3.8; for places P. Hall and H. Miller, "Using the bootstrap to
    quantify the authority of an empirical ranking", Annals of Statistics 37 (2009), pp. 3929-3959.
    """
    if not delegations or draws < 1 or not 0 <= coverage <= 1:
        raise ValueError("a bootstrap needs delegations, at least one draw and a coverage from 0 to 1")
    random = Random(seed)  # noqa: S311  (repeatable by design: it resamples, it keeps no secret)
    size = len(delegations)
    best: dict[str, list[int]] = {}
    worst: dict[str, list[int]] = {}
    for _ in range(draws):
        # Only `random()` is promised to give the same sequence in every Python version.
        sample = [delegations[int(random.random() * size)] for _ in range(size)]
        for option, (lo, hi) in count(sample).items():
            best.setdefault(option, []).append(lo)
            worst.setdefault(option, []).append(hi)
    tail = (1 - coverage) / 2
    lowest, highest = floor(tail * (draws - 1)), ceil((1 - tail) * (draws - 1))
    return {option: (sorted(best[option])[lowest], sorted(worst[option])[highest]) for option in best}


def bands(places: Positions, ranges: Positions) -> tuple[Band, ...]:
    """The list in up to three bands, cut only where no option's range of places crosses the cut.

    `places` come from the headline count, `ranges` from `bootstrap`. A cut is stable if every option
    above it stays above every option below it: the worst place reached above is better than the best
    place reached below. Of several stable cuts the two nearest to thirds of the list are used. With
    one stable cut the smaller part is "high" or "lower" and the rest "medium"; with none there are
    no bands, and the honest word is that the order is not stable.
    """
    ordered = sorted(places, key=lambda option: places[option])
    cuts = [0, *chosen_cuts(stable_cuts(ordered, places, ranges), len(ordered)), len(ordered)]
    names: tuple[Literal["high", "medium", "lower"], ...] = ("high", "medium", "lower")
    if len(cuts) == 2:
        return ()
    if len(cuts) == 3:
        names = names[:2] if 2 * cuts[1] <= len(ordered) else names[1:]
    return tuple(
        Band(name, tuple(ordered[start:end]))
        for name, (start, end) in zip(names, pairwise(cuts), strict=True)
    )


def stable_cuts(ordered: Sequence[str], places: Positions, ranges: Positions) -> list[int]:
    """After how many options, counted from the best, the list may be cut."""
    lows = [min(places[option][0], ranges[option][0]) for option in ordered]
    highs = [max(places[option][1], ranges[option][1]) for option in ordered]
    return [cut for cut in range(1, len(ordered)) if max(highs[:cut]) < min(lows[cut:])]


def chosen_cuts(cuts: Sequence[int], size: int) -> tuple[int, ...]:
    """The two cuts nearest to thirds of a list of `size` options, or the only one, or none."""
    if len(cuts) < 2:
        return tuple(cuts)
    return min(combinations(cuts, 2), key=lambda pair: abs(3 * pair[0] - size) + abs(3 * pair[1] - 2 * size))


def shifts(counts: Sequence[Positions]) -> dict[str, int]:
    """For each option how many places it moves, at most, between any two of the counts.

    Places that overlap ("3-4" and "4") are no move. The caller flags those that move by two or more.
    """
    moves: dict[str, int] = {}
    for option in counts[0] if counts else ():
        spans = [places[option] for places in counts]
        moves[option] = max(0, max(lo for lo, _ in spans) - min(hi for _, hi in spans))
    return moves
