"""Prioritisation: what may be asked and answered."""

from typing import Any

import pytest
from pydantic import ValidationError

from sessions.activities import kind
from sessions.errors import Code, Refused
from tests.sessions.activities.setups import APPROVAL, DOTS, POINTS, RANK, options

RULES = kind("prioritise")
UNLIMITED = {**DOTS, "per_option": None}


@pytest.mark.parametrize(
    ("setup", "faults"),
    [
        ({**RANK, "options": []}, {"options": "options_missing"}),
        ({**RANK, "options": options("A"), "top": 1}, {"options": "options_too_few"}),
        ({**RANK, "options": options("ABCA")}, {"options": "options_twice"}),
        ({**RANK, "options": [{"id": f"O{n}", "text": "x"} for n in range(101)]}, {"options": "options_too_many"}),
        ({**RANK, "top": None}, {"top": "top_missing"}),
        ({**RANK, "top": 6}, {"top": "top_too_large"}),
        ({**RANK, "top": 0}, {"top": "greater_than_equal"}),
        ({**RANK, "dots": 5}, {"dots": "dots_unused"}),
        ({**RANK, "per_option": 5}, {"per_option": "per_option_unused"}),
        ({**DOTS, "dots": None}, {"dots": "dots_missing"}),
        ({**DOTS, "per_option": 6}, {"dots": "per_option_too_large"}),
        ({**DOTS, "dots": 13}, {"dots": "dots_too_many"}),
        ({**DOTS, "top": 5}, {"top": "top_too_large"}),
        ({**POINTS, "dots": None}, {"dots": "dots_missing"}),
        ({**POINTS, "dots": 95}, {"dots": "points_not_in_tens"}),
        ({**POINTS, "per_option": 45}, {"per_option": "points_not_in_tens"}),
        ({**POINTS, "per_option": 20}, {"dots": "dots_too_many"}),
        ({**APPROVAL, "top": None}, {"top": "top_missing"}),
        ({**APPROVAL, "dots": 10}, {"dots": "dots_unused"}),
        ({**APPROVAL, "per_option": 1}, {"per_option": "per_option_unused"}),
        ({**RANK, "headline": "mechanism"}, {"headline": "literal_error"}),
        ({"question": "x"}, {"options": "options_missing", "top": "top_missing"}),
        ({"question": "x", "method": "dots"}, {"options": "options_missing", "dots": "dots_missing"}),
    ],
)
def test_faults_of_a_setup(setup: Any, faults: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as fault:
        RULES.read_setup(setup)
    errors = fault.value.errors()
    found = {e["loc"][0]: str(e["ctx"]["error"]) if e["type"] == "value_error" else e["type"] for e in errors}
    assert found == faults


def test_what_is_left_out_of_a_setup() -> None:
    ranked = RULES.read_setup({"question": "x", "options": options("AB"), "top": 2})
    assert (ranked.method, ranked.headline) == ("rank", "delegation")
    dotted = RULES.read_setup({"question": "x", "method": "dots", "options": options("AB"), "dots": 3})
    assert (dotted.each, dotted.cut) == (3, 0)


@pytest.mark.parametrize(
    ("setup", "ballot", "reason"),
    [
        (RANK, {"ranking": ["A", "B", "C"]}, None),
        (RANK, {"ranking": ["E"]}, None),
        (RANK, {"ranking": ["A", ["B", "C"]]}, None),
        (RANK, {"ranking": [["A", "B", "C"]]}, None),
        (RANK, {"ranking": []}, "too_few"),
        (RANK, {"ranking": ["A", []]}, "empty"),
        (RANK, {"ranking": [[]]}, "empty"),
        (RANK, {"ranking": ["A", "B", "C", "D"]}, "too_many"),
        (RANK, {"ranking": ["A", ["B", "C", "D"]]}, "too_many"),
        (RANK, {"ranking": ["A", "A"]}, "twice"),
        (RANK, {"ranking": ["A", ["B", "A"]]}, "twice"),
        (RANK, {"ranking": ["A", "Z"]}, "unknown_option"),
        (RANK, {"ranking": ["AB"]}, "unknown_option"),
        (RANK, {"ranking": "AB"}, "shape"),
        (RANK, {"ranking": [["A", ["B"]]]}, "shape"),
        (RANK, {"ranking": [1]}, "shape"),
        (RANK, {"ranking": {"A": 1}}, "shape"),
        (RANK, {"points": {"A": 1}}, "shape"),
        (RANK, {"choices": ["A"]}, "shape"),
        (DOTS, {"points": {"A": 3, "B": 2}}, None),
        (DOTS, {"points": {"A": 1}}, None),
        (DOTS, {"points": {"A": 3, "B": 0, "C": 0, "D": 0}}, None),
        (DOTS, {"points": {}}, "too_few"),
        (DOTS, {"points": {"A": 0}}, "too_few"),
        (DOTS, {"points": {"A": 4}}, "out_of_range"),
        (DOTS, {"points": {"A": -1, "B": 3}}, "out_of_range"),
        (DOTS, {"points": {"A": 3, "B": 3}}, "too_many"),
        (DOTS, {"points": {"Z": 1}}, "unknown_option"),
        (DOTS, {"points": {"A": "1"}}, "shape"),
        (DOTS, {"points": {"A": True}}, "shape"),
        (DOTS, {"points": {"A": 1.0}}, "shape"),
        (DOTS, {"points": [["A", 1]]}, "shape"),
        (DOTS, {"ranking": ["A"]}, "shape"),
        (POINTS, {"points": {"A": 60, "B": 40, "C": 0}}, None),
        (POINTS, {"points": {"A": 50, "B": 40}}, "too_few"),
        (POINTS, {"points": {"A": 60, "B": 50}}, "too_many"),
        (POINTS, {"points": {"A": 55, "B": 45}}, "not_in_tens"),
        (POINTS, {"points": {"A": 70, "B": 30}}, "out_of_range"),
        (POINTS, {"points": {"A": 110, "B": -10}}, "out_of_range"),
        (POINTS, {"points": {}}, "too_few"),
        (POINTS, {"approved": ["A"]}, "shape"),
        (APPROVAL, {"approved": ["A", "C", "E"]}, None),
        (APPROVAL, {"approved": []}, "too_few"),
        (APPROVAL, {"approved": ["A", "A"]}, "twice"),
        (APPROVAL, {"approved": ["A", "B", "C", "D"]}, "too_many"),
        (APPROVAL, {"approved": ["Z"]}, "unknown_option"),
        (APPROVAL, {"approved": "A"}, "shape"),
        (APPROVAL, {"approved": [["A"]]}, "shape"),
        (APPROVAL, {"ranking": [["A", "B"]]}, "shape"),
        (UNLIMITED, {"points": {"A": 5}}, None),
        (UNLIMITED, {"points": {"A": 6}}, "out_of_range"),
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
