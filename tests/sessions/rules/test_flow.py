"""Running sessions and activities out of order, twice, and too late."""

from collections.abc import Callable
from typing import Any

import pytest

from sessions.actor import Actor, Role
from sessions.errors import Code
from tests.helpers.play import MODERATOR, Play, delegate
from tests.helpers.programmes import notes, poll, small
from tests.sessions.rules.asking import changes_nothing, refusal


@pytest.fixture
def play() -> Play:
    return Play(small())


def does(play: Play, *orders: tuple[str, str]) -> None:
    """(command, what it is about), by the moderator; rounds are the latest."""
    for name, about in orders:
        kind = "session" if name.endswith("session") else "activity"
        args: dict[str, Any] = {kind: about}
        if name in {"close_activity", "reveal_outcome", "reopen_activity"}:
            args["round"] = len(play.meeting.activities[about].rounds)
        play.does(MODERATOR, name, **args)


def test_sessions_run_one_after_the_other_in_any_order(play: Play) -> None:
    does(play, ("start_session", "tables"), ("start_session", "plenary"))
    assert [play.meeting.sessions[id_].phase for id_ in ("plenary", "pause", "tables")] == [
        "running",
        "planned",
        "ended",
    ]
    assert changes_nothing(play, "start_session", session="plenary")


def test_a_session_ended_too_early_goes_on_and_can_be_ended_again(play: Play) -> None:
    does(play, ("start_session", "plenary"))
    began = play.meeting.sessions["plenary"].started_at
    does(play, ("end_session", "plenary"), ("start_session", "plenary"))
    assert play.meeting.sessions["plenary"].phase == "running"
    assert play.meeting.sessions["plenary"].started_at == began
    does(play, ("open_activity", "coffee"), ("close_activity", "coffee"), ("end_session", "plenary"))
    assert play.meeting.sessions["plenary"].phase == "ended"


def test_a_skipped_session_that_is_started_is_not_skipped_any_more(play: Play) -> None:
    does(play, ("skip_session", "pause"), ("start_session", "pause"))
    assert play.meeting.sessions["pause"].phase == "running"
    assert refusal(play, "skip_session", session="pause") is Code.STALE


@pytest.mark.parametrize(
    ("before", "command", "code"),
    [
        ([], ("end_session", {"session": "plenary"}), Code.SESSION_NOT_RUNNING),
        ([], ("open_activity", {"activity": "coffee"}), Code.SESSION_NOT_RUNNING),
        ([], ("close_activity", {"activity": "coffee", "round": 1}), Code.NOT_OPEN),
        ([], ("add_time", {"activity": "coffee", "round": 1, "seconds": 60}), Code.NOT_OPEN),
        ([], ("reveal_outcome", {"activity": "coffee", "round": 1}), Code.NOT_OPEN),
        ([], ("reopen_activity", {"activity": "coffee", "round": 1}), Code.NOT_OPEN),
        ([], ("start_session", {"session": "nowhere"}), Code.UNKNOWN_SESSION),
        ([], ("open_activity", {"activity": "nothing"}), Code.UNKNOWN_ACTIVITY),
        (["start"], ("open_activity", {"activity": "after"}), Code.SESSION_NOT_RUNNING),
        (["start", "open"], ("open_activity", {"activity": "tea"}), Code.STALE),
        (["start", "open"], ("end_session", {"session": "plenary"}), Code.SESSION_RUNNING),
        (["start", "open"], ("start_session", {"session": "tables"}), Code.SESSION_RUNNING),
        (["start", "open"], ("close_meeting", {}), Code.SESSION_RUNNING),
        (["start", "open"], ("close_activity", {"activity": "coffee", "round": 2}), Code.WRONG_ROUND),
        (["start", "open"], ("reveal_outcome", {"activity": "coffee", "round": 1}), Code.NOT_SEALED),
        (["start", "open"], ("reopen_activity", {"activity": "coffee", "round": 1}), Code.STALE),
        (["start", "open", "close"], ("open_activity", {"activity": "coffee"}), Code.STALE),
        (["start", "open", "close"], ("add_time", {"activity": "coffee", "round": 1, "seconds": 60}), Code.CLOSED),
        (["start", "open", "close"], ("reveal_outcome", {"activity": "coffee", "round": 1}), Code.NOT_SEALED),
        (["start", "open", "close"], ("reopen_activity", {"activity": "coffee", "round": 1}), Code.NOT_SEALED),
        (["start", "open", "close"], ("close_meeting", {}), Code.NOT_SEALED),
        (["start", "open", "close", "end"], ("close_meeting", {}), Code.NOT_SEALED),
        (
            ["start", "open", "close", "end", "seal", "bye"],
            ("start_session", {"session": "tables"}),
            Code.MEETING_CLOSED,
        ),
        (["start", "open", "close", "end", "seal", "bye"], ("close_meeting", {}), Code.MEETING_CLOSED),
    ],
)
def test_what_comes_too_early_or_too_late_is_refused(
    play: Play, before: list[str], command: tuple[str, dict[str, Any]], code: Code
) -> None:
    steps: dict[str, Callable[[], object]] = {
        "start": lambda: does(play, ("start_session", "plenary")),
        "open": lambda: does(play, ("open_activity", "coffee")),
        "close": lambda: does(play, ("close_activity", "coffee")),
        "end": lambda: does(play, ("end_session", "plenary")),
        "seal": lambda: play.seals("coffee"),
        "bye": lambda: play.does(MODERATOR, "close_meeting"),
    }
    for step in before:
        steps[step]()
    name, args = command
    assert refusal(play, name, **args) is code


