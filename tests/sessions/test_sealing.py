"""Counting a closed round: the same to the byte on every worker, and silent about who voted what."""

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.activity import Activity, Round
from sessions.sealing import Seal, StoredBallot, seal
from tests.helpers.play import MODERATOR, Play, masked
from tests.helpers.programmes import CHALLENGES, small

OPTIONS = [item["id"] for item in CHALLENGES]


def closed() -> tuple[Activity, Round]:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity="priorities")
    play.does(MODERATOR, "close_activity", activity="priorities", round=1)
    activity = play.meeting.activities["priorities"]
    assert activity.round is not None
    return activity, activity.round


ACTIVITY, ROUND = closed()


def voter_of(seat: str) -> str:
    return masked("priorities", 1, seat, "").voter


def stored(seat: str, ballot: Any) -> StoredBallot:
    keys = masked("priorities", 1, seat, seat.rpartition("-")[0])
    return StoredBallot(keys.voter, keys.delegation, f"ballot-{seat}", ballot)


def counted(ballots: list[StoredBallot]) -> Seal:
    return seal(ACTIVITY, ROUND, ballots, voter_of)


ballots_of = st.dictionaries(
    st.sampled_from(ROUND.eligible),
    st.one_of(
        st.just({"abstain": True}),
        st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=3, unique=True).map(lambda ids: {"ranking": ids}),
    ),
)


@given(ballots_of, st.integers(0, 1000))
@settings(max_examples=40)
def test_the_order_in_which_ballots_are_read_makes_no_difference(ballots: dict[str, Any], seed: int) -> None:
    cast = [stored(seat, ballot) for seat, ballot in ballots.items()]
    shuffled = random.Random(seed).sample(cast, len(cast))
    assert counted(cast) == counted(shuffled)


@given(ballots_of)
@settings(max_examples=40)
def test_what_is_kept_is_every_ballot_and_no_voter(ballots: dict[str, Any]) -> None:
    sealed = counted([stored(seat, ballot) for seat, ballot in ballots.items()])
    assert len(sealed.unlinked) == len(ballots)
    assert list(sealed.unlinked) == sorted(sealed.unlinked)
    assert not any(b"v:" in line or b"d:" in line or b"ballot-" in line for line in sealed.unlinked)
    assert sealed.event.roll == tuple(sorted(ballots))
    assert sealed.event.outcome.counted.voted == len(ballots)


@given(ballots_of.filter(lambda ballots: len(ballots) > 1), st.data())
@settings(max_examples=40)
def test_who_cast_which_of_the_ballots_leaves_the_digest_alone(ballots: dict[str, Any], data: st.DataObject) -> None:
    others = data.draw(st.permutations(list(ballots.values())))
    one = counted([stored(seat, ballot) for seat, ballot in ballots.items()])
    other = counted([stored(seat, ballot) for seat, ballot in zip(ballots, others, strict=True)])
    assert (one.event.digest, one.unlinked) == (other.event.digest, other.unlinked)


@given(ballots_of.filter(bool), st.data())
@settings(max_examples=40)
def test_another_ballot_makes_another_digest(ballots: dict[str, Any], data: st.DataObject) -> None:
    seat = data.draw(st.sampled_from(sorted(ballots)))
    other = {"abstain": True} if ballots[seat] != {"abstain": True} else {"ranking": ["C-1"]}
    one = counted([stored(s, b) for s, b in ballots.items()])
    two = counted([stored(s, b) for s, b in {**ballots, seat: other}.items()])
    assert one.event.digest != two.event.digest


def test_how_a_phone_wrote_its_ballot_does_not_tell_it_apart() -> None:
    play = Play(small())
    for id_, kind, setup, ways in (
        ("text", "poll", {"question": "¿?", "answer": "text"}, [{"text": "sí"}, {"text": "  si\u0301 "}]),
        (
            "dots",
            "prioritise",
            {"question": "¿?", "method": "dots", "dots": 3, "options": CHALLENGES, "headline": "person"},
            [{"points": {"C-1": 1}}, {"points": {"C-2": 0, "C-1": 1}}],
        ),
    ):
        order = {"session": "plenary", "activity": id_, "kind": kind, "title": id_, "setup": setup, "secrecy": "secret"}
        play.does(MODERATOR, "add_activity", **order)
        round_ = Round(1, ROUND.eligible, ROUND.secrecy, 0, None)
        one, other = (seal(play.meeting.activities[id_], round_, [stored("peru-1", way)], voter_of) for way in ways)
        assert one == other


def test_a_seat_that_may_not_vote_is_on_no_roll() -> None:
    sealed = counted([stored("peru-1", {"abstain": True}), stored("unhcr-1", {"abstain": True})])
    assert sealed.event.roll == ("peru-1",)


def test_nobody_voted() -> None:
    sealed = counted([])
    assert (sealed.event.roll, sealed.unlinked, sealed.event.outcome.counted.voted) == ((), (), 0)
