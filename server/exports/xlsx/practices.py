"""Good-practice sheets, a sheet a row, in the fields of the region's template."""

from typing import Any

from server.exports.paper.practices import OVERVIEW, PASSAGES, fields
from server.exports.safety import no_control
from server.exports.words import say
from server.exports.xlsx.book import Book

_WIDTH, _WIDE = 24, 48
_HEAD = 2


def practices_sheet(book: Book) -> None:
    lang, names = book.lang, (*OVERVIEW, *PASSAGES)
    sheet: Any = book.sheet(say("practices_short", lang)).sheet
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, _WIDE)
    for at, name in enumerate(names, start=2):
        sheet.set_column(at, at, _WIDE if name in PASSAGES else _WIDTH)
    sheet.write_string(0, 0, say("practices", lang), book.title)
    sheet.write_string(1, 0, say("practices_told", lang), book.faint)
    heads = [say("code", lang), say("title", lang), *(say(f"practice.{name}", lang) for name in names)]
    for at, head in enumerate([*heads, say("line.sources", lang)]):
        sheet.write_string(_HEAD, at, head, book.label)
    for row, practice in enumerate(book.report.practices, start=_HEAD + 1):
        told = fields(practice, lang)
        sources = ", ".join(source.code for source in practice.sources)
        for at, text in enumerate([practice.code, practice.title, *(told[name] for name in names), sources]):
            sheet.write_string(row, at, no_control(text), book.cell)
    sheet.autofilter(_HEAD, 0, _HEAD + len(book.report.practices), len(heads))
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.print_area(0, 0, _HEAD + len(book.report.practices), len(heads))
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
