"""Who takes which seat, and who goes to which table."""

import pytest

from sessions import events as e
from sessions.actor import Actor, Role
from sessions.errors import Code, Refused
from sessions.programme import MAX_DELEGATIONS, MAX_SEATS
from sessions.rules.seats import claim, claim_card
from sessions.tables import seating, table_of
from tests.helpers.play import MODERATOR, Play, delegate
from tests.helpers.programmes import small
from tests.sessions.rules.asking import changes_nothing, refusal


@pytest.fixture
def play() -> Play:
    return Play(small())


def comes(play: Play, delegation: str) -> str:
    (event,) = claim(play.meeting, delegation)
    assert isinstance(event, e.SeatClaimed)
    play.happens(event)
    return event.seat


def claim_code(play: Play, delegation: str) -> Code | None:
    try:
        claim(play.meeting, delegation)
    except Refused as refused:
        return refused.code
    return None


class TestClaims:
    def test_heads_are_last_and_then_the_delegation_is_full(self, play: Play) -> None:
        assert [comes(play, "peru") for _ in range(3)] == ["peru-2", "peru-3", "peru-1"]
        assert claim_code(play, "peru") is Code.DELEGATION_FULL

    def test_organisations_have_no_head(self, play: Play) -> None:
        assert [comes(play, "unhcr") for _ in range(2)] == ["unhcr-1", "unhcr-2"]

    def test_a_card_opens_its_seat_again_and_again(self, play: Play) -> None:
        for event in claim_card(play.meeting, "peru-1"):
            play.happens(event)
        assert claim_card(play.meeting, "peru-1") == []
        with pytest.raises(Refused, match="unknown_seat"):
            claim_card(play.meeting, "peru-9")

    def test_where_cards_are_needed_the_code_gives_no_seat(self) -> None:
        play = Play(small(entry="cards"))
        assert claim_code(play, "peru") is Code.CARD_NEEDED
        assert claim_card(play.meeting, "peru-2") == [e.SeatClaimed(seat="peru-2")]

    def test_a_released_seat_is_free_again_and_its_passes_are_void(self, play: Play) -> None:
        seat = comes(play, "peru")
        play.does(MODERATOR, "release_seat", seat=seat)
        assert play.meeting.seats[seat].generation == 1
        assert comes(play, "peru") == seat
        assert changes_nothing(play, "release_seat", seat="peru-1")
        assert refusal(play, "release_seat", seat="peru-9") is Code.UNKNOWN_SEAT

    def test_late_seats_and_delegations(self, play: Play) -> None:
        for _ in range(3):
            comes(play, "peru")
        play.does(MODERATOR, "add_seat", delegation="peru")
        assert comes(play, "peru") == "peru-4"
        play.does(MODERATOR, "add_delegation", delegation="chile", title="Chile", mechanisms=["quito"], seats=2)
        assert [comes(play, "chile") for _ in range(2)] == ["chile-2", "chile-1"]
        assert play.meeting.seats["chile-1"].head
        assert not play.meeting.seats["peru-4"].head

    def test_nobody_comes_into_a_closed_meeting(self, play: Play) -> None:
        play.does(MODERATOR, "close_meeting")
        assert claim_code(play, "peru") is Code.MEETING_CLOSED
        with pytest.raises(Refused, match="meeting_closed"):
            claim_card(play.meeting, "peru-1")

    def test_what_cannot_be_added(self, play: Play) -> None:
        assert claim_code(play, "atlantis") is Code.UNKNOWN_DELEGATION
        assert refusal(play, "add_seat", delegation="atlantis") is Code.UNKNOWN_DELEGATION
        assert refusal(play, "add_delegation", delegation="peru", title="x") is Code.TAKEN
        assert refusal(play, "add_delegation", delegation="x", title="x", mechanisms=["y"]) is Code.INVALID_COMMAND
        for number in range(MAX_SEATS):
            play.meeting.seats[f"unhcr-{number}"] = play.meeting.seats["unhcr-1"]
        assert refusal(play, "add_seat", delegation="unhcr") is Code.TOO_MANY
        for number in range(MAX_DELEGATIONS):
            play.meeting.delegations[f"more-{number}"] = play.meeting.delegations["peru"]
        assert refusal(play, "add_delegation", delegation="x", title="x") is Code.TOO_MANY


class TestTables:
    @pytest.fixture
    def play(self) -> Play:
        play = Play(small())
        play.does(MODERATOR, "start_session", session="tables")
        return play

    def sits(self, play: Play, seat: str) -> str:
        return table_of(play.meeting, play.meeting.sessions["tables"], seat)

    @pytest.mark.parametrize("rotations", [0, 1, 2])
    def test_whoever_chooses_a_table_sits_there_also_after_rotations(self, play: Play, rotations: int) -> None:
        for number in range(rotations):
            play.does(MODERATOR, "rotate_tables", session="tables", rotation=number + 1)
        for table in ("t3", "t1", "t2"):
            if self.sits(play, "peru-1") != table:
                play.does(delegate("peru-1"), "choose_table", table=table)
            assert self.sits(play, "peru-1") == table
            assert changes_nothing(play, "choose_table", delegate("peru-1"), table=table)

    def test_moving_one_person_moves_nobody_else(self, play: Play) -> None:
        session = play.meeting.sessions["tables"]
        before = seating(play.meeting, session)
        play.does(delegate("peru-1"), "choose_table", table="t1" if before["peru-1"] != "t1" else "t2")
        after = seating(play.meeting, session)
        assert {seat for seat in before if before[seat] != after[seat]} == {"peru-1"}

    def test_a_delegation_that_comes_late_moves_nobody(self, play: Play) -> None:
        session = play.meeting.sessions["tables"]
        before = seating(play.meeting, session)
        play.does(MODERATOR, "add_delegation", delegation="aruba", title="Aruba", mechanisms=["mirps"], seats=3)
        play.does(MODERATOR, "add_seat", delegation="belize")
        after = seating(play.meeting, session)
        assert {seat: after[seat] for seat in before} == before

    def test_tables_that_are_not_there(self, play: Play) -> None:
        assert refusal(play, "choose_table", delegate("peru-1"), table="t4") is Code.UNKNOWN_TABLE
        assert refusal(play, "assign_table", session="tables", seat="peru-9", table="t1") is Code.UNKNOWN_SEAT
        assert refusal(play, "assign_table", session="plenary", seat="peru-1", table="plenary") is Code.UNKNOWN_TABLE
        play.does(MODERATOR, "end_session", session="tables")
        assert refusal(play, "choose_table", delegate("peru-1"), table="t1") is Code.SESSION_NOT_RUNNING

    def test_a_facilitator_fetches_people_to_the_own_table_only(self, play: Play) -> None:
        facilitator = Actor(role=Role.FACILITATOR, table="t1")
        order = {"session": "tables", "seat": "peru-1"}
        assert refusal(play, "assign_table", facilitator, table="t1", **order) is None
        assert refusal(play, "assign_table", facilitator, table="t2", **order) is Code.NOT_ALLOWED

    def test_two_presses_on_rotate_move_once(self, play: Play) -> None:
        play.does(MODERATOR, "rotate_tables", session="tables", rotation=1)
        assert changes_nothing(play, "rotate_tables", session="tables", rotation=1)
        assert refusal(play, "rotate_tables", session="tables", rotation=3) is Code.STALE
        assert refusal(play, "rotate_tables", session="plenary", rotation=1) is Code.SESSION_NOT_RUNNING
