"""Polls: what may be asked and answered, and what comes out."""

from typing import Any

import pytest
from pydantic import ValidationError

from sessions.activities import kind
from sessions.errors import Code, Refused
from tests.sessions.activities.setups import (
    ABSTAIN,
    ENDS,
    MULTIPLE,
    NOT_APPLICABLE,
    SCALE,
    SINGLE,
    TEXT,
    count,
    counts,
    options,
)

RULES = kind("poll")


def without(setup: dict[str, Any], field: str) -> dict[str, Any]:
    return {key: value for key, value in setup.items() if key != field}


@pytest.mark.parametrize(
    ("setup", "faults"),
    [
        (without(SINGLE, "options"), {("options",): "options_missing"}),
        ({**SINGLE, "options": []}, {("options",): "options_missing"}),
        ({**SINGLE, "options": options("A")}, {("options",): "options_too_few"}),
        ({**SINGLE, "options": options("ABA")}, {("options",): "options_twice"}),
        ({**SINGLE, "options": [{"id": f"O{n}", "text": "x"} for n in range(101)]}, {("options",): "options_too_many"}),
        ({**SINGLE, "at_most": 2}, {("at_most",): "at_most_unused"}),
        ({**SINGLE, "scale": SCALE["scale"]}, {("scale",): "scale_unused"}),
        ({**MULTIPLE, "at_most": 5}, {("at_most",): "at_most_too_large"}),
        ({**MULTIPLE, "at_most": 0}, {("at_most",): "greater_than_equal"}),
        (without(SCALE, "scale"), {("scale",): "scale_missing"}),
        ({**SCALE, "options": options("AB")}, {("options",): "options_unused"}),
        ({**SCALE, "scale": {"low": 9, "high": 1, **ENDS}}, {("scale",): "scale_order"}),
        ({**SCALE, "scale": {"low": 5, "high": 5, **ENDS}}, {("scale",): "scale_order"}),
        ({**SCALE, "scale": {"low": 0, "high": 11, **ENDS}}, {("scale",): "scale_too_wide"}),
        (
            {**SCALE, "scale": {"low": 1, "high": 5}},
            {("scale", "low_label"): "missing", ("scale", "high_label"): "missing"},
        ),
        ({**TEXT, "max_length": 501}, {("max_length",): "less_than_equal"}),
        ({**TEXT, "question": " "}, {("question",): "text_empty"}),
        ({**TEXT, "answer": "essay"}, {("answer",): "literal_error"}),
        ({**TEXT, "quorum": 3}, {("quorum",): "extra_forbidden"}),
        (
            {**SINGLE, "options": [*options("A"), {"id": "B", "text": "Té", "short": "t" * 33}]},
            {("options", 1, "short"): "short_too_long"},
        ),
        # Everything wrong is said at once.
        (
            {"question": "x", "answer": "multiple", "at_most": 0, "scale": SCALE["scale"]},
            {
                ("options",): "options_missing",
                ("at_most",): "greater_than_equal",
                ("scale",): "scale_unused",
            },
        ),
    ],
)
def test_faults_of_a_setup(setup: Any, faults: dict[tuple[str | int, ...], str]) -> None:
    with pytest.raises(ValidationError) as fault:
        RULES.read_setup(setup)
    found = {
        e["loc"]: str(e["ctx"]["error"]) if e["type"] == "value_error" else e["type"] for e in fault.value.errors()
    }
    assert found == faults


@pytest.mark.parametrize(
    ("setup", "ballot", "reason"),
    [
        (SINGLE, {"choices": ["A"]}, None),
        (SINGLE, {"choices": []}, "too_few"),
        (SINGLE, {"choices": ["A", "B"]}, "too_many"),
        (SINGLE, {"choices": ["A", "A"]}, "twice"),
        (SINGLE, {"choices": ["Z"]}, "unknown_option"),
        (SINGLE, {"choices": ["a"]}, "unknown_option"),
        (SINGLE, {"choices": "A"}, "shape"),
        (SINGLE, {"choices": [1]}, "shape"),
        (SINGLE, {"choices": ["A"], "value": 1}, "shape"),
        (SINGLE, {"value": 1}, "shape"),
        (SINGLE, {"text": "A"}, "shape"),
        (SINGLE, {"ranking": ["A"]}, "shape"),
        (SINGLE, None, "shape"),
        (SINGLE, [], "shape"),
        (MULTIPLE, {"choices": ["D", "A"]}, None),
        (MULTIPLE, {"choices": ["A", "B", "C"]}, "too_many"),
        (without(MULTIPLE, "at_most"), {"choices": ["A", "B", "C", "D"]}, None),
        (SCALE, {"value": 1}, None),
        (SCALE, {"value": 9}, None),
        (SCALE, {"value": 0}, "out_of_range"),
        (SCALE, {"value": 10}, "out_of_range"),
        (SCALE, {"value": 10**40}, "out_of_range"),
        (SCALE, {"value": True}, "shape"),
        (SCALE, {"value": "7"}, "shape"),
        (SCALE, {"value": 7.5}, "shape"),
        (SCALE, {"value": None}, "shape"),
        (SCALE, {"choices": ["A"]}, "shape"),
        (TEXT, {"text": "confianza"}, None),
        (TEXT, {"text": "x" * 20}, None),
        (TEXT, {"text": "x" * 21}, "too_long"),
        (TEXT, {"text": f"  {'x' * 20}  "}, None),
        (TEXT, {"text": "  \n "}, "empty"),
        (TEXT, {"text": "\u200b\u200d"}, "empty"),
        (TEXT, {"text": 7}, "shape"),
        (TEXT, {"text": "\ud800"}, "shape"),
        (TEXT, {"text": "sí\ud800"}, "shape"),
        (TEXT, {"value": 7}, "shape"),
    ],
)
def test_which_ballots_are_valid(setup: Any, ballot: Any, reason: str | None) -> None:
    read = RULES.read_setup(setup)
    if reason is None:
        RULES.read_ballot(read, ballot)
        return
    with pytest.raises(Refused) as refused:
        RULES.read_ballot(read, ballot)
    assert (refused.value.code, refused.value.detail) == (Code.INVALID_BALLOT, reason)


