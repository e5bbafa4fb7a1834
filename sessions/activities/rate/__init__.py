"""Rating items by one or several criteria, on a scale from 1 to 5 or from 1 to 9."""

from collections.abc import Iterable
from typing import Any, ClassVar

from sessions.activities.kind import Cast, Figures, Kind
from sessions.activities.rate import method, words
from sessions.activities.rate.ballots import Ratings, check
from sessions.activities.rate.setup import RateSetup
from sessions.activities.rate.tally import RateTally
from sessions.method import MethodLine
from sessions.text import Text


class Rate(Kind[RateSetup, Ratings]):
    name = "rate"
    title: ClassVar[Text] = {"es": "Sondeo de valoración", "en": "Rating poll", "pt": "Consulta de avaliação"}
    setup = RateSetup
    ballot: Any = Ratings

    def check(self, setup: RateSetup, ballot: Ratings) -> None:
        check(setup, ballot)

    def tally(self, setup: RateSetup) -> RateTally:
        return RateTally(setup)

    def by_group(self, setup: RateSetup, casts: Iterable[Cast[Ratings]]) -> Figures:
        """Medians, by criterion where there are several."""
        rows = {row["id"]: row["ratings"] for row in self.count(setup, casts).result["rows"]}
        single = len(setup.criteria) == 1
        found = [
            (f"{option.id}.{criterion.id}", words.rated(option.label, criterion, single), words.span(rating["median"]))
            for option in setup.options
            for criterion, rating in zip(setup.criteria, rows[option.id], strict=True)
        ]
        return Figures("text", tuple(found))

    def method(self, setup: RateSetup) -> tuple[MethodLine, ...]:
        return method.card(setup)


KIND = Rate()
