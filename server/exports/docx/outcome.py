"""An outcome's table, with the bars of its chart in a column of their own."""

from server.exports.docx.paper import Paper
from server.exports.docx.tables import TEXT_CM, Col, grid
from server.exports.words import cell, decimal, number, say
from sessions.outcomes import Table
from sessions.text import pick

_MOST_KEPT_TOGETHER = 16
_TEXT_TO_LABEL = 2.0
_NUMBER_CM, _NARROW_CM, _BAR_CM, _LEAST_LABEL_CM = 2.5, 2.1, 4.6, 4.5


def outcome_table(paper: Paper, code: str, table: Table) -> None:
    lang = paper.lang
    paper.text(f"{code} · {pick(table.title, lang)}", style="Caption")
    cols = _cols(table, lang)
    values = [[number(cell(v, lang), c.kind) for v, c in zip(row, table.columns, strict=True)] for row in table.rows]
    most = max((_size(row[table.chart]) for row in values), default=0.0) if table.chart is not None else 0.0
    rows: list[list[str | float]] = []
    for row in values:
        written: list[str | float] = [decimal(value, lang) for value in row]
        if table.chart is not None:
            written.insert(table.chart + 1, _size(row[table.chart]) / most if most else 0.0)
        rows.append(written)
    grid(paper, cols, rows, together=len(rows) <= _MOST_KEPT_TOGETHER)


def _cols(table: Table, lang: str) -> list[Col]:
    """Texts share what the numbers and the bars leave; a text beside the label is longer than the label."""
    beside = table.columns[1:]
    texts = sum(column.kind == "text" for column in beside)
    numbers = len(beside) - texts
    each = _NUMBER_CM if len(beside) <= 2 else _NARROW_CM
    room = TEXT_CM - _LEAST_LABEL_CM * (1 + texts) - numbers * each
    bars = max(min(_BAR_CM, room), 0.0) if table.chart is not None else 0.0
    label = (TEXT_CM - bars - numbers * each) / (1 + _TEXT_TO_LABEL * texts)
    cols = [Col(pick(table.columns[0].label, lang), label)]
    for place, column in enumerate(beside, start=1):
        width = label * _TEXT_TO_LABEL if column.kind == "text" else each
        cols.append(Col(pick(column.label, lang), width, right=column.kind != "text"))
        if place == table.chart:
            cols.append(Col(say("chart", lang), bars, bar=True))
    return cols


def _size(value: str | int | float) -> float:
    return max(float(value), 0.0) if isinstance(value, int | float) else 0.0
