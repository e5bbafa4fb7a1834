"""What one voter sees of their own, and nobody else's."""

from typing import Any

from sessions.views import project
from tests.helpers.play import MODERATOR, Play, delegate, masked
from tests.helpers.programmes import small

ORDER = {"ranking": ["C-1"]}


def mine(play: Play, seat: str) -> Any:
    return play.views()[f"seat:{seat}"].get("mine/priorities")


def test_a_ballot_is_missing_then_recorded_then_counted() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    assert mine(play, "peru-1") is None
    play.does(MODERATOR, "open_activity", activity="priorities")
    waiting = {"round": 1, "voter": True, "recorded": False, "counted": False, "apart": None}
    assert mine(play, "peru-1") == waiting
    assert mine(play, "unhcr-1") == {**waiting, "voter": False}
    play.casts("peru-1", "priorities", ORDER)
    assert mine(play, "peru-1") == {**waiting, "recorded": True}
    assert mine(play, "peru-2") == waiting
    play.does(MODERATOR, "close_activity", activity="priorities", round=1)
    play.seals("priorities")
    assert mine(play, "peru-1") == {**waiting, "recorded": True, "counted": True}
    assert mine(play, "peru-2") == waiting
    play.does(MODERATOR, "reopen_activity", activity="priorities", round=1)
    assert mine(play, "peru-1") == {**waiting, "round": 2}


def test_the_own_table_follows_moves_and_rotations() -> None:
    play = Play(small())
    assert "table/tables" not in play.views()["seat:peru-1"]
    play.does(MODERATOR, "start_session", session="tables")
    before = play.views()["seat:peru-1"]["table/tables"]["number"]
    play.does(MODERATOR, "rotate_tables", session="tables", rotation=1)
    assert play.views()["seat:peru-1"]["table/tables"] == {
        "table": f"t{before % 3 + 1}",
        "number": before % 3 + 1,
        "of": 3,
    }
    play.does(delegate("peru-1"), "choose_table", table=f"t{before}")
    assert play.views()["seat:peru-1"]["table/tables"]["number"] == before


def test_a_seat_that_is_not_there_sees_nothing() -> None:
    play = Play(small())
    assert project(play.meeting, "seat:peru-9", masked) == {}
    assert project(play.meeting, "everything", masked) == {}
