"""Setting priorities among options, by an order of preference or by dots."""

from typing import Any, ClassVar

from sessions.activities.kind import Kind, MethodLine
from sessions.activities.prioritise import words
from sessions.activities.prioritise.ballots import PrioritiseBallot, check
from sessions.activities.prioritise.setup import PrioritiseSetup
from sessions.activities.prioritise.tally import PrioritiseTally
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

    def method(self, setup: PrioritiseSetup) -> tuple[MethodLine, ...]:
        return words.method(setup)


KIND = Prioritise()
