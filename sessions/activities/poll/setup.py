"""What a poll asks."""

from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from sessions.activities.kind import Options, VoteSetup
from sessions.actor import Frozen
from sessions.text import Text

MAX_STEPS = 11  # targets that fit on a phone of 320 px: 0 to 10


class Scale(Frozen):
    """Whole numbers from ``low`` to ``high``, worded at both ends.

    Faults: ``scale_order`` unless low < high, ``scale_too_wide`` beyond 11 steps.
    """

    low: Annotated[int, Field(ge=0, le=1000, strict=True)]
    high: Annotated[int, Field(ge=0, le=1000, strict=True)]
    low_label: Text
    high_label: Text

    @model_validator(mode="after")
    def _ordered(self) -> "Scale":
        if self.low >= self.high:
            raise ValueError("scale_order")
        if self.high - self.low >= MAX_STEPS:
            raise ValueError("scale_too_wide")
        return self


class PollSetup(VoteSetup):
    """``options`` belong to single and multiple, ``at_most`` to multiple (by default all), ``scale`` to scale,
    ``max_length`` (characters) to text.

    Faults beside those of options and scale: ``options_missing``, ``options_unused``, ``scale_missing``,
    ``scale_unused``, ``at_most_too_large``, ``at_most_unused``, ``breakdown_of_texts`` (style tells who wrote).
    """

    answer: Literal["single", "multiple", "scale", "text"]
    options: Annotated[Options | None, Field(validate_default=True)] = None
    at_most: Annotated[int, Field(ge=1, strict=True)] | None = None
    scale: Annotated[Scale | None, Field(validate_default=True)] = None
    max_length: Annotated[int, Field(ge=1, le=500, strict=True)] = 140

    @field_validator("answer", mode="after")
    @classmethod
    def _may_be_broken_down(cls, answer: str, info: ValidationInfo) -> str:
        if answer == "text" and info.data.get("breakdown") == "mechanism":
            raise ValueError("breakdown_of_texts")
        return answer

    @field_validator("options", mode="after")
    @classmethod
    def _options_fit(cls, options: Options | None, info: ValidationInfo) -> Options | None:
        _belongs("options", options, info, {"single", "multiple"})
        return options

    @field_validator("at_most", mode="after")
    @classmethod
    def _at_most_fits(cls, at_most: int | None, info: ValidationInfo) -> int | None:
        if at_most is not None and info.data.get("answer", "multiple") != "multiple":
            raise ValueError("at_most_unused")
        options = info.data.get("options")
        if at_most is not None and options is not None and at_most > len(options):
            raise ValueError("at_most_too_large")
        return at_most

    @field_validator("scale", mode="after")
    @classmethod
    def _scale_fits(cls, scale: Scale | None, info: ValidationInfo) -> Scale | None:
        _belongs("scale", scale, info, {"scale"})
        return scale

    @property
    def limit(self) -> int:
        """How many options one ballot may choose."""
        return (self.at_most or len(self.options or ())) if self.answer == "multiple" else 1


def _belongs(field: str, value: Any, info: ValidationInfo, answers: set[str]) -> None:
    if "answer" not in info.data:  # its own fault is reported already
        return
    needed = info.data["answer"] in answers
    if needed and value is None:
        raise ValueError(f"{field}_missing")
    if value is not None and not needed:
        raise ValueError(f"{field}_unused")
