"""Votes of people without a phone, in rounds that are not secret: by name, and by show of hands."""

from typing import Any

import pytest

from sessions import events as e
from sessions.actor import Actor, Role
from sessions.errors import Code
from tests.helpers.play import MODERATOR
from tests.sessions.rules.asking import changes_nothing, refusal
from tests.sessions.rules.voting import (
    FINISH,
    NO,
    YES,
    bars,
    hands,
    latest,
    opened,
    paper,
    phone,
    seals,
    source,
    sources,
)


class TestByName:
    @pytest.mark.parametrize("secrecy", ["open", "by_delegation"])
    def test_a_ballot_on_paper_is_a_seats_and_counts_with_those_of_phones(self, secrecy: str) -> None:
        play = opened(secrecy)
        play.casts("panama-1", "vote", YES)
        play.does(MODERATOR, "set_source", **source("peru-1"))
        (event,) = play.does(MODERATOR, "enter_paper_ballot", **paper(NO, seat="peru-1"))
        assert isinstance(event, e.PaperCast)
        assert (event.voter, event.delegation, event.envelope) == ("peru-1", "peru", None)
        assert latest(play).paper == ["peru-1"]
        sealed = seals(play)
        assert bars(sealed) == {"yes": 1, "no": 1}
        assert sealed.roll == ("panama-1", "peru-1")
        assert sources(sealed) == (1, 1, 0)
        assert sealed.outcome.counted.delegations == 2

    def test_entered_anew_it_replaces_the_one_before(self) -> None:
        play = opened("open")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        play.does(MODERATOR, "enter_paper_ballot", **paper(NO, seat="peru-1"))
        play.replaces(MODERATOR, "enter_paper_ballot", **paper(YES, seat="peru-1"))
        assert bars(seals(play)) == {"yes": 1, "no": 0}

    def test_what_was_typed_twice_must_say_the_same(self) -> None:
        play = opened("open")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        assert refusal(play, "enter_paper_ballot", **paper(YES, NO, seat="peru-1")) is Code.ENTRIES_DIFFER
        assert refusal(play, "enter_paper_ballot", **paper(YES, {"abstain": True}, seat="peru-1")) is (
            Code.ENTRIES_DIFFER
        )
        assert refusal(play, "enter_paper_ballot", **paper({}, seat="peru-1")) is Code.INVALID_BALLOT

    def test_it_comes_before_the_close(self) -> None:
        play = opened("open")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        play.does(MODERATOR, "close_activity", **FINISH)
        assert refusal(play, "enter_paper_ballot", **paper(YES, seat="peru-1")) is Code.CLOSED
        assert refusal(play, "set_source", **source("mexico-1")) is Code.CLOSED
        assert refusal(play, "finish_paper", **FINISH) is Code.NOT_OPEN
        assert not latest(play).voted

    def test_it_is_nobodys_envelope(self) -> None:
        play = opened("by_delegation")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        assert refusal(play, "enter_paper_ballot", **paper(YES, envelope=1)) is Code.INVALID_COMMAND
        assert refusal(play, "enter_paper_ballot", **paper(YES, envelope=1, seat="peru-1")) is Code.INVALID_COMMAND
        assert refusal(play, "enter_paper_ballot", **paper(YES)) is Code.INVALID_COMMAND


class TestOneSource:
    def test_a_seat_on_paper_is_refused_on_the_phone(self) -> None:
        for how in ("paper", "hands"):
            play = opened("open")
            play.does(MODERATOR, "set_source", **source("peru-1", how))
            assert refusal(play, "cast_ballot", **phone("peru-1")) is Code.VOTED_ELSEWHERE
            assert refusal(play, "cast_ballot", **phone("peru-2")) is None

    def test_a_seat_that_voted_by_phone_stays_there(self) -> None:
        play = opened("open")
        play.casts("peru-1", "vote", YES)
        assert refusal(play, "set_source", **source("peru-1")) is Code.VOTED_ELSEWHERE
        assert refusal(play, "set_source", **source("peru-1", "hands")) is Code.VOTED_ELSEWHERE
        assert refusal(play, "enter_paper_ballot", **paper(YES, seat="peru-1")) is Code.VOTED_ELSEWHERE

    def test_it_stays_there_in_secret_rounds_too(self) -> None:
        play = opened("secret")
        play.casts("peru-1", "vote", YES)
        assert refusal(play, "set_source", **source("peru-1")) is Code.VOTED_ELSEWHERE

    def test_a_mark_is_taken_back_until_something_was_entered(self) -> None:
        play = opened("open")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        assert changes_nothing(play, "set_source", **source("peru-1"))
        play.does(MODERATOR, "set_source", **source("peru-1", "phone"))
        assert refusal(play, "cast_ballot", **phone("peru-1")) is None
        play.does(MODERATOR, "set_source", **source("peru-1"))
        play.does(MODERATOR, "enter_paper_ballot", **paper(YES, seat="peru-1"))
        for how in ("phone", "hands"):
            assert refusal(play, "set_source", **source("peru-1", how)) is Code.VOTED_ELSEWHERE

    def test_only_of_those_who_may_vote_in_the_latest_round_of_a_vote(self) -> None:
        play = opened("open")
        assert refusal(play, "set_source", **source("unhcr-1")) is Code.NOT_VOTER
        assert refusal(play, "set_source", **source("peru-9")) is Code.UNKNOWN_SEAT
        assert refusal(play, "set_source", **source("peru-1", round_=2)) is Code.WRONG_ROUND
        pads: dict[str, Any] = {"activity": "pads", "round": 1, "seat": "peru-1", "source": "paper"}
        play.does(MODERATOR, "close_activity", **FINISH)
        play.does(MODERATOR, "end_session", session="plenary")
        play.does(MODERATOR, "start_session", session="tables")
        play.does(MODERATOR, "open_activity", activity="pads")
        assert refusal(play, "set_source", **pads) is Code.INVALID_COMMAND

    def test_marks_are_of_one_round(self) -> None:
        play = opened("open")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        seals(play)
        play.does(MODERATOR, "reopen_activity", **FINISH)
        assert latest(play).apart == {}
        assert refusal(play, "cast_ballot", **{**phone("peru-1"), "round": 2}) is None

    def test_a_facilitator_enters_for_the_own_table_alone(self) -> None:
        play = opened("open", "tables")
        for seat, table in (("peru-1", "t1"), ("mexico-1", "t2")):
            play.does(MODERATOR, "assign_table", session="tables", seat=seat, table=table)
        one = Actor(role=Role.FACILITATOR, table="t1")
        assert refusal(play, "set_source", one, **source("mexico-1")) is Code.NOT_ALLOWED
        play.does(one, "set_source", **source("peru-1"))
        play.does(MODERATOR, "set_source", **source("mexico-1"))
        assert refusal(play, "enter_paper_ballot", one, **paper(YES, seat="mexico-1")) is Code.NOT_ALLOWED
        play.does(one, "enter_paper_ballot", **paper(YES, seat="peru-1"))