def test_one_option_each() -> None:
    votes = [*"AABAB"]
    outcome = count(
        "poll", SINGLE, [*(("pa", {"choices": [v]}) for v in votes), ("pe", ABSTAIN), ("pe", NOT_APPLICABLE)]
    )
    assert outcome.result == {
        "answer": "single",
        "bars": [
            {"id": "A", "label": {"es": "Opción A", "en": "Option A"}, "count": 3},
            {"id": "B", "label": {"es": "Opción B", "en": "Option B"}, "count": 2},
            {"id": "C", "label": {"es": "Opción C", "en": "Option C"}, "count": 0},
        ],
        "of": 5,
    }
    assert [(finding.id, finding.count) for finding in outcome.findings] == [("A", 3), ("B", 2), ("C", 0)]
    assert [row[1] for row in outcome.tables[0].rows] == [3, 2, 0]
    assert (outcome.counted.voted, outcome.counted.abstained, outcome.counted.not_applicable) == (7, 1, 1)


def test_charts_take_the_short_label_and_findings_keep_the_whole_text() -> None:
    long = {"id": "L", "text": "Acumulación de casos pendientes de decisión", "short": "Rezago"}
    outcome = count("poll", {**SINGLE, "options": [long, *options("A")]}, [("pa", {"choices": ["L"]})])
    assert outcome.result["bars"][0]["label"] == {"es": "Rezago"}
    assert outcome.findings[0].text == {"es": "Acumulación de casos pendientes de decisión"}


def test_several_options_each_may_exceed_the_number_of_people() -> None:
    outcome = count("poll", MULTIPLE, [("pa", {"choices": ["A", "B"]}), ("pe", {"choices": ["B", "D"]})])
    assert counts(outcome) == {"A": 1, "B": 2, "C": 0, "D": 1}
    assert outcome.result["of"] == 2


@pytest.mark.parametrize(
    ("values", "median"),
    [
        ([], ""),
        ([7], "7"),
        ([9, 1, 7], "7"),
        ([7, 8], "7-8"),
        ([2, 6, 8, 9], "6-8"),
        ([3, 3, 3, 9], "3"),
        ([1, 9], "1-9"),
    ],
)
def test_the_median_of_a_scale_is_written_without_decimals(values: list[int], median: str) -> None:
    outcome = count("poll", SCALE, [("pa", {"value": value}) for value in values])
    assert outcome.result["median"] == median
    assert [finding.label["es"] for finding in outcome.findings] == (
        [f"Mediana: {median}, en una escala de 1 a 9"] if median else []
    )


def test_a_scale_shows_all_its_steps() -> None:
    outcome = count("poll", SCALE, [("pa", {"value": 9}), ("pa", {"value": 9}), ("pe", {"value": 2})])
    assert outcome.result | {"bars": []} == {
        "answer": "scale",
        "low": 1,
        "high": 9,
        "low_label": {"es": "Nada", "en": "Not at all"},
        "high_label": {"es": "Mucho", "en": "Very"},
        "bars": [],
        "median": "9",
        "of": 3,
    }
    assert counts(outcome) == {"1": 0, "2": 1, "3": 0, "4": 0, "5": 0, "6": 0, "7": 0, "8": 0, "9": 2}
    assert outcome.result["bars"][0]["label"] == {"es": "1"}
    assert outcome.tables[0].rows[0] == ({"es": "1 (Nada)", "en": "1 (Not at all)"}, 0)


def test_texts_come_in_alphabetical_order_and_equal_ones_once() -> None:
    texts = ["zapato", "Confianza", "ágil", "confianza", "Confianza", "agua", "  datos \n abiertos "]
    outcome = count("poll", TEXT, [(f"d{n}", {"text": text}) for n, text in enumerate(texts)])
    assert outcome.result == {
        "answer": "text",
        "texts": [
            {"text": "ágil", "count": 1},
            {"text": "agua", "count": 1},
            {"text": "Confianza", "count": 3},
            {"text": "datos abiertos", "count": 1},
            {"text": "zapato", "count": 1},
        ],
        "of": 7,
    }
    assert "d0" not in outcome.model_dump_json()
