"""Workbooks that somebody made to do harm: each is refused with a reason, quickly and in little memory."""

import io
import resource
import time
import tracemalloc
import zipfile
from typing import Any

import openpyxl
import pytest

from server.exports import xlsx
from server.readback import MAX_FILE, FileRefused
from server.readback.apart import read_apart
from server.readback.reading import read
from tests.helpers.lines import drafts
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told

RELS = "xl/_rels/workbook.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="module")
def body() -> bytes:
    play = Told(small())
    play.comes(["panama-1"])
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("coffee", {"panama-1": {"choices": ["yes"]}})
    play.reveals("coffee")
    drafts(play, 3)
    return xlsx.write(play.reports(), "es")


def parts(body: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def refused(body: bytes) -> str:
    with pytest.raises(FileRefused) as raised:
        read(body)
    assert str(raised.value)
    return raised.value.code


def test_the_file_itself_is_read(body: bytes) -> None:
    found = read(body)
    assert (found.meeting, len(found.rows), len(found.base)) == ("small", 3, 3)


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/activeX/activeX1.bin"])
def test_macros(body: bytes, name: str) -> None:
    assert refused(packed(parts(body) | {name: b"x"})) == "macros"


def test_a_workbook_that_says_it_has_macros(body: bytes) -> None:
    files = parts(body)
    types = files["[Content_Types].xml"]
    files["[Content_Types].xml"] = types.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
    assert refused(packed(files)) == "macros"


@pytest.mark.parametrize(
    "name", ["xl/externalLinks/externalLink1.xml", "xl/connections.xml", "xl/embeddings/oleObject1.bin"]
)
def test_links_to_elsewhere(body: bytes, name: str) -> None:
    assert refused(packed(parts(body) | {name: b"<x/>"})) == "external"


def test_a_part_that_is_fetched_from_elsewhere(body: bytes) -> None:
    files = parts(body)
    link = f'<Relationship Id="rX" Type="{OFFICE}/image" Target="http://evil.example/a.png" TargetMode="External"/>'
    files[RELS] = files[RELS].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    assert refused(packed(files)) == "external"


@pytest.mark.parametrize(
    "attributes",
    [
        'TargetMode="Ext&#101;rnal" Target="a"',
        'Target="a>b" TargetMode="External"',
        "Target='a' TargetMode = 'EXTERNAL '",
    ],
)
def test_links_to_elsewhere_however_they_are_written(body: bytes, attributes: str) -> None:
    files = parts(body)
    link = f'<Relationship Id="rX" Type="{OFFICE}/image" {attributes}/></Relationships>'
    files[RELS] = files[RELS].replace(b"</Relationships>", link.encode())
    assert refused(packed(files)) == "external"


def test_links_to_click_on_are_no_harm(body: bytes) -> None:
    files = parts(body)
    link = f'<Relationship Id="rX" Type="{OFFICE}/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    name = "xl/worksheets/_rels/sheet2.xml.rels"
    files[name] = files[name].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    assert len(read(packed(files)).rows) == 3


def test_a_million_brackets_where_links_are_named(body: bytes) -> None:
    for text, code in ((b"<" * 1_000_000, "not_a_workbook"), (b"<" * 2_000_000, "bomb")):
        began = time.process_time()
        assert refused(packed(parts(body) | {"xl/worksheets/_rels/sheet1.xml.rels": text})) == code
        assert time.process_time() - began < 2


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet2.xml"])
def test_entities(body: bytes, part: str) -> None:
    files = parts(body)
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    files[part] = files[part].replace(b"?>", b"?>" + bomb, 1)
    assert refused(packed(files)) == "unsafe_xml"
    files[part] = files[part].decode().encode("utf-16")
    assert refused(packed(files)) == "unsafe_xml"


def test_formulas(body: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(body))
    book.worksheets[1].cell(5, 6).value = '=HYPERLINK("http://evil.example","x")'
    out = io.BytesIO()
    book.save(out)
    assert refused(out.getvalue()) == "formula"


def measured(body: bytes) -> tuple[str, float, float]:
    """The code, the seconds and the peak in MB."""
    tracemalloc.start()
    began = time.process_time()
    code = refused(body)
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return code, time.process_time() - began, peak


def test_bombs_cost_little(body: bytes) -> None:
    files = parts(body)
    for blown in (files | {"xl/media/a.xml": b"0" * 30_000_000}, files | {f"x{n}.xml": b"" for n in range(500)}):
        code, seconds, peak = measured(packed(blown))
        assert code == "bomb"
        assert seconds < 2
        assert peak < 60


def test_reading_is_given_up_after_its_time_beside_the_server(body: bytes) -> None:
    files = parts(body)
    styles, _, rest = files["xl/styles.xml"].partition(b"</cellXfs>")
    files["xl/styles.xml"] = styles + b"<xf/>" * 3_000_000 + b"</cellXfs>" + rest
    mine = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    with pytest.raises(FileRefused) as raised:
        read_apart(packed(files), cpu_s=3)
    assert raised.value.code == "bomb"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - mine < 1


def test_a_process_of_its_own_reads_the_same(body: bytes) -> None:
    assert read_apart(body) == read(body)
    with pytest.raises(FileRefused) as raised:
        read_apart(b"hola;mundo")
    assert raised.value.code == "not_a_workbook"


def test_a_million_rows(body: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(body))
    sheet: Any = book.worksheets[1]
    head, _, tail = parts(body)["xl/worksheets/sheet2.xml"].partition(b"<sheetData>")
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 400_000))
    files = parts(body) | {
        "xl/worksheets/sheet2.xml": head + b"<sheetData>" + rows + b"</sheetData>" + tail.rpartition(b"</sheetData>")[2]
    }
    code, seconds, _ = measured(packed(files))
    assert code in {"bomb", "no_roadmap", "too_many_rows", "too_large"}
    assert seconds < 5
    for number in range(5, 3_000):
        sheet.cell(number, 1).value = f"HR-26-{number}"
        sheet.cell(number, 6).value = "Crear"
    out = io.BytesIO()
    book.save(out)
    assert measured(out.getvalue())[0] == "too_many_rows"


def test_a_row_far_below_is_not_walked_to(body: bytes) -> None:
    files = parts(body)
    far = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>HR-26-01</t></is></c></row></sheetData>'
    files["xl/worksheets/sheet2.xml"] = files["xl/worksheets/sheet2.xml"].replace(b"</sheetData>", far)
    began = time.process_time()
    assert len(read(packed(files)).rows) == 3
    assert time.process_time() - began < 3


def test_texts_longer_than_any_field(body: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(body))
    book.worksheets[1].cell(5, 6).value = "x" * 5_000
    out = io.BytesIO()
    book.save(out)
    assert refused(out.getvalue()) == "too_long"


@pytest.mark.parametrize("bad", [b"", b"PK\x03\x04", b"hola;mundo", b"\xd0\xcf\x11\xe0" + b"\x00" * 600])
def test_what_is_no_workbook(bad: bytes) -> None:
    assert refused(bad) == "not_a_workbook"


def test_a_file_too_large() -> None:
    assert refused(b"x" * (MAX_FILE + 1)) == "too_large"


def test_any_other_workbook() -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    assert refused(out.getvalue()) == "not_ours"


def test_no_damage_is_an_error_of_ours(body: bytes) -> None:
    """Bytes flipped anywhere give a refusal or a reading, nothing else."""
    for at in range(200, len(body), len(body) // 120):
        damaged = bytearray(body)
        damaged[at] ^= 0x55
        try:
            read(bytes(damaged))
        except FileRefused:
            continue
