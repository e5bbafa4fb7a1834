"""Would the order be another one with other delegations, or under another rule?

A *count* turns a selection of delegations into places; what stands for a delegation (its ballots,
its points, ...) is the caller's choice, as long as a delegation listed twice counts twice. With the
groups of `delegation.grouped`, for instance:

    lambda groups: positions(borda(averaged(groups), options))
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
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
    """The list in two or three bands, cut only where no option's range of places crosses the cut.

    `places` come from the headline count, `ranges` from `bootstrap`. A cut is stable if every option
    above it stays above every option below it: the worst place reached above is better than the best
    place reached below. "high" ends at the stable cut of the first half that is nearest to a third of
    the list, "lower" begins at the one of the second half that is nearest to two thirds; where a half
    has none, that band is missing and its options are "medium". Without any there are no bands, and
    the honest word is that the order is not stable.
    """
    ordered = sorted(places, key=lambda option: places[option])
    size = len(ordered)
    cuts = stable_cuts(ordered, places, ranges)
    if not cuts:
        return ()
    high = min((cut for cut in cuts if 2 * cut <= size), key=lambda cut: abs(3 * cut - size), default=0)
    lower = min((cut for cut in cuts if 2 * cut > size), key=lambda cut: abs(3 * cut - 2 * size), default=size)
    parts = (
        Band("high", tuple(ordered[:high])),
        Band("medium", tuple(ordered[high:lower])),
        Band("lower", tuple(ordered[lower:])),
    )
    return tuple(band for band in parts if band.options)


def stable_cuts(ordered: Sequence[str], places: Positions, ranges: Positions) -> list[int]:
    """After how many options, counted from the best, the list may be cut."""
    lows = [min(places[option][0], ranges[option][0]) for option in ordered]
    highs = [max(places[option][1], ranges[option][1]) for option in ordered]
    return [cut for cut in range(1, len(ordered)) if max(highs[:cut]) < min(lows[cut:])]


def shifts(counts: Sequence[Positions]) -> dict[str, int]:
    """For each option how many places it moves, at most, between any two of the counts.

    Places that overlap ("3-4" and "4") are no move. The caller flags those that move by two or more.
    """
    moves: dict[str, int] = {}
    for option in counts[0] if counts else ():
        spans = [places[option] for places in counts]
        moves[option] = max(0, max(lo for lo, _ in spans) - min(hi for _, hi in spans))
    return moves
