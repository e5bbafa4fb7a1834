"""An edited workbook of the roadmap, read back: what a person changed in which cell, line by line, through the commands
that everybody else uses.

Only `.xlsx` files as `server/exports/xlsx` wrote them are read. Each line names the version on which it was written, so
that a field that somebody else has changed since is refused and never written over.
"""

from dataclasses import dataclass, field
from typing import Any

MAX_FILE = 5 * 1024 * 1024
"""The largest file that is looked at, in bytes."""


class FileRefused(Exception):
    """A file that is not read; ``code`` is stable, the message says why, for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` and ``after`` are as the cells show them."""

    field: str
    before: str
    after: str


@dataclass(slots=True)
class Row:
    """What became of one row: ``accepted`` or ``refused`` (with the ``reason``, a code of the domain or one of
    ``unknown_value``, ``unknown_row``, ``missing_row``), or ``unchanged``. ``number`` is the row in the sheet, 0 where
    it is missing."""

    number: int
    line: str
    code: str
    verdict: str = "unchanged"
    reason: str = ""
    detail: str = ""
    changes: list[Change] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        changes = [{"field": c.field, "before": c.before, "after": c.after} for c in self.changes]
        told = {"row": self.number, "line": self.line, "code": self.code, "verdict": self.verdict, "changes": changes}
        return told | ({"reason": self.reason, "detail": self.detail} if self.reason else {})


@dataclass(frozen=True, slots=True)
class Returned:
    """A file as read. ``base`` has each line's version and texts as they were written, ``rows`` the texts of each row
    now, by column, with its number and the line's code."""

    meeting: str
    lang: str
    base: dict[str, tuple[int, dict[str, str]]]
    rows: list[tuple[int, str, dict[str, str]]]
