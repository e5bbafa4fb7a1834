"""Ballots as they are, because a delegation's weight is known only when all of its ballots are in."""

from collections import Counter
from fractions import Fraction

from sessions.activities.kind import Abstention, Cast, NotApplicable, Tally, Turns
from sessions.activities.prioritise import page
from sessions.activities.prioritise.ballots import Points, PrioritiseBallot
from sessions.activities.prioritise.count import Count, Linked
from sessions.activities.prioritise.panel import Panel
from sessions.activities.prioritise.setup import PrioritiseSetup
from sessions.outcomes import Outcome
from sessions.ranking import Ballot, Positions, Ranking

Dots = tuple[tuple[str, int], ...]


class PrioritiseTally(Tally[PrioritiseBallot]):
    """Holds equal ballots of one delegation once, with their number."""

    def __init__(self, setup: PrioritiseSetup) -> None:
        self._setup = setup
        self._turns = Turns()
        self._held: Counter[tuple[str, Ranking, Dots]] = Counter()

    def add(self, cast: Cast[PrioritiseBallot]) -> None:
        self._change(cast, 1)

    def remove(self, cast: Cast[PrioritiseBallot]) -> None:
        self._change(cast, -1)

    def _change(self, cast: Cast[PrioritiseBallot], by: int) -> None:
        self._turns.change(cast, by)
        ballot = cast.ballot
        if not isinstance(ballot, Abstention | NotApplicable):
            dots = tuple(sorted(ballot.points.items())) if isinstance(ballot, Points) else ()
            self._held[cast.delegation, ballot.tiers, dots] += by

    def _linked(self) -> list[Linked]:
        return [
            Linked(Ballot(tiers, Fraction(number)), dict(dots), delegation)
            for (delegation, tiers, dots), number in (+self._held).items()
        ]

    def places(self) -> Positions:
        """Of the headline count."""
        return Count.of(self._setup, self._linked()).places

    def outcome(self, seed: int = 0) -> Outcome:
        linked = self._linked()
        count = Count.of(self._setup, linked)
        panel = Panel.of(self._setup, linked, count, seed) if linked else None
        return page.outcome(self._setup, self._turns.counted, count, panel)
