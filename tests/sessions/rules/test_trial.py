"""The poll that people practise with: one tap, a round like any other, and nothing left behind."""

from typing import Any

import pytest

from sessions.errors import Code
from sessions.lineage import Sort
from sessions.meeting import freeze, thaw
from sessions.programme import ActivityPlan
from sessions.views import project
from tests.helpers.play import MODERATOR, Play, delegate, masked
from tests.helpers.programmes import notes, poll, small
from tests.sessions.rules.asking import changes_nothing, refusal


@pytest.fixture
def play() -> Play:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    return play


def starts(play: Play, id_: str = "t-1") -> None:
    play.does(MODERATOR, "start_trial", activity=id_)


def ends(play: Play, id_: str = "t-1") -> None:
    number = len(play.meeting.activities[id_].rounds)
    play.does(MODERATOR, "close_activity", activity=id_, round=number)
    play.seals(id_)
    play.does(MODERATOR, "reveal_outcome", activity=id_, round=number)


def test_one_tap_opens_a_ready_one_in_the_running_session(play: Play) -> None:
    starts(play)
    plan = play.meeting.activities["t-1"].plan
    assert (plan.trial, plan.code, play.meeting.current) == (True, "T-01", "t-1")
    assert play.meeting.sessions["plenary"].activities[0] == "t-1"
    shown = project(play.meeting, "everyone", masked)
    assert shown["activity/t-1"]["setup"]["question"] == {
        "es": "¿Café o té?",
        "en": "Coffee or tea?",
        "pt": "Café ou chá?",
    }
    assert shown["activity/t-1"]["trial"]
    play.casts("peru-1", "t-1", {"choices": ["tea"]})
    play.casts("unhcr-1", "t-1", {"choices": ["coffee"]})
    ends(play)
    told = project(play.meeting, "everyone", masked)["outcome/t-1"]["outcome"]
    assert [(finding["id"], finding["count"]) for finding in told["findings"]] == [("coffee", 1), ("tea", 1)]


def test_a_second_tap_changes_nothing_and_one_after_it_was_counted_opens_it_again(play: Play) -> None:
    starts(play)
    assert changes_nothing(play, "start_trial", activity="t-2")
    play.does(MODERATOR, "close_activity", activity="t-1", round=1)
    assert refusal(play, "start_trial", activity="t-2") is Code.NOT_SEALED
    play.seals("t-1")
    starts(play, "t-2")
    assert "t-2" not in play.meeting.activities
    assert [round_.number for round_ in play.meeting.activities["t-1"].rounds] == [1, 2]


def test_it_stands_after_what_was_opened_and_before_what_still_waits(play: Play) -> None:
    play.runs("coffee", {"peru-1": {"choices": ["yes"]}})
    starts(play)
    assert play.meeting.sessions["plenary"].activities == ["coffee", "t-1", "priorities", "tea"]


def test_a_session_that_plans_one_has_its_own_opened() -> None:
    plenary = small().model_dump(mode="json")["sessions"][0]
    play = Play(small(sessions=[plenary | {"activities": [poll("real"), poll("coffee", trial=True)]}]))
    play.does(MODERATOR, "start_session", session="plenary")
    starts(play)
    assert play.meeting.current == "coffee"
    assert list(play.meeting.activities) == ["real", "coffee"]


def test_what_refuses_any_vote_refuses_a_trial(play: Play) -> None:
    assert refusal(play, "start_trial", delegate("peru-1"), activity="t-1") is Code.NOT_ALLOWED
    assert refusal(play, "start_trial", activity="coffee") is Code.TAKEN
    play.does(MODERATOR, "open_activity", activity="coffee")
    assert refusal(play, "start_trial", activity="t-1") is Code.STALE
    play.does(MODERATOR, "close_activity", activity="coffee", round=1)
    play.does(MODERATOR, "end_session", session="plenary")
    assert refusal(play, "start_trial", activity="t-1") is Code.SESSION_NOT_RUNNING


def test_only_what_is_answered_with_a_ballot_may_be_one(play: Play) -> None:
    added: dict[str, Any] = {"session": "plenary", "activity": "a-1", "title": "x", "trial": True}
    question = {"question": "x"}
    assert refusal(play, "add_activity", **added, kind="notes", setup=notes("x")["setup"]) is Code.INVALID_COMMAND
    assert refusal(play, "add_activity", **added, kind="collect", setup=question) is Code.INVALID_COMMAND
    assert refusal(play, "add_activity", **added, kind="poll", setup=poll("x")["setup"]) is None


def test_a_trial_follows_nothing_and_nothing_follows_it(play: Play) -> None:
    starts(play)
    added: dict[str, Any] = {
        "session": "plenary",
        "activity": "a-1",
        "title": "x",
        "kind": "poll",
        "setup": poll("x")["setup"],
    }
    assert refusal(play, "add_activity", **added, follows="t-1") is Code.INVALID_COMMAND
    assert refusal(play, "add_activity", **added, follows="coffee", trial=True) is Code.INVALID_COMMAND
    assert refusal(play, "add_activity", **added, follows="coffee") is None


def test_no_code_of_what_counts_tells_that_there_was_one(play: Play) -> None:
    starts(play)
    ends(play)
    play.runs("coffee", {"peru-1": {"choices": ["yes"]}})
    assert play.meeting.numbers[Sort.OUTCOME] == {"coffee.yes": 1, "coffee.no": 2}
    added = {"session": "plenary", "title": "x", "kind": "poll", "setup": poll("x")["setup"]}
    for id_ in ("a-1", "a-2"):
        play.does(MODERATOR, "add_activity", activity=id_, **added)
    before = len(small().sessions[0].activities) + len(small().sessions[2].activities)
    assert [play.meeting.activities[id_].plan.code for id_ in ("a-1", "a-2")] == [f"X-{before + n:02d}" for n in (1, 2)]


def test_no_line_may_come_from_one(play: Play) -> None:
    starts(play)
    play.casts("peru-1", "t-1", {"choices": ["tea"]})
    ends(play)
    for part in (None, "tea"):
        fields = {"activity": "x", "sources": [{"sort": "outcome", "id": "t-1", "part": part, "why": "quote"}]}
        assert refusal(play, "add_line", line="l", fields=fields) is Code.UNKNOWN_SOURCE
    assert "t-1" not in str(project(play.meeting, "notes", masked)["lineage"])


def test_plans_and_snapshots_of_before_are_read(play: Play) -> None:
    starts(play)
    assert thaw(freeze(play.meeting)) == play.meeting
    plan = small().sessions[0].activities[0].model_dump(mode="json", exclude={"trial"})
    assert not ActivityPlan.model_validate(plan).trial
