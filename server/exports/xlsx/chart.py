"""A native bar chart under its table: bars from the top down, one hue that prints in grey, numbers on them."""

from server.exports.safety import no_control
from server.exports.words import cell
from server.exports.xlsx.book import LAST, Sheet
from sessions.outcomes import Table
from sessions.text import pick

_BAR_PX, _FRAME_PX, _ROW_PX = 24, 70, 20
_WIDTH_PX = 760
_LONGEST_LABEL = 48


def chart(sheet: Sheet, table: Table, first: int, left: int) -> None:
    """``first`` and ``left`` are the row and column of the table's first label. Leaves the sheet below the chart."""
    column = left + (table.chart or 0)
    last = first + len(table.rows) - 1
    sheet.begin_block()
    name = sheet.sheet.name
    labels = _label_column(sheet, table, first, left)
    bars = sheet.book.book.add_chart({"type": "bar"})
    if bars is None:  # for a type that XlsxWriter does not know
        raise TypeError("bar")
    # A name that begins with an equals sign would be a reference to cells.
    title = no_control(pick(table.title, sheet.book.lang)).lstrip("= ")
    bars.add_series(
        {
            "name": title,
            "categories": [name, first, labels, last, labels],
            "values": [name, first, column, last, column],
            "fill": {"color": "#0F5C63"},
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    bars.set_title({"name": title, "name_font": {"size": 11}, "overlay": False})
    bars.set_legend({"none": True})
    bars.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    bars.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    height = _FRAME_PX + _BAR_PX * len(table.rows)
    bars.set_size({"width": _WIDTH_PX, "height": height})
    # Moves with its row and keeps its size, whatever height the rows above turn out to have.
    sheet.sheet.insert_chart(sheet.row + 1, 1, bars, {"object_position": 2, "description": title})
    sheet.skip(2 + -(-height // _ROW_PX))
    sheet.begin_block()


def _label_column(sheet: Sheet, table: Table, first: int, left: int) -> int:
    """The column with the labels; where one would leave no room for bars, a column of shorter ones off the print."""
    shown = [" ".join(no_control(str(cell(row[0], sheet.book.lang))).split()) for row in table.rows]
    if max(map(len, shown), default=0) <= _LONGEST_LABEL:
        return left
    beyond = max(LAST, left + len(table.columns)) + 2
    for row, label in enumerate(shown, start=first):
        short = label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
        sheet.sheet.write_string(row, beyond, short, sheet.book.faint)
    return beyond
