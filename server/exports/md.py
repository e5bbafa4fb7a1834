"""The same document as Word's, as Markdown (CommonMark with tables), for wikis and for whoever writes on from it."""

from server.exports import Format
from server.exports.paper import Block, Cell, Contents, Grid, Heading, Paper, Part, Picture, Span, Words, spans_of
from server.exports.paper.composing import composed
from server.exports.safety import no_markdown
from server.exports.words import moment, say
from sessions.report import Report

_MARKS = {"Strong": "**", "Warning": "**", "Muted": "", "Link": ""}


def write(report: Report, lang: str) -> bytes:
    return drawn(composed(report, lang))


def drawn(paper: Paper) -> bytes:
    """UTF-8, lines that end in ``\\n``. Nothing that somebody typed is markup, a link or HTML."""
    report, lang = paper.report, paper.lang
    until = moment(report.meeting.until, report.meeting.zone, lang)
    told = f"{say('until', lang)} {until} · {say('digest_short', lang, digest=report.digest)}"
    written = [f"*{no_markdown(told)}*"]
    regime = ""
    for block in paper.blocks:
        if isinstance(block, Part):
            if block.regime != regime:
                written += ["---", f"*{no_markdown(say('regime', lang))}: {no_markdown(block.regime)}*"]
                regime = block.regime
        else:
            written.append(_block(block))
    return ("\n\n".join(text for text in written if text) + "\n").encode()


def _block(block: Block) -> str:
    if isinstance(block, Words):
        return _words(block)
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {no_markdown(block.text).replace(chr(10), ' ')}"
    if isinstance(block, Grid):
        return _grid(block)
    if isinstance(block, Picture):
        return f"*{no_markdown(block.told)}*"
    return "" if isinstance(block, Contents) else str(block)


def _words(words: Words) -> str:
    body = "".join(_span(span) for span in words.spans)
    if words.style == "Title":
        return "# " + body.replace("\n", " ")
    if words.style in {"ListBullet", "ListNumber"}:
        return "- " + body.replace("\n", "  \n  ")
    if words.style == "DraftBanner":
        return f"> **{body}**".replace("\n", " ")
    return body.replace("\n", "  \n")


def _span(span: Span) -> str:
    text = no_markdown(span.text)
    if span.link:
        text = f"[{text}](#{span.link})"
    mark = _MARKS.get(span.emphasis or "", "")
    if mark and text.strip():
        # Emphasis may not begin or end with a space.
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        text = f"{before}{mark}{text.strip()}{mark}{after}"
    return f'<a id="{span.anchor}"></a>{text}' if span.anchor else text


def _grid(grid: Grid) -> str:
    """Without bars: their numbers stand beside them."""
    kept = [at for at, col in enumerate(grid.cols) if not col.bar]
    heads = [_cell(grid.cols[at].head) for at in kept]
    rule = ["---:" if grid.cols[at].right else "---" for at in kept]
    rows = [[_cell(row[at]) for at in kept] for row in grid.rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in (heads, rule, *rows))


def _cell(value: Cell) -> str:
    return "".join(_span(span) for span in spans_of(value)).replace("\n", "<br>")


FORMAT = Format("md", "text/markdown; charset=utf-8", write)
