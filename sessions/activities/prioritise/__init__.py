"""Setting priorities among options, by an order of preference, dots, points or approvals."""

from collections.abc import Iterable
from typing import Any, ClassVar

from sessions.activities.kind import Cast, Figures, Kind
from sessions.activities.prioritise import words
from sessions.activities.prioritise.ballots import PrioritiseBallot, check
from sessions.activities.prioritise.setup import PrioritiseSetup
from sessions.activities.prioritise.tally import PrioritiseTally
from sessions.method import MethodLine
from sessions.outcomes import Outcome
from sessions.ranking.agreement import Agreement
from sessions.ranking.wording import place
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

    def same_scale(self, before: PrioritiseSetup, after: PrioritiseSetup) -> bool:
        """Points of an order depend on how many options there are; dots, points and approvals do not."""
        options = ({option.id for option in setup.options} for setup in (before, after))
        return before.method == after.method and (before.method != "rank" or next(options) == next(options))

    def agreement(self, outcome: Outcome) -> Agreement | None:
        found: Agreement | None = outcome.result.get("panel", {}).get("agreement")
        return found

    def by_group(self, setup: PrioritiseSetup, casts: Iterable[Cast[PrioritiseBallot]]) -> Figures:
        """Positions under the headline count, and no figure."""
        tally = self.tally(setup)
        for cast in casts:
            tally.add(cast)
        places = tally.places()
        return Figures("place", tuple((o.id, o.label, place(*places[o.id])) for o in setup.options))

    def method(self, setup: PrioritiseSetup) -> tuple[MethodLine, ...]:
        return words.method(setup)


KIND = Prioritise()
