"""Rounds side by side: what changed, as a table and a native chart of lines, and what each earlier round settled."""

from collections.abc import Callable

from server.exports.safety import no_control
from server.exports.words import moment, place, say
from server.exports.xlsx.book import LAST, Sheet
from sessions.movement import Movement
from sessions.outcomes import Table
from sessions.report import ReportActivity, ReportRound
from sessions.text import pick

_ROW_PX, _LINE_PX, _FRAME_PX, _WIDTH_PX = 20, 26, 90, 620
_LABEL = 40
_LINES = {
    "rose": {"color": "#0F5C63", "width": 2.5},
    "fell": {"color": "#A9481A", "width": 1.75, "dash_type": "dash"},
    "level": {"color": "#828282", "width": 1.0},
}

WriteTable = Callable[[Sheet, Table], None]


def rounds(sheet: Sheet, activity: ReportActivity, table: WriteTable) -> None:
    if activity.movement is not None:
        _change(sheet, activity.movement, table)
    for round_ in reversed(activity.earlier):
        _earlier(sheet, round_, table)


def _change(sheet: Sheet, movement: Movement, table: WriteTable) -> None:
    lang = sheet.book.lang
    table(sheet, movement.table)
    _chart(sheet, movement)
    for note in movement.notes:
        sheet.pair("", pick(note, lang))


def _earlier(sheet: Sheet, round_: ReportRound, table: WriteTable) -> None:
    lang, zone = sheet.book.lang, sheet.book.report.meeting.zone
    counted = round_.counted
    sheet.skip()
    sheet.begin_block()
    sheet.pair(say("round_n", lang, round=round_.round), moment(round_.opened_at, zone, lang))
    sheet.pair(say("secrecy", lang), say(f"secrecy.{round_.secrecy}", lang))
    sheet.pair("", say("voted_in_round", lang, n=counted.voted, delegations=counted.delegations))
    if not round_.places_only:
        figures = counted.model_dump(include={"answered", "abstained", "not_applicable"})
        sheet.pair("", say("apart", lang, **figures))
    for one in round_.tables:
        table(sheet, one)
    sheet.pair(say("how", lang), pick(round_.how, lang))
    if round_.digest:
        sheet.pair(say("digest", lang), round_.digest)
    if round_.movement is not None:
        _change(sheet, round_.movement, table)


def _chart(sheet: Sheet, movement: Movement) -> None:
    """Each option a line from its place before to its place after; the first place is on top. The numbers it draws
    stand beyond what is printed."""
    lang, book = sheet.book.lang, sheet.book
    lines = book.book.add_chart({"type": "line"})
    if lines is None:  # for a type that XlsxWriter does not know
        raise TypeError("line")
    name, left, first = sheet.sheet.name, LAST + 4, sheet.row
    labels = [pick(label, lang) for label in (movement.before.label, movement.after.label)]
    for at, label in enumerate(labels):
        sheet.sheet.write_string(first, left + 1 + at, no_control(label), book.faint)
    for number, row in enumerate(movement.rows, start=1):
        text = " ".join(no_control(pick(row.label, lang)).split())[:_LABEL].lstrip("= ")
        sheet.sheet.write_string(first + number, left, text, book.faint)
        for at, (low, high) in enumerate((row.start, row.end)):
            sheet.sheet.write_number(first + number, left + 1 + at, (low + high) / 2, book.faint)
        lines.add_series(
            {
                "name": f"{place(row.start)} → {place(row.end)} {text}",
                "categories": [name, first, left + 1, first, left + 2],
                "values": [name, first + number, left + 1, first + number, left + 2],
                "line": _LINES[row.way],
                "marker": {"type": "circle", "size": 5},
            }
        )
    title = pick(movement.table.title, lang)
    lines.set_title({"name": title, "name_font": {"size": 11}, "overlay": False})
    lines.set_y_axis({"reverse": True, "min": 1, "max": len(movement.rows), "major_unit": 1, "num_format": "0"})
    lines.set_x_axis({"label_position": "high"})
    lines.set_legend({"position": "right", "font": {"size": 9}})
    height = _FRAME_PX + _LINE_PX * len(movement.rows)
    lines.set_size({"width": _WIDTH_PX, "height": height})
    sheet.begin_block()
    sheet.sheet.insert_chart(sheet.row, 1, lines, {"object_position": 2, "description": title})
    sheet.skip(max(2 + -(-height // _ROW_PX), len(movement.rows) + 2))
    sheet.begin_block()
