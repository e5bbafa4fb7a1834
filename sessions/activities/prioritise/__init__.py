"""Setting priorities among options, by an order of preference, dots, points or approvals."""

from collections.abc import Iterable
from typing import Any, ClassVar

from sessions.activities.kind import Cast, Kind, MethodLine
from sessions.activities.prioritise import words
from sessions.activities.prioritise.ballots import PrioritiseBallot, check
from sessions.activities.prioritise.setup import PrioritiseSetup
from sessions.activities.prioritise.tally import PrioritiseTally
from sessions.outcomes import Outcome
from sessions.text import Text


class Prioritise(Kind[PrioritiseSetup, PrioritiseBallot]):
    name = "prioritise"
    title: ClassVar[Text] = {
        "es": "Sondeo de priorización",
        "en": "Prioritisation poll",
        "pt": "Consulta de priorização",
    }
    setup = PrioritiseSetup
    ballot: Any = PrioritiseBallot

    def check(self, setup: PrioritiseSetup, ballot: PrioritiseBallot) -> None:
        check(setup, ballot)

    def tally(self, setup: PrioritiseSetup) -> PrioritiseTally:
        return PrioritiseTally(setup)

    def count(self, setup: PrioritiseSetup, casts: Iterable[Cast[PrioritiseBallot]], seed: int = 0) -> Outcome:
        tally = self.tally(setup)
        for cast in casts:
            tally.add(cast)
        return tally.outcome(seed)

    def method(self, setup: PrioritiseSetup) -> tuple[MethodLine, ...]:
        return words.method(setup)


KIND = Prioritise()
