"""Editing sessions while the meeting runs."""

from typing import Any

import pytest

from sessions.actor import Regime
from sessions.errors import Code
from sessions.programme import MAX_SESSIONS
from tests.helpers.play import MODERATOR, Play
from tests.helpers.programmes import small
from tests.sessions.rules.asking import changes_nothing, refusal

EXTRA: dict[str, Any] = {"session": "extra", "title": "Extra", "start": "12:00", "minutes": 30}


@pytest.fixture
def play() -> Play:
    return Play(small())


@pytest.mark.parametrize(
    ("place", "order"),
    [
        (None, ["plenary", "pause", "tables", "extra"]),
        (0, ["extra", "plenary", "pause", "tables"]),
        (2, ["plenary", "pause", "extra", "tables"]),
        (900, ["plenary", "pause", "tables", "extra"]),
    ],
)
def test_a_session_is_added_at_its_place_on_the_day_of_its_neighbour(
    play: Play, place: int | None, order: list[str]
) -> None:
    play.does(MODERATOR, "add_session", **EXTRA, **({} if place is None else {"place": place}))
    assert play.meeting.order == order
    assert play.meeting.sessions["extra"].plan.day.isoformat() == "2025-09-24"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"session": "pause"}, Code.TAKEN),
        ({"format": "tables"}, Code.INVALID_COMMAND),
        ({"day": "2025-02-30"}, Code.INVALID_COMMAND),
    ],
)
def test_a_session_that_cannot_be(play: Play, more: dict[str, str], code: Code) -> None:
    assert refusal(play, "add_session", **{**EXTRA, **more}) is code


def test_a_run_sheet_has_an_end(play: Play) -> None:
    for number in range(MAX_SESSIONS - 3):
        play.meeting.sessions[f"more-{number}"] = play.meeting.sessions["pause"]
    assert refusal(play, "add_session", **EXTRA) is Code.TOO_MANY


@pytest.mark.parametrize("before", list(Regime))
@pytest.mark.parametrize("after", list(Regime))
def test_once_begun_a_regime_never_becomes_looser(before: Regime, after: Regime) -> None:
    strictness = list(Regime).index
    sessions = [
        {"id": "s", "code": "S", "title": "S", "day": "2025-09-24", "start": "09:00", "minutes": 60, "regime": before}
    ]
    for ended in (False, True):
        play = Play(small(sessions=sessions))
        assert refusal(play, "edit_session", session="s", regime=after) is None, "before it begins, anything goes"
        play.does(MODERATOR, "start_session", session="s")
        if ended:
            play.does(MODERATOR, "end_session", session="s")
        expected = Code.STALE if strictness(after) < strictness(before) else None
        assert refusal(play, "edit_session", session="s", regime=after) is expected


def test_an_open_secret_round_stays_secret_whatever_happens_to_its_session(play: Play) -> None:
    play.does(MODERATOR, "edit_session", session="plenary", regime="reserved")
    play.does(MODERATOR, "edit_session", session="plenary", regime="open")
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity="priorities")
    assert refusal(play, "edit_activity", activity="priorities", secrecy="open") is Code.STALE
    assert play.views()["everyone"]["activity/priorities"]["secrecy"] == "secret"


def test_tables_may_be_added_to_a_session_that_runs_but_not_taken_away(play: Play) -> None:
    assert refusal(play, "edit_session", session="plenary", tables=3) is Code.INVALID_COMMAND
    assert refusal(play, "edit_session", session="tables", tables=2) is None
    play.does(MODERATOR, "start_session", session="tables")
    assert refusal(play, "edit_session", session="tables", tables=2) is Code.STALE
    play.does(MODERATOR, "edit_session", session="tables", tables=4)


def test_edits_that_change_nothing(play: Play) -> None:
    assert changes_nothing(play, "edit_session", session="pause")
    assert changes_nothing(play, "edit_session", session="pause", title="Café", minutes=60)
    assert changes_nothing(play, "move_session", session="pause", place=1)
    assert changes_nothing(play, "move_session", session="tables", place=500)
    assert changes_nothing(play, "skip_session", session="pause", skip=False)


def test_skipping_is_taken_back_until_it_began(play: Play) -> None:
    play.does(MODERATOR, "skip_session", session="pause")
    assert play.views()["everyone"]["now"]["next"] == "plenary"
    play.does(MODERATOR, "skip_session", session="pause", skip=False)
    play.does(MODERATOR, "start_session", session="pause")
    play.does(MODERATOR, "end_session", session="pause")
    assert refusal(play, "skip_session", session="pause") is Code.STALE


@pytest.mark.parametrize("command", ["edit_session", "move_session", "skip_session"])
def test_a_session_that_is_not_there(play: Play, command: str) -> None:
    args: dict[str, Any] = {"place": 0} if command == "move_session" else {}
    assert refusal(play, command, session="nowhere", **args) is Code.UNKNOWN_SESSION
