"""What those who run the meeting see beside everybody."""

from sessions.actor import Actor, Role
from sessions.views import layers_of
from tests.helpers.play import MODERATOR, Play, delegate
from tests.helpers.programmes import small


def test_the_run_sheet_shows_every_draft_with_its_setup() -> None:
    play = Play(small())
    plan = play.views()["desk"]["plan/plenary"]
    assert [activity["id"] for activity in plan["activities"]] == ["coffee", "priorities", "tea"]
    assert plan["activities"][1]["setup"]["method"] == "rank"
    assert plan["activities"][1]["secrecy"] == "secret"


def test_seats_have_tables_while_a_session_at_tables_runs() -> None:
    play = Play(small())
    lines = {line["id"]: line["table"] for d in play.views()["desk"]["seats"]["delegations"] for line in d["seats"]}
    assert set(lines.values()) == {None}
    play.does(MODERATOR, "start_session", session="tables")
    lines = {line["id"]: line["table"] for d in play.views()["desk"]["seats"]["delegations"] for line in d["seats"]}
    assert set(lines.values()) == {"t1", "t2", "t3"}
    assert len(lines) == len(play.meeting.seats)


def test_which_layers_a_person_sees() -> None:
    assert layers_of(delegate("peru-1")) == ("everyone", "seat:peru-1")
    assert layers_of(Actor(role=Role.OBSERVER, seat="unhcr-1")) == ("everyone", "seat:unhcr-1")
    assert layers_of(Actor(role=Role.SCREEN)) == ("everyone",)
    for role in (Role.RAPPORTEUR, Role.FACILITATOR):
        assert layers_of(Actor(role=role)) == ("everyone", "notes")
    for role in (Role.MODERATOR, Role.SECRETARIAT):
        assert layers_of(Actor(role=role)) == ("everyone", "desk", "notes")


def test_layers_never_share_a_key() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="after")
    views = play.views()
    for seat in play.meeting.seats:
        keys = [key for layer in ("everyone", "desk", "notes", f"seat:{seat}") for key in views[layer]]
        assert len(keys) == len(set(keys))
