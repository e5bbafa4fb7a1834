"""What each event changes; the log is all there is."""

from typing import get_args

import pytest

from sessions import events as e
from sessions.actor import Secrecy
from sessions.evolve import _APPLY, evolve, fold
from tests.helpers.play import MODERATOR, START, Play, masked
from tests.helpers.programmes import small


def test_every_event_has_an_effect_written_for_it() -> None:
    every = set(get_args(get_args(e.Event)[0]))
    assert every == {*_APPLY, e.MeetingCreated}


def test_a_log_begins_with_the_meeting() -> None:
    with pytest.raises(ValueError, match="log_without_beginning"):
        evolve(None, 1, e.LogEntry(event=e.MessageCleared()))
    assert fold([]) is None


def test_a_meeting_as_created() -> None:
    meeting = Play(small(), rehearsal=True).meeting
    assert (meeting.seq, meeting.created_at, meeting.rehearsal) == (1, START + 1000, True)
    assert meeting.order == ["plenary", "pause", "tables"]
    assert meeting.sessions["plenary"].plan.activities == ()
    assert [seat.id for seat in meeting.seats.values() if seat.head] == ["panama-1", "peru-1", "belize-1", "mexico-1"]


def test_sealing_a_secret_round_forgets_who_voted_and_keeps_the_roll() -> None:
    for activity, kept in (("priorities", {}), ("coffee", {"peru-2": "peru", "peru-1": "peru"})):
        play = Play(small())
        play.does(MODERATOR, "start_session", session="plenary")
        ballot = {"abstain": True}
        play.runs(activity, {"peru-2": ballot, "peru-1": ballot})
        latest = play.meeting.activities[activity].round
        assert latest is not None
        assert latest.sealed is not None
        assert latest.voted == kept
        assert latest.sealed.roll == ("peru-1", "peru-2")


def test_whoever_missed_the_casts_of_a_sealed_secret_round_folds_the_same_state() -> None:
    """Sealing leaves tombstones in the log where the casts stood."""
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("priorities", {"peru-1": {"ranking": ["C-1"]}, "mexico-1": {"abstain": True}})
    assert play.meeting.activities["priorities"].rounds[0].secrecy is Secrecy.SECRET
    numbered = list(enumerate(play.log, start=1))
    left = [(seq, entry) for seq, entry in numbered if not isinstance(entry.event, e.BallotCast)]
    assert len(left) == len(numbered) - 2
    assert fold(left) == play.meeting


def test_a_ballot_of_a_seat_stays_with_the_round_it_was_cast_in() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("priorities", {"peru-1": {"ranking": ["C-1"]}})
    play.does(MODERATOR, "reopen_activity", activity="priorities", round=1)
    play.casts("peru-2", "priorities", {"ranking": ["C-2"]})
    first, second = play.meeting.activities["priorities"].rounds
    assert first.voted == {}
    assert second.voted == {masked("priorities", 2, "peru-2", "").voter: "d:priorities:2:peru"}
