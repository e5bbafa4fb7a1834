"""Notes have headings and pads, and no ballots."""

from typing import Any

import pytest
from pydantic import ValidationError

from sessions.activities import kind
from sessions.errors import Code, Refused
from sessions.outcomes import Counted, Outcome
from tests.sessions.activities.setups import ABSTAIN, NOTES

RULES = kind("notes")
LESSONS = {"id": "lesson", "title": "Lecciones"}


def test_the_default_headings_are_those_of_an_exchange_session() -> None:
    setup = RULES.read_setup(NOTES)
    told = "question challenge good-practice lesson proposal offer need agreement disagreement declaration"
    headings = told.split()
    assert [heading.id for heading in setup.headings] == headings
    assert all({"es", "en", "pt"} <= heading.title.keys() for heading in setup.headings)


def test_phones_hear_the_headings() -> None:
    asked = RULES.ask(RULES.read_setup({**NOTES, "headings": [{**LESSONS, "hint": "¿Qué haría distinto?"}]}))
    assert asked["headings"] == [
        {"id": "lesson", "title": {"es": "Lecciones"}, "hint": {"es": "¿Qué haría distinto?"}},
    ]


@pytest.mark.parametrize(
    ("headings", "code"),
    [
        ([], "headings_missing"),
        ([LESSONS, LESSONS], "headings_twice"),
        ([{"id": f"h{n}", "title": "x"} for n in range(21)], "headings_too_many"),
        ([{"id": "Una lección", "title": "x"}], "string_pattern_mismatch"),
    ],
)
def test_faults_of_headings(headings: Any, code: str) -> None:
    with pytest.raises(ValidationError) as fault:
        RULES.read_setup({**NOTES, "headings": headings})
    found = fault.value.errors()[0]
    assert code in {found["type"], str(found.get("ctx", {}).get("error"))}


def test_people_write_in_pads() -> None:
    assert RULES.pads
    assert not kind("poll").pads
    assert not kind("prioritise").pads


def test_every_ballot_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        RULES.read_ballot(RULES.read_setup(NOTES), ABSTAIN)
    assert (refused.value.code, refused.value.detail) == (Code.INVALID_BALLOT, "no_ballots")


def test_nothing_is_counted() -> None:
    outcome = RULES.count(RULES.read_setup(NOTES), [])
    assert (outcome.counted, outcome.result, outcome.tables) == (Counted(), {}, ())
    assert Outcome.model_validate_json(outcome.model_dump_json()) == outcome
