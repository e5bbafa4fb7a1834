"""An outcome's table, with the bars of its chart in a column of their own."""

from collections.abc import Sequence

from server.exports.paper import TEXT_CM, Col, Paper, grid
from server.exports.words import cell, decimal, number, say, tie_note
from sessions.outcomes import Table
from sessions.text import pick

_MOST_KEPT_TOGETHER = 16
_MANY, _WIDE = 24, 6
"""Rows and columns, beyond which a table is set small."""
_MARGINS_CM, _LETTER_CM, _SMALL_CM, _LONGEST_WORD = 0.4, 0.2, 0.16, 16
_LEAST_WEIGHT, _MOST_WEIGHT = 8.0, 60.0
_NUMBER_CM, _NARROW_CM, _LEAST_NUMBER_CM, _BAR_CM, _LEAST_BAR_CM = 2.5, 2.1, 0.9, 4.6, 1.8
_LEAST_LABEL_CM, _LEAST_TEXT_CM = 4.2, 2.0


def outcome_table(paper: Paper, code: str, table: Table, *, small: bool = False) -> None:
    lang = paper.lang
    paper.text(f"{code} · {pick(table.title, lang)}", style="Caption")
    values = [[number(cell(v, lang), c.kind) for v, c in zip(row, table.columns, strict=True)] for row in table.rows]
    rows: list[list[str | float]] = [[decimal(value, lang) for value in row] for row in values]
    small = small or len(rows) > _MANY or len(table.columns) > _WIDE
    cols = _cols(table, rows, lang, small=small)
    if table.chart is not None:
        sizes = [_size(row[table.chart]) for row in values]
        most = max(sizes, default=0.0) or 1.0
        cols.insert(table.chart + 1, Col(say("chart", lang), _bar_cm(table), bar=True))
        for row, size in zip(rows, sizes, strict=True):
            row.insert(table.chart + 1, size / most)
    grid(paper, cols, rows, together=len(rows) <= _MOST_KEPT_TOGETHER, small=small)
    if note := tie_note(table, lang):
        paper.text(note, style="SmallPrint")


def _cols(table: Table, rows: Sequence[Sequence[str | float]], lang: str, *, small: bool) -> list[Col]:
    """Texts share what the numbers and the bars leave, by how much there is in each."""
    _, numbers = _sorts(table)
    each = _number_cm(table)
    room = TEXT_CM - _bar_cm(table) - numbers * each
    heads = [pick(column.label, lang) for column in table.columns]
    texts = [at for at, column in enumerate(table.columns) if at == 0 or column.kind == "text"]
    weights = {at: _weight(heads[at], [str(row[at]) for row in rows]) for at in texts}
    words = {at: _word_cm(heads[at], [str(row[at]) for row in rows], small=small) for at in texts}
    cms = _shared(room, words, weights)
    return [Col(head, cms.get(at, each), right=at not in cms) for at, head in enumerate(heads)]


def _shared(room: float, least: dict[int, float], weights: dict[int, float]) -> dict[int, float]:
    """Each has the least that it needs, as far as there is room; what is left goes by weight."""
    needed = sum(least.values())
    if needed >= room:
        return {at: room * cm / needed for at, cm in least.items()}
    return {at: cm + (room - needed) * weights[at] / sum(weights.values()) for at, cm in least.items()}


def _word_cm(head: str, texts: Sequence[str], *, small: bool) -> float:
    """What the longest word takes, as long as it is a word."""
    longest = max((len(word) for text in (head, *texts) for word in text.split()), default=0)
    return _MARGINS_CM + min(longest, _LONGEST_WORD) * (_SMALL_CM if small else _LETTER_CM)


def _weight(head: str, texts: Sequence[str]) -> float:
    """Between a short code and a few lines; the longest word of the head has to fit."""
    longest = max((len(text) for text in texts), default=0)
    word = max((len(part) for part in head.split()), default=0)
    return min(max(longest, word + 2, _LEAST_WEIGHT), _MOST_WEIGHT)


def _sorts(table: Table) -> tuple[int, int]:
    """How many columns of text and of numbers stand beside the label."""
    texts = sum(column.kind == "text" for column in table.columns[1:])
    return texts, len(table.columns) - 1 - texts


def _number_cm(table: Table) -> float:
    texts, numbers = _sorts(table)
    wanted = _NUMBER_CM if numbers <= 2 else _NARROW_CM
    bars = _LEAST_BAR_CM if table.chart is not None else 0.0
    return max(min(wanted, (TEXT_CM - _texts_cm(texts) - bars) / max(numbers, 1)), _LEAST_NUMBER_CM)


def _texts_cm(texts: int) -> float:
    """The least that the label and the texts beside it need."""
    return _LEAST_LABEL_CM + _LEAST_TEXT_CM * texts


def _bar_cm(table: Table) -> float:
    if table.chart is None:
        return 0.0
    texts, numbers = _sorts(table)
    room = TEXT_CM - _texts_cm(texts) - numbers * _number_cm(table)
    return max(min(_BAR_CM, room), _LEAST_BAR_CM)


def _size(value: str | int | float) -> float:
    return max(float(value), 0.0) if isinstance(value, int | float) else 0.0
