"""The report as a workbook: an overview, then one sheet a session with its outcomes, native charts and notes.

Strings are written as strings: nothing a person typed becomes a formula or a link.
"""

import io
import re
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format as Style
from xlsxwriter.worksheet import Worksheet

from server.exports import Format
from server.exports.safety import no_control
from server.exports.words import cell, day, moment, say, table_name
from sessions.outcomes import Table
from sessions.report import Report, ReportActivity, ReportSession
from sessions.text import pick

_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_WIDTHS = (16, 60, 18, 14, 14, 14, 14)
_CHART_ROWS = 16


class _Book:
    """One workbook being written; ``row`` is where the next line of the current sheet goes."""

    def __init__(self, out: io.BytesIO, lang: str) -> None:
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(out, options)
        self.lang = lang
        self._names: set[str] = set()
        self.title = self._style(bold=True, font_size=16)
        self.head = self._style(bold=True, font_size=12, top=1)
        self.label = self._style(bold=True, bg_color="#DCEBEA", border=1, text_wrap=True, valign="top")
        self.text = self._style(text_wrap=True, valign="top")
        self.cell = self._style(text_wrap=True, valign="top", border=1)
        self.warning = self._style(bold=True, font_color="#A1261D")

    def _style(self, **properties: Any) -> Style:
        return self.book.add_format({"font_name": "Calibri", "font_size": 11, **properties})

    def sheet(self, name: str) -> "_Sheet":
        short = _SHEET_NAME.sub(" ", no_control(name)).strip()[:28] or "S"
        unique = next(n for n in (short, *(f"{short} {i}" for i in range(2, 1000))) if n.lower() not in self._names)
        self._names.add(unique.lower())
        return _Sheet(self, self.book.add_worksheet(unique))


class _Sheet:
    def __init__(self, book: _Book, sheet: Worksheet) -> None:
        self.book = book
        self.sheet = sheet
        self.row = 0
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def line(self, *values: object, style: Style | None = None) -> None:
        for column, value in enumerate(values):
            self.put(column, value, style or self.book.text)
        self.row += 1

    def put(self, column: int, value: object, style: Style) -> None:
        if isinstance(value, int):
            self.sheet.write_number(self.row, column, value, style)
        else:
            self.sheet.write_string(self.row, column, no_control(str(value)), style)


def write(report: Report, lang: str) -> bytes:
    out = io.BytesIO()
    book = _Book(out, lang)
    _overview(book, report)
    for session in report.sessions:
        if session.activities or session.entries:
            _session(book, report, session)
    book.book.close()
    return out.getvalue()


def _overview(book: _Book, report: Report) -> None:
    lang, meeting = book.lang, report.meeting
    sheet = book.sheet(say("overview", lang))
    sheet.line(pick(meeting.title, lang), style=book.title)
    if report.draft:
        sheet.line(say("draft", lang), style=book.warning)
    if meeting.rehearsal:
        sheet.line(say("rehearsal", lang), style=book.warning)
    days = sorted({day(session.starts_at, meeting.zone, lang) for session in report.sessions})
    for key, value in (
        ("place", pick(meeting.place, lang)),
        ("dates", "; ".join(days)),
        ("delegations", str(len(meeting.delegations))),
        ("people", str(meeting.present)),
        ("cursor", f"{report.cursor[0]} / {report.cursor[1]}"),
        ("digest", report.digest),
    ):
        sheet.line(say(key, lang), value)
    sheet.line(say("not_binding", lang))
    sheet.row += 1
    heads = ("session", "activity", "regime", "secrecy", "voted", "delegations")
    sheet.line(*(say(head, lang) for head in heads), style=book.label)
    first = sheet.row
    for session in report.sessions:
        for activity in session.activities:
            regime = say(f"regime.{session.regime}", lang)
            voted = "" if activity.voted is None else activity.voted
            delegations = "" if activity.delegations_voted is None else activity.delegations_voted
            secrecy = say(f"secrecy.{activity.secrecy}", lang)
            title = f"{activity.code} · {pick(activity.title, lang)}"
            sheet.line(session.code, title, regime, secrecy, voted, delegations, style=book.cell)
    if sheet.row > first:
        sheet.sheet.autofilter(first - 1, 0, sheet.row - 1, len(heads) - 1)


