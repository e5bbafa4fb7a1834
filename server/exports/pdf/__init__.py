"""The same document as Word's, as PDF: headings that a reader can jump to, head and foot on every page, tagged.

Typst is given values, never markup: what people typed is text to it.
"""

from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from server.exports import Format
from server.exports.paper import Block, Cell, Contents, Grid, Heading, Paper, Part, Picture, Span, Words
from server.exports.paper.composing import composed
from server.exports.safety import no_control
from server.exports.words import moment, say
from server.typesetting import typeset
from sessions.report import Report
from sessions.text import pick

_LONGEST_TITLE = 110


def write(report: Report, lang: str) -> bytes:
    return drawn(composed(report, lang))


def drawn(paper: Paper) -> bytes:
    """The same paper gives the same bytes."""
    return typeset(files("server.exports.pdf").joinpath("report.typ").read_bytes(), _data(paper))


def _data(paper: Paper) -> dict[str, Any]:
    report, lang = paper.report, paper.lang
    written = datetime.fromtimestamp(report.meeting.until / 1000, UTC)
    title = no_control(pick(report.meeting.title, lang)).replace("\n", " ")
    parts: list[dict[str, Any]] = [_part(paper, Part(paper.regime_of_each()))]
    for block in paper.blocks:
        if isinstance(block, Part):
            parts.append(_part(paper, block))
        else:
            parts[-1]["blocks"].append(_block(paper, block))
    seq = say("cursor_short", lang, seq=report.cursor[1])
    return {
        "lang": lang,
        "title": title,
        "date": [written.year, written.month, written.day],
        "head": title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…",
        "foot": f"{seq} · {say('digest_short', lang, digest=report.digest[:12])}",
        "page": say("page_of", lang, page="\n", pages="\n").split("\n"),
        "contents": say("contents", lang),
        "parts": [part for part in parts if part["blocks"]],
    }


def _part(paper: Paper, part: Part) -> dict[str, Any]:
    report, lang = paper.report, paper.lang
    until = moment(report.meeting.until, report.meeting.zone, lang)
    warning = f"{say('draft', lang)} · " if report.draft else ""
    warning += f"{say('rehearsal', lang)} " if report.meeting.rehearsal else ""
    head = f"{say('regime', lang)}: {part.regime} · {say('until', lang)} {until}"
    return {"warning": warning, "head": head, "wide": part.wide, "blocks": []}


def _block(paper: Paper, block: Block) -> dict[str, Any]:
    if isinstance(block, Words):
        return {"sort": "words", "style": block.style, "spans": [_span(span) for span in block.spans]}
    if isinstance(block, Heading):
        return {"sort": "heading", "text": _lines(block.text), "level": block.level, "listed": block.listed}
    if isinstance(block, Grid):
        return _grid(block)
    if isinstance(block, Picture):
        return {"sort": "picture", "png": list(block.png), "cm": block.cm, "told": block.told}
    if isinstance(block, Contents):
        return {"sort": "contents"}
    raise TypeError(type(block))


def _span(span: Span) -> dict[str, Any]:
    lines = _lines(span.text, whole=span.whole)
    return {"lines": lines, "emphasis": span.emphasis or "", "anchor": span.anchor, "link": span.link}


def _lines(text: str, *, whole: bool = False) -> list[str]:
    clean = no_control(text)
    return (clean.replace("-", "\u2011") if whole else clean).split("\n")


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "sort": "grid",
        "together": grid.together,
        "small": grid.small,
        "cols": [{"head": _lines(c.head), "cm": c.cm, "right": c.right, "bar": c.bar} for c in grid.cols],
        "rows": [[_cell(value, bar=col.bar) for col, value in zip(grid.cols, row, strict=True)] for row in grid.rows],
    }


def _cell(value: Cell, *, bar: bool) -> float | list[Any]:
    """A bar's length, lines, or spans where there is more to a cell than its words."""
    if isinstance(value, tuple):
        return [_span(span) for span in value]
    return float(value) if bar else _lines(str(value))


FORMAT = Format("pdf", "application/pdf", write)