def test_every_order_given_twice_is_accepted_and_changes_nothing(play: Play) -> None:
    does(play, ("start_session", "plenary"), ("open_activity", "coffee"))
    assert changes_nothing(play, "open_activity", activity="coffee")
    does(play, ("close_activity", "coffee"))
    assert changes_nothing(play, "close_activity", activity="coffee", round=1)
    play.seals("coffee")
    does(play, ("reveal_outcome", "coffee"))
    assert changes_nothing(play, "reveal_outcome", activity="coffee", round=1)
    does(play, ("reopen_activity", "coffee"))
    assert changes_nothing(play, "reopen_activity", activity="coffee", round=1)
    does(play, ("close_activity", "coffee"), ("end_session", "plenary"))
    assert changes_nothing(play, "end_session", session="plenary")


def test_notes_may_be_open_beside_a_vote_but_never_two_votes() -> None:
    play = Play(small(sessions=[plenary(notes("pads"), poll("one"), poll("two"))]))
    does(play, ("start_session", "s"), ("open_activity", "pads"), ("open_activity", "one"))
    assert refusal(play, "open_activity", activity="two") is Code.STALE
    does(play, ("close_activity", "one"), ("open_activity", "two"))
    assert play.meeting.activities["pads"].phase == play.meeting.activities["two"].phase == "open"


def plenary(*activities: dict[str, Any]) -> dict[str, Any]:
    session = {"id": "s", "code": "S", "title": "S", "day": "2025-09-24", "start": "09:00", "minutes": 60}
    return {**session, "activities": list(activities)}


def test_reopening_makes_a_new_round_and_leaves_the_sealed_one_alone(play: Play) -> None:
    does(play, ("start_session", "plenary"))
    play.runs("coffee", {"peru-1": {"choices": ["yes"]}})
    does(play, ("reveal_outcome", "coffee"))
    first = play.meeting.activities["coffee"].rounds[0]
    sealed = first.sealed
    does(play, ("reopen_activity", "coffee"))
    assert "outcome/coffee" not in play.views()["everyone"]
    play.casts("peru-1", "coffee", {"choices": ["no"]})
    does(play, ("close_activity", "coffee"))
    play.seals("coffee")
    assert refusal(play, "reveal_outcome", activity="coffee", round=1) is Code.WRONG_ROUND
    does(play, ("reveal_outcome", "coffee"))
    assert play.meeting.activities["coffee"].rounds[0].sealed is sealed
    assert [r.number for r in play.meeting.activities["coffee"].rounds] == [1, 2]


def test_voters_are_fixed_when_a_round_opens(play: Play) -> None:
    does(play, ("start_session", "plenary"), ("open_activity", "coffee"))
    play.does(MODERATOR, "add_seat", delegation="peru")
    late = {"activity": "coffee", "round": 1, "ballot_id": "ballot-1", "ballot": {"choices": ["yes"]}}
    assert refusal(play, "cast_ballot", delegate("peru-4"), **late) is Code.NOT_VOTER
    does(play, ("close_activity", "coffee"))
    play.seals("coffee")
    does(play, ("reopen_activity", "coffee"))
    assert refusal(play, "cast_ballot", delegate("peru-4"), **{**late, "round": 2}) is None


@pytest.mark.parametrize(
    ("voters", "seats"),
    [
        ("delegates", {f"{d}-{n}" for d in ("panama", "peru", "belize", "mexico") for n in (1, 2, 3)}),
        ("heads", {"panama-1", "peru-1", "belize-1", "mexico-1"}),
        (
            "delegates_and_observers",
            {f"{d}-{n}" for d in ("panama", "peru", "belize", "mexico") for n in (1, 2, 3)} | {"unhcr-1", "unhcr-2"},
        ),
    ],
)
def test_who_may_vote(voters: str, seats: set[str]) -> None:
    play = Play(small(sessions=[plenary(poll("p", voters=voters))]))
    does(play, ("start_session", "s"), ("open_activity", "p"))
    assert set(play.meeting.activities["p"].rounds[0].eligible) == seats


