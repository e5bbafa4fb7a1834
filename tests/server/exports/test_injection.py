"""Every text of every object is a formula, a field, markup, an override and a control sign; no file obeys it."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

import openpyxl
import orjson
import pytest

from server.exports import formats
from server.exports.zip import SUMS
from tests.helpers.everything import REGIMES, everything, marker
from tests.server.exports.reading import W, outside, parts, plain, rows
from tests.server.exports.test_csv import COMPUTED
from tests.server.exports.test_docx import OUR_FIELDS

BEGINNINGS = {"open": "=cmd|'/C x'!A0", "attributable": "@SUM(1)", "chatham_house": "\t+1", "reserved": "-2+\r\n=3"}
REST = '\t@A1\n{DDE x}<w:p/><b>x</b>&lt;]]>![x](http://e.example)"&P\u202e\x07'
TYPED = re.compile(r"Zq\w+?Qz")


def word(name: str, regime: str) -> str:
    return f"{BEGINNINGS[regime]}{REST}{marker(name, regime)}"


@cache
def files() -> dict[str, bytes]:
    report = everything(word, reserves=False).reports()
    with zipfile.ZipFile(io.BytesIO(formats()["zip"].write(report, "es"))) as pack:
        assert set(pack.namelist()) - {SUMS} == {n for n in pack.namelist() if re.fullmatch(r"[a-z-]+\.[a-z]+", n)}
        return {name: pack.read(name) for name in pack.namelist()}


def those(ending: str) -> Iterator[tuple[str, bytes]]:
    found = [(name, body) for name, body in files().items() if name.endswith(ending)]
    assert found
    yield from found


def test_every_object_is_in_it() -> None:
    told = set(TYPED.findall(files()["informe.json"].decode()))
    for name in ("idea", "cluster", "outcome", "offer", "need", "note", "synthesis", "named sheet", "line", "remark"):
        assert {marker(name, regime) for regime in REGIMES} <= told, name


def test_json_is_what_was_typed() -> None:
    assert orjson.loads(files()["informe.json"])["roadmap"][0]["activity"].startswith("=cmd|'/C x'!A0")


def test_no_workbook_computes_or_leads_outside() -> None:
    for name, body in those(".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(body))
        found = [
            cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None
        ]
        assert {cell.data_type for cell in found} == {"s", "n"}
        assert all(cell.hyperlink.target is None for cell in found if cell.hyperlink)
        assert outside(body) == []
        assert any(TYPED.search(str(cell.value)) for cell in found), name


def test_no_plain_table_computes_whatever_parts_its_cells() -> None:
    for name, body in those(".csv"):
        for delimiter in (";", ",", "\t", "|"):
            cells = [cell for row in rows(body, delimiter) for cell in row]
            assert [cell for cell in cells if any(COMPUTED.match(line) for line in cell.split("\n"))] == [], name


def test_no_document_has_a_field_or_a_link_of_theirs() -> None:
    for name, body in those(".docx"):
        found = parts(body)
        for part in found.values():
            assert {(node.text or "").strip() for node in part.iter(f"{W}instrText")} <= OUR_FIELDS
            assert not list(part.iter(f"{W}fldSimple")) + list(part.iter(f"{W}altChunk"))
        assert outside(body) == [], name
        text = "".join(map(plain, found.values()))
        assert "\u202e" not in text
        if name == "informe.docx":
            assert "<w:p/><b>x</b>" in text


def test_no_markdown_does_anything() -> None:
    for name, body in those(".md"):
        text = re.sub(r'<a id="o\d+"></a>|(?<!\\)\]\(#o\d+\)', "", body.decode())
        assert set(re.findall(r"</?[a-z:]+", text)) <= {"<br"}, name
        assert not re.search(r"(?<!\\)\]\(|https?://|(?m:^\s*[=+@])", text), name
        assert "\u202e" not in text
        assert "\x07" not in text


def test_no_pdf_acts() -> None:
    for _, body in those(".pdf"):
        assert body.startswith(b"%PDF-")
        assert not [sign for sign in (b"/JavaScript", b"/Launch", b"/URI", b"/EmbeddedFile") if sign in body]


@pytest.mark.parametrize("lang", ["en", "pt"])
def test_other_languages_are_no_way_around(lang: str) -> None:
    report = everything(word, reserves=False, until=1).reports()
    for row in rows(formats()["csv"].write(report, lang), "," if lang == "en" else ";"):
        assert not [cell for cell in row if any(COMPUTED.match(line) for line in cell.split("\n"))]
    assert {
        (n.text or "").strip()
        for p in parts(formats()["docx"].write(report, lang)).values()
        for n in p.iter(f"{W}instrText")
    } <= OUR_FIELDS
