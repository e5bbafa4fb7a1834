"""How far an order can be trusted: other rules, other delegations, other ways to cut the list.

Everything is computed on the weights of the headline, and nothing in it names or singles out a delegation.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, Literal, NamedTuple, Self

from sessions.activities.prioritise.count import Count, Linked, shares
from sessions.activities.prioritise.setup import PrioritiseSetup
from sessions.ranking import (
    Positions,
    agreement,
    borda,
    first_places,
    kendalls_w,
    positions,
    schulze,
    tier_positions,
    top,
)
from sessions.ranking.agreement import Agreement
from sessions.ranking.stability import Band, Removals, bands, bootstrap, leave_one_out, shifts

CountName = Literal["borda", "dots", "points", "approval", "schulze", "first_places"]
Sums = tuple[int, ...]

DRAWS = 500
"""Enough for whole places: the ends of a range of 80 % stay within about three points of a hundred of theirs."""
FEWEST = 3
"""With fewer delegations than this, a removal or a resample would show how a single one voted."""
FAR = 2
"""From so many places on, an option has moved."""


class Listed(NamedTuple):
    """``asked`` priorities were looked for, ``shown`` are listed; ``why`` says why they differ. 0 where none were."""

    asked: int
    shown: int
    why: Literal["tie"] | None


@dataclass(frozen=True, slots=True)
class Panel:
    """``counts`` begins with the one that settles the order. ``removals``, ``ranges`` and ``bands`` are missing (None
    or empty) with fewer than ``FEWEST`` delegations; ``removals`` also where no list, or a list of all, is asked."""

    counts: tuple[tuple[CountName, Positions], ...]
    moved: tuple[str, ...]
    removals: Removals | None
    ranges: Positions
    bands: tuple[Band, ...]
    agreement: Agreement | None
    listed: Listed

    @classmethod
    def of(cls, setup: PrioritiseSetup, linked: Sequence[Linked], count: Count, seed: int) -> Self:
        """``linked`` has one ballot at least. The same ballots and seed give the same panel, whatever the order of the
        ballots and the names of delegations."""
        options = [option.id for option in setup.options]
        counts = _counts(setup, count, options)
        far = shifts([places for _, places in counts])
        sums, places_of = _resampled(shares(setup, linked), options)
        enough = len(sums) >= FEWEST
        ranges = bootstrap(sums, places_of, seed=seed, draws=DRAWS) if enough else {}
        w = kendalls_w(count.ballots, options)
        return cls(
            counts=counts,
            moved=tuple(option for option in options if far[option] >= FAR),
            removals=leave_one_out(sums, places_of, setup.cut) if enough and 0 < setup.cut < len(options) else None,
            ranges={option: ranges[option] for option in options if option in ranges},
            bands=bands(count.places, ranges) if ranges else (),
            agreement=None if w is None else agreement(w),
            listed=_listed(count.places, setup.cut),
        )

    @property
    def plain(self) -> dict[str, Any]:
        """As in ``result["panel"]``; ``page.outcome`` gives the shape."""
        return {
            "counts": [{"name": name, "places": _plain(places)} for name, places in self.counts],
            "moved": list(self.moved),
            **({"removals": self.removals._asdict()} if self.removals else {}),
            "ranges": _plain(self.ranges),
            "bands": [{"name": band.name, "options": list(band.options)} for band in self.bands],
            "agreement": self.agreement,
            "cut": self.listed.asked,
            "list": self.listed._asdict(),
        }


def _plain(places: Positions) -> dict[str, list[int]]:
    return {option: list(span) for option, span in places.items()}


def _counts(setup: PrioritiseSetup, count: Count, options: list[str]) -> tuple[tuple[CountName, Positions], ...]:
    if setup.method == "approval":
        # Approvals order nothing, so Borda and Schulze repeat their count: an agreement that would prove nothing.
        return (("approval", count.places),)
    headline: CountName = "borda" if setup.method == "rank" else setup.method
    implied: tuple[tuple[CountName, Positions], ...] = ()
    if setup.method != "rank":
        implied = (("borda", positions(borda(count.ballots, options))),)
    return (
        (headline, count.places),
        *implied,
        ("schulze", tier_positions(schulze(count.ballots, options))),
        ("first_places", positions(first_places(count.ballots, options))),
    )


def _resampled(
    scores: Sequence[dict[str, Fraction]], options: list[str]
) -> tuple[list[Sums], Callable[[Sequence[Sums]], Positions]]:
    """What delegations add to the scores, as whole numbers of one scale, and the count of a selection of them.

    Every rule that settles an order here only adds up, so a selection needs no ballot to be counted again.
    """
    scale = lcm(*(share.denominator for one in scores for share in one.values()))
    sums = [tuple(int(one[option] * scale) for option in options) for one in scores]

    def places_of(chosen: Sequence[Sums]) -> Positions:
        return positions(dict(zip(options, map(sum, zip(*chosen, strict=True)), strict=True)))

    return sums, places_of


def _listed(places: Positions, asked: int) -> Listed:
    """A tie at the cut goes wholly in or wholly out, whichever is nearer to what was asked, and rather in than out."""
    if asked == 0:
        return Listed(0, 0, None)
    long, short = len(top(places, asked)), len(top(places, asked, "shorten"))
    shown = short if short and asked - short < long - asked else long
    return Listed(asked, shown, None if shown == asked else "tie")
