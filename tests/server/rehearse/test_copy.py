"""The programme of a copy: as the meeting stands, and as if nothing had happened."""

from server.rehearse.copy import programme_of
from sessions.programme import KEEP_DAYS
from tests.helpers.play import MODERATOR, Play
from tests.helpers.programmes import small


def test_an_untouched_meeting_gives_its_programme_back() -> None:
    plan = small()
    assert programme_of(Play(plan).meeting) == plan.model_copy(update={"keep_days": KEEP_DAYS})


def test_the_copy_has_what_was_edited_and_not_what_was_skipped() -> None:
    play = Play(small())
    play.does(MODERATOR, "edit_activity", activity="tea", title={"es": "Té verde"})
    play.does(MODERATOR, "skip_activity", activity="coffee")
    play.does(MODERATOR, "skip_session", session="pause")
    play.does(MODERATOR, "add_seat", delegation="peru")
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("tea", {"peru-1": {"choices": ["yes"]}})
    programme = programme_of(play.meeting)
    assert [session.id for session in programme.sessions] == ["plenary", "tables"]
    plans = programme.sessions[0].activities
    assert [(plan.id, plan.title["es"]) for plan in plans] == [("priorities", "priorities"), ("tea", "Té verde")]
    assert {d.id: d.seats for d in programme.delegations}["peru"] == 4
    assert not Play(programme).meeting.activities["tea"].rounds
