"""What a prioritisation asks, and how it will be counted."""

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator

from sessions.activities.kind import Options, VoteSetup

Headline = Literal["delegation", "person"]
Method = Literal["rank", "dots", "points", "approval"]

STEP = 10
"""Points are given in steps of this many."""


_CHOOSING = ("rank", "approval")


class PrioritiseSetup(VoteSetup):
    """``rank``: order up to ``top`` options. ``approval``: approve of up to ``top`` options. ``dots``: share out up to
    ``dots`` dots, at most ``per_option`` (by default all of them) on one option. ``points``: share out exactly ``dots``
    points in steps of ten, at most ``per_option`` on one option. With dots and points ``top`` is optional.

    ``top`` is also how many priorities the meeting looks for. ``headline`` names the count that settles the order: each
    delegation's ballots averaged to weight one, or each person's weighing one; the other is given as positions only.

    Faults beside those of options: ``top_missing``, ``top_too_large``, ``dots_missing``, ``dots_unused``,
    ``dots_too_many`` (more than can be placed), ``points_not_in_tens``, ``per_option_unused``,
    ``per_option_too_large``, ``headline_without_people`` (where each delegation has one ballot).
    """

    method: Method = "rank"
    options: Annotated[Options, Field(validate_default=True)] = ()
    top: Annotated[int, Field(ge=1, strict=True)] | None = Field(default=None, validate_default=True)
    per_option: Annotated[int, Field(ge=1, le=1000, strict=True)] | None = None
    dots: Annotated[int, Field(ge=1, le=1000, strict=True)] | None = Field(default=None, validate_default=True)
    headline: Headline = "delegation"

    @field_validator("headline", mode="after")
    @classmethod
    def _headline_fits(cls, headline: Headline, info: ValidationInfo) -> Headline:
        if headline == "person" and info.data.get("unit") == "delegation":
            raise ValueError("headline_without_people")
        return headline

    @field_validator("top", mode="after")
    @classmethod
    def _top_fits(cls, top: int | None, info: ValidationInfo) -> int | None:
        if top is None and info.data.get("method") in _CHOOSING:
            raise ValueError("top_missing")
        options = info.data.get("options")
        if top is not None and options is not None and top > len(options):
            raise ValueError("top_too_large")
        return top

    @field_validator("per_option", mode="after")
    @classmethod
    def _per_option_fits(cls, per_option: int | None, info: ValidationInfo) -> int | None:
        method = info.data.get("method")
        if per_option is not None and method in _CHOOSING:
            raise ValueError("per_option_unused")
        if per_option is not None and method == "points" and per_option % STEP:
            raise ValueError("points_not_in_tens")
        return per_option

    @field_validator("dots", mode="after")
    @classmethod
    def _dots_fit(cls, dots: int | None, info: ValidationInfo) -> int | None:
        fault = _dots_fault(dots, info.data)
        if fault is not None:
            raise ValueError(fault)
        return dots

    @property
    def cut(self) -> int:
        """How many priorities the meeting looks for; 0 where the setup does not say."""
        return self.top or 0

    @property
    def each(self) -> int:
        """The most dots or points one ballot may give one option."""
        return self.per_option or self.dots or 0

    @property
    def best(self) -> int:
        """The most points one ballot of weight one can give one option."""
        if self.method == "approval":
            return 1
        return len(self.options) - 1 if self.method == "rank" else self.each


def _dots_fault(dots: int | None, earlier: dict[str, Any]) -> str | None:
    method = earlier.get("method")
    if dots is None:
        return "dots_missing" if method in ("dots", "points") else None
    if method in _CHOOSING:
        return "dots_unused"
    if method == "points" and dots % STEP:
        return "points_not_in_tens"
    per_option = earlier.get("per_option")
    if per_option is None:
        return None
    if per_option > dots:
        return "per_option_too_large"
    options = earlier.get("options")
    return "dots_too_many" if options is not None and per_option * len(options) < dots else None
