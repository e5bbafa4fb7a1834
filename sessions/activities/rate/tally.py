"""Ratings as numbers of people: one person, one vote."""

from collections import Counter

from sessions.activities.kind import Abstention, Cast, NotApplicable, Tally, Turns
from sessions.activities.rate import page
from sessions.activities.rate.ballots import Ratings
from sessions.activities.rate.setup import RateSetup
from sessions.activities.rate.summary import Summary
from sessions.outcomes import Outcome


class RateTally(Tally[Ratings]):
    """Delegations are not weighted: an average of several people's ratings would be a rating that nobody gave, and the
    rules of a Delphi round count panellists."""

    def __init__(self, setup: RateSetup) -> None:
        self._setup = setup
        self._turns = Turns()
        self._numbers: Counter[tuple[str, str, int]] = Counter()

    def add(self, cast: Cast[Ratings]) -> None:
        self._change(cast, 1)

    def remove(self, cast: Cast[Ratings]) -> None:
        self._change(cast, -1)

    def _change(self, cast: Cast[Ratings], by: int) -> None:
        self._turns.change(cast, by)
        if not isinstance(cast.ballot, Abstention | NotApplicable):
            for (option, criterion), number in cast.ballot.given.items():
                self._numbers[option, criterion, number] += by

    def outcome(self) -> Outcome:
        setup, counted = self._setup, self._turns.counted
        summaries = {
            (option.id, criterion.id): Summary.of(setup, self._given(option.id, criterion.id), counted.answered)
            for option in setup.options
            for criterion in setup.criteria
        }
        return page.outcome(setup, counted, summaries)

    def _given(self, option: str, criterion: str) -> dict[int, int]:
        return {step: self._numbers[option, criterion, step] for step in self._setup.steps}
