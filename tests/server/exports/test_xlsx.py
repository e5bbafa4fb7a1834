"""The workbook: text stays text, charts draw the cells they stand under."""

import io
import re
from typing import Any

import openpyxl

from server.exports import xlsx
from sessions.report import Report
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told
from tests.server.exports.payloads import PAYLOADS
from tests.server.exports.reading import cells, outside, parts

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def shown(body: bytes) -> list[Any]:
    """The sheets that people see."""
    return [s for s in openpyxl.load_workbook(io.BytesIO(body)).worksheets if s.sheet_state == "visible"]


def charted(report: Report) -> int:
    return sum(t.chart is not None for s in report.sessions for a in s.activities for t in a.tables)


def test_nothing_typed_is_a_formula_a_link_or_a_reference(poisoned: Report) -> None:
    body = xlsx.write(poisoned, "es")
    assert {cell.data_type for cell in cells(body)} == {"s", "n"}
    links = [cell.hyperlink for cell in cells(body) if cell.hyperlink]
    assert all(re.fullmatch(r"'Origen'!A\d+", link.location) and link.target is None for link in links)
    assert outside(body) == []
    found = parts(body)
    assert not [name for name in found if "externalLink" in name or "vba" in name.lower()]
    sheets = [part for name, part in found.items() if name.startswith("xl/worksheets/sheet")]
    assert not [part for part in sheets if any(True for _ in part.iter(f"{SHEET}f"))]


def test_what_was_typed_is_there(poisoned: Report) -> None:
    values = {str(cell.value) for cell in cells(xlsx.write(poisoned, "es"))}
    assert {PAYLOADS[n] for n in (0, 1, 2, 4, 7, 8, 10, 12, 13, 14, 15, 16, 17, 20)} <= values


def test_a_title_adds_no_code_to_the_head_of_the_page(poisoned: Report) -> None:
    for sheet in shown(xlsx.write(poisoned, "es")):
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        head = str(sheet.oddHeader.left.text)
        assert "&" not in head.replace("&&", "")
        assert sheet.oddFooter.right.text == "&P / &N"


def test_each_session_that_was_held_has_a_sheet_with_a_name_of_its_own(panama: Report, poisoned: Report) -> None:
    for report in (panama, poisoned):
        names = openpyxl.load_workbook(io.BytesIO(xlsx.write(report, "es"))).sheetnames
        held = [session for session in report.sessions if session.activities or session.entries]
        assert len(names) == len({name.lower() for name in names}) == len(held) + 5 + bool(report.practices)
        assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
        assert all(name.startswith(session.code) for name, session in zip(names[2:], held, strict=False))


def test_a_chart_draws_the_rows_of_its_table(panama: Report) -> None:
    body = xlsx.write(panama, "es")
    book = openpyxl.load_workbook(io.BytesIO(body))
    every = [part for name, part in parts(body).items() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    charts = [chart for chart in every if not any(True for _ in chart.iter(f"{CHART}lineChart"))]
    assert len(charts) == charted(panama) + 2 > 8, "and two of the roadmap"
    tables = [t for s in panama.sessions for a in s.activities for t in a.tables if t.chart is not None]
    drawn = []
    for chart in charts:
        references = [str(node.text) for node in chart.iter(f"{CHART}f")]
        labels, numbers = ([cell.value for (cell,) in book[sheet][span]] for sheet, span in map(place, references[-2:]))
        assert len(labels) == len(numbers)
        assert all(isinstance(number, int | float) for number in numbers)
        drawn.append(len(labels))
    statuses, themes = len({line.status for line in panama.roadmap}), len({line.theme for line in panama.roadmap})
    assert sorted(drawn) == sorted([*(len(table.rows) for table in tables), statuses, themes])


def test_a_next_round_is_drawn_from_its_places_before_to_those_after(panama: Report) -> None:
    body = xlsx.write(panama, "es")
    book = openpyxl.load_workbook(io.BytesIO(body))
    (chart,) = [part for part in parts(body).values() if any(True for _ in part.iter(f"{CHART}lineChart"))]
    (movement,) = [a.movement for s in panama.sessions for a in s.activities if a.movement is not None]
    drawn = {}
    for series in chart.iter(f"{CHART}ser"):
        name, values = series.find(f".//{CHART}tx//{CHART}v"), series.find(f".//{CHART}val//{CHART}f")
        assert name is not None
        assert values is not None
        sheet, span = place(str(values.text))
        drawn[name.text] = [cell.value for cell in book[sheet][span][0]]
    assert sorted(drawn.values()) == sorted([sum(row.start) / 2, sum(row.end) / 2] for row in movement.rows)
    told = {str(cell.value) for cell in cells(body)}
    assert {note["es"] for note in movement.notes} <= told


def test_what_is_printed_is_what_was_written(panama: Report) -> None:
    for sheet in shown(xlsx.write(panama, "es")):
        assert sheet.print_area
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == (8 if sheet.title == "Hoja de ruta" else 9)
    notes = shown(xlsx.write(panama, "es"))[5]
    assert notes.print_title_rows


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    play = Told(small())
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    play.writes("pads", "t1", {"heading": "lesson", "text": "x" * 40_000})
    values = [str(cell.value) for cell in cells(xlsx.write(play.reports(), "es"))]
    assert max(map(len, values)) == 32767
    assert max(values, key=len).endswith("…")


def place(reference: str) -> tuple[str, str]:
    sheet, _, span = reference.rpartition("!")
    return sheet.strip("'").replace("''", "'"), span.replace("$", "")
