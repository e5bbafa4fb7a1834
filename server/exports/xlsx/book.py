"""A workbook being written from the top down, line by line, in columns that every sheet shares."""

import io
import re
from datetime import UTC, datetime
from itertools import pairwise
from textwrap import wrap
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format as Style
from xlsxwriter.worksheet import Worksheet

from server.exports.returning import SHEET
from server.exports.safety import no_control
from server.exports.words import moment, say
from sessions.report import Report
from sessions.text import pick

_SHEET_NAME = re.compile(r"[\[\]:*?/\\'\s]+")
_WIDTHS = (25, 70, 15, 15, 15, 15)
"""Columns in characters: a code or label, the text, then numbers; further ones are as wide as the last."""
LAST = len(_WIDTHS) - 1
_SCALE = 75  # per cent, at which these columns fill the width of A4
_FURTHEST = 30
_LINE_PT = 15.0
_PAGE_PT = 640.0  # of A4 across, between the margins, at that scale
_LONGEST_CELL = 32767  # what a cell can hold
_HIGHEST_ROW_PT = 409.0
_LONGEST_HEADER = 200  # of 255 with its codes


class Book:
    """``lang`` is the language of the file. Close it to get the bytes."""

    def __init__(self, out: io.BytesIO, report: Report, lang: str) -> None:
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(out, options)
        self.report = report
        self.lang = lang
        self._names: set[str] = {SHEET}
        self.title = self._style(bold=True, font_size=16, font_color="#0F5C63")
        self.head = self._style(bold=True, font_size=13, font_color="#0F5C63", top=1, top_color="#0F5C63")
        self.key = self._style(font_color="#52636A", valign="top", text_wrap=True)
        self.text = self._style(text_wrap=True, valign="top")
        self.faint = self._style(font_color="#8FA3A3", valign="top")
        self.label = self._style(bold=True, bg_color="#DCEBEA", border=1, border_color="#8FA3A3", text_wrap=True)
        self.label.set_align("top")
        self.cell = self._style(text_wrap=True, valign="top", border=1, border_color="#8FA3A3")
        self.value = self._style(valign="top", align="right", border=1, border_color="#8FA3A3")
        self.leading = self._style(valign="top", border=1, border_color="#8FA3A3", font_color="#0F5C63", underline=1)
        self.warning = self._style(bold=True, font_color="#A1261D")
        self.book.set_properties(
            {
                "title": no_control(pick(report.meeting.title, lang)),
                "subject": say("report", lang),
                "author": "Plenaria",
                "created": datetime.fromtimestamp(report.meeting.until / 1000, UTC).replace(tzinfo=None),
                "status": say("draft" if report.draft else "final", lang),
            }
        )

    def _style(self, **properties: Any) -> Style:
        return self.book.add_format({"font_name": "Calibri", "font_size": 11, **properties})

    def text_style(self, **properties: Any) -> Style:
        """Text in a bordered cell that differs in ``properties``."""
        base = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#8FA3A3"}
        return self._style(**base, **properties)

    def sheet(self, name: str) -> "Sheet":
        """A new sheet; ``name`` is shortened to what a tab can hold and told apart from the others."""
        short = _SHEET_NAME.sub(" ", no_control(name)).strip()[:27].rstrip() or "S"
        unique = next(n for n in (short, *(f"{short} {i}" for i in range(2, 1000))) if n.lower() not in self._names)
        self._names.add(unique.lower())
        return Sheet(self, self.book.add_worksheet(unique))

    def close(self) -> None:
        self.book.close()


class Sheet:
    """``row`` (0-based) is where the next line goes."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book = book
        self.sheet = sheet
        self.row = 0
        self._heights: dict[int, float] = {}
        self._blocks: list[int] = []
        self._last = LAST
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(LAST + 1, _FURTHEST, _WIDTHS[-1])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.hide_gridlines(2)
        self._page_frame()

    def _page_frame(self) -> None:
        report, lang = self.book.report, self.book.lang
        state = f"{say('draft', lang)} · " if report.draft else ""
        until = moment(report.meeting.until, report.meeting.zone, lang)
        title = no_control(pick(report.meeting.title, lang)).replace("\n", " ")
        # An ampersand begins a code of the header; two are one that is printed.
        words = f"{state}{title}"[:_LONGEST_HEADER].replace("&", "&&")
        self.sheet.set_header(f"&L&9{words}" if len(words) <= _LONGEST_HEADER else f"&L&9{state}")
        digest = report.digest[:12]
        self.sheet.set_footer(f"&L&9{say('until', lang)} {until} · {digest}&R&9&P / &N")

    def line(self, *values: object, style: Style | None = None) -> None:
        """One row; numbers as numbers, everything else as text."""
        for column, value in enumerate(values):
            self.put(column, value, style or self.book.text)
        self.row += 1

    def headline(self, text: str, style: Style) -> None:
        """A line that runs across the sheet."""
        for column in range(1, LAST + 1):
            self.sheet.write_blank(self.row, column, None, style)
        self.put(0, text, style, wraps=False)
        self._heights[self.row] = _LINE_PT * 1.4
        self.sheet.set_row(self.row, _LINE_PT * 1.4)
        self.row += 1

    def pair(self, key: str, value: object) -> None:
        """A label and what it says."""
        self.put(0, key, self.book.key)
        self.put(1, value, self.book.text)
        self.row += 1

    def skip(self, rows: int = 1) -> None:
        self.row += rows

    def begin_block(self) -> None:
        """What follows is kept on one page of paper where it fits."""
        self._blocks.append(self.row)

    def put(self, column: int, value: object, style: Style, *, wraps: bool = True) -> None:
        """Write a cell of the current row, and make the row as high as its longest text needs."""
        self._last = max(self._last, column)
        if isinstance(value, int | float):
            self.sheet.write_number(self.row, column, value, style)
            return
        text = no_control(str(value))
        kept = text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
        self.sheet.write_string(self.row, column, kept, style)
        if wraps:
            self._grow(text_lines(kept, _WIDTHS[min(column, LAST)]))

    def _grow(self, lines: int) -> None:
        height = min(_LINE_PT * lines, _HIGHEST_ROW_PT)
        if height > self._heights.get(self.row, _LINE_PT):
            self._heights[self.row] = height
            self.sheet.set_row(self.row, height)

    def finish(self) -> None:
        """Print what was written and nothing else, and break pages between blocks."""
        self.sheet.print_area(0, 0, max(self.row - 1, 0), self._last)
        width = sum(_WIDTHS)
        scale = _SCALE * width // (width + _WIDTHS[-1] * (self._last - LAST))
        self.sheet.set_print_scale(scale)
        page = _PAGE_PT * _SCALE / scale
        breaks: list[int] = []
        top = 0
        for start, end in pairwise([*self._blocks, self.row]):
            fits_a_page = self._height(start, end) <= page
            if fits_a_page and start > top and self._height(top, end) > page:
                breaks.append(start)
                top = start
        self.sheet.set_h_pagebreaks(breaks)

    def _height(self, first: int, end: int) -> float:
        return sum(self._heights.get(row, _LINE_PT) for row in range(first, end))


def text_lines(text: str, width: int) -> int:
    """How many lines ``text`` takes in a column: an estimate, for programs that do not measure by themselves."""
    return sum(max(1, len(wrap(line, width - 1))) for line in text.split("\n"))
