"""The Word document: real styles, a contents list that is true, fields that nobody typed."""

import io
import re
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.table import Table as DocxTable

from server.exports import docx as exported
from server.exports import xlsx
from server.exports.drafts import declared
from sessions.outcomes import Column, Table
from sessions.report import Report
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told
from tests.server.exports.payloads import PAYLOADS
from tests.server.exports.reading import Node, W, outside, paragraphs, parts, words

OUR_FIELDS = {'TOC \\o "1-2" \\h \\z', "PAGE", "NUMPAGES"}
# The order in which the schema wants them; Word repairs, or refuses, a file that has another.
PARAGRAPH = ("pStyle", "keepNext", "shd", "tabs", "spacing", "ind", "jc", "sectPr")


@pytest.fixture(scope="module")
def written(panama: Report) -> bytes:
    return exported.write(panama, "es")


def with_table(table: Table) -> Report:
    """A report whose one outcome shows ``table``."""
    play = Told(small())
    play.comes(["panama-1"])
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("coffee", {"panama-1": {"choices": ["yes"]}})
    play.reveals("coffee")
    report = play.reports()
    session = report.sessions[0]
    activity = session.activities[0].model_copy(update={"tables": (table,)})
    changed = session.model_copy(update={"activities": (activity,)})
    return report.model_copy(update={"sessions": (changed, *report.sessions[1:])})


def is_of(table: DocxTable, head: str) -> bool:
    return table.rows[0].cells[0].text == head


def body_of(written: bytes) -> Node:
    return parts(written)["word/document.xml"]


def style_of(paragraph: Node) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def test_no_field_comes_from_what_people_typed(poisoned: Report) -> None:
    body = exported.write(poisoned, "es")
    for name, part in parts(body).items():
        assert not list(part.iter(f"{W}fldSimple")), name
        assert {(node.text or "").strip() for node in part.iter(f"{W}instrText")} <= OUR_FIELDS
        assert not list(part.iter(f"{W}object")) + list(part.iter(f"{W}altChunk"))
    assert outside(body) == []
    assert not [name for name in parts(body) if "vba" in name.lower()]


def test_what_was_typed_is_there_as_text(poisoned: Report) -> None:
    text = "\n".join(paragraphs(body_of(exported.write(poisoned, "es"))))
    for entry in poisoned.sessions[1].entries:
        assert entry.text.replace("\u202e", "").replace("\u2066", "") in text
    for payload in (PAYLOADS[1], PAYLOADS[10], PAYLOADS[12], PAYLOADS[20]):
        assert payload in text


def test_the_list_of_contents_names_what_an_update_would_name_and_leads_there(written: bytes) -> None:
    root = body_of(written)
    listed = [words(p) for p in root.iter(f"{W}p") if re.fullmatch("TOC[12]", style_of(p))]
    headings = [words(p) for p in root.iter(f"{W}p") if style_of(p) in {"Heading1", "Heading2"}]
    assert len(listed) > 20
    assert listed == headings
    anchors = {str(link.get(f"{W}anchor")) for link in root.iter(f"{W}hyperlink")}
    marks = {str(mark.get(f"{W}name")) for mark in root.iter(f"{W}bookmarkStart")}
    assert anchors <= marks


def test_every_field_that_begins_ends(written: bytes) -> None:
    for part in parts(written).values():
        kinds = [str(node.get(f"{W}fldCharType")) for node in part.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)


def test_every_style_it_uses_is_defined(written: bytes) -> None:
    found = parts(written)
    defined = {str(style.get(f"{W}styleId")) for style in found["word/styles.xml"].iter(f"{W}style")}
    tags = ("pStyle", "rStyle", "tblStyle")
    for name, part in found.items():
        if name.startswith("word/"):
            used = {str(node.get(f"{W}val")) for tag in tags for node in part.iter(f"{W}{tag}")}
            assert used <= defined, name


def test_properties_stand_in_the_order_of_the_schema(written: bytes) -> None:
    for properties in body_of(written).iter(f"{W}pPr"):
        places = [PARAGRAPH.index(node.tag.removeprefix(W)) for node in properties]
        assert places == sorted(places)


