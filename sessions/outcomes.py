"""What an activity settled, with its evidence, in shapes that no exporter or page needs to interpret."""

from typing import Annotated, Any, Literal

from pydantic import Field

from sessions.actor import Frozen
from sessions.text import Text

# From left to right: read back from JSON, a plain text stays one instead of becoming a Spanish ``Text``.
Cell = Annotated[str | int | Text | None, Field(union_mode="left_to_right")]


class Column(Frozen):
    """``kind`` says how cells read: ``place`` is a position such as "3-4", ``count`` an integer,
    ``number`` an exact value written as text."""

    label: Text
    kind: Literal["text", "count", "place", "number"] = "text"


class Table(Frozen):
    """A table with one label column first. ``chart`` names the column (0-based) a bar chart draws."""

    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    chart: int | None = None


class Finding(Frozen):
    """One thing settled, which a roadmap line can cite by ``id`` (unique within the activity)."""

    id: str
    label: Text
    text: Text | None = None
    place: tuple[int, int] | None = None  # first and last position shared, 1-based
    count: int | None = None


class Sources(Frozen):
    """Where ballots came from: they add up to all who voted."""

    phone: int = 0
    paper: int = 0
    hands: int = 0


class Counted(Frozen):
    """Ballots by sort. ``voted`` = ``answered`` + ``abstained`` + ``not_applicable``. ``sources`` where some had no
    phone."""

    voted: int = 0
    answered: int = 0
    abstained: int = 0
    not_applicable: int = 0
    delegations: int = 0
    sources: Sources | None = None


class Outcome(Frozen):
    """``result`` is what the kind's own page component draws; everything else is neutral."""

    counted: Counted
    result: dict[str, Any]
    findings: tuple[Finding, ...] = ()
    tables: tuple[Table, ...] = ()
    how: Text
    """One or two sentences: how it was counted, for people who never heard of the rule."""
    breakdown: Table | None = None
    """What groups of voters answered, where that was asked for; it is the last of ``tables`` too."""
