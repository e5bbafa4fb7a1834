"""Who sits where, for any programme."""

from collections import Counter
from itertools import pairwise
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sessions.meeting import Meeting, Session
from sessions.tables import base_of, rotation_ends_at, seating, table_of
from sessions.views import project
from tests.helpers.play import MODERATOR, Play, delegate, masked
from tests.helpers.programmes import small
from tests.helpers.report import Told

GROUPS: list[list[str]] = [["quito"], ["mirps"], ["quito", "mirps"], []]


def tables_of(number: int) -> dict[str, Any]:
    session = {"id": "t", "code": "T", "title": "T", "day": "2025-09-24", "start": "09:00", "minutes": 60}
    return {**session, "format": "tables", "tables": number}


@st.composite
def meetings(draw: st.DrawFn, most_seats: int = 6) -> Meeting:
    """Up to twenty delegations of any sort, at up to twelve tables."""
    sorts = draw(
        st.lists(
            st.tuples(st.sampled_from(GROUPS), st.integers(1, most_seats), st.sampled_from(["state", "organisation"])),
            min_size=1,
            max_size=20,
        )
    )
    delegations = [
        {"id": f"d{number:02d}", "name": f"D{number}", "mechanisms": group, "seats": seats, "kind": kind}
        for number, (group, seats, kind) in enumerate(sorts)
    ]
    tables = draw(st.integers(1, 12))
    return Play(small(delegations=delegations, sessions=[tables_of(tables)])).meeting


def session_of(meeting: Meeting) -> Session:
    return meeting.sessions["t"]


@given(meetings())
@settings(max_examples=60)
def test_everybody_has_a_table_that_is_there(meeting: Meeting) -> None:
    seated = seating(meeting, session_of(meeting))
    assert set(seated) == set(meeting.seats)
    assert set(seated.values()) <= set(session_of(meeting).tables)


@given(meetings())
@settings(max_examples=60)
def test_two_of_one_delegation_sit_together_only_where_there_are_not_enough_tables(meeting: Meeting) -> None:
    session = session_of(meeting)
    seated = seating(meeting, session)
    for id_, delegation in meeting.delegations.items():
        tables = [seated[seat.id] for seat in meeting.seats_of(id_)]
        at_most = -(-delegation.seats // len(session.tables))
        assert max(Counter(tables).values()) <= at_most


@given(meetings(most_seats=1))
@settings(max_examples=60)
def test_each_table_mixes_mechanisms_as_evenly_as_can_be(meeting: Meeting) -> None:
    session = session_of(meeting)
    seated = seating(meeting, session)
    sorts = {(d.kind, d.mechanisms) for d in meeting.delegations.values()}
    for sort in sorts:
        here = Counter({table: 0 for table in session.tables})
        for seat, table in seated.items():
            delegation = meeting.delegation_of(seat)
            here[table] += (delegation.kind, delegation.mechanisms) == sort
        assert max(here.values()) - min(here.values()) <= 1, sort


@given(meetings())
@settings(max_examples=40)
def test_a_rotation_moves_everybody_and_as_many_as_there_are_tables_bring_them_back(meeting: Meeting) -> None:
    session = session_of(meeting)
    assume(len(session.tables) > 1)
    rounds = []
    for rotation in range(len(session.tables) + 1):
        session.rotation = rotation
        rounds.append(seating(meeting, session))
    for before, after in pairwise(rounds):
        assert all(before[seat] != after[seat] for seat in before)
        groups = {table: {seat for seat in before if before[seat] == table} for table in session.tables}
        assert all(len({after[seat] for seat in group}) <= 1 for group in groups.values()), "groups stay together"
    assert rounds[0] == rounds[-1]
    assert all(len({seats[seat] for seats in rounds[:-1]}) == len(session.tables) for seat in rounds[0])


@given(st.integers(2, 12), st.integers(0, 30), st.data())
@settings(max_examples=40)
def test_an_assignment_stores_the_table_before_any_rotation(tables: int, rotation: int, data: st.DataObject) -> None:
    session = Play(small(sessions=[tables_of(tables)])).meeting.sessions["t"]
    session.rotation = rotation
    table = data.draw(st.sampled_from(session.tables))
    index = session.tables.index(base_of(session, table))
    assert session.tables[(index + rotation) % tables] == table


def test_a_plenary_has_one_table_and_everybody_sits_at_it() -> None:
    meeting = Play(small()).meeting
    assert table_of(meeting, meeting.sessions["plenary"], "peru-1") == "plenary"


def test_a_table_that_was_taken_away_sends_its_people_back_to_their_default() -> None:
    play = Told(small())
    session = play.meeting.sessions["tables"]
    other = next(table for table in session.tables if table != table_of(play.meeting, session, "peru-1"))
    play.does(MODERATOR, "assign_table", session="tables", seat="peru-1", table=other)
    assert table_of(play.meeting, session, "peru-1") == other
    play.does(MODERATOR, "edit_session", session="tables", tables=1)
    assert set(seating(play.meeting, session).values()) == {"t1"}


def test_tables_are_of_one_session() -> None:
    sessions = [tables_of(3), {**tables_of(3), "id": "u", "code": "U"}]
    play = Play(small(sessions=sessions))
    play.does(MODERATOR, "start_session", session="t")
    before = seating(play.meeting, play.meeting.sessions["u"])
    play.does(delegate("peru-1"), "choose_table", table="t1" if before["peru-1"] != "t1" else "t2")
    assert seating(play.meeting, play.meeting.sessions["u"]) == before


def test_the_time_of_a_group_at_its_table_begins_with_the_notes_and_again_with_each_move() -> None:
    play = Play(small())
    minutes = 18 * 60_000

    def ends_at() -> int | None:
        return rotation_ends_at(play.meeting, play.meeting.sessions["tables"])

    assert ends_at() is None
    play.does(MODERATOR, "start_session", session="tables")
    assert ends_at() is None, "nobody writes yet"
    play.does(MODERATOR, "open_activity", activity="pads")
    opened = play.meeting.activities["pads"].rounds[0].opened_at
    assert ends_at() == opened + minutes
    for move in (1, 2):
        play.now += 17 * 60_000
        play.does(MODERATOR, "rotate_tables", session="tables", rotation=move)
        assert ends_at() == play.now + minutes
    told = project(play.meeting, "everyone", masked)["programme"]["sessions"][2]
    assert told["rotation_ends_at"] == ends_at()
    play.does(MODERATOR, "rotate_tables", session="tables", rotation=3)
    assert ends_at() is None, "more moves than were planned"
    play.does(MODERATOR, "close_activity", activity="pads", round=1)
    play.does(MODERATOR, "end_session", session="tables")
    assert ends_at() is None
