"""Casting: who may, when, and what the store is told of it."""

from typing import Any

import pytest

from sessions import events as e
from sessions.actor import Actor, Role
from sessions.errors import Code
from tests.helpers.play import MODERATOR, Play, delegate
from tests.helpers.programmes import small
from tests.sessions.rules.asking import refusal

YES = {"choices": ["yes"]}


@pytest.fixture
def play() -> Play:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity="coffee")
    return play


def cast(**more: Any) -> dict[str, Any]:
    return {"activity": "coffee", "round": 1, "ballot_id": "ballot-1", "ballot": YES, **more}


@pytest.mark.parametrize(
    ("actor", "more", "code"),
    [
        (delegate("peru-1"), {}, None),
        (delegate("peru-1"), {"ballot": {"abstain": True}}, None),
        (delegate("peru-1"), {"ballot": {"not_applicable": True}}, None),
        (delegate("peru-1"), {"activity": "nothing"}, Code.UNKNOWN_ACTIVITY),
        (delegate("peru-1"), {"activity": "tea"}, Code.NOT_OPEN),
        (delegate("peru-1"), {"round": 2}, Code.WRONG_ROUND),
        (delegate("peru-1"), {"ballot": {}}, Code.INVALID_BALLOT),
        (delegate("peru-1"), {"ballot": {"abstain": False}}, Code.INVALID_BALLOT),
        (delegate("peru-1"), {"ballot": {"choices": ["maybe"]}}, Code.INVALID_BALLOT),
        (delegate("peru-1"), {"ballot": {**YES, "abstain": True}}, Code.INVALID_BALLOT),
        (delegate("peru-1"), {"ballot": {"ranking": ["C-1"]}}, Code.INVALID_BALLOT),
        (delegate("peru-9"), {}, Code.NOT_VOTER),
        (delegate("unhcr-1"), {}, Code.NOT_VOTER),
        (Actor(role=Role.OBSERVER, seat="unhcr-1"), {}, Code.NOT_VOTER),
        (Actor(role=Role.DELEGATE), {}, Code.NOT_VOTER),
        (Actor(role=Role.MODERATOR, seat="peru-1"), {}, Code.NOT_ALLOWED),
    ],
)
def test_a_ballot_is_taken_or_refused(play: Play, actor: Actor, more: dict[str, Any], code: Code | None) -> None:
    assert refusal(play, "cast_ballot", actor, **cast(**more)) is code


def test_a_round_that_is_over_says_so_whatever_the_ballot_says(play: Play) -> None:
    play.does(MODERATOR, "close_activity", activity="coffee", round=1)
    for ballot in (YES, {}, {"choices": ["maybe"]}):
        assert refusal(play, "cast_ballot", delegate("peru-1"), **cast(ballot=ballot)) is Code.CLOSED
    play.seals("coffee")
    play.does(MODERATOR, "reopen_activity", activity="coffee", round=1)
    assert refusal(play, "cast_ballot", delegate("peru-1"), **cast()) is Code.CLOSED
    assert refusal(play, "cast_ballot", delegate("peru-1"), **cast(round=2)) is None


def test_the_event_of_an_attributed_ballot_names_the_seat_and_not_the_choice(play: Play) -> None:
    (event,) = play.does(delegate("peru-1"), "cast_ballot", **cast())
    assert event == e.BallotCast(activity="coffee", round=1, voter="peru-1", delegation="peru")


def test_the_event_of_a_secret_ballot_names_neither(play: Play) -> None:
    play.does(MODERATOR, "close_activity", activity="coffee", round=1)
    play.does(MODERATOR, "open_activity", activity="priorities")
    ballot = cast(activity="priorities", ballot={"ranking": ["C-1"]})
    (event,) = play.does(delegate("peru-1"), "cast_ballot", **ballot)
    assert event == e.BallotCast(
        activity="priorities", round=1, voter="v:priorities:1:peru-1", delegation="d:priorities:1:peru"
    )


def test_a_voter_who_votes_again_is_still_one_voter(play: Play) -> None:
    play.casts("peru-1", "coffee", YES)
    play.casts("peru-2", "coffee", YES)
    before = play.views()
    play.happens(e.BallotCast(activity="coffee", round=1, voter="peru-1", delegation="peru"))
    assert play.views() == before
    assert play.views()["everyone"]["turnout/coffee"]["voted"] == 2
