"""How a person sets priorities."""

from typing import Annotated

from pydantic import AfterValidator, StrictInt, StrictStr

from sessions.activities.prioritise.setup import STEP, PrioritiseSetup
from sessions.actor import Frozen
from sessions.errors import Code, Refused
from sessions.ranking import Ranking


def _without_zeros(points: dict[str, int]) -> dict[str, int]:
    return {option: count for option, count in points.items() if count != 0}


def _in_no_order(options: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(options))


_Level = Annotated[tuple[StrictStr, ...], AfterValidator(_in_no_order)]
"""In any order, which is not kept: it would mark a ballot."""


class Order(Frozen):
    """Options from the best on; a nested list holds options that are level with each other."""

    ranking: tuple[StrictStr | _Level, ...]

    @property
    def tiers(self) -> Ranking:
        return tuple((tier,) if isinstance(tier, str) else tier for tier in self.ranking)


class Points(Frozen):
    """Dots or points by option; an option with 0 is one without."""

    points: Annotated[dict[StrictStr, StrictInt], AfterValidator(_without_zeros)]

    @property
    def tiers(self) -> Ranking:
        """The order the dots imply: the options with most dots first, those without left out."""
        levels = sorted(set(self.points.values()), reverse=True)
        return tuple(tuple(sorted(o for o, n in self.points.items() if n == level)) for level in levels)


class Approval(Frozen):
    """The options approved of, level with each other."""

    approved: _Level

    @property
    def tiers(self) -> Ranking:
        return (self.approved,)


PrioritiseBallot = Order | Points | Approval


def check(setup: PrioritiseSetup, ballot: PrioritiseBallot) -> None:
    """Raises ``Refused(invalid_ballot)``: shape, too_few, too_many, empty, twice, unknown_option,
    out_of_range or not_in_tens."""
    reason = _fault(setup, ballot)
    if reason is not None:
        raise Refused(Code.INVALID_BALLOT, reason)


def _fault(setup: PrioritiseSetup, ballot: PrioritiseBallot) -> str | None:
    known = {option.id for option in setup.options}
    if isinstance(ballot, Order) and setup.method == "rank":
        return _order_fault(ballot.tiers, known, setup.cut)
    if isinstance(ballot, Approval) and setup.method == "approval":
        return _order_fault(ballot.tiers if ballot.approved else (), known, setup.cut)
    if isinstance(ballot, Points) and setup.method in ("dots", "points"):
        return _points_fault(ballot.points, known, setup)
    return "shape"


def _order_fault(tiers: Ranking, known: set[str], limit: int) -> str | None:
    ranked = [option for tier in tiers for option in tier]
    if not tiers:
        return "too_few"
    if not all(tiers):
        return "empty"
    if not known.issuperset(ranked):
        return "unknown_option"
    if len(set(ranked)) < len(ranked):
        return "twice"
    return "too_many" if len(ranked) > limit else None


def _points_fault(points: dict[str, int], known: set[str], setup: PrioritiseSetup) -> str | None:
    if not points:
        return "too_few"
    if not known.issuperset(points):
        return "unknown_option"
    if not all(0 < count <= setup.each for count in points.values()):
        return "out_of_range"
    given, most = sum(points.values()), setup.dots or 0
    if given > most:
        return "too_many"
    return _exact_fault(points, most) if setup.method == "points" else None


def _exact_fault(points: dict[str, int], whole: int) -> str | None:
    if any(count % STEP for count in points.values()):
        return "not_in_tens"
    return "too_few" if sum(points.values()) < whole else None
