"""The honesty panel: what it says, and what it must never say."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.outcomes import Outcome
from tests.sessions.activities.setups import ABSTAIN, APPROVAL, DOTS, POINTS, RANK, count, options

TWO_OF_FIVE: dict[str, Any] = {**RANK, "top": 2}
HEADLINES = st.sampled_from(["person", "delegation"])
Votes = list[tuple[str, str]]


def counted(setup: dict[str, Any], votes: Sequence[tuple[str, str]], seed: int = 0) -> Outcome:
    return count("prioritise", setup, [(delegation, {"ranking": [*order]}) for delegation, order in votes], seed)


def panel(setup: dict[str, Any], votes: Sequence[tuple[str, str]], seed: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = counted(setup, votes, seed).result["panel"]
    return found


def many(seed: int, delegations: int = 9) -> Votes:
    random = Random(seed)
    return [
        (f"canary-{number}", "".join(random.sample("ABCDE", 2)))
        for number in range(delegations)
        for _ in range(random.randint(1, 4))
    ]


@given(example=st.integers(0, 50), order=st.integers(0, 50), seed=st.integers(0, 2**256), headline=HEADLINES)
@settings(max_examples=30)
def test_the_same_ballots_give_the_same_bytes_whatever_their_order_and_names(
    example: int, order: int, seed: int, headline: str
) -> None:
    votes = many(example)
    other = [(f"renamed-{delegation[::-1]}", ranking) for delegation, ranking in votes]
    Random(order).shuffle(other)
    setup = {**TWO_OF_FIVE, "headline": headline}
    assert counted(setup, other, seed).model_dump_json() == counted(setup, votes, seed).model_dump_json()


def test_the_seed_reaches_the_draws() -> None:
    votes = many(3)
    ranges = {str(panel(TWO_OF_FIVE, votes, seed)["ranges"]) for seed in range(30)}
    assert len(ranges) > 1


@given(example=st.integers(0, 1000), headline=HEADLINES)
@settings(max_examples=30)
def test_no_delegation_is_named(example: int, headline: str) -> None:
    assert "canary" not in counted({**TWO_OF_FIVE, "headline": headline}, many(example)).model_dump_json()


@given(example=st.integers(0, 1000))
@settings(max_examples=30)
def test_where_delegations_count_no_number_tells_of_people(example: int) -> None:
    outcome = counted(TWO_OF_FIVE, many(example))
    for row in outcome.result["rows"]:
        assert "first" not in row
        assert row["score"].isdigit()
    kinds = {column.kind for table in outcome.tables for column in table.columns}
    assert kinds <= {"text", "place", "count"}
    assert sum(column.kind == "count" for table in outcome.tables for column in table.columns) == 1


def test_a_panel_counted_by_hand() -> None:
    # Six delegations of one mind but for the last.
    votes = [*((f"d{number}", "AB") for number in range(5)), ("d5", "BA")]
    found = panel(TWO_OF_FIVE, votes)
    assert [one["name"] for one in found["counts"]] == ["borda", "schulze", "first_places"]
    expected = {"A": [1, 1], "B": [2, 2], "C": [3, 5], "D": [3, 5], "E": [3, 5]}
    assert [one["places"] for one in found["counts"]] == [expected] * 3
    assert found["moved"] == []
    assert found["removals"] == {"changed": 0, "cases": 6}
    assert found["ranges"] == expected
    assert found["bands"] == [
        {"name": "high", "options": ["A", "B"]},
        {"name": "medium", "options": ["C", "D", "E"]},
    ]
    assert found["agreement"] == "high"
    assert (found["cut"], found["list"]) == (2, {"asked": 2, "shown": 2, "why": None})


def test_one_delegation_that_decides_is_counted_and_not_named() -> None:
    votes = [("d0", "AB"), ("d1", "AB"), ("d2", "AC"), ("d3", "AC"), ("d4", "AC")]
    # Without one of the three for C, B and C share the second place: the group of two is another.
    outcome = counted(TWO_OF_FIVE, votes)
    assert outcome.result["panel"]["removals"] == {"changed": 3, "cases": 5}
    firmness = next(table for table in outcome.tables if table.title["en"] == "How firm the order is")
    assert "The group of the first 2 changes in 3 of 5 cases" in [
        row[1]["en"] for row in firmness.rows if isinstance(row[1], dict)
    ]


def test_an_option_that_another_rule_moves_is_named() -> None:
    # Many first places and nothing else, against an option that is second for everybody.
    votes = [("d0", "ABC"), ("d1", "ABC"), ("d2", "DBC"), ("d3", "DBC"), ("d4", "EBC")]
    found = panel({**RANK, "top": 3}, votes)
    places = {one["name"]: one["places"]["B"] for one in found["counts"]}
    assert places["borda"] == [1, 1]
    assert places["first_places"] == [4, 5]
    assert "B" in found["moved"]


@pytest.mark.parametrize("delegations", [1, 2])
def test_fewer_than_three_delegations_are_not_taken_apart(delegations: int) -> None:
    outcome = counted(TWO_OF_FIVE, [(f"d{number % delegations}", "AB") for number in range(4)])
    found = outcome.result["panel"]
    assert "removals" not in found
    assert (found["ranges"], found["bands"]) == ({}, [])
    assert "Stability" not in [column.label["en"] for table in outcome.tables for column in table.columns]


def test_delegations_that_abstained_are_no_cases() -> None:
    ballots = [(f"d{number}", {"ranking": ["A"]} if number < 2 else ABSTAIN) for number in range(4)]
    assert "removals" not in count("prioritise", RANK, ballots).result["panel"]


@pytest.mark.parametrize(
    ("votes", "top", "shown"),
    [
        (["ABC", "ABC"], 2, 2),
        (["ABC", "ACB"], 2, 3),  # a tie of two at the cut: one more or one less is as near, so it grows
        (["A", "A"], 2, 1),  # a tie of four: one less is nearer than three more
        (["A", "B", "C", "D", "E"], 1, 5),  # all are level: a list of none is no list
    ],
)
def test_a_tie_at_the_cut_makes_the_list_longer_or_shorter(votes: list[str], top: int, shown: int) -> None:
    asked = {**DOTS, "options": options("ABCDE"), "dots": 6, "per_option": 3, "top": top}
    ballots = [(order, {"points": {o: 3 - place for place, o in enumerate(order)}}) for order in votes]
    outcome = count("prioritise", asked, ballots)
    assert outcome.result["panel"]["list"] == {"asked": top, "shown": shown, "why": None if shown == top else "tie"}
    said = any("tie at the cut" in str(row) for table in outcome.tables for row in table.rows)
    assert said == (shown != top)


def test_points_are_compared_with_the_order_they_imply() -> None:
    ballots = [(f"d{number}", {"points": {"A": 60, "B": 40}}) for number in range(3)]
    found = count("prioritise", {**POINTS, "top": 1}, ballots).result["panel"]
    assert [one["name"] for one in found["counts"]] == ["points", "borda", "schulze", "first_places"]
    assert found["removals"] == {"changed": 0, "cases": 3}


def test_approvals_are_compared_with_nothing_that_would_only_repeat_them() -> None:
    ballots = [(f"d{number}", {"approved": ["A", "B"]}) for number in range(3)]
    outcome = count("prioritise", APPROVAL, ballots)
    assert [one["name"] for one in outcome.result["panel"]["counts"]] == ["approval"]
    assert {row["id"]: row["score"] for row in outcome.result["rows"]} == {
        "A": "3",
        "B": "3",
        "C": "0",
        "D": "0",
        "E": "0",
    }


def test_without_a_list_nothing_is_cut() -> None:
    ballots = [(f"d{number}", {"points": {"A": 1}}) for number in range(3)]
    found = count("prioritise", {**DOTS, "top": None}, ballots).result["panel"]
    assert "removals" not in found
    assert found["list"] == {"asked": 0, "shown": 0, "why": None}


def test_the_tables_speak_the_three_languages() -> None:
    outcome = counted(TWO_OF_FIVE, many(1))
    assert len(outcome.tables) == 3
    for table in outcome.tables:
        texts = [table.title, *(column.label for column in table.columns)]
        assert all({"es", "en", "pt"} <= text.keys() for text in texts)


def test_a_hundred_long_options_are_counted_and_named_in_a_sentence_that_is_read() -> None:
    long = "Los plazos de registro superan los que fija la norma, y cada oficina pide otros documentos " + "x" * 40
    ids = [f"O{number}" for number in range(100)]
    setup = {**RANK, "top": 10, "options": [{"id": id_, "text": f"{id_} {long}"} for id_ in ids]}
    random = Random(1)
    votes = [(f"d{number % 17}", {"ranking": random.sample(ids, 10)}) for number in range(57)]
    outcome = count("prioritise", setup, votes, 1)
    assert len(outcome.result["panel"]["moved"]) > 40
    said = next(row[1] for row in outcome.tables[2].rows if "de otra manera" in str(row[0]))
    assert isinstance(said, dict)
    assert said["es"].endswith(f"; {len(outcome.result['panel']['moved']) - 12} más")
    assert len(said["es"]) < 900


def test_many_ties_are_not_explained_one_by_one() -> None:
    ids = [f"O{number}" for number in range(100)]
    setup = {**RANK, "top": 60, "headline": "person", "options": [{"id": id_, "text": id_} for id_ in ids]}
    pairs = [[ids[number], ids[number + 1]] for number in range(0, 100, 2)]
    how = count("prioritise", setup, [("d", {"ranking": pairs[:30]})]).how["es"]
    assert how.count("es un empate") == 4
    assert how.endswith("Lo mismo vale para las demás posiciones compartidas.")
