"""The rows of the roadmap in a workbook, as texts, and what it kept of how they were written."""

from typing import Any

from server.exports.lines import COLUMNS
from server.exports.returning import EDITABLE, FORM, MAX_LINES, SHEET
from server.exports.words import LANGUAGES, say
from server.readback import FileRefused, Returned
from server.readback.opening import workbook

_HEAD_WITHIN = 12
_MAX_COLUMNS = 80
_MAX_TEXT = 4_000
_EMPTY_ROWS = 400


def read(body: bytes) -> Returned:
    """Takes a moment: not on the event loop. Raises ``FileRefused``."""
    book = workbook(body)
    try:
        return _returned(book)
    except FileRefused:
        raise
    except Exception as error:
        raise FileRefused("not_a_workbook", "it is no .xlsx workbook, or it is damaged") from error
    finally:
        book.close()


def _returned(book: Any) -> Returned:
    if SHEET not in book.sheetnames:
        raise FileRefused("not_ours", "it is no roadmap that this server wrote: export it again as xlsx and edit that")
    meeting, lang, base = _kept(book[SHEET])
    for name in (name for name in book.sheetnames if name != SHEET):
        heads = _heads(book[name])
        if heads is not None:
            return Returned(meeting, lang, base, _rows(book[name], *heads))
    raise FileRefused("no_roadmap", "no sheet has the columns of the roadmap")


def _kept(sheet: Any) -> tuple[str, str, dict[str, tuple[int, dict[str, str]]]]:
    lines = [[_text(cell) for cell in row] for row in _cells(sheet, MAX_LINES + 3)]
    try:
        mark, form, meeting, _, _, lang = lines[0][:6]
        names = lines[1]
        if mark != SHEET or lang not in LANGUAGES or names[:2] != ["id", "version"]:
            raise ValueError(mark)
        if int(form) > FORM:
            raise FileRefused("newer", "a newer Plenaria wrote it: update this one")
        base = {row[0]: (int(row[1]), dict(zip(names[2:], row[2:], strict=False))) for row in lines[2:] if row[0]}
    except (ValueError, IndexError) as error:
        raise FileRefused("not_ours", "what it kept of the roadmap was changed: export it again") from error
    if len(lines) > MAX_LINES + 2:
        raise FileRefused("too_many_rows", f"it has more than {MAX_LINES} lines")
    return meeting, lang, base


def _cells(sheet: Any, most: int) -> list[tuple[Any, ...]]:
    sheet.reset_dimensions()
    return [row[:_MAX_COLUMNS] for row in sheet.iter_rows(max_row=most)]


def _heads(sheet: Any) -> tuple[int, dict[int, str]] | None:
    """The number of the row with the heads, and the column at each place; None where this sheet has none."""
    for number, row in enumerate(_cells(sheet, _HEAD_WITHIN), start=1):
        texts = [" ".join(_text(cell, number).split()).lower() for cell in row if _plain(cell)]
        for lang in LANGUAGES:
            known = {say(f"line.{name}", lang).lower(): name for name in COLUMNS}
            if {say("line.code", lang).lower(), say("line.activity", lang).lower()} <= set(texts):
                found = {at: known[text] for at, text in enumerate(_row_texts(row)) if text in known}
                if len(set(found.values())) < len(found):
                    raise FileRefused("columns_twice", "a column of the roadmap stands in it twice")
                return number, found
    return None


def _row_texts(row: tuple[Any, ...]) -> list[str]:
    return [" ".join(_text(cell).split()).lower() if _plain(cell) else "" for cell in row]


def _rows(sheet: Any, head: int, heads: dict[int, str]) -> list[tuple[int, str, dict[str, str]]]:
    found: list[tuple[int, str, dict[str, str]]] = []
    empty = 0
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(min_row=head + 1), start=head + 1):
        if len(found) > MAX_LINES or number > head + MAX_LINES + _EMPTY_ROWS:
            raise FileRefused("too_many_rows", f"it has more than {MAX_LINES} lines")
        told = {heads[at]: _text(cell, number) for at, cell in enumerate(row[:_MAX_COLUMNS]) if at in heads}
        code = told.get("code", "").strip()
        if not any(text.strip() for text in told.values()):
            empty += 1
            if empty > _EMPTY_ROWS:
                break
            continue
        if code in {say("lines_by_status", lang) for lang in LANGUAGES}:
            break  # the tables of the charts stand below
        found.append((number, code, {name: text for name, text in told.items() if name in EDITABLE}))
    return found


def _plain(cell: Any) -> bool:
    return cell.value is not None and cell.data_type != "f"


def _text(cell: Any, number: int = 0) -> str:
    """A cell as text; whole numbers as people write them. Raises ``FileRefused`` for a formula."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise FileRefused("formula", f"there is a formula in row {number}: put its value there instead")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    if len(text) > _MAX_TEXT:
        raise FileRefused("too_long", f"a text in row {number} is longer than {_MAX_TEXT} characters")
    return text
