"""The report as PDF and as Markdown: the same document as Word's, and nothing that people typed is markup in it."""

import re

import pytest

from server.exports import formats, md, pdf
from server.exports.paper import Grid, Heading, Part, Span, Words, spans_of
from server.exports.paper.composing import composed
from server.exports.safety import no_markdown
from sessions.report import Report
from tests.helpers.everything import everything
from tests.helpers.roadmap import ENTRY, GENERAL, noted
from tests.server.exports.payloads import PAYLOADS

CHAPTERS = ("1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "Anexo A", "Anexo B")


def test_the_chapters_of_the_regions_form_come_first(panama: Report) -> None:
    titles = [b.text for b in composed(panama, "es").blocks if isinstance(b, Heading) and b.level == 1]
    assert [title for title, begin in zip(titles, CHAPTERS, strict=False) if title.startswith(begin)] == titles[:8]


def test_the_roadmap_lies_across_and_every_row_fits_its_columns(panama: Report, poisoned: Report) -> None:
    for report in (panama, poisoned):
        paper = composed(report, "es")
        assert [part.wide for part in paper.blocks if isinstance(part, Part)].count(True) == 1
        for grid in (block for block in paper.blocks if isinstance(block, Grid)):
            assert {len(row) for row in grid.rows} <= {len(grid.cols)}


@pytest.mark.parametrize("lang", ["es", "en", "pt"])
def test_a_pdf_of_anything_people_type(poisoned: Report, lang: str) -> None:
    """Typst would fail on markup that does not balance, and evaluate what does."""
    made = pdf.write(poisoned, lang)
    assert made.startswith(b"%PDF-")
    assert b"/Outlines" in made
    assert b"/JavaScript" not in made
    assert b"/Launch" not in made
    assert b"/URI" not in made


def synthesised() -> Report:
    """A synthesis of a note, and no line of the roadmap yet."""
    play = noted()
    fields = {"text": "Los turnos tardan", "sources": [{**ENTRY, "why": "merge"}]}
    play.does(GENERAL, "add_synthesis", synthesis="s-1", session="tables", fields=fields)
    return play.reports()


def test_every_code_that_leads_somewhere_leads_to_one_place(panama: Report, empty: Report, draft: Report) -> None:
    for report in (panama, empty, draft, synthesised(), everything().reports()):
        spans = [span for block in composed(report, "es").blocks for span in spans_in(block)]
        anchors = [span.anchor for span in spans if span.anchor]
        links = {span.link for span in spans if span.link}
        assert len(anchors) == len(set(anchors))
        assert links <= set(anchors)
        assert bool(links) == any(node.parents for node in report.lineage if node.sort in {"line", "synthesis"})
    assert pdf.write(synthesised(), "es").startswith(b"%PDF-")


def spans_in(block: object) -> list[Span]:
    if isinstance(block, Words):
        return list(block.spans)
    return [span for row in block.rows for cell in row for span in spans_of(cell)] if isinstance(block, Grid) else []


def test_the_chain_is_written_as_people_read_it_and_each_step_opens(panama: Report) -> None:
    told = composed(panama, "es").blocks
    written = {"".join(span.text for span in block.spans): block for block in told if isinstance(block, Words)}
    for line in panama.roadmap:
        spans = written[line.chain].spans
        assert all(span.link for span in spans if span.whole)
        assert [span.text for span in spans if span.whole] == re.split(r" <- |, ", line.chain)


def test_a_pdf_is_the_same_each_time(draft: Report) -> None:
    assert pdf.write(draft, "es") == pdf.write(draft, "es")


def test_markdown_shows_what_was_typed_and_does_nothing_with_it(poisoned: Report) -> None:
    text = md.write(poisoned, "es").decode()
    assert "<script" not in text.lower()
    own = re.sub(r'<a id="o\d+"></a>|(?<!\\)\]\(#o\d+\)', "", text)
    assert set(re.findall(r"</?[a-z]+", own)) <= {"<br"}
    assert not re.search(r"(?<!\\)\]\(", own)
    assert not re.search(r"https?://", text)
    assert not re.search(r"(?m)^\s*[=+]", text)


@pytest.mark.parametrize(
    "text",
    [
        *PAYLOADS,
        "[ver](http://evil.example)",
        "![](http://evil.example/a.png)",
        "<http://evil.example>",
        "www.evil.example",
        "a@evil.example",
        "# título\n- lista\n1. uno\n> cita\n```\ncódigo\n```\n    sangría\n---\n| a | b |",
        "**negrita** _cursiva_ ~~tachado~~ `código` $x$ [^1] :tada:",
        "javascript:alert(1)",
        "\\",
    ],
)
def test_no_sign_of_markdown_stays_without_its_backslash(text: str) -> None:
    made = no_markdown(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]|~$#]", made)
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", made)
    assert not re.search(r"(?m)^\s*(?:[-+=:]|\d+[.)])", made)
    assert not re.search(r"(?i)\b(?:https?|javascript|mailto):|www\.", made)
    assert "\n\n" not in made


@pytest.mark.parametrize("name", ["pdf", "md"])
def test_they_are_formats_like_any_other(name: str, empty: Report) -> None:
    assert formats()[name].write(empty, "pt")
