"""The server hangs, dies, forgets: what was answered holds, and nothing counts twice."""

import asyncio
import os
import random
import signal
from typing import Any

import pytest

from server.store import Entry, EpochChanged, Reply, StoreUnavailable, Verdict
from server.store.keys import Keys
from server.store.redis import RedisStore
from tests.helpers.stores import a_server, a_store
from tests.server.store.processes import pid_of, stopped
from tests.server.store.rounds import Round, opened

RECORDED, REFUSED, UNKNOWN = Verdict.RECORDED, Verdict.REFUSED, Verdict.UNKNOWN


async def test_a_server_that_forgot_the_scripts_learns_them_again(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    client: Any = store.clients.read
    await client.script_flush()
    replies = await asyncio.gather(*(round.cast(f"v{n}", f"b{n}") for n in range(100)))
    assert {(reply.verdict, reply.fresh) for reply in replies} == {(RECORDED, True)}
    assert len(await round.recorded()) == 100


async def test_a_server_that_hangs_and_comes_back_has_each_ballot_once() -> None:
    async with a_store() as store:
        round = await opened(store, "m")
        async with stopped(await pid_of(store)):
            casts = [asyncio.create_task(round.cast(f"v{n}", f"b{n}")) for n in range(20)]
            await asyncio.sleep(3.0)  # longer than the store waits for an answer: it asks a second time
            assert not any(cast.done() for cast in casts)
        replies = await asyncio.gather(*casts)
        assert {reply.verdict for reply in replies} == {RECORDED}
        assert await round.recorded() == {f"v{n}": f"b{n}" for n in range(20)}
        assert (await store.load("m")).seq == 22


async def test_the_verdict_is_unknown_when_no_answer_comes_and_right_when_asked_again() -> None:
    async with a_store(patience_s=0.5) as store:
        round = await opened(store, "m")
        async with stopped(await pid_of(store)):
            casts = asyncio.gather(round.cast("v", "b"), store.ballot_verdict("m", "poll", 1, "b"))
            append = store.append("m", command_id="c", revision=None, events=[b"x"], phases={})
            assert list(await casts) == [Reply(UNKNOWN), Reply(UNKNOWN)]
            assert await append == Reply(UNKNOWN)
            assert not await store.ready()
            with pytest.raises(StoreUnavailable):
                await store.pad_append("m", "p", b"u")
        assert await round.cast("v", "b") == Reply(RECORDED, fresh=False)
        assert (await store.append("m", command_id="c", revision=None, events=[b"x"], phases={})).seq == 4
        assert await store.ready()
        assert [entry.body for entry in (await store.load("m")).tail].count(b"cast by v") == 1


async def test_who_stops_waiting_does_not_take_back_the_ballot_or_the_answers_of_others(
    store: RedisStore, meeting: str
) -> None:
    round = await opened(store, meeting)
    casts = [asyncio.create_task(round.cast(f"v{n}", f"b{n}")) for n in range(100)]
    await asyncio.sleep(0)
    for cast in casts[::2]:
        cast.cancel()
    replies = await asyncio.gather(*casts[1::2])
    assert {reply.verdict for reply in replies} == {RECORDED}
    await round.set("closed")
    assert len(await round.recorded()) == 100


async def test_a_store_that_closes_sends_what_is_waiting(server_url: str, meeting: str) -> None:
    async with await RedisStore.open(server_url) as other:
        async with await RedisStore.open(server_url) as closing:
            round = await opened(closing, meeting)
            casts = [asyncio.create_task(round.cast(f"v{n}", f"b{n}")) for n in range(100)]
            await asyncio.sleep(0)
        assert {reply.verdict for reply in await asyncio.gather(*casts)} == {RECORDED}
        assert len(await other.ballots(meeting, "poll", 1)) == 100
        assert (await round.cast("late", "late")).verdict == UNKNOWN


@pytest.mark.parametrize("seed", range(3))
async def test_ballots_acknowledged_before_the_server_is_killed_are_there_after(seed: int) -> None:
    dice = random.Random(seed)
    async with a_store() as store:
        round = await opened(store, "m")
        acknowledged: dict[str, str] = {}

        async def voter(name: str) -> None:
            for number in range(40):
                reply = await round.cast(name, f"{name}-{number}")
                assert reply.verdict == RECORDED
                acknowledged[name] = f"{name}-{number}"

        voting = asyncio.gather(*(voter(f"v{n}") for n in range(50)))
        for _ in range(3):
            await asyncio.sleep(dice.random() / 50)
            pid, before = await pid_of(store), dict(acknowledged)
            os.kill(pid, signal.SIGKILL)
            after = await _recorded_again(round)
            assert not voting.done()
            assert all(number_of(after[name]) >= number_of(before[name]) for name in before)
        await voting
        assert await round.recorded() == acknowledged == {f"v{n}": f"v{n}-39" for n in range(50)}
        assert (await store.load("m")).seq == 2 + 50 * 40


async def _recorded_again(round: Round) -> dict[str, str]:
    """What is there once the server is: who reads is told that it is away, who votes waits."""
    async with asyncio.timeout(5):
        while True:
            try:
                return await round.recorded()
            except StoreUnavailable:
                await asyncio.sleep(0.05)


def number_of(ballot_id: str) -> int:
    return int(ballot_id.rpartition("-")[2])


async def test_a_follower_goes_on_when_the_server_is_back() -> None:
    async with a_store() as store:
        round = await opened(store, "m")
        following = store.follow("m", (await store.load("m")).epoch, 2)
        async with asyncio.timeout(10):
            waiting = asyncio.create_task(anext(following))
            os.kill(await pid_of(store), signal.SIGKILL)
            await round.cast("v", "b")
            assert await waiting == Entry(3, b"cast by v", 2)
        await following.aclose()


async def test_a_server_that_lost_everything_is_told_apart_from_a_quiet_one() -> None:
    async with a_store() as store:
        round = await opened(store, "m")
        epoch = (await store.load("m")).epoch
        log, pad = store.follow("m", epoch, 2), store.pad_follow("m", "p", epoch, 0)
        async with asyncio.timeout(10):
            waiting = [asyncio.create_task(anext(log)), asyncio.create_task(anext(pad))]
            client: Any = store.clients.read
            await client.flushall()
            assert [await each for each in waiting] == [EpochChanged(None)] * 2
        assert (await round.cast("v", "b")).code == "unknown_meeting"
        await log.aclose()
        await pad.aclose()


async def test_a_meeting_made_anew_under_the_same_id_is_another_log() -> None:
    async with a_store() as store:
        await opened(store, "m")
        following = store.follow("m", (await store.load("m")).epoch, 1)
        await anext(following)
        async with asyncio.timeout(10):
            waiting = asyncio.create_task(anext(following))
            client: Any = store.clients.read
            await client.ping()
            await client.flushall()
            await store.create("m", [b"1", b"2", b"3", b"4"])
            assert await waiting == EpochChanged((await store.load("m")).epoch)
        await following.aclose()


async def test_a_server_put_back_to_an_earlier_state_gets_a_new_epoch() -> None:
    async with a_store() as store:
        round = await opened(store, "m")
        client: Any = store.clients.read
        keys = Keys("m")
        backup = {key: await client.dump(key) for key in (keys.head, keys.log)}
        epoch = (await store.load("m")).epoch
        await round.cast("v", "b")
        following = store.follow("m", epoch, 3)
        async with asyncio.timeout(10):
            waiting = asyncio.create_task(anext(following))
            for key, value in backup.items():
                await client.restore(key, 0, value, replace=True)
            changed = await waiting
        loaded = await store.load("m")
        assert changed == EpochChanged(loaded.epoch)
        assert loaded.epoch != epoch
        assert loaded.seq == 2
        await following.aclose()


async def test_a_server_out_of_memory_records_nothing_and_refuses_nothing() -> None:
    async with a_store(patience_s=0.3) as store:
        round = await opened(store, "m")
        client: Any = store.clients.read
        await client.config_set("maxmemory", 1)
        assert (await round.cast("v", "b")).verdict == UNKNOWN
        assert not await store.ready()
        await client.config_set("maxmemory", 0)
        assert (await round.cast("v", "b")) == Reply(RECORDED, seq=3)


async def test_reads_say_that_the_store_is_away_and_opening_one_does_too() -> None:
    async with a_server() as url:
        store = await RedisStore.open(url, patience_s=0.2)
        round = await opened(store, "m")
    for read in (store.load("m"), store.meetings(), store.ballots("m", "poll", 1), store.beats("m")):
        with pytest.raises(StoreUnavailable):
            await read
    assert (await round.cast("v", "b")).verdict == UNKNOWN
    await store.beat("m", "w", b"here", 1)
    await store.aclose()
    with pytest.raises(StoreUnavailable):
        await RedisStore.open(url)


async def test_two_workers_share_a_meeting(store: RedisStore, server_url: str, meeting: str) -> None:
    here = await opened(store, meeting)
    async with await RedisStore.open(server_url) as other:
        there = Round(other, meeting)
        await asyncio.gather(*(round.cast(f"v{n}", f"b{n}") for n in range(50) for round in (here, there)))
        assert await here.recorded() == await there.recorded() == {f"v{n}": f"b{n}" for n in range(50)}
        assert (await store.load(meeting)).seq == 52
