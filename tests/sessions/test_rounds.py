"""Rounds side by side: what moved, who voted in both, and what two closings may not show together."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.errors import Code
from sessions.movement import Movement, Rolls, RoundName, compared
from sessions.outcomes import Counted, Finding, Outcome
from sessions.report import ReportActivity
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import CHALLENGES, poll, ranking, small
from tests.helpers.report import Told
from tests.sessions.rules.asking import refusal

ALL = tuple(f"{state}-{n}" for state in ("panama", "peru", "belize", "mexico") for n in (1, 2, 3))
SHORT = {"question": "¿Y ahora?", "method": "rank", "top": 2, "options": CHALLENGES[:3], "headline": "delegation"}


def meeting(*activities: dict[str, Any], regime: str = "chatham_house") -> Told:
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    sessions = [{"id": "s", "code": "S1", "title": "S", "regime": regime, "activities": list(activities), **day}]
    play = Told(small(sessions=sessions))
    play.comes(ALL)
    play.does(MODERATOR, "start_session", session="s")
    return play


def settled(play: Told, activity: str, ballots: dict[str, dict[str, Any]]) -> None:
    """The next round of ``activity``, from opening to revealing."""
    found = play.meeting.activities[activity]
    if found.round is None:
        play.does(MODERATOR, "open_activity", activity=activity)
    else:
        play.does(MODERATOR, "reopen_activity", activity=activity, round=found.round.number)
    for seat, ballot in ballots.items():
        play.casts(seat, activity, ballot)
    play.does(MODERATOR, "close_activity", activity=activity, round=len(found.rounds))
    play.seals(activity)
    play.reveals(activity)


def order(*ids: str) -> dict[str, Any]:
    return {"ranking": list(ids)}


def of(play: Told, id_: str) -> ReportActivity:
    return next(a for session in play.reports().sessions for a in session.activities if a.id == id_)


def moved(found: ReportActivity) -> Movement:
    assert found.movement is not None
    return found.movement


FIRST = {seat: order("C-1", "C-2", "C-3") for seat in ALL}
SECOND = {seat: order("C-3", "C-1", "C-2") for seat in ALL}


def test_opening_again_keeps_every_round_in_view_and_report() -> None:
    play = meeting(ranking("r", secrecy="secret"))
    settled(play, "r", FIRST)
    settled(play, "r", SECOND)
    found = of(play, "r")
    assert [f.option for f in found.outcomes][:3] == ["C-3", "C-1", "C-2"]
    (before,) = found.earlier
    assert (before.round, before.voted, before.places_only) == (1, 12, False)
    assert [f.id for f in before.outcomes][:2] == ["r.r1.C-1", "r.r1.C-2"]
    view = play.views()["everyone"]
    assert [told["round"] for told in view["rounds/r"]["rounds"]] == [1]
    assert view["outcome/r"]["movement"] == moved(found).model_dump(mode="json")


def test_a_round_that_is_open_leaves_the_one_before_to_be_read() -> None:
    play = meeting(ranking("r", secrecy="secret"))
    settled(play, "r", FIRST)
    play.does(MODERATOR, "reopen_activity", activity="r", round=1)
    view = play.views()["everyone"]
    assert "outcome/r" not in view
    assert view["rounds/r"]["rounds"][0]["outcome"]["counted"]["voted"] == 12
    assert of(play, "r").movement is None


def test_an_activity_that_follows_another_is_its_next_round_on_a_shorter_list() -> None:
    play = meeting(ranking("r", secrecy="secret"), ranking("again", secrecy="secret", follows="r", setup=SHORT))
    settled(play, "r", FIRST)
    settled(play, "again", {seat: order("C-2", "C-1") for seat in ALL})
    movement = moved(of(play, "again"))
    assert [(row.id, row.before, row.after, row.way) for row in movement.rows] == [
        ("C-2", (2, 2), (1, 1), "rose"),
        ("C-1", (1, 1), (2, 2), "fell"),
        ("C-3", (3, 3), (3, 3), "level"),
    ]
    assert [option.id for option in movement.dropped] == ["C-4", "C-5", "C-6"]
    assert movement.agreement == ("high", "high")
    assert not movement.rolls.differ
    assert "R" in movement.notes[0]["es"]


def test_places_are_compared_among_the_options_of_both() -> None:
    """Sixth of six, and third of three: nobody above it was left behind."""
    play = meeting(ranking("r", secrecy="secret"), ranking("again", secrecy="secret", follows="r", setup=SHORT))
    settled(play, "r", {seat: order("C-1", "C-4", "C-5") for seat in ALL})
    settled(play, "again", {seat: order("C-1", "C-2") for seat in ALL})
    rows = {row.id: row for row in moved(of(play, "again")).rows}
    assert (rows["C-2"].before, rows["C-2"].start, rows["C-2"].way) == ((4, 6), (2, 3), "level")


@pytest.mark.parametrize(
    ("absent", "told"),
    [
        (("panama-1", "peru-1", "peru-2", "belize-1", "mexico-1"), (0, 5)),
        (("belize-2", "belize-3", "mexico-1", "mexico-2", "mexico-3"), (None, None)),  # two delegations hide nobody
    ],
)
def test_who_voted_in_one_only_is_counted_where_they_are_many(
    absent: tuple[str, ...], told: tuple[int | None, int | None]
) -> None:
    play = meeting(ranking("r", secrecy="secret"))
    settled(play, "r", FIRST)
    settled(play, "r", {seat: ballot for seat, ballot in SECOND.items() if seat not in absent})
    found = of(play, "r")
    assert (moved(found).rolls.joined, moved(found).rolls.left) == told
    assert found.earlier[0].places_only is (told == (None, None))


@pytest.mark.parametrize("absent", [1, 2, 4])
def test_two_closings_that_differ_by_few_voters_show_no_figures_of_the_first(absent: int) -> None:
    play = meeting(ranking("r", secrecy="secret"), poll("p", secrecy="secret"))
    for activity, ballot in (("r", order("C-1", "C-2", "C-3")), ("p", {"choices": ["yes"]})):
        settled(play, activity, {seat: ballot for seat in ALL[absent:]})
        settled(play, activity, {seat: ballot for seat in ALL})
    ranked, asked = of(play, "r"), of(play, "p")
    (before,) = ranked.earlier
    assert before.places_only
    assert (before.counted.answered, before.result, len(before.tables)) == (0, {"places_only": True}, 1)
    assert [column.kind for column in before.tables[0].columns] == ["text", "place"]
    assert (moved(ranked).rolls.joined, moved(ranked).rolls.left, moved(ranked).rolls.few) == (None, None, True)
    assert (asked.earlier[0].outcomes, asked.earlier[0].tables, asked.earlier[0].places_only) == ((), (), True)
    assert asked.counted is not None  # the latest has everything
    assert asked.counted.answered == 12


def test_the_figures_go_once_the_later_round_is_counted_not_when_it_is_revealed() -> None:
    play = meeting(poll("p", secrecy="secret"))
    settled(play, "p", {seat: {"choices": ["yes"]} for seat in ALL[1:]})
    play.does(MODERATOR, "reopen_activity", activity="p", round=1)
    for seat in ALL:
        play.casts(seat, "p", {"choices": ["yes"]})
    play.does(MODERATOR, "close_activity", activity="p", round=2)
    assert not play.views()["everyone"]["rounds/p"]["rounds"][0]["places_only"]
    play.seals("p")
    views = play.views()
    assert views["everyone"]["rounds/p"]["rounds"][0]["places_only"]
    assert "bars" in views["desk"]["preview/p"]["outcome"]["result"]


def test_the_same_list_in_another_activity_is_the_same_question() -> None:
    play = meeting(ranking("r", secrecy="secret"), ranking("again", secrecy="secret", follows="r"))
    settled(play, "r", {seat: FIRST[seat] for seat in ALL[1:]})
    assert not of(play, "r").places_only
    settled(play, "again", FIRST)
    assert of(play, "r").places_only
    assert not of(play, "again").places_only


def test_points_of_a_shorter_order_subtract_from_nothing() -> None:
    play = meeting(ranking("r", secrecy="secret"), ranking("again", secrecy="secret", follows="r", setup=SHORT))
    settled(play, "r", {seat: FIRST[seat] for seat in ALL[1:]})
    settled(play, "again", {seat: order("C-2", "C-1") for seat in ALL})
    assert not of(play, "r").places_only
    assert moved(of(play, "again")).rolls.few


def test_open_rounds_tell_everything() -> None:
    play = meeting(ranking("r", secrecy="open"))
    settled(play, "r", {seat: FIRST[seat] for seat in ALL[1:]})
    settled(play, "r", FIRST)
    found = of(play, "r")
    assert not found.earlier[0].places_only
    assert (moved(found).rolls.joined, moved(found).rolls.left) == (1, 0)


def test_what_is_reserved_is_compared_with_nothing_outside() -> None:
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    sessions = [
        {"id": "a", "code": "S1", "title": "A", "regime": "reserved", "activities": [ranking("r")], **day},
        {"id": "b", "code": "S2", "title": "B", "regime": "open", "activities": [ranking("again", follows="r")], **day},
    ]
    play = Told(small(sessions=sessions))
    play.comes(ALL)
    for session, activity in (("a", "r"), ("b", "again")):
        play.does(MODERATOR, "start_session", session=session)
        settled(play, activity, FIRST)
    assert of(play, "again").movement is None
    assert of(play, "r").withheld


def test_a_next_round_is_of_the_same_kind_and_of_something_there() -> None:
    play = meeting(ranking("r"), poll("p"))
    new: dict[str, Any] = {"session": "s", "activity": "n", "kind": "prioritise", "title": "N", "setup": SHORT}
    assert refusal(play, "add_activity", follows="p", **new) is Code.INVALID_COMMAND
    assert refusal(play, "add_activity", follows="nowhere", **new) is Code.UNKNOWN_ACTIVITY
    play.does(MODERATOR, "add_activity", follows="r", **new)
    assert play.meeting.activities["n"].plan.follows == "r"


def outcome(places: dict[str, tuple[int, int]]) -> Outcome:
    findings = tuple(Finding(id=id_, label={"es": id_}, place=place) for id_, place in places.items())
    return Outcome(counted=Counted(voted=3), result={}, findings=findings, how={"es": "así"})


def name(number: int) -> RoundName:
    return RoundName(activity="r", round=number, label={"es": str(number)}, voted=3, delegations=3)


def test_a_long_list_that_became_short_is_compared_and_named_in_part() -> None:
    long = {f"o{n}": (n + 1, n + 1) for n in range(60)}
    told = outcome(long)
    findings = tuple(f.model_copy(update={"label": {"es": f"{f.id} {'x' * 140}"}}) for f in told.findings)
    before = told.model_copy(update={"findings": findings})
    after = before.model_copy(update={"findings": findings[:8]})
    found = compared((name(1), before, None), (name(2), after, None), Rolls(differ=False), "seat")
    assert found is not None
    assert len(found.dropped) == 52
    assert "; 40 más. El cambio se mide" in found.notes[-1]["es"]


@st.composite
def tiers(draw: st.DrawFn) -> dict[str, tuple[int, int]]:
    """Places of some of six options, with ties."""
    ids = draw(st.permutations([f"o{n}" for n in range(6)]))[: draw(st.integers(2, 6))]
    places: dict[str, tuple[int, int]] = {}
    while len(places) < len(ids):
        rest = ids[len(places) :]
        tied = rest[: draw(st.integers(1, len(rest)))]
        first = len(places) + 1
        places |= dict.fromkeys(tied, (first, first + len(tied) - 1))
    return places


@given(tiers(), tiers())
def test_backwards_every_rise_is_a_fall(one: dict[str, tuple[int, int]], other: dict[str, tuple[int, int]]) -> None:
    there = compared((name(1), outcome(one), None), (name(2), outcome(other), None), Rolls(differ=False), "seat")
    back = compared((name(2), outcome(other), None), (name(1), outcome(one), None), Rolls(differ=False), "seat")
    assert (there is None) == (back is None) == (len(one.keys() & other.keys()) < 2)
    if there is None or back is None:
        return
    opposite = {"rose": "fell", "fell": "rose", "level": "level"}
    assert {row.id: opposite[row.way] for row in there.rows} == {row.id: row.way for row in back.rows}
    for row in there.rows:
        better = sum(one[other_row.id] < one[row.id] for other_row in there.rows)
        assert row.start[0] == better + 1
