"""The roadmap as a plain table: a line a row, and nothing that a spreadsheet would compute."""

import re

from server.exports import csv
from server.exports.lines import COLUMNS
from server.exports.safety import no_control
from sessions.report import Report
from tests.server.exports.payloads import PAYLOADS
from tests.server.exports.reading import rows

COMPUTED = re.compile(r"^[\s\u3000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def test_a_line_a_row_with_a_name_for_every_column(panama: Report) -> None:
    head, *lines = rows(csv.write(panama, "es"))
    assert len(head) == len(set(head)) == len(COLUMNS) + 5
    assert {len(line) for line in lines} == {len(head)}
    assert [line[0] for line in lines] == [line.code for line in panama.roadmap]
    assert lines[0][head.index("Estado")] == "acordada ad referéndum"
    assert lines[0][head.index("Trimestre")] == "1"
    assert all(line[head.index("Origen")] for line in lines)


def test_excel_reads_its_accents_and_its_separator(panama: Report) -> None:
    body = csv.write(panama, "es")
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.count(b"\r\n") == len(rows(body))
    assert csv.write(panama, "en").decode("utf-8-sig").startswith("Code,Theme / line of action,")


def test_nothing_becomes_a_formula_whatever_separator_the_reader_believes_in(poisoned: Report) -> None:
    for delimiter in (";", ",", "\t", "|"):
        cells = [cell for row in rows(csv.write(poisoned, "es"), delimiter) for cell in row]
        assert [cell for cell in cells if any(COMPUTED.match(line) for line in cell.split("\n"))] == []


def test_text_is_all_there_but_for_apostrophes(poisoned: Report) -> None:
    cells = {cell.replace("'", "") for row in rows(csv.write(poisoned, "es")) for cell in row}
    assert len(poisoned.roadmap) == len(PAYLOADS)
    for line in poisoned.roadmap:
        assert no_control(line.activity or "").replace("'", "") in cells