def _session(book: _Book, report: Report, session: ReportSession) -> None:
    lang = book.lang
    sheet = book.sheet(f"{session.code} {pick(session.title, lang)}")
    sheet.line(pick(session.title, lang), style=book.title)
    if report.draft:
        sheet.line(say("draft", lang), style=book.warning)
    sheet.line(say("regime", lang), say(f"regime.{session.regime}", lang))
    if session.started_at is not None:
        sheet.line(say("dates", lang), moment(session.started_at, report.meeting.zone, lang))
    if session.withheld:
        sheet.line(say("withheld", lang))
    for activity in session.activities:
        _activity(sheet, activity)
    _notes(sheet, session)


def _activity(sheet: _Sheet, activity: ReportActivity) -> None:
    lang, book = sheet.book.lang, sheet.book
    sheet.row += 1
    sheet.line(activity.code, pick(activity.title, lang), style=book.head)
    sheet.line(say("question", lang), pick(activity.question, lang))
    if activity.voted is not None:
        sheet.line(say("voted", lang), say("of_people", lang, n=activity.voted, of=activity.eligible))
    if activity.outcome is None:
        return
    for table in activity.tables:
        _table(sheet, table)
    sheet.line(say("how", lang), pick(activity.outcome.how, lang))
    if activity.digest:
        sheet.line(say("digest", lang), activity.digest)


def _table(sheet: _Sheet, table: Table) -> None:
    lang, book = sheet.book.lang, sheet.book
    sheet.line(pick(table.title, lang), style=book.text)
    sheet.line(*(pick(column.label, lang) for column in table.columns), style=book.label)
    first = sheet.row
    for row in table.rows:
        sheet.line(
            *(_number(cell(value, lang), column.kind) for value, column in zip(row, table.columns, strict=True)),
            style=book.cell,
        )
    if table.chart is not None and table.rows:
        _chart(sheet, table, first)
    sheet.row += 1


def _number(value: str | int, kind: str) -> str | int | float:
    """Exact values such as 45/2 are numbers in a workbook, so that charts can draw them."""
    if kind != "number" or isinstance(value, int):
        return value
    top, _, bottom = value.partition("/")
    return int(top) / int(bottom) if bottom else value


def _chart(sheet: _Sheet, table: Table, first: int) -> None:
    """Bars from the top down, one grey-safe hue, numbers on them."""
    column = table.chart or 0
    last = first + len(table.rows) - 1
    name = sheet.sheet.get_name()
    chart = sheet.book.book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "categories": [name, first, 0, last, 0],
            "values": [name, first, column, last, column],
            "fill": {"color": "#0F5C63"},
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    chart.set_title({"name": pick(table.title, sheet.book.lang), "name_font": {"size": 11}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 760, "height": 60 + 26 * len(table.rows)})
    sheet.sheet.insert_chart(sheet.row, 0, chart)
    sheet.row += 4 + (26 * len(table.rows)) // 20


def _notes(sheet: _Sheet, session: ReportSession) -> None:
    lang, book = sheet.book.lang, sheet.book
    if not session.entries:
        return
    sheet.row += 1
    sheet.line(say("notes", lang), style=book.head)
    sheet.line(*(say(key, lang) for key in ("code", "text", "heading", "table")), style=book.label)
    for entry in session.entries:
        heading, table = pick(entry.heading_title, lang), table_name(entry.table, lang)
        sheet.line(entry.code, entry.text, heading, table, style=book.cell)


FORMAT = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write)
