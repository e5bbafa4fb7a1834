"""Good-practice sheets, in the form that the region's practices are shared in.

The fields are those of the good-practice template of the Asylum Capacity Support Group's portal, with measured results,
conditions, replicability and an institutional contact beside them.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from sessions.actor import Frozen
from sessions.ids import Code
from sessions.lineage import Parent
from sessions.text import clean

MAX_SOURCES = 60

Title = Annotated[str, AfterValidator(clean), StringConstraints(min_length=1, max_length=200)]
Words = Annotated[str, AfterValidator(clean), StringConstraints(max_length=300)]
Passage = Annotated[str, AfterValidator(clean), StringConstraints(max_length=2000)]
Tag = Annotated[str, AfterValidator(clean), StringConstraints(min_length=1, max_length=40)]
Address = Annotated[str, StringConstraints(max_length=300, pattern=r"^(https?://\S+)?$")]


class PracticeFields(Frozen):
    """``categories`` are themes of the programme. ``contact`` is an institution's, never a person's."""

    title: Title
    categories: Annotated[tuple[Code, ...], Field(max_length=10)] = ()
    tags: Annotated[tuple[Tag, ...], Field(max_length=10)] = ()
    period: Words = ""
    entities: Words = ""
    submitted_by: Words = ""
    partners: Words = ""
    website: Address = ""
    description: Passage = ""
    results: Passage = ""
    conditions: Passage = ""
    replicability: Passage = ""
    contact: Words = ""
    sources: Annotated[tuple[Parent, ...], Field(max_length=MAX_SOURCES)] = ()


class PracticeChanges(PracticeFields):
    """Some of the fields: those that are given, also where they are given empty."""

    title: Title = "-"

    def given(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in sorted(self.model_fields_set)}


@dataclass(slots=True)
class Practice:
    """``delegation`` is the one whose practice it is, where one is said; it is named to others only while ``named``: it
    has itself agreed to the words as they stand. ``versions`` says when each field last changed."""

    id: str
    session: str
    delegation: str | None
    fields: PracticeFields
    at: int
    named: bool = False
    version: int = 1
    versions: dict[str, int] = field(default_factory=dict)
    withdrawn: bool = False

    def changed_since(self, version: int) -> frozenset[str]:
        """The fields that changed after ``version``."""
        return frozenset(name for name, at in self.versions.items() if at > version)
