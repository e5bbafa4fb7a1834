"""The roadmap as a sheet: a line a row, with filters, lists to choose from, and charts; and what reading back needs."""

from typing import Any

from xlsxwriter.format import Format as Style

from server.exports.lines import COLUMNS, columns, statuses
from server.exports.returning import EDITABLE, FORM, SHEET
from server.exports.safety import no_control
from server.exports.words import moment, say
from server.exports.xlsx.book import Book, text_lines
from server.exports.xlsx.origins import Origins
from sessions.report import ReportLine

_WIDE = {"activity": 46, "output": 34, "alignment": 26, "indicator": 26, "verification": 26, "remarks": 34}
_WIDE |= {"reservations": 34, "sources": 24, "leads": 22, "participants": 26, "institution": 22, "support": 18}
_NARROW = {"position": 9, "quarter": 9, "year": 8, "code": 11, "theme": 8, "challenge": 11}
_DEFAULT = 15
_LISTS = {
    "mechanism": ("quito", "mirps", "pac", "joint"),
    "cooperation": ("technical", "financial", "peer", "none"),
    "stability": ("high", "medium", "lower"),
    "status": ("proposed", "reviewed", "agreed_ad_referendum", "confirmed", "with_reservation"),
}
_NUMBERS = frozenset({"quarter", "year"})
_HEAD = 3
_SPARE = 200
_LONGEST = 32767
_LINE_PT, _HIGHEST_PT = 15.0, 409.0


def roadmap_sheet(book: Book, origins: Origins) -> None:
    lang, lines = book.lang, book.report.roadmap
    sheet: Any = book.sheet(say("roadmap", lang)).sheet
    grey = book.text_style(bg_color="#ECEFEF", font_color="#52636A")
    link = book.text_style(bg_color="#ECEFEF", font_color="#0F5C63", underline=1)
    for at, name in enumerate(COLUMNS):
        sheet.set_column(at, at, _width(name))
    sheet.write_string(0, 0, say("roadmap", lang), book.title)
    until = moment(book.report.meeting.until, book.report.meeting.zone, lang)
    state = say("draft_why", lang, until=until) if book.report.draft else f"{say('until', lang)} {until}"
    sheet.write_string(1, 0, f"{state} {say('edit_roadmap', lang)}", book.faint)
    sheet.set_row(_HEAD, 3 * _LINE_PT)
    for at, name in enumerate(COLUMNS):
        sheet.write_string(_HEAD, at, say(f"line.{name}", lang), book.label)
    for row, line in enumerate(lines, start=_HEAD + 1):
        told = columns(line, lang)
        _line(sheet, row, told, book.cell, grey)
        if address := origins.link("line", line.id):
            sheet.write_url(row, COLUMNS.index("sources"), address, link, told["sources"], line.code)
    last = _HEAD + max(len(lines), 1)
    sheet.autofilter(_HEAD, 0, last, len(COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.repeat_rows(_HEAD)
    sheet.print_area(0, 0, last, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3, two sheets side by side
    sheet.repeat_columns(0)
    sheet.fit_to_pages(2, 0)
    _lists(sheet, last, lang)
    _charts(book, sheet, last + 3)


def _width(name: str) -> int:
    return _WIDE.get(name) or _NARROW.get(name) or _DEFAULT


def _line(sheet: Any, row: int, told: dict[str, str], cell: Style, grey: Style) -> None:
    sheet.set_row(row, min(_LINE_PT * max(text_lines(told[name], _width(name)) for name in COLUMNS), _HIGHEST_PT))
    for at, name in enumerate(COLUMNS):
        style = cell if name in EDITABLE else grey
        if name in _NUMBERS and told[name]:
            sheet.write_number(row, at, int(told[name]), style)
        else:
            sheet.write_string(row, at, no_control(told[name])[:_LONGEST], style)


def _lists(sheet: Any, last: int, lang: str) -> None:
    """What may be chosen; other words are refused when the file comes back."""
    for name, values in _LISTS.items():
        at = COLUMNS.index(name)
        rule = {"validate": "list", "source": [say(f"{name}.{value}", lang) for value in values], "ignore_blank": True}
        sheet.data_validation(_HEAD + 1, at, last + _SPARE, at, rule | {"error_message": say("choose_listed", lang)})
    quarter, year = COLUMNS.index("quarter"), COLUMNS.index("year")
    whole = {"validate": "integer", "criteria": "between", "ignore_blank": True}
    sheet.data_validation(_HEAD + 1, quarter, last + _SPARE, quarter, whole | {"minimum": 1, "maximum": 4})
    sheet.data_validation(_HEAD + 1, year, last + _SPARE, year, whole | {"minimum": 2000, "maximum": 2200})


def _charts(book: Book, sheet: Any, first: int) -> None:
    """How many lines stand where, and under which theme: two small tables with native charts."""
    lang, lines = book.lang, book.report.roadmap
    if not lines:
        return
    by_status = {say(f"status.{status}", lang): n for status, n in statuses(lines).items()}
    by_theme = _by_theme(lines)
    for left, title, counts in ((0, "lines_by_status", by_status), (5, "lines_by_theme", by_theme)):
        _chart(book, sheet, (first, left), say(title, lang), counts)


def _by_theme(lines: tuple[ReportLine, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lines:
        found[line.theme or "-"] = found.get(line.theme or "-", 0) + 1
    return dict(sorted(found.items()))


def _chart(book: Book, sheet: Any, place: tuple[int, int], title: str, counts: dict[str, int]) -> None:
    first, left = place
    sheet.write_string(first, left, title, book.label)
    sheet.write_string(first, left + 1, say("number_of_lines", book.lang), book.label)
    for row, (label, count) in enumerate(counts.items(), start=first + 1):
        sheet.write_string(row, left, no_control(label), book.cell)
        sheet.write_number(row, left + 1, count, book.value)
    bars: Any = book.book.add_chart({"type": "bar"})
    span = (first + 1, first + len(counts))
    series: dict[str, Any] = {"categories": [sheet.name, span[0], left, span[1], left], "name": title}
    series |= {"values": [sheet.name, span[0], left + 1, span[1], left + 1], "fill": {"color": "#0F5C63"}}
    bars.add_series(series | {"data_labels": {"value": True}, "gap": 60})
    bars.set_title({"name": title, "name_font": {"size": 11}, "overlay": False})
    bars.set_legend({"none": True})
    bars.set_y_axis({"reverse": True})
    bars.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    bars.set_size({"width": 460, "height": 90 + 26 * len(counts)})
    sheet.insert_chart(first + len(counts) + 2, left, bars, {"object_position": 2, "description": title})


def kept_sheet(book: Book) -> None:
    """Where each line stands now, hidden, for when the file comes back."""
    report = book.report
    sheet = book.book.add_worksheet(SHEET)
    sheet.very_hidden()
    told = (SHEET, FORM, report.meeting.id, report.cursor[0], report.cursor[1], book.lang)
    for at, value in enumerate(told):
        sheet.write_string(0, at, str(value))
    for at, name in enumerate(("id", "version", *EDITABLE)):
        sheet.write_string(1, at, name)
    for row, line in enumerate((line for line in report.roadmap if not line.withheld), start=2):
        texts = columns(line, book.lang)
        for at, value in enumerate((line.id, str(line.version), *(texts[name] for name in EDITABLE))):
            sheet.write_string(row, at, no_control(value)[:_LONGEST])
