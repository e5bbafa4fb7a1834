"""Paper ballots of secret rounds: who votes so is known, and whose an envelope is, nowhere."""

from sessions import events as e
from sessions.errors import Code
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import CHALLENGES
from tests.sessions.rules.asking import changes_nothing, refusal
from tests.sessions.rules.voting import FINISH, NO, YES, bars, latest, opened, paper, seals, source, sources


class TestEnvelopes:
    def test_as_many_envelopes_as_seats_vote_so_and_none_says_whose(self) -> None:
        play = opened("secret")
        play.casts("panama-1", "vote", YES)
        for seat in ("peru-1", "mexico-1"):
            play.does(MODERATOR, "set_source", **source(seat))
        assert refusal(play, "enter_paper_ballot", **paper(YES, seat="peru-1")) is Code.INVALID_COMMAND
        assert refusal(play, "enter_paper_ballot", **paper(YES, envelope=1)) is Code.NOT_OPEN
        play.does(MODERATOR, "close_activity", **FINISH)
        assert not play.meeting.activities["vote"].to_seal
        assert refusal(play, "finish_paper", **FINISH) is Code.UNMATCHED
        (event,) = play.does(MODERATOR, "enter_paper_ballot", **paper(NO, envelope=31))
        assert isinstance(event, e.PaperCast)
        assert (event.voter, event.delegation) == ("envelope:31", "envelope:31")
        assert refusal(play, "finish_paper", **FINISH) is Code.UNMATCHED
        play.does(MODERATOR, "enter_paper_ballot", **paper(NO, envelope=4))
        assert latest(play).envelopes == [4, 31]
        assert refusal(play, "enter_paper_ballot", **paper(NO, envelope=5)) is Code.TOO_MANY
        play.replaces(MODERATOR, "enter_paper_ballot", **paper(YES, envelope=4))
        play.replaces(MODERATOR, "enter_paper_ballot", **paper(NO, envelope=4))
        sealed = seals(play, finish=True)
        assert bars(sealed) == {"yes": 1, "no": 2}
        assert sources(sealed) == (1, 2, 0)
        assert sealed.roll == ("mexico-1", "panama-1", "peru-1")
        assert sealed.outcome.counted.delegations == 3
        assert "envelope" not in str(sealed)

    def test_once_finished_nothing_is_entered(self) -> None:
        play = opened("secret")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        play.does(MODERATOR, "close_activity", **FINISH)
        play.does(MODERATOR, "enter_paper_ballot", **paper(NO, envelope=1))
        play.does(MODERATOR, "finish_paper", **FINISH)
        assert changes_nothing(play, "finish_paper", **FINISH)
        assert refusal(play, "enter_paper_ballot", **paper(YES, envelope=1)) is Code.CLOSED
        assert refusal(play, "set_source", **source("peru-1", "phone")) is Code.CLOSED

    def test_who_handed_in_no_envelope_is_taken_off_the_list(self) -> None:
        play = opened("secret")
        for seat in ("peru-1", "mexico-1"):
            play.does(MODERATOR, "set_source", **source(seat))
        play.does(MODERATOR, "close_activity", **FINISH)
        play.does(MODERATOR, "enter_paper_ballot", **paper(NO, envelope=1))
        play.does(MODERATOR, "set_source", **source("mexico-1", "phone"))
        assert seals(play, finish=True).roll == ("peru-1",)

    def test_with_nobody_left_on_paper_it_is_counted_at_once(self) -> None:
        play = opened("secret")
        play.does(MODERATOR, "set_source", **source("peru-1"))
        play.does(MODERATOR, "close_activity", **FINISH)
        play.does(MODERATOR, "set_source", **source("peru-1", "phone"))
        assert seals(play).roll == ()

    def test_together_they_weigh_what_their_delegations_do(self) -> None:
        """Two of one delegation on paper: half a vote each, though nobody knows whose either is."""
        setup = {"question": "¿Qué?", "method": "rank", "top": 1, "options": CHALLENGES[:3], "headline": "delegation"}
        play = opened("secret", activity={"kind": "prioritise", "title": "Vote", "setup": setup})
        play.casts("panama-1", "vote", {"ranking": ["C-1"]})
        for seat in ("peru-1", "peru-2"):
            play.does(MODERATOR, "set_source", **source(seat))
        play.does(MODERATOR, "close_activity", **FINISH)
        for number in (1, 2):
            play.does(MODERATOR, "enter_paper_ballot", **paper({"ranking": ["C-2"]}, envelope=number))
        sealed = seals(play, finish=True)
        places = {row["id"]: (row["place"], row["other_place"]) for row in sealed.outcome.result["rows"]}
        assert places == {"C-1": ([1, 2], [2, 2]), "C-2": ([1, 2], [1, 1]), "C-3": ([3, 3], [3, 3])}

    def test_the_order_of_opening_changes_nothing(self) -> None:
        sealed = []
        for order in ((1, 2, 3), (3, 1, 2)):
            play = opened("secret")
            for seat in ("peru-1", "mexico-1", "mexico-2"):
                play.does(MODERATOR, "set_source", **source(seat))
            play.does(MODERATOR, "close_activity", **FINISH)
            for number in order:
                play.does(MODERATOR, "enter_paper_ballot", **paper(YES if number == 1 else NO, envelope=number))
            sealed.append(seals(play, finish=True))
        assert sealed[0].digest == sealed[1].digest
        assert sealed[0].outcome == sealed[1].outcome
