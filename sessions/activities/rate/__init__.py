"""Rating items by one or several criteria, on a scale from 1 to 5 or from 1 to 9."""

from typing import Any, ClassVar

from sessions.activities.kind import Kind, MethodLine
from sessions.activities.rate import method
from sessions.activities.rate.ballots import Ratings, check
from sessions.activities.rate.setup import RateSetup
from sessions.activities.rate.tally import RateTally
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

    def method(self, setup: RateSetup) -> tuple[MethodLine, ...]:
        return method.card(setup)


KIND = Rate()
