"""The plenary reading: who answers, what everybody sees, and what the chair alone says."""

from typing import Any

import pytest

from sessions.actor import Actor, Role
from tests.helpers.play import MODERATOR, delegate
from tests.helpers.report import Told
from tests.helpers.roadmap import GENERAL, drafted, reads
from tests.sessions.roadmap.test_drafting import refused


@pytest.fixture
def play() -> Told:
    """The line is being read in the plenary, whose regime names delegations."""
    play = drafted()
    reads(play)
    return play


def answers(play: Told, seat: str, answer: str, **more: Any) -> None:
    version = play.meeting.lines["l-1"].version
    play.does(delegate(seat), "answer_line", line="l-1", version=version, answer=answer, **more)


def reading(play: Told) -> Any:
    return play.views()["everyone"]["reading"]


def test_the_room_sees_the_line_and_how_many_answered_what(play: Told) -> None:
    answers(play, "peru-2", "no_objection")
    answers(play, "panama-1", "reservation", text="Falta presupuesto")
    shown = reading(play)
    assert shown["line"]["code"] == "HR-26-01"
    assert shown["line"]["sources"] == ["N-01", "N-02", "P-01", "S-01"]
    assert shown["counts"] == {"no_objection": 1, "with_remark": 0, "ad_referendum": 0, "reservation": 1}
    assert (shown["place"], shown["of"], shown["delegations"]) == (1, 1, 4)
    assert "Falta presupuesto" not in str(play.views()["everyone"])


@pytest.mark.parametrize(("regime", "named"), [("open", True), ("attributable", True), ("chatham_house", False)])
def test_who_answered_what_is_told_where_the_regime_names_delegations(regime: str, named: bool) -> None:
    play = drafted(plenary=None if regime == "attributable" else regime)
    reads(play)
    answers(play, "peru-2", "reservation", text="No", attributed=True)
    answers(play, "panama-2", "with_remark", text="Tal vez")
    everyone, notes = play.views()["everyone"]["reading"], play.views()["notes"]
    who = [{"delegation": "panama", "answer": "with_remark"}, {"delegation": "peru", "answer": "reservation"}]
    assert everyone["who"] == (who if named else None)
    remarks = [(remark["text"], remark["delegation"]) for remark in notes["line/l-1"]["remarks"]]
    assert remarks == [("No", "peru" if named else None), ("Tal vez", None)]
    told = [change["delegation"] for change in notes["history/l-1"]["changes"] if change["what"] == "answered"]
    assert told == (["peru", "panama"] if named else [None, None])


def test_a_delegation_answers_once_and_its_head_last(play: Told) -> None:
    answers(play, "peru-2", "no_objection")
    answers(play, "peru-3", "with_remark", text="Un detalle")
    assert reading(play)["counts"]["no_objection"] == 0
    answers(play, "peru-1", "ad_referendum")
    args = {"line": "l-1", "version": 1, "answer": "no_objection"}
    assert refused(play, delegate("peru-2"), "answer_line", **args) == "head_answered"
    own = play.views()["seat:peru-2"]["own/reading"]
    assert (own["answer"], own["by_head"]) == ("ad_referendum", True)
    assert sum(reading(play)["counts"].values()) == 1


def test_no_count_agrees_to_a_line(play: Told) -> None:
    play.does(MODERATOR, "set_line_status", line="l-1", status="reviewed")
    for delegation in ("panama", "peru", "belize", "mexico"):
        answers(play, f"{delegation}-1", "no_objection")
    assert reading(play)["line"]["status"] == "reviewed"
    assert refused(play, GENERAL, "set_line_status", line="l-1", status="agreed_ad_referendum") == "not_allowed"
    play.does(MODERATOR, "set_line_status", line="l-1", status="agreed_ad_referendum")
    assert reading(play)["line"]["status"] == "agreed_ad_referendum"


def test_an_answer_is_to_the_words_that_were_read(play: Told) -> None:
    answers(play, "peru-1", "no_objection")
    play.does(GENERAL, "edit_line", line="l-1", version=1, changes={"output": "Otra cosa"})
    assert sum(reading(play)["counts"].values()) == 0
    late = {"line": "l-1", "version": 1, "answer": "no_objection"}
    assert refused(play, delegate("panama-1"), "answer_line", **late) == "stale_line"
    said = [change["what"] for change in play.views()["notes"]["history/l-1"]["changes"]]
    assert said == ["added", "answered", "edited"]


def test_only_the_line_being_read_is_answered(play: Told) -> None:
    args = {"line": "l-1", "version": 1, "answer": "no_objection"}
    play.does(MODERATOR, "end_reading")
    assert "reading" not in play.views()["everyone"]
    assert refused(play, delegate("peru-1"), "answer_line", **args) == "not_reading"


def test_a_reading_ends_with_its_session(play: Told) -> None:
    play.does(MODERATOR, "end_session", session="plenary")
    assert "reading" not in play.views()["everyone"]
    assert "own/reading" not in play.views()["seat:peru-1"]


def test_a_withdrawn_line_leaves_the_screen(play: Told) -> None:
    play.does(MODERATOR, "withdraw_line", line="l-1")
    assert reading(play)["line"] is None
    assert refused(play, MODERATOR, "read_line", line="l-1") == "wrong_status"


def test_a_delegation_joins_of_its_own_accord(play: Told) -> None:
    play.does(delegate("peru-2"), "join_line", line="l-1")
    assert reading(play)["line"]["participants"] == ["peru"]
    assert play.views()["seat:peru-1"]["own/reading"]["joined"]
    report = play.reports()
    assert [found.id for found in report.roadmap[0].participants] == ["peru"]
    play.does(delegate("peru-1"), "join_line", line="l-1", join=False)
    assert reading(play)["line"]["participants"] == []
    assert refused(play, Actor(role=Role.OBSERVER, seat="unhcr-1"), "join_line", line="l-1") == "not_allowed"


def test_what_a_reserved_session_holds_is_not_read() -> None:
    play = drafted()
    play.does(MODERATOR, "edit_session", session="plenary", regime="reserved")
    play.does(MODERATOR, "close_activity", activity="pads", round=1)
    play.seals("pads")
    play.does(MODERATOR, "start_session", session="plenary")
    assert refused(play, MODERATOR, "start_reading") == "withheld"
