"""Where lines, syntheses and sheets come from: an object a row, whose parents lead to their own rows."""

from typing import Any

from server.exports.paper.chain import Chain
from server.exports.safety import no_control
from server.exports.words import say
from server.exports.xlsx.book import Book
from sessions.report import ReportNode
from sessions.text import pick

_FIRST = 3
_WIDTHS = {0: 12, 1: 22, 2: 70, 3: 12}
_PARENT_WIDTH, _MOST_PARENTS = 11, 60


class Origins:
    """Leads from codes to their rows. ``sheet`` writes them, once every other sheet has been begun."""

    def __init__(self, book: Book) -> None:
        self.chain = Chain.of(book.report)
        self._rows = {place: _FIRST + number for number, place in enumerate(self.chain.nodes)}
        self._book = book
        self._name = say("origins", book.lang)

    def link(self, sort: str, id_: str) -> str | None:
        """The address of an object's row in this file; None where it has none."""
        row = self._rows.get((sort, id_))
        return None if row is None else f"internal:'{self._name}'!A{row + 1}"

    def sheet(self) -> None:
        book, lang = self._book, self._book.lang
        if not self._rows:
            return
        sheet: Any = book.sheet(self._name).sheet
        for at, width in _WIDTHS.items():
            sheet.set_column(at, at, width)
        sheet.set_column(len(_WIDTHS), len(_WIDTHS) + _MOST_PARENTS, _PARENT_WIDTH)
        sheet.write_string(0, 0, say("origins", lang), book.title)
        sheet.write_string(1, 0, say("chain_told", lang), book.faint)
        for at, head in enumerate(("code", "kind", "text", "session", "came_from")):
            sheet.write_string(_FIRST - 1, at, say(head, lang), book.label)
        sheet.freeze_panes(_FIRST, 1)
        codes = {session.id: session.code for session in book.report.sessions}
        for place, node in self.chain.nodes.items():
            self._object(sheet, self._rows[place], node, codes)
        most = max(len(node.parents) for node in self.chain.nodes.values())
        sheet.print_area(0, 0, _FIRST + len(self._rows) - 1, len(_WIDTHS) + max(min(most, _MOST_PARENTS) - 1, 0))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_FIRST - 1)

    def _object(self, sheet: Any, row: int, node: ReportNode, codes: dict[str, str]) -> None:
        book, lang = self._book, self._book.lang
        text = say("object_withheld" if node.withheld else "object_gone", lang) if node.text is None else node.text
        told = text if isinstance(text, str) else pick(text, lang)
        cells = (node.code, say(f"sort.{node.sort}", lang), told, codes.get(node.session or "", ""))
        for at, value in enumerate(cells):
            sheet.write_string(row, at, no_control(value), book.cell)
        for at, parent in enumerate(node.parents[:_MOST_PARENTS], start=len(cells)):
            found = self.chain.nodes.get((parent.sort, parent.id))
            address = self.link(parent.sort, parent.id)
            if found is not None and address is not None:
                sheet.write_url(row, at, address, book.leading, found.code, say(f"why.{parent.why}", lang))
