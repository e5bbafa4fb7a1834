"""A question with one answer each: an option, several, a step of a scale, or a short text."""

from typing import Any, ClassVar

from sessions.activities.kind import ABSTAINING, Abstention, Kind, Tally, outcome_in_units
from sessions.activities.poll import words
from sessions.activities.poll.ballots import Choices, PollBallot, check
from sessions.activities.poll.setup import PollSetup
from sessions.activities.poll.tallies import ChoiceTally, PollTally, ScaleTally, TextTally
from sessions.errors import Code, Refused
from sessions.method import MethodLine
from sessions.outcomes import Outcome
from sessions.text import Text


class Poll(Kind[PollSetup, PollBallot]):
    name = "poll"
    title: ClassVar[Text] = {"es": "Sondeo", "en": "Poll", "pt": "Enquete"}
    setup = PollSetup
    ballot: Any = PollBallot

    def check(self, setup: PollSetup, ballot: PollBallot) -> None:
        check(setup, ballot)

    def hand(self, setup: PollSetup, option: str) -> PollBallot | Abstention:
        if setup.answer != "single":
            raise Refused(Code.INVALID_BALLOT, "no_hands")
        if option == ABSTAINING:
            return Abstention(abstain=True)
        ballot = Choices(choices=(option,))
        self.check(setup, ballot)
        return ballot

    def tally(self, setup: PollSetup) -> PollTally:
        if setup.options is not None:
            return ChoiceTally(setup, setup.options)
        if setup.scale is not None:
            return ScaleTally(setup.scale)
        return TextTally()

    def outcome(self, setup: PollSetup, tally: Tally[PollBallot]) -> Outcome:
        return outcome_in_units(tally.outcome(), setup.unit)

    def method(self, setup: PollSetup) -> tuple[MethodLine, ...]:
        return words.method(setup)


KIND = Poll()
