"""The plain table of all that happened: one shape from top to bottom, and nothing that a spreadsheet would compute."""

import re

from hypothesis import given
from hypothesis import strategies as st

from server.exports.records import COLUMNS, records
from server.exports.safety import no_control, no_formula
from sessions.report import Report
from tests.server.exports.payloads import PAYLOADS
from tests.server.exports.reading import rows

COMPUTED = re.compile(r"^[\s\u3000\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
SEPARATORS = (";", ",", "\t", "|")


def computed(cell: str) -> bool:
    return any(COMPUTED.match(line) for line in cell.split("\n"))


def test_it_is_one_table_with_every_session_activity_outcome_and_note(panama: Report) -> None:
    head, *lines = rows(records(panama, "es"))
    assert len(head) == len(set(head)) == len(COLUMNS)
    assert {len(line) for line in lines} == {len(head)}
    by_kind = [line[0] for line in lines]
    assert by_kind.count("sesión") == len(panama.sessions)
    assert by_kind.count("actividad") == sum(len(s.activities) for s in panama.sessions)
    assert by_kind.count("resultado") == sum(len(a.outcomes) for s in panama.sessions for a in s.activities)
    assert by_kind.count("nota") == sum(len(s.entries) for s in panama.sessions)


def test_excel_reads_its_accents_and_its_lines(panama: Report) -> None:
    body = records(panama, "es")
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.count(b"\r\n") == len(rows(body))
    assert records(panama, "en").decode("utf-8-sig").startswith("Kind,Session,")


def test_places_and_counts_are_numbers(panama: Report) -> None:
    head, *lines = rows(records(panama, "es"))
    places = [(line[head.index("Posición desde")], line[head.index("Posición hasta")]) for line in lines]
    told = [(low, high) for low, high in places if low]
    assert len(told) > 12
    assert all(int(low) <= int(high) for low, high in told)
    assert all(line[head.index("Cantidad")].isdecimal() or not line[head.index("Cantidad")] for line in lines)


def test_nothing_becomes_a_formula_whatever_separator_the_reader_believes_in(poisoned: Report) -> None:
    for lang in ("es", "en", "pt"):
        body = records(poisoned, lang)
        for delimiter in SEPARATORS:
            assert [cell for row in rows(body, delimiter) for cell in row if computed(cell)] == []


def test_text_is_all_there_but_for_apostrophes(poisoned: Report) -> None:
    cells = {cell.replace("'", "") for row in rows(records(poisoned, "es")) for cell in row}
    for entry in poisoned.sessions[1].entries:
        assert no_control(entry.text).replace("'", "") in cells
    assert len(poisoned.sessions[1].entries) == len(PAYLOADS) + 1


@given(st.text(alphabet=st.sampled_from("=+-@ \t\n,;|'\u00a0\uff1da1"), max_size=12))
def test_no_text_begins_to_compute(text: str) -> None:
    safe = no_formula(no_control(text))
    for separator in SEPARATORS:
        assert not any(computed(part) for part in safe.split(separator))
    assert no_formula(safe) == safe