class TestTime:
    """Time running out closes nothing; it only tells."""

    def open(self, play: Play, **args: Any) -> int | None:
        does(play, ("start_session", "plenary"))
        play.does(MODERATOR, "open_activity", activity="coffee", **args)
        return play.meeting.activities["coffee"].rounds[0].ends_at

    def adds(self, play: Play, seconds: int) -> int:
        play.does(MODERATOR, "add_time", activity="coffee", round=1, seconds=seconds)
        ends_at = play.meeting.activities["coffee"].rounds[0].ends_at
        assert ends_at is not None
        return ends_at

    def test_it_is_added_to_the_end_planned(self, play: Play) -> None:
        planned = self.open(play, minutes=2)
        assert planned is not None
        assert self.adds(play, 60) == planned + 60_000
        assert self.adds(play, -30) == planned + 30_000

    def test_after_zero_it_is_added_to_now(self, play: Play) -> None:
        self.open(play, minutes=1)
        play.now += 10 * 60_000
        assert self.adds(play, 60) == play.now - 1000 + 60_000

    def test_without_a_countdown_it_starts_one(self, play: Play) -> None:
        assert self.open(play) is None
        assert self.adds(play, 90) == play.now - 1000 + 90_000

    def test_taking_more_than_is_left_ends_now_and_keeps_the_round_open(self, play: Play) -> None:
        self.open(play, minutes=1)
        assert self.adds(play, -3600) == play.now - 1000
        play.casts("peru-1", "coffee", {"choices": ["yes"]})

    def test_the_limit_can_be_taken_away_and_set_again(self, play: Play) -> None:
        self.open(play, minutes=2)
        play.does(MODERATOR, "add_time", activity="coffee", round=1, seconds=None)
        assert play.meeting.activities["coffee"].rounds[0].ends_at is None
        assert changes_nothing(play, "add_time", activity="coffee", round=1, seconds=None)
        assert self.adds(play, 90) == play.now - 1000 + 90_000

    def test_no_time_at_all_changes_nothing(self, play: Play) -> None:
        self.open(play, minutes=5)
        assert changes_nothing(play, "add_time", activity="coffee", round=1, seconds=0)


class TestStage:
    def test_only_what_was_revealed_can_be_put_on_the_screen(self, play: Play) -> None:
        outcome = {"show": "outcome", "activity": "coffee"}
        assert refusal(play, "set_stage", stage=outcome) is Code.NOT_SEALED
        does(play, ("start_session", "plenary"))
        play.runs("coffee", {})
        assert refusal(play, "set_stage", stage=outcome) is Code.NOT_SEALED
        does(play, ("reveal_outcome", "coffee"))
        play.does(MODERATOR, "set_stage", stage=outcome)
        assert changes_nothing(play, "set_stage", stage=outcome)

    @pytest.mark.parametrize("stage", [{"show": "all"}, {"show": "notes", "table": "x" * 5000}, {"activity": "A B"}])
    def test_what_is_no_stage_is_no_command(self, play: Play, stage: dict[str, Any]) -> None:
        with pytest.raises(Exception, match="invalid_command"):
            play.does(MODERATOR, "set_stage", stage=stage)


def test_messages_are_short_and_can_be_cleared(play: Play) -> None:
    assert refusal(play, "send_message", text="x" * 281) is Code.INVALID_COMMAND
    assert changes_nothing(play, "clear_message")
    play.does(MODERATOR, "send_message", text="Volvemos a las 11")
    play.does(MODERATOR, "clear_message")
    assert play.meeting.message is None


def test_a_table_is_validated_by_whoever_answers_for_it(play: Play) -> None:
    facilitator = Actor(role=Role.FACILITATOR, table="t1")
    table = {"activity": "pads", "table": "t1"}
    assert refusal(play, "validate_table", facilitator, **table) is Code.NOT_OPEN
    does(play, ("start_session", "tables"), ("open_activity", "pads"))
    assert refusal(play, "validate_table", facilitator, **table) is None
    assert refusal(play, "validate_table", facilitator, activity="pads", table="t2") is Code.NOT_ALLOWED
    assert refusal(play, "validate_table", activity="pads", table="t9") is Code.UNKNOWN_TABLE
    assert refusal(play, "validate_table", activity="after", table="t1") is Code.NOT_OPEN


def test_closing_the_meeting_ends_the_session_that_runs(play: Play) -> None:
    does(play, ("start_session", "plenary"))
    play.does(MODERATOR, "close_meeting")
    assert play.meeting.running is None
    assert play.meeting.sessions["plenary"].phase == "ended"
