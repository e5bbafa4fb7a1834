"""A ballot is kept as what it says, not as it was said: nothing about its shape could be agreed on as a mark."""

from typing import Any

import pytest

from sessions.activities import kind
from tests.sessions.activities.setups import APPROVAL, DOTS, MULTIPLE, RANK, RATE

SAME: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ("poll", MULTIPLE, {"choices": ["B", "A"]}, {"choices": ["A", "B"]}),
    ("prioritise", APPROVAL, {"approved": ["C", "A"]}, {"approved": ["A", "C"]}),
    ("prioritise", RANK, {"ranking": ["D", ["B", "A"]]}, {"ranking": ["D", ["A", "B"]]}),
    ("prioritise", DOTS, {"points": {"A": 2, "B": 0}}, {"points": {"A": 2}}),
    (
        "rate",
        RATE,
        {"ratings": {"A": {"ease": 4, "impact": None}, "B": {"ease": None}}},
        {"ratings": {"A": {"ease": 4}}},
    ),
]


@pytest.mark.parametrize(("name", "setup", "one", "other"), SAME)
def test_the_same_said_in_another_way_is_the_same_ballot(
    name: str, setup: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    rules = kind(name)
    read = rules.read_setup(setup)
    assert rules.read_ballot(read, one).model_dump_json() == rules.read_ballot(read, other).model_dump_json()