def test_each_session_has_its_regime_at_the_head_of_its_pages(panama: Report, written: bytes) -> None:
    document = docx.Document(io.BytesIO(written))
    heads = ["\n".join(p.text for p in section.header.paragraphs) for section in document.sections]
    held = [s for s in panama.sessions if s.activities or s.entries]
    before, after = 4, 4 + bool(panama.practices) + bool(declared(panama))
    assert len(heads) == before + len(held) + after
    regimes = {
        "open": "abierto",
        "chatham_house": "Chatham House",
        "attributable": "atribuible",
        "reserved": "reservado",
    }
    for session, head in zip(held, heads[before:-after], strict=True):
        assert regimes[session.regime] in head
    feet = ["\n".join(p.text for p in section.footer.paragraphs) for section in document.sections]
    assert all(panama.digest[:12] in foot and "Página" in foot for foot in feet)
    pages = {(s.page_width, s.page_height) for s in document.sections}
    assert {(round(width.mm), round(height.mm)) for width, height in pages if width and height} == {
        (210, 297),
        (297, 210),
    }


def test_tables_repeat_their_heads_and_keep_their_widths(written: bytes) -> None:
    tables = docx.Document(io.BytesIO(written)).tables
    assert len(tables) > 12
    for table in tables:
        assert table.style is not None
        assert table.style.name == "Plenaria Table"
        assert table._tbl.tr_lst[0].trPr is not None
        assert table._tbl.tr_lst[0].trPr.find(f"{W}tblHeader") is not None
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_bars_are_as_long_as_their_numbers(panama: Report, written: bytes) -> None:
    activity = next(a for s in panama.sessions for a in s.activities if a.tables and a.tables[0].chart == 1)
    table = next(t for t in docx.Document(io.BytesIO(written)).tables if t.rows[0].cells[-1].text == "Gráfico")
    counts = [int(row.cells[1].text) for row in table.rows[1:]]
    assert counts == [row[1] for row in activity.tables[0].rows]
    gaps = [row.cells[2].paragraphs[0].paragraph_format.right_indent for row in table.rows[1:]]
    assert all((count == max(counts)) == (not gap) for count, gap in zip(counts, gaps, strict=True))
    by_count = sorted(zip(counts, gaps, strict=True), key=lambda pair: pair[0])
    assert all((low[1] or 0) >= (high[1] or 0) for low, high in pairwise(by_count))


@pytest.mark.parametrize(("lang", "locale"), [("es", "es-ES"), ("en", "en-GB"), ("pt", "pt-BR")])
def test_word_checks_spelling_in_its_language(lang: str, locale: str, draft: Report) -> None:
    styles = parts(exported.write(draft, lang))["word/styles.xml"]
    assert {str(node.get(f"{W}val")) for node in styles.iter(f"{W}lang")} == {locale}


def test_a_session_without_anything_has_no_chapter(draft: Report) -> None:
    root = body_of(exported.write(draft, "es"))
    chapters = [words(p) for p in root.iter(f"{W}p") if style_of(p) == "Heading2"]
    codes = {session.code for session in draft.sessions if session.activities}
    assert {chapter.split(" · ")[0] for chapter in chapters if chapter.startswith("SE-")} == codes


def test_a_table_of_many_columns_stays_on_the_page() -> None:
    for numbers, texts in ((1, 0), (4, 0), (8, 0), (0, 1), (2, 1)):
        kinds: list[Any] = ["text", *["count"] * numbers, *["text"] * texts]
        columns = tuple(Column(label={"es": f"Columna {n}"}, kind=kind) for n, kind in enumerate(kinds))
        rows = (tuple("texto" if kind == "text" else 3 for kind in kinds),)
        table = Table(title={"es": "T"}, columns=columns, rows=rows, chart=1 if numbers else None)
        made = with_table(table)
        (read,) = (t for t in docx.Document(io.BytesIO(exported.write(made, "es"))).tables if is_of(t, "Columna 0"))
        widths = [column.width.cm for column in read.columns if column.width]
        assert len(widths) == len(kinds) + (1 if numbers else 0)
        assert sum(widths) == pytest.approx(16.6, abs=0.1)
        assert min(widths) > 1
        assert xlsx.write(made, "es")
