"""The panel as neutral tables."""

from sessions.activities.kind import Option
from sessions.activities.prioritise import panel_words as words
from sessions.activities.prioritise.panel import Panel
from sessions.activities.prioritise.words import OPTION
from sessions.outcomes import Cell, Column, Table
from sessions.ranking.wording import place
from sessions.text import Lang, Text, named


def tables(ordered: list[Option], panel: Panel) -> tuple[Table, ...]:
    """``ordered`` are the options by place."""
    lines = _lines(ordered, panel)
    firmness = Table(
        title=words.FIRMNESS,
        columns=(Column(label=words.CHECK), Column(label=words.FOUND)),
        rows=tuple(lines),
    )
    return (_under_counts(ordered, panel), *((firmness,) if lines else ()))


def _under_counts(ordered: list[Option], panel: Panel) -> Table:
    band_of = {option: words.BANDS[band.name] for band in panel.bands for option in band.options}
    columns = [Column(label=OPTION)]
    columns += [Column(label=words.COUNT[name], kind="place") for name, _ in panel.counts]
    columns += [Column(label=words.STABILITY, kind="place")] if panel.ranges else []
    columns += [Column(label=words.BAND)] if band_of else []
    rows: list[tuple[Cell, ...]] = []
    for option in ordered:
        cells: list[Cell] = [option.label, *(place(*places[option.id]) for _, places in panel.counts)]
        cells += [place(*panel.ranges[option.id])] if panel.ranges else []
        cells += [band_of[option.id]] if band_of else []
        rows.append(tuple(cells))
    return Table(title=words.UNDER_COUNTS, columns=tuple(columns), rows=tuple(rows))


def _lines(ordered: list[Option], panel: Panel) -> list[words.Line]:
    lines: list[words.Line] = []
    if panel.listed.why is not None:
        lines.append(words.length(panel.listed))
    if panel.removals is not None:
        lines.append(words.removals(panel.removals, panel.listed.asked))
    if len(panel.counts) > 1:
        lines.append(words.moved(_labels([option for option in ordered if option.id in panel.moved])))
    if panel.ranges:
        lines.append(words.stability())
    if panel.agreement is not None:
        lines.append(words.agreement(panel.agreement))
    return lines


def _labels(options: list[Option]) -> Text | None:
    languages: tuple[Lang, ...] = ("es", "en", "pt")
    if not options:
        return None
    return {lang: named([option.label for option in options], lang) for lang in languages}
