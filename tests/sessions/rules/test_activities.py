"""Editing activities while the meeting runs."""

from typing import Any

import pytest

from sessions.errors import Code
from sessions.programme import MAX_ACTIVITIES
from tests.helpers.play import MODERATOR, Play
from tests.helpers.programmes import CHALLENGES, small
from tests.sessions.rules.asking import changes_nothing, refusal

SETUP = {"question": "¿?", "answer": "text"}
NEW: dict[str, Any] = {"session": "plenary", "activity": "fresh", "kind": "poll", "title": "Nueva", "setup": SETUP}
BANK = [{**item, "theme": "ACC"} for item in CHALLENGES]


@pytest.fixture
def play() -> Play:
    return Play(small(themes=[{"id": "ACC", "name": "Acceso"}], bank=BANK))


def opened(play: Play, activity: str = "coffee") -> Play:
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity=activity)
    return play


@pytest.mark.parametrize(("place", "index"), [(None, 3), (0, 0), (1, 1), (900, 3)])
def test_an_activity_is_added_at_its_place(play: Play, place: int | None, index: int) -> None:
    play.does(MODERATOR, "add_activity", **NEW, **({} if place is None else {"place": place}))
    assert play.meeting.sessions["plenary"].activities.index("fresh") == index


def test_an_activity_gets_the_next_code_of_its_kind(play: Play) -> None:
    before = len(play.meeting.activities)
    play.does(MODERATOR, "add_activity", **NEW)
    coffee = play.meeting.activities["coffee"]
    coffee.plan = coffee.plan.model_copy(update={"code": "SO-04"})
    play.does(MODERATOR, "add_activity", **{**NEW, "activity": "next"})
    play.meeting.sessions["pause"].plan = play.meeting.sessions["pause"].plan.model_copy(update={"code": "SO-11"})
    play.does(MODERATOR, "add_activity", **{**NEW, "activity": "last"})
    codes = [play.meeting.activities[id_].plan.code for id_ in ("fresh", "next", "last")]
    assert codes == [f"X-{before + 1:02d}", "SO-05", "SO-12"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"session": "nowhere"}, Code.UNKNOWN_SESSION),
        ({"activity": "tea"}, Code.TAKEN),
        ({"kind": "duel"}, Code.UNKNOWN_KIND),
        ({"setup": {}}, Code.INVALID_SETUP),
        ({"setup": {**SETUP, "more": 1}}, Code.INVALID_SETUP),
        ({"setup": {"question": "¿?", "answer": "single", "options": "C-1"}}, Code.INVALID_SETUP),
        ({"setup": {"question": "¿?", "answer": "single", "options": ["C-1", "C-99"]}}, Code.INVALID_SETUP),
        ({"setup": {"question": "¿?", "answer": "single", "options": [["C-1"], None, 3]}}, Code.INVALID_SETUP),
    ],
)
def test_an_activity_that_cannot_be(play: Play, more: dict[str, Any], code: Code) -> None:
    assert refusal(play, "add_activity", **{**NEW, **more}) is code


def test_options_may_be_cited_from_the_bank(play: Play) -> None:
    setup = {"question": "¿?", "method": "rank", "top": 2, "options": ["C-2", "C-5"], "headline": "person"}
    play.does(MODERATOR, "add_activity", **{**NEW, "kind": "prioritise", "setup": setup})
    options = play.meeting.activities["fresh"].plan.setup["options"]
    assert [(option["id"], option["text"]["es"]) for option in options] == [("C-2", "Desafío 2"), ("C-5", "Desafío 5")]


def test_a_session_holds_so_many(play: Play) -> None:
    play.meeting.sessions["plenary"].activities += ["tea"] * (MAX_ACTIVITIES - 3)
    assert refusal(play, "add_activity", **NEW) is Code.TOO_MANY
    assert refusal(play, "move_activity", activity="after", session="plenary", place=0) is Code.TOO_MANY


@pytest.mark.parametrize(
    "change", [{"setup": SETUP}, {"voters": "heads"}, {"secrecy": "open"}, {"secrecy": "secret", "title": "x"}]
)
def test_once_opened_only_title_and_time_may_change(play: Play, change: dict[str, Any]) -> None:
    assert refusal(play, "edit_activity", activity="coffee", **change) is None
    opened(play)
    assert refusal(play, "edit_activity", activity="coffee", **change) is Code.STALE
    play.does(MODERATOR, "edit_activity", activity="coffee", title="Otro título", minutes=7)


def test_a_time_limit_can_be_taken_away(play: Play) -> None:
    play.does(MODERATOR, "edit_activity", activity="coffee", minutes=7)
    play.does(MODERATOR, "edit_activity", activity="coffee", minutes=0)
    assert play.meeting.activities["coffee"].plan.minutes is None


def test_what_was_opened_is_neither_skipped_nor_taken_to_another_session(play: Play) -> None:
    opened(play)
    assert refusal(play, "skip_activity", activity="coffee") is Code.STALE
    assert refusal(play, "move_activity", activity="coffee", session="tables", place=0) is Code.STALE
    play.does(MODERATOR, "move_activity", activity="coffee", place=2)
    assert play.meeting.sessions["plenary"].activities == ["priorities", "tea", "coffee"]


def test_a_draft_goes_to_another_session(play: Play) -> None:
    play.does(MODERATOR, "move_activity", activity="tea", session="tables", place=1)
    assert play.meeting.sessions["tables"].activities == ["pads", "tea", "after"]
    assert play.meeting.activities["tea"].session == "tables"


def test_nothing_comes_into_a_session_that_has_ended(play: Play) -> None:
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "end_session", session="plenary")
    assert refusal(play, "add_activity", **NEW) is Code.STALE
    assert refusal(play, "move_activity", activity="after", session="plenary", place=0) is Code.STALE


def test_a_skipped_draft_that_is_opened_is_not_skipped_any_more(play: Play) -> None:
    play.does(MODERATOR, "skip_activity", activity="coffee")
    opened(play)
    assert not play.meeting.activities["coffee"].skipped


def test_edits_that_change_nothing(play: Play) -> None:
    assert changes_nothing(play, "edit_activity", activity="tea")
    assert changes_nothing(play, "edit_activity", activity="tea", title="tea")
    assert changes_nothing(play, "move_activity", activity="tea", place=2)
    assert changes_nothing(play, "skip_activity", activity="tea", skip=False)


@pytest.mark.parametrize("command", ["edit_activity", "move_activity", "skip_activity"])
def test_an_activity_that_is_not_there(play: Play, command: str) -> None:
    args: dict[str, Any] = {"place": 0} if command == "move_activity" else {}
    assert refusal(play, command, activity="nothing", **args) is Code.UNKNOWN_ACTIVITY
