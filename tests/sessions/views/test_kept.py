"""What views keep of the state from one time to the next is never older than the state."""

from sessions import events as e
from sessions.evolve import evolve
from sessions.meeting import freeze, thaw
from sessions.views import SHARED, project
from tests.helpers.play import MODERATOR, Play, masked
from tests.helpers.programmes import small
from tests.sessions.test_law import play_everything


def test_turnout_counts_who_came_since() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity="coffee")
    before = project(play.meeting, "everyone", masked)["turnout/coffee"]
    meeting = play.meeting
    unclaimed = next(id_ for id_ in meeting.activities["coffee"].rounds[-1].eligible if not meeting.seats[id_].claimed)
    evolve(meeting, meeting.seq + 1, e.LogEntry(at=1, event=e.SeatClaimed(seat=unclaimed)))
    assert project(meeting, "everyone", masked)["turnout/coffee"] == {**before, "present": before["present"] + 1}


def test_a_whole_meeting_looks_as_one_that_was_just_read() -> None:
    """At every event; the one that goes on has kept what it could, the other nothing."""
    play, _ = play_everything()
    state = None
    for seq, entry in enumerate(play.log, 1):
        state = evolve(state, seq, entry)
        if seq % 5 == 0 or seq == len(play.log):
            fresh = thaw(freeze(state))
            for layer in SHARED:
                assert project(state, layer, masked) == project(fresh, layer, masked), (seq, entry.event.type, layer)
