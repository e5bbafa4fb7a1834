"""One ballot for a whole delegation."""

import pytest

from sessions.errors import Code
from tests.helpers.play import Play
from tests.helpers.programmes import poll
from tests.sessions.rules.asking import refusal
from tests.sessions.rules.voting import NO, YES, bars, latest, opened, paper, phone, seals, source


class TestSharedBallots:
    """``unit: delegation``."""

    @pytest.fixture(params=["open", "by_delegation", "secret"])
    def play(self, request: pytest.FixtureRequest) -> Play:
        plan = poll("vote")
        return opened(request.param, activity={**plan, "setup": {**plan["setup"], "unit": "delegation"}})

    def test_any_seat_casts_or_replaces_it_and_it_counts_once(self, play: Play) -> None:
        play.casts("peru-1", "vote", YES)
        voter = list(latest(play).voted)
        play.replaces(**{**phone("peru-2"), "name": "cast_ballot", "ballot": NO})
        assert list(latest(play).voted) == voter
        play.casts("mexico-3", "vote", NO)
        sealed = seals(play)
        assert bars(sealed) == {"yes": 0, "no": 2}
        assert sealed.outcome.counted.voted == sealed.outcome.counted.delegations == 2
        assert set(sealed.roll) == {f"{name}-{number}" for name in ("peru", "mexico") for number in (1, 2, 3)}

    def test_the_turnout_is_of_delegations(self, play: Play) -> None:
        play.casts("peru-1", "vote", YES)
        turnout = play.views()["everyone"]["turnout/vote"]
        assert (turnout["voted"], turnout["delegations_voted"], turnout["delegations"]) == (None, 1, 4)
        for seat in ("peru-1", "peru-3"):
            assert play.views()[f"seat:{seat}"]["mine/vote"]["recorded"]
        assert not play.views()["seat:mexico-1"]["mine/vote"]["recorded"]

    def test_there_is_no_paper_beside_it(self, play: Play) -> None:
        assert refusal(play, "set_source", **source("peru-1")) is Code.INVALID_COMMAND
        assert refusal(play, "enter_paper_ballot", **paper(YES, seat="peru-1")) is Code.INVALID_COMMAND
