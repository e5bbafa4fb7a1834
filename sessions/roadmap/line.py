"""One line of the roadmap as it stands, with all that was done to it."""

from dataclasses import dataclass, field
from typing import Any

from sessions.actor import Frozen, Role
from sessions.roadmap.fields import LineFields
from sessions.roadmap.reading import Answered
from sessions.roadmap.status import Status


class Author(Frozen):
    """Who did something: the role, the table it is for, and of a seat its delegation."""

    role: Role
    table: str | None = None
    delegation: str | None = None


@dataclass(slots=True)
class Change:
    """``what``: added, edited, withdrawn, restored, status, joined, left or answered. ``before`` and ``after`` hold
    plain values by field."""

    at: int
    author: Author
    what: str
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    session: str | None = None


@dataclass(slots=True)
class Line:
    """``version`` counts what happened to the fields, ``versions`` when each last changed. ``session`` is the one
    whose regime the line follows: where it was drafted, and once it has been read, where it was read. ``participants``
    joined of their own accord, in the order in which they did."""

    id: str
    number: int
    fields: LineFields
    session: str
    table: str | None
    created_at: int
    changed_at: int
    status: Status = Status.PROPOSED
    before: Status = Status.PROPOSED
    version: int = 1
    versions: dict[str, int] = field(default_factory=dict)
    participants: list[str] = field(default_factory=list)
    answers: dict[str, Answered] = field(default_factory=dict)
    history: list[Change] = field(default_factory=list)

    @property
    def withdrawn(self) -> bool:
        return self.status is Status.WITHDRAWN

    def changed_since(self, version: int) -> frozenset[str]:
        """The fields that changed after ``version``."""
        return frozenset(name for name, at in self.versions.items() if at > version)
