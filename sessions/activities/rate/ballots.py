"""How a person rates."""

from typing import Annotated

from pydantic import AfterValidator, StrictInt, StrictStr

from sessions.activities.rate.setup import RateSetup
from sessions.actor import Frozen
from sessions.errors import Code, Refused

_ByCriterion = dict[StrictStr, StrictInt | None]


def _without_gaps(ratings: dict[str, _ByCriterion]) -> dict[str, _ByCriterion]:
    """Skipped by null or by nothing is the same; which of both would mark a ballot."""
    given: dict[str, _ByCriterion] = {
        option: {criterion: number for criterion, number in by_criterion.items() if number is not None}
        for option, by_criterion in ratings.items()
    }
    return {option: numbers for option, numbers in given.items() if numbers}


class Ratings(Frozen):
    """A number for each criterion of each option; null, or nothing, where it is skipped."""

    ratings: Annotated[dict[StrictStr, _ByCriterion], AfterValidator(_without_gaps)]

    @property
    def given(self) -> dict[tuple[str, str], int]:
        """The numbers, by option and criterion."""
        return {
            (option, criterion): number
            for option, by_criterion in self.ratings.items()
            for criterion, number in by_criterion.items()
            if number is not None
        }


def check(setup: RateSetup, ballot: Ratings) -> None:
    """Raises ``Refused(invalid_ballot)``: unknown_option, unknown_criterion, out_of_range, or too_few where everything
    is skipped (which an abstention says)."""
    reason = _fault(setup, ballot)
    if reason is not None:
        raise Refused(Code.INVALID_BALLOT, reason)


def _fault(setup: RateSetup, ballot: Ratings) -> str | None:
    criteria = {criterion.id for criterion in setup.criteria}
    if not {option.id for option in setup.options}.issuperset(ballot.ratings):
        return "unknown_option"
    if not all(criteria.issuperset(by_criterion) for by_criterion in ballot.ratings.values()):
        return "unknown_criterion"
    if not all(number in setup.steps for number in ballot.given.values()):
        return "out_of_range"
    return None if ballot.given else "too_few"
