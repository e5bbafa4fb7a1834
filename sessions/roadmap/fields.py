"""The columns of a line that people write, one field each, so that two people may edit one line at once."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints

from sessions.actor import Frozen
from sessions.ids import Code, Slug
from sessions.lineage import Parent
from sessions.text import clean

MAX_ACTIVITY = 200
MAX_LEADS = 2
MAX_SOURCES = 60


class Mechanism(StrEnum):
    """Under which process the line runs."""

    QUITO = "quito"
    MIRPS = "mirps"
    PAC = "pac"
    JOINT = "joint"


class Cooperation(StrEnum):
    """What help the line needs."""

    TECHNICAL = "technical"
    FINANCIAL = "financial"
    PEER = "peer"
    NONE = "none"


Short = Annotated[str, AfterValidator(clean), StringConstraints(max_length=120)]
Words = Annotated[str, AfterValidator(clean), StringConstraints(max_length=300)]
Passage = Annotated[str, AfterValidator(clean), StringConstraints(max_length=1000)]
Activity = Annotated[str, AfterValidator(clean), StringConstraints(min_length=1, max_length=MAX_ACTIVITY)]
Position = Annotated[str, StringConstraints(pattern=r"^\d{1,3}(-\d{1,3})?$")]


class LineFields(Frozen):
    """``activity`` begins with a verb in the infinitive. ``theme`` and ``challenge`` are ids of the programme;
    ``position`` ("3" or "3-4") and ``stability`` are what its prioritisation settled. ``leads`` are delegations;
    ``quarter`` counts from 1. ``remarks`` are the rapporteurs' own: delegations' come from the reading."""

    activity: Activity
    sources: Annotated[tuple[Parent, ...], Field(max_length=MAX_SOURCES)] = ()
    theme: Code | None = None
    challenge: Code | None = None
    position: Position | None = None
    stability: Literal["high", "medium", "lower"] | None = None
    output: Words = ""
    mechanism: Mechanism | None = None
    alignment: Words = ""
    leads: Annotated[tuple[Slug, ...], Field(max_length=MAX_LEADS)] = ()
    institution: Words = ""
    support: Words = ""
    quarter: Annotated[int, Field(ge=1, le=4)] | None = None
    year: Annotated[int, Field(ge=2000, le=2200)] | None = None
    milestone: Words = ""
    indicator: Words = ""
    baseline: Short = ""
    target: Short = ""
    verification: Words = ""
    cooperation: Cooperation | None = None
    amount: Short = ""
    remarks: Passage = ""


class LineChanges(LineFields):
    """Some of the fields: those that are given, also where they are given empty."""

    activity: Activity = "-"

    def given(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in sorted(self.model_fields_set)}


def changed(fields: LineFields, changes: dict[str, Any]) -> tuple[str, ...]:
    """The names among ``changes`` whose values are others than now."""
    return tuple(name for name, value in changes.items() if getattr(fields, name) != value)
