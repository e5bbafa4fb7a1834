"""Tables: one style, heads repeated on every page, rows never torn, widths fixed, bars drawn as shading.

A bar is a paragraph shaded as far as its value goes: it prints in grey, needs no picture, and its number stands in the
cell beside it as text.
"""

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn

from server.exports.docx.styles import TABLE_STYLE
from server.exports.docx.xml import element, paragraph, run, spanned
from server.exports.paper import Cell, Col, Grid, spans_of

_BAR_FILL = "0F5C63"
_CELL_MARGINS_CM = 0.3
_TWIPS_PER_CM = 1440 / 2.54


def table(grid: Grid) -> Any:
    """A table; what is kept together stays on one page."""
    cols, style = grid.cols, "TableSmall" if grid.small else "TableText"
    made = element("w:tbl", _properties(cols), element("w:tblGrid", *(_grid_col(col) for col in cols)))
    made.append(_row([_cell(col, _text(col.head, style)) for col in cols], head=True))
    for row in grid.rows:
        made.append(_row([_cell(col, _content(col, value, style)) for col, value in zip(cols, row, strict=True)]))
    kept = list(made.iterchildren(qn("w:tr")))[: -1 if grid.together else 1]
    for line in kept:
        for words in line.iter(qn("w:p")):
            words.get_or_add_pPr().get_or_add_keepNext()
    return made


def _properties(cols: Sequence[Col]) -> Any:
    total = sum(_twips(col.cm) for col in cols)
    return element(
        "w:tblPr",
        element("w:tblStyle", w_val=TABLE_STYLE),
        element("w:tblW", w_w=total, w_type="dxa"),
        element("w:tblLayout", w_type="fixed"),
        element("w:tblLook", w_val="0020", w_firstRow=1, w_lastRow=0, w_firstColumn=0, w_lastColumn=0, w_noHBand=1),
    )


def _grid_col(col: Col) -> Any:
    return element("w:gridCol", w_w=_twips(col.cm))


def _row(cells: Sequence[Any], *, head: bool = False) -> Any:
    properties = element("w:trPr", element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))
    return element("w:tr", properties, *cells)


def _cell(col: Col, content: Any) -> Any:
    if col.right:
        content.get_or_add_pPr().append(element("w:jc", w_val="right"))
    return element("w:tc", element("w:tcPr", element("w:tcW", w_w=_twips(col.cm), w_type="dxa")), content)


def _content(col: Col, value: Cell, style: str) -> Any:
    if col.bar and isinstance(value, int | float):
        return _bar(float(value), col.cm - _CELL_MARGINS_CM)
    return paragraph(*(made for span in spans_of(value) for made in spanned(span)), style=style)


def _text(text: str, style: str) -> Any:
    return paragraph(run(text), style=style)


def _bar(share: float, cm: float) -> Any:
    made = paragraph(run("\u00a0"), style="Bar")
    share = min(max(share, 0.0), 1.0)
    if share > 0:
        properties = made.get_or_add_pPr()
        properties.append(element("w:shd", w_val="clear", w_color="auto", w_fill=_BAR_FILL))
        properties.append(element("w:spacing", w_before=60, w_after=0))
        properties.append(element("w:ind", w_right=_twips(cm * (1 - share))))
    return made


def _twips(cm: float) -> int:
    return round(cm * _TWIPS_PER_CM)
