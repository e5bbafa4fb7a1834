import asyncio
import random

import pytest

from server.store import Reply, StoredBallot, Verdict
from server.store.redis import RedisStore
from tests.server.store.rounds import Round, opened

RECORDED, REFUSED, UNKNOWN = Verdict.RECORDED, Verdict.REFUSED, Verdict.UNKNOWN


async def test_a_ballot_is_kept_as_it_came(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    assert await round.cast("v", "b", b"any\0bytes\xff") == Reply(RECORDED, seq=3)
    assert await store.ballots(meeting, "poll", 1) == [StoredBallot("v", "b", "of-v", b"any\0bytes\xff")]


async def test_the_same_ballot_counts_once(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    replies = await asyncio.gather(*(round.cast("v", "b") for _ in range(50)))
    assert {reply.verdict for reply in replies} == {RECORDED}
    assert [reply.fresh for reply in replies].count(True) == 1
    assert (await store.load(meeting)).seq == 3


async def test_another_ballot_under_the_id_of_the_one_that_stands_is_refused(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    gathered = await asyncio.gather(*(round.cast("v", "b", ballot) for ballot in (b"yes", b"yes", b"no")))
    assert [(reply.verdict, reply.code) for reply in gathered] == [
        (RECORDED, None),
        (RECORDED, None),
        (REFUSED, "id_used"),
    ]
    assert (await round.cast("v", "b", b"no")).code == "id_used"
    assert (await round.cast("v", "b2", b"no")).verdict == RECORDED
    assert await round.cast("v", "b", b"anything") == Reply(RECORDED, fresh=False), "replaced: nothing to compare"
    await round.set("closed")
    asked = [(b"no", RECORDED), (b"yes", REFUSED)]
    for ballot, verdict in asked:
        told = await store.ballot_verdict(meeting, "poll", 1, "b2", voter="v", ballot=ballot)
        assert told is not None
        assert told.verdict is verdict
    await round.seal(b"no", secret=True)
    assert await store.ballot_verdict(meeting, "poll", 1, "b2", voter="v", ballot=b"yes") == Reply(
        RECORDED, fresh=False
    ), "sealed in secret: nothing is left"
    assert (await round.cast("v", "b2", b"yes")).verdict == RECORDED


async def test_the_last_ballot_wins_and_an_older_one_that_comes_late_replaces_nothing(
    store: RedisStore, meeting: str
) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "first")
    await round.cast("v", "second")
    assert await round.cast("v", "first") == Reply(RECORDED, fresh=False)
    assert await round.recorded() == {"v": "second"}


async def test_ballots_are_refused_unless_their_round_is_open(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])
    first, second = Round(store, meeting, number=1), Round(store, meeting, number=2)
    assert (await first.cast("v", "a")).code == "closed"
    await first.set("open")
    assert (await second.cast("v", "a")).code == "wrong_round"
    await first.set("closed")
    assert (await first.cast("v", "a")).code == "closed"
    await second.set("open")
    assert (await first.cast("v", "a")).code == "wrong_round"
    assert (await second.cast("v", "a")).verdict == RECORDED
    assert await first.recorded() == {}


async def test_a_reopened_activity_keeps_both_rounds(store: RedisStore, meeting: str) -> None:
    first = await opened(store, meeting)
    await first.cast("v", "a")
    await first.set("closed")
    await first.seal(outcome=b"of the first")
    second = Round(store, meeting, number=2)
    await second.set("open")
    await second.cast("v", "b")
    await second.set("closed")
    await second.seal(outcome=b"of the second")
    assert (await first.recorded(), await second.recorded()) == ({"v": "a"}, {"v": "b"})
    assert await store.outcome(meeting, "poll", 1) == b"of the first"
    assert await store.outcome(meeting, "poll", 2) == b"of the second"


async def test_a_phone_that_asks_late_hears_what_became_of_its_ballot(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "b")
    await round.set("closed")
    assert await round.cast("v", "b") == Reply(RECORDED, fresh=False)
    await round.seal(b"yes", secret=True)
    assert await round.cast("v", "b") == Reply(RECORDED, fresh=False)
    assert await store.ballot_verdict(meeting, "poll", 1, "b") == Reply(RECORDED, fresh=False)
    assert await store.ballot_verdict(meeting, "poll", 1, "never") is None


@pytest.mark.parametrize("seed", range(60))
async def test_of_ballots_that_race_the_close_the_recorded_ones_are_kept(
    store: RedisStore, server_url: str, meeting: str, seed: int
) -> None:
    """Two workers, fifty ballots of forty voters, closed somewhere in between."""
    dice = random.Random(seed)
    async with await RedisStore.open(server_url) as other:
        here = await opened(store, meeting)
        there = Round(other, meeting)
        close_at = dice.randrange(50)

        async def cast(number: int) -> tuple[str, str, Reply]:
            await asyncio.sleep(dice.random() / 200)
            voter, ballot_id = f"v{number % 40}", f"b{number}"
            return voter, ballot_id, await dice.choice((here, there)).cast(voter, ballot_id)

        async def close() -> Reply:
            await asyncio.sleep(dice.random() / 200)
            return await dice.choice((here, there)).set("closed")

        tasks = [asyncio.create_task(cast(number)) for number in range(50)]
        tasks_with_close = [*tasks[:close_at], asyncio.create_task(close()), *tasks[close_at:]]
        await asyncio.gather(*tasks_with_close)
        answered = [task.result() for task in tasks]
        assert {reply.verdict for *_, reply in answered} <= {RECORDED, REFUSED}
        recorded = {(reply.seq or 0, voter, ballot_id) for voter, ballot_id, reply in answered if reply.seq}
        assert all(reply.code == "closed" for *_, reply in answered if reply.verdict == REFUSED)
        last = {voter: ballot_id for _, voter, ballot_id in sorted(recorded)}
        assert await here.recorded() == last
        log = [entry.body for entry in (await store.load(meeting)).tail]
        assert log.index(b"closed 1") == len(log) - 1 == 2 + len(recorded)


async def test_a_sealed_outcome_is_the_same_bytes_for_ever(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "b")
    await round.set("closed")
    replies = await asyncio.gather(*(round.seal(outcome=f"outcome {n}".encode()) for n in range(10)))
    assert [reply.fresh for reply in replies].count(True) == 1
    assert {(reply.verdict, reply.seq) for reply in replies} == {(RECORDED, 5)}
    sealed = await store.outcome(meeting, "poll", 1)
    assert sealed == f"outcome {[reply.fresh for reply in replies].index(True)}".encode()
    assert (await round.seal(outcome=b"another")).fresh is False
    assert await store.outcome(meeting, "poll", 1) == sealed
    assert (await store.load(meeting)).seq == 5


async def test_sealing_asks_for_a_closed_round_of_this_number(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    assert (await round.seal()).code == "not_closed"
    await round.set("closed")
    assert (await Round(store, meeting, number=2).seal()).code == "wrong_round"
    assert (await Round(store, meeting, "other").seal()).code == "wrong_round"
    assert (await Round(store, f"{meeting}-none").seal()).code == "unknown_meeting"
    assert await store.outcome(meeting, "poll", 1) is None


async def test_an_open_round_keeps_its_ballots_when_sealed(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "b")
    await round.set("closed")
    await round.seal()
    assert await round.recorded() == {"v": "b"}
    assert len((await store.load(meeting)).tail) == 5
    assert await store.sealed_ballots(meeting, "poll", 1) == []


async def test_a_secret_round_is_not_sealed_with_a_ballot_missing(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "b")
    await round.cast("w", "c")
    await round.set("closed")
    assert (await round.seal(b"yes", secret=True)).code == "miscounted"
    assert await round.recorded() == {"v": "b", "w": "c"}
    assert (await round.seal(b"yes", b"yes", secret=True)).verdict == RECORDED
