"""Ratings: what may be asked and answered, and what comes out."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sessions.activities import kind
from sessions.activities.rate.summary import is_dissent
from sessions.errors import Code, Refused
from sessions.outcomes import Outcome
from tests.sessions.activities.setups import (
    ABSTAIN,
    ACCEPT,
    CRITERIA,
    NOT_APPLICABLE,
    RATE,
    RULE,
    count,
    options,
)

RULES = kind("rate")
ONE = CRITERIA[1:]


def without(setup: dict[str, Any], field: str) -> dict[str, Any]:
    return {key: value for key, value in setup.items() if key != field}


def rated(numbers: list[int | None], setup: dict[str, Any] = ACCEPT) -> Outcome:
    """The outcome of option A rated with ``numbers``, one person each; everybody gives B the middle."""
    return count("rate", setup, [("pa", {"ratings": {"A": {"impact": n}, "B": {"impact": 5}}}) for n in numbers])


def of_a(outcome: Outcome) -> dict[str, Any]:
    (row,) = [row for row in outcome.result["rows"] if row["id"] == "A"]
    rating: dict[str, Any] = row["ratings"][0]
    return rating


@pytest.mark.parametrize(
    ("setup", "faults"),
    [
        (without(RATE, "options"), {("options",): "options_missing"}),
        ({**RATE, "options": []}, {("options",): "options_missing"}),
        ({**RATE, "options": options("A")}, {}),
        ({**RATE, "options": options("ABCDEFGHIJKL")}, {}),
        ({**RATE, "options": options("ABCDEFGHIJKLM")}, {("options",): "rated_too_many"}),
        ({**RATE, "options": options("ABA")}, {("options",): "options_twice"}),
        (without(without(RATE, "criteria"), "quadrant"), {("criteria",): "criteria_missing"}),
        ({**ACCEPT, "criteria": [{**ONE[0], "id": f"c{n}"} for n in range(5)]}, {("criteria",): "criteria_too_many"}),
        ({**ACCEPT, "criteria": ONE * 2}, {("criteria",): "criteria_twice"}),
        (
            {**ACCEPT, "criteria": [{**ONE[0], "weight": 2}]},
            {("criteria", 0, "weight"): "extra_forbidden"},
        ),
        ({**RATE, "low": 0}, {("low",): "rating_scale"}),
        ({**RATE, "high": 5}, {}),
        ({**RATE, "high": 7}, {("high",): "rating_scale"}),
        ({**RATE, "high": "9"}, {("high",): "int_type"}),
        ({**RATE, "quadrant": ["ease", "cost"]}, {("quadrant",): "quadrant_criteria"}),
        ({**RATE, "quadrant": ["ease", "ease"]}, {("quadrant",): "quadrant_criteria"}),
        ({**RATE, "quadrant": ["ease"]}, {("quadrant",): "quadrant_criteria"}),
        ({**ACCEPT, "rule": {**RULE, "to": 7}}, {("rule", "to"): "rule_order"}),
        ({**ACCEPT, "rule": {**RULE, "to": 0}}, {("rule",): "rule_beyond_scale"}),
        ({**ACCEPT, "high": 5}, {("rule",): "rule_beyond_scale"}),
        ({**ACCEPT, "rule": {**RULE, "at_least": 101}}, {("rule", "at_least"): "less_than_equal"}),
        ({**ACCEPT, "rule": {**RULE, "below": 0}}, {("rule", "below"): "greater_than_equal"}),
        ({**ACCEPT, "rule": without(RULE, "from")}, {("rule", "from"): "missing"}),
        ({**ACCEPT, "headline": "delegation"}, {("headline",): "extra_forbidden"}),
    ],
)
def test_faults_of_a_setup(setup: Any, faults: dict[tuple[str | int, ...], str]) -> None:
    found = {}
    try:
        RULES.read_setup(setup)
    except ValidationError as fault:
        found = {e["loc"]: str(e["ctx"]["error"]) if e["type"] == "value_error" else e["type"] for e in fault.errors()}
    assert found == faults


@pytest.mark.parametrize(
    ("ratings", "reason"),
    [
        ({"A": {"ease": 1, "impact": 9}, "B": {"ease": 5, "impact": 5}}, None),
        ({"A": {"ease": 1}}, None),
        ({"A": {"ease": None, "impact": 3}, "B": {}}, None),
        ({}, "too_few"),
        ({"A": {}}, "too_few"),
        ({"A": {"ease": None}}, "too_few"),
        ({"A": {"ease": 0}}, "out_of_range"),
        ({"A": {"ease": 10}}, "out_of_range"),
        ({"A": {"ease": -(10**40)}}, "out_of_range"),
        ({"Z": {"ease": 1}}, "unknown_option"),
        ({"A": {"cost": 1}}, "unknown_criterion"),
        ({"A": {"ease": True}}, "shape"),
        ({"A": {"ease": "7"}}, "shape"),
        ({"A": {"ease": 7.0}}, "shape"),
        ({"A": 7}, "shape"),
        ({"A": None}, "shape"),
        ([], "shape"),
    ],
)
def test_which_ballots_are_valid(ratings: Any, reason: str | None) -> None:
    setup = RULES.read_setup(RATE)
    if reason is None:
        RULES.read_ballot(setup, {"ratings": ratings})
        return
    with pytest.raises(Refused) as refused:
        RULES.read_ballot(setup, {"ratings": ratings})
    assert (refused.value.code, refused.value.detail) == (Code.INVALID_BALLOT, reason)


def test_the_result_says_all_there_is_to_draw() -> None:
    outcome = count(
        "rate",
        RATE,
        [
            ("pa", {"ratings": {"A": {"ease": 2, "impact": 8}, "B": {"ease": 9, "impact": None}}}),
            ("pe", {"ratings": {"A": {"ease": 4, "impact": 8}}}),
            ("pe", ABSTAIN),
            ("pe", NOT_APPLICABLE),
        ],
    )
    result = outcome.result
    assert (result["low"], result["high"], result["of"], result["quadrant"]) == (1, 9, 2, ["ease", "impact"])
    assert result["criteria"] == CRITERIA
    assert [row["id"] for row in result["rows"]] == ["B", "A"]  # by the median of the first criterion
    assert result["rows"][1]["ratings"][0] == {
        "criterion": "ease",
        "n": 2,
        "skipped": 0,
        "counts": [0, 1, 0, 1, 0, 0, 0, 0, 0],
        "median": [2, 4],
        "quartiles": [[2, 2], [4, 4]],
        "agree": 0,
        "against": 0,
        "verdict": "",
        "dissent": False,
    }
    unrated = result["rows"][0]["ratings"][1]
    assert (unrated["n"], unrated["skipped"], unrated["median"], unrated["quartiles"]) == (0, 2, [], [])
    assert [finding.id for finding in outcome.findings] == ["B.ease", "A.ease", "A.impact"]
    assert outcome.findings[1].label["es"] == "Opción A: Factibilidad, mediana 2-4"


@pytest.mark.parametrize(
    ("numbers", "median", "quartiles"),
    [
        ([7], [7, 7], [[7, 7], [7, 7]]),
        ([1, 9], [1, 9], [[1, 1], [9, 9]]),
        ([1, 5, 9], [5, 5], [[1, 5], [5, 9]]),
        ([1, 2, 3, 4], [2, 3], [[1, 2], [3, 4]]),
        ([1, 2, 3, 4, 5], [3, 3], [[2, 2], [4, 4]]),
        ([1, 2, 3, 4, 5, 6, 7], [4, 4], [[2, 3], [5, 6]]),
        ([9, 1, 8, 2, 8, 3, None], [3, 8], [[2, 2], [8, 8]]),
    ],
)
def test_quartiles_are_tukeys_hinges(numbers: list[int | None], median: list[int], quartiles: list[list[int]]) -> None:
    found = of_a(rated(numbers))
    assert (found["median"], found["quartiles"]) == (median, quartiles)
    assert found["skipped"] == numbers.count(None)


@pytest.mark.parametrize(
    ("numbers", "verdict"),
    [
        ([7, 7, 9, 4], "consensus"),  # exactly 75 %
        ([7, 7, 6, 4], "no_consensus"),
        ([7] * 17 + [3] * 3, "no_consensus"),  # exactly 15 % against
        ([7] * 18 + [3] * 2, "consensus"),
        ([7, 7, 7, 3], "no_consensus"),
        ([9, None, None, None], "consensus"),  # of those who rated
        ([None], ""),
    ],
)
def test_the_acceptance_rule_holds_to_the_person(numbers: list[int | None], verdict: str) -> None:
    assert of_a(rated(numbers))["verdict"] == verdict


def test_the_rule_is_printed_before_the_vote_and_with_the_outcome() -> None:
    rule = "Hay consenso si al menos el 75 % de quienes valoran da 7 o más y menos del 15 % da 3 o menos."
    assert rule in [line.value["es"] for line in RULES.method(RULES.read_setup(ACCEPT))]
    outcome = rated([7, 8, 2])
    assert outcome.how["es"].startswith(rule)
    assert outcome.tables[0].columns[outcome.tables[0].chart or 0].label["en"] == "Gave 7 to 9"
    assert outcome.tables[0].rows[0][-3:] == (2, 1, {"es": "Sin consenso", "en": "No consensus", "pt": "Sem consenso"})


def test_outcomes_speak_of_people_and_never_of_shares_or_decimals() -> None:
    told = rated([7, 8, 2]).model_dump(mode="json", exclude={"how"})
    assert "%" not in str(told)
    assert "." not in str(told["result"])


@pytest.mark.parametrize(
    ("numbers", "flagged"),
    [
        ({5: 10}, False),
        ({1: 5, 9: 5}, True),
        ({7: 1, 8: 1, 9: 1}, False),
        ({1: 1, 9: 9}, False),  # a standard deviation of 2.4, which is 0.3 of 8
        ({1: 2, 9: 9}, True),
        ({}, False),
    ],
)
def test_strong_dissent_is_a_wide_spread(numbers: dict[int, int], flagged: bool) -> None:
    assert is_dissent(numbers, 8) is flagged


@given(st.dictionaries(st.integers(1, 9), st.integers(1, 70), min_size=1))
def test_dissent_is_judged_as_the_definition_has_it(numbers: dict[int, int]) -> None:
    n = sum(numbers.values())
    mean = Fraction(sum(step * count for step, count in numbers.items()), n)
    variance = sum((step - mean) ** 2 * count for step, count in numbers.items()) / n
    assert is_dissent(numbers, 8) is (variance > (Fraction(3, 10) * 8) ** 2)


def test_the_flag_is_explained_where_it_stands() -> None:
    assert "Opiniones muy divididas" in rated([1, 9]).how["es"]
    assert "Opiniones muy divididas" not in rated([5, 5]).how["es"]


def test_a_large_delegation_weighs_by_its_people() -> None:
    one = count("rate", ACCEPT, [("pa", {"ratings": {"A": {"impact": n}}}) for n in (9, 9, 1)])
    other = count(
        "rate", ACCEPT, [(d, {"ratings": {"A": {"impact": n}}}) for d, n in (("pa", 9), ("pe", 9), ("cl", 1))]
    )
    assert one.result == other.result
    assert "sin ponderar por delegación" in one.how["es"]
