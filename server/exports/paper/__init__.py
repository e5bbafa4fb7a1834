"""The report as a document, before it is one of any format: what is said in which order, and how each part is meant.

A `Paper` is filled from the top down by the modules of this package; Word, PDF and Markdown draw what it holds. Every
text in it is plain text: nothing that somebody typed is markup to any of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from server.exports.words import say
from sessions.report import Report

TEXT_CM = 16.6
"""How wide a page is between its margins, and below: one that lies across."""
WIDE_CM = 26.0

Emphasis = Literal["Strong", "Muted", "Warning", "Link"]
Style = Literal[
    "BodyText",
    "Title",
    "Subtitle",
    "DraftBanner",
    "SmallPrint",
    "SessionLine",
    "Caption",
    "Question",
    "KeptText",
    "ListBullet",
    "ListNumber",
]
"""How a paragraph is meant; Word has a style of each name."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words within a paragraph. ``whole`` ones, such as codes, are not torn at their hyphens. ``anchor`` names this
    place, ``link`` one that these words lead to; both are names of ours (``o12``), each anchor once in a paper."""

    text: str
    emphasis: Emphasis | None = None
    whole: bool = False
    anchor: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    spans: tuple[Span, ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 1 to 4. ``listed`` ones stand in the table of contents as far as it goes; all can be jumped to."""

    text: str
    level: int
    listed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A new page, with ``regime`` at the head of it and of those that follow."""

    regime: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Col:
    """``cm`` is the width. ``bar`` columns hold numbers from 0 to 1, ``right`` ones stand at the right."""

    head: str
    cm: float
    right: bool = False
    bar: bool = False


Cell = str | float | tuple[Span, ...]
"""What stands in a table: words, the length of a bar from 0 to 1, or words that lead somewhere."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; each row has a value for each column. ``together`` keeps it on a page; ``small`` suits many columns."""

    cols: tuple[Col, ...]
    rows: tuple[tuple[Cell, ...], ...]
    together: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """``cm`` wide; ``told`` is what it shows in words for those who do not see it."""

    png: bytes
    cm: float
    told: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands."""


Block = Words | Heading | Part | Grid | Picture | Contents


@dataclass
class Paper:
    """``lang`` is the language of the file."""

    report: Report
    lang: str
    blocks: list[Block] = field(default_factory=list)

    def add(self, block: Block) -> None:
        self.blocks.append(block)

    def say(self, *spans: Span, style: Style = "BodyText") -> None:
        self.add(Words(spans, style))

    def text(self, text: str, style: Style = "BodyText") -> None:
        self.say(run(text), style=style)

    def pair(self, label: str, text: str, *, keep: bool = False) -> None:
        """A line that begins with what it is about; ``keep`` it on one page with what follows."""
        self.say(run(f"{label}: ", "Strong"), run(text), style="KeptText" if keep else "BodyText")

    def heading(self, text: str, level: int, *, listed: bool = True) -> None:
        """Levels 1 to 4; ``listed`` ones are in the table of contents."""
        self.add(Heading(text, level, listed))

    def picture(self, png: bytes, cm: float, told: str) -> None:
        self.add(Picture(png, cm, told))

    def begin_part(self, regime: str, *, wide: bool = False) -> None:
        """A new page of A4, across where ``wide``."""
        self.add(Part(regime, wide))

    def regime_of_each(self) -> str:
        """What stands at the head of pages that tell of several sessions."""
        return say("regime.each", self.lang)


def run(text: str, emphasis: Emphasis | None = None) -> Span:
    """Words as they stand; line feeds break lines."""
    return Span(text, emphasis)


def code(text: str, emphasis: Emphasis | None = None) -> Span:
    """A short code that is not torn at its hyphens."""
    return Span(text, emphasis, whole=True)


def spans_of(value: Cell) -> tuple[Span, ...]:
    """The words of a cell that holds no bar."""
    return value if isinstance(value, tuple) else (Span(str(value)),)


def grid(
    paper: Paper,
    cols: Sequence[Col],
    rows: Sequence[Sequence[Cell]],
    *,
    together: bool = False,
    small: bool = False,
) -> None:
    """Add a table; ``rows`` have a value for each of ``cols``."""
    paper.add(Grid(tuple(cols), tuple(tuple(row) for row in rows), together, small))
