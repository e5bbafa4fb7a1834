"""Ballots of simulated delegates are taken by the kinds, for every setup there is at hand."""

from random import Random

import pytest

from server.programmes import default_programme
from server.rehearse.ballots import ABSTAIN, NOT_APPLICABLE, make_ballot
from sessions.activities import kind
from sessions.programme import ActivityPlan
from tests.helpers.programmes import CHALLENGES, poll, ranking, small

OPTIONS = [{"id": id_, "text": id_} for id_ in ("one", "two", "three")]
MORE = (
    poll("several", setup={"question": "?", "answer": "multiple", "options": OPTIONS, "at_most": 2}),
    poll("text", setup={"question": "?", "answer": "text", "max_length": 6}),
    poll(
        "scale",
        setup={
            "question": "?",
            "answer": "scale",
            "scale": {"low": 1, "high": 4, "low_label": "no", "high_label": "sí"},
        },
    ),
    ranking("dots", setup={"question": "?", "method": "dots", "dots": 6, "per_option": 1, "options": CHALLENGES}),
    ranking("points", setup={"question": "?", "method": "points", "dots": 60, "per_option": 30, "options": CHALLENGES}),
    ranking("approval", setup={"question": "?", "method": "approval", "top": 2, "options": CHALLENGES}),
    ranking("many", setup={"question": "?", "method": "dots", "dots": 9, "options": CHALLENGES}),
)
PLANS = [
    *(activity for p in (small(), default_programme()) for session in p.sessions for activity in session.activities),
    *map(ActivityPlan.model_validate, MORE),
]
VOTES = [plan for plan in PLANS if kind(plan.kind).ballot is not None]


@pytest.mark.parametrize("plan", VOTES, ids=lambda plan: plan.id)
def test_every_ballot_is_valid(plan: ActivityPlan) -> None:
    rules = kind(plan.kind)
    setup = rules.read_setup(plan.setup)
    made = [make_ballot(plan.kind, rules.ask(setup), Random(seed)) for seed in range(150)]
    for ballot in made:
        rules.read_ballot(setup, ballot)
    assert ABSTAIN in made
    assert NOT_APPLICABLE in made
    assert len({str(ballot) for ballot in made}) > 3


def test_a_kind_nobody_has_told_of_is_answered_by_abstaining() -> None:
    assert all(make_ballot("duel", {}, Random(seed)) == ABSTAIN for seed in range(50))
