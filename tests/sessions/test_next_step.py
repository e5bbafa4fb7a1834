"""The moderator's big button: pressed again and again it brings any programme to its end."""

import functools
from typing import Any

import pytest

from server.programmes import default_programme
from sessions.meeting import Meeting
from sessions.next_step import next_step
from sessions.programme import Programme
from tests.helpers.play import MODERATOR, Play
from tests.helpers.programmes import notes, poll, small
from tests.helpers.report import Told


def steps_of(meeting: Meeting) -> int:
    """Three for each activity and one more for a board, two for each session, one to close."""
    boards = sum(1 for activity in meeting.activities.values() if activity.boards)
    return 3 * len(meeting.activities) + boards + 2 * len(meeting.sessions) + 1


def press(play: Play) -> str | None:
    """Do what the button says, counting first where that is what it waits for; the command."""
    step = next_step(play.meeting)
    if step is None:
        return None
    if step["pending"]:
        for activity in play.meeting.activities.values():
            if activity.round is not None and activity.phase == "closed" and activity.round.sealed is None:
                play.seals(activity.plan.id)
        assert next_step(play.meeting) == {**step, "pending": False}
    play.does(MODERATOR, step["command"], **step["args"])
    return str(step["command"])


@functools.cache
def panama() -> Programme:
    return default_programme()


@pytest.mark.parametrize("programme", [small, panama])
def test_following_it_from_the_start_closes_the_meeting(programme: Any) -> None:
    play = Told(programme())
    pressed = []
    while (command := press(play)) is not None:
        pressed.append(command)
        assert len(pressed) <= steps_of(play.meeting)
    assert len(pressed) == steps_of(play.meeting)
    assert pressed[-1] == "close_meeting"
    assert all(session.phase == "ended" for session in play.meeting.sessions.values())
    assert all(activity.phase == "revealed" for activity in play.meeting.activities.values())


def commands(play: Play, count: int) -> list[str | None]:
    return [press(play) for _ in range(count)]


def test_what_is_skipped_is_passed_over() -> None:
    play = Play(small())
    for id_ in ("coffee", "priorities"):
        play.does(MODERATOR, "skip_activity", activity=id_)
    play.does(MODERATOR, "skip_session", session="pause")
    assert commands(play, 6) == [
        "start_session",
        "open_activity",
        "close_activity",
        "reveal_outcome",
        "end_session",
        "start_session",
    ]
    assert play.meeting.running == "tables"


def test_it_waits_while_a_round_is_counted() -> None:
    play = Play(small())
    commands(play, 3)
    step = next_step(play.meeting)
    assert step is not None
    assert (step["command"], step["pending"]) == ("reveal_outcome", True)


def test_what_was_opened_out_of_turn_is_finished_first() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity="tea")
    assert commands(play, 2) == ["close_activity", "reveal_outcome"]
    step = next_step(play.meeting)
    assert step is not None
    assert step["args"] == {"activity": "coffee"}


def test_a_vote_beside_open_notes_is_closed_before_another_opens() -> None:
    session = {"id": "s", "code": "S", "title": "S", "day": "2025-09-24", "start": "09:00", "minutes": 60}
    play = Play(small(sessions=[{**session, "activities": [poll("one"), poll("two"), notes("pads")]}]))
    play.does(MODERATOR, "start_session", session="s")
    play.does(MODERATOR, "open_activity", activity="two")
    play.does(MODERATOR, "open_activity", activity="pads")
    play.does(MODERATOR, "close_activity", activity="pads", round=1)
    play.seals("pads")
    play.does(MODERATOR, "reveal_outcome", activity="pads", round=1)
    step = next_step(play.meeting)
    assert step is not None
    assert (step["command"], step["args"]) == ("close_activity", {"activity": "two", "round": 1})


def test_a_session_ended_before_its_count_holds_up_the_end_of_the_meeting() -> None:
    play = Play(small())
    for id_ in ("pause", "tables"):
        play.does(MODERATOR, "skip_session", session=id_)
    commands(play, 3)
    play.does(MODERATOR, "end_session", session="plenary")
    step = next_step(play.meeting)
    assert step is not None
    assert (step["command"], step["pending"]) == ("close_meeting", True)
    assert press(play) == "close_meeting"
    assert next_step(play.meeting) is None


def test_after_a_session_out_of_turn_comes_the_one_after_it_and_then_what_was_left() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="pause")
    play.does(MODERATOR, "end_session", session="pause")
    step = next_step(play.meeting)
    assert step is not None
    assert step["args"] == {"session": "tables"}
    play.does(MODERATOR, "skip_session", session="tables")
    step = next_step(play.meeting)
    assert step is not None
    assert step["args"] == {"session": "plenary"}
