"""The report as JSON is the report: read back, it is equal."""

import json

from server.exports import json as exported
from sessions.report import Report
from tests.server.exports.payloads import PAYLOADS


def test_it_reads_back_equal(panama: Report, poisoned: Report, draft: Report, empty: Report) -> None:
    for report in (panama, poisoned, draft, empty):
        assert Report.model_validate_json(exported.write(report, "es")) == report


def test_the_language_asked_for_changes_nothing(panama: Report) -> None:
    assert exported.write(panama, "pt") == exported.write(panama, "es")


def test_it_has_the_shape_of_the_contract(panama: Report) -> None:
    read = json.loads(exported.write(panama, "es"))
    assert read["plenaria"] == 1
    assert {"meeting", "cursor", "digest", "draft", "sessions", "roadmap"} <= set(read)
    assert read["cursor"] == list(panama.cursor)
    activity = {"id", "code", "kind", "title", "round", "phase", "secrecy", "eligible", "voted"}
    for session in read["sessions"]:
        assert {"id", "code", "title", "regime", "activities", "entries"} <= set(session)
        for found in session["activities"]:
            assert activity | {"outcomes", "method", "tables"} <= set(found)


def test_every_text_is_in_it_as_it_was_typed(poisoned: Report) -> None:
    read = json.loads(exported.write(poisoned, "es"))
    texts = {entry["text"] for session in read["sessions"] for entry in session["entries"]}
    assert {PAYLOADS[0], PAYLOADS[8], PAYLOADS[12], PAYLOADS[14]} <= texts