class TestHands:
    def test_as_many_hands_as_seats_vote_so(self) -> None:
        play = opened("open")
        play.casts("panama-1", "vote", YES)
        for seat in ("peru-1", "peru-2", "mexico-1"):
            play.does(MODERATOR, "set_source", **source(seat, "hands"))
        assert refusal(play, "enter_hands", **hands({"yes": 1, "no": 1})) is Code.UNMATCHED
        assert refusal(play, "enter_hands", **hands({"yes": 4})) is Code.UNMATCHED
        assert refusal(play, "enter_hands", **hands({"yes": 1, "no": 2}, {"yes": 2, "no": 1})) is Code.ENTRIES_DIFFER
        assert refusal(play, "enter_hands", **hands({"yes": 1, "maybe": 2})) is Code.INVALID_BALLOT
        play.does(MODERATOR, "enter_hands", **hands({"yes": 1, "no": 2}))
        assert changes_nothing(play, "enter_hands", **hands({"yes": 1, "no": 2}))
        sealed = seals(play)
        assert bars(sealed) == {"yes": 2, "no": 2}
        assert sources(sealed) == (1, 0, 3)
        assert sealed.outcome.counted.delegations == 3
        assert sealed.roll == ("mexico-1", "panama-1", "peru-1", "peru-2")

    def test_hands_go_up_for_none_of_the_options_too(self) -> None:
        play = opened("open")
        for seat in ("peru-1", "peru-2"):
            play.does(MODERATOR, "set_source", **source(seat, "hands"))
        play.does(MODERATOR, "enter_hands", **hands({"no": 1, "_abstain": 1}))
        sealed = seals(play)
        assert bars(sealed) == {"yes": 0, "no": 1}
        assert (sealed.outcome.counted.voted, sealed.outcome.counted.abstained) == (2, 1)

    def test_hands_that_were_counted_of_others_are_counted_again(self) -> None:
        play = opened("open")
        play.does(MODERATOR, "set_source", **source("peru-1", "hands"))
        play.does(MODERATOR, "enter_hands", **hands({"no": 1}))
        play.does(MODERATOR, "set_source", **source("peru-2", "hands"))
        assert latest(play).hands == {}
        play.does(MODERATOR, "enter_hands", **hands({"no": 1, "yes": 1}))
        assert bars(seals(play)) == {"yes": 1, "no": 1}

    def test_without_a_count_nobody_of_them_has_voted(self) -> None:
        play = opened("open")
        play.does(MODERATOR, "set_source", **source("peru-1", "hands"))
        play.casts("panama-1", "vote", YES)
        sealed = seals(play)
        assert (bars(sealed), sealed.roll, sources(sealed)) == ({"yes": 1, "no": 0}, ("panama-1",), (1, 0, 0))

    @pytest.mark.parametrize("secrecy", ["secret", "by_delegation"])
    def test_hands_go_up_in_open_rounds_only(self, secrecy: str) -> None:
        play = opened(secrecy)
        assert refusal(play, "set_source", **source("peru-1", "hands")) is Code.INVALID_COMMAND

    def test_hands_say_nothing_where_there_is_more_than_one_choice(self) -> None:
        options = [{"id": "yes", "text": "Sí"}, {"id": "no", "text": "No"}]
        setup = {"question": "¿Sí?", "answer": "multiple", "options": options}
        play = opened("open", activity={"kind": "poll", "title": "Vote", "setup": setup})
        play.does(MODERATOR, "set_source", **source("peru-1", "hands"))
        assert refusal(play, "enter_hands", **hands({"yes": 1})) is Code.INVALID_BALLOT
