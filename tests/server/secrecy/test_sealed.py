"""What is sealed stays as it is, and what the log says of a secret round tells no time and no person."""

import random
from collections.abc import AsyncIterator
from typing import Any

import pytest

from server.meetings import create
from server.store.redis import RedisStore
from sessions import events as e
from tests.helpers.house import House, Phone, a_server_on
from tests.helpers.programmes import small

VOTE = "priorities"
SEATS = ["peru-2", "mexico-1", "belize-3", "panama-1", "peru-1", "mexico-2"]


@pytest.fixture
async def house(store: RedisStore) -> AsyncIterator[House]:
    async with a_server_on(store, await create(store, small())) as opened:
        yield opened


async def casts(house: House, activity: str, round_: int, people: list[Phone]) -> None:
    ballots: list[dict[str, Any]] = [{"ranking": ["C-1", "C-2"]}, {"ranking": ["C-3"]}, {"abstain": True}]
    polls: list[dict[str, Any]] = [{"choices": ["yes"]}, {"choices": ["no"]}, {"abstain": True}]
    for number, phone in enumerate(people):
        choice = (ballots if activity == VOTE else polls)[number % 3]
        assert (await phone.casts(activity, choice, round_))["verdict"] == "recorded"


async def log_of(house: House) -> list[e.LogEntry]:
    return [e.decode(entry.body) for entry in (await house.store.load(house.meeting)).tail]


async def test_a_sealed_outcome_is_the_same_bytes_for_ever(house: House) -> None:
    moderator = await house.moderator()
    people = [await house.card(seat) for seat in SEATS]
    await moderator.starts("plenary")
    await moderator.opens(VOTE)
    await casts(house, VOTE, 1, people)
    await moderator.closes(VOTE)
    sealed = await house.store.outcome(house.meeting, VOTE, 1)
    assert sealed
    first = await moderator.reveals(VOTE)

    await moderator.does("edit_activity", activity=VOTE, title="Otro nombre")
    await moderator.does("reopen_activity", activity=VOTE, round=1)
    await moderator.sees(f"activity/{VOTE}", round=2, phase="open")
    assert await house.store.outcome(house.meeting, VOTE, 2) is None
    assert (await people[0].casts(VOTE, {"ranking": ["C-6"]}, 1))["code"] == "closed"
    await casts(house, VOTE, 2, people[:2])
    await moderator.closes(VOTE, 2)
    second = await moderator.reveals(VOTE, 2)
    assert second["outcome"]["counted"]["voted"] == 2
    assert first["outcome"]["counted"]["voted"] == 6

    async with a_server_on(house.store, house.meeting) as again:
        screen = await again.moderator()
        assert (await screen.sees(f"outcome/{VOTE}", round=2)) == second
        for _ in range(3):
            assert await again.store.outcome(house.meeting, VOTE, 1) == sealed


async def test_the_roll_is_sorted_and_says_nothing_of_the_order(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens(VOTE)
    seats = random.Random(7).sample(SEATS, len(SEATS))
    await casts(house, VOTE, 1, [await house.card(seat) for seat in seats])
    await moderator.closes(VOTE)
    (sealed,) = [entry.event for entry in await log_of(house) if isinstance(entry.event, e.OutcomeSealed)]
    assert list(sealed.roll) == sorted(SEATS)
    kept = await house.store.sealed_ballots(house.meeting, VOTE, 1)
    assert kept == sorted(kept)
    assert len(kept) == len(SEATS)


@pytest.mark.parametrize(("activity", "secret"), [(VOTE, True), ("coffee", False)])
async def test_a_secret_cast_has_no_time_no_author_and_no_name(house: House, activity: str, secret: bool) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens(activity)
    await casts(house, activity, 1, [await house.card(seat) for seat in SEATS])
    entries = [entry for entry in await log_of(house) if isinstance(entry.event, e.BallotCast)]
    assert len(entries) == len(SEATS)
    for entry, seat in zip(entries, SEATS, strict=True):
        body = e.encode(entry).decode()
        assert (entry.at is None, entry.by is None) == (secret, secret)
        assert (seat in body) is not secret
    stored = await house.store.ballots(house.meeting, activity, 1)
    assert all((ballot.voter in SEATS) is not secret for ballot in stored)
    assert all((ballot.delegation in {"peru", "mexico", "belize", "panama"}) is not secret for ballot in stored)
    await moderator.closes(activity)
    left = [entry for entry in await log_of(house) if isinstance(entry.event, e.BallotCast)]
    assert len(left) == (0 if secret else len(SEATS))


async def test_a_late_phone_hears_recorded_after_sealing_and_learns_nothing_else(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens(VOTE)
    peru, mexico = await house.card("peru-1"), await house.card("mexico-1")
    ballot = Phone.ballot(VOTE, {"ranking": ["C-1"]}, 1, "ballot-of-peru-1")
    await peru.gives("cast_ballot", ballot)
    await moderator.closes(VOTE)
    assert set(await peru.gives("cast_ballot", ballot)) == {"type", "id", "verdict"}
    other = await mexico.gives("cast_ballot", {**ballot, "ballot_id": "ballot-of-mexico-1"})
    assert (other["verdict"], other["code"]) == ("refused", "closed")
