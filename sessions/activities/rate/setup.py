"""What a rating asks, and the rule its outcome will be held to."""

from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo, field_validator

from sessions.activities.kind import Option, VoteSetup
from sessions.actor import Frozen
from sessions.ids import Slug
from sessions.text import Text

MAX_ITEMS = 12
MAX_CRITERIA = 4
LOW = 1
HIGHS = (5, 9)


class Criterion(Frozen):
    """What items are rated by, with the words at both ends of its scale."""

    id: Slug
    title: Text
    low_label: Text
    high_label: Text


Share = Annotated[int, Field(ge=1, le=100, strict=True)]
Step = Annotated[int, Field(strict=True)]


class Rule(Frozen):
    """The acceptance rule of a Delphi round: consensus where at least ``at_least`` per cent of those who rated give
    ``from`` or more, and fewer than ``below`` per cent give ``to`` or less. The form is that of published
    Delphi rounds (70 % and 15 % in PMC8024512); 75 % is the usual share, and fixing it beforehand the usual advice
    (Diamond and others, Journal of Clinical Epidemiology 67, 2014).

    Fault: ``rule_order`` unless to < from.
    """

    # What goes out reads back, under the names that programmes use.
    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=False)

    at_least: Share
    from_: Annotated[Step, Field(alias="from")]
    below: Share
    to: Step

    @field_validator("to", mode="after")
    @classmethod
    def _ordered(cls, to: int, info: ValidationInfo) -> int:
        if to >= info.data.get("from_", to + 1):
            raise ValueError("rule_order")
        return to


def _items(options: tuple[Option, ...]) -> tuple[Option, ...]:
    if not options:
        raise ValueError("options_missing")
    if len(options) > MAX_ITEMS:
        raise ValueError("rated_too_many")
    if len({option.id for option in options}) < len(options):
        raise ValueError("options_twice")
    return options


def _criteria(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    if not criteria:
        raise ValueError("criteria_missing")
    if len(criteria) > MAX_CRITERIA:
        raise ValueError("criteria_too_many")
    if len({criterion.id for criterion in criteria}) < len(criteria):
        raise ValueError("criteria_twice")
    return criteria


class RateSetup(VoteSetup):
    """Each of 1 to 12 ``options`` is rated by 1 to 4 ``criteria``, from ``low`` (always 1) to ``high`` (5 or 9).
    ``quadrant`` names the criteria of its horizontal and its vertical axis.

    Faults: ``options_missing``, ``rated_too_many``, ``options_twice``, ``criteria_missing``, ``criteria_too_many``,
    ``criteria_twice``, ``rating_scale``, ``rule_order``, ``rule_beyond_scale``, ``quadrant_criteria``.
    """

    options: Annotated[tuple[Option, ...], AfterValidator(_items), Field(validate_default=True)] = ()
    criteria: Annotated[tuple[Criterion, ...], AfterValidator(_criteria), Field(validate_default=True)] = ()
    low: Step = LOW
    high: Step = 9
    rule: Rule | None = None
    quadrant: tuple[Slug, ...] | None = None

    @field_validator("low", "high", mode="after")
    @classmethod
    def _known_scale(cls, end: int, info: ValidationInfo) -> int:
        if end not in (HIGHS if info.field_name == "high" else (LOW,)):
            raise ValueError("rating_scale")
        return end

    @field_validator("rule", mode="after")
    @classmethod
    def _rule_fits(cls, rule: Rule | None, info: ValidationInfo) -> Rule | None:
        high = info.data.get("high")
        if rule is not None and high is not None and not LOW <= rule.to < rule.from_ <= high:
            raise ValueError("rule_beyond_scale")
        return rule

    @field_validator("quadrant", mode="after")
    @classmethod
    def _two_criteria(cls, quadrant: tuple[str, ...] | None, info: ValidationInfo) -> tuple[str, ...] | None:
        if quadrant is not None and "criteria" in info.data and not _are_axes(quadrant, info.data["criteria"]):
            raise ValueError("quadrant_criteria")
        return quadrant

    @property
    def steps(self) -> range:
        return range(self.low, self.high + 1)


def _are_axes(quadrant: tuple[str, ...], criteria: Any) -> bool:
    return len(quadrant) == len(set(quadrant)) == 2 and {criterion.id for criterion in criteria}.issuperset(quadrant)
