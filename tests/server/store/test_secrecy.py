import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from server.store import Entry, Verdict
from server.store.embedded import embedded
from server.store.keys import Keys
from server.store.redis import RedisStore
from tests.server.store.rounds import Round, opened


def files(directory: Path) -> bytes:
    """All that lies on disk."""
    return b"".join(path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file())


async def vote(round: Round, voters: list[str]) -> None:
    for voter in voters:
        await round.cast(voter, f"ballot-of-{voter}", f"choice-of-{voter}".encode())
    await round.set("closed")


@asynccontextmanager
async def a_store_and_its_files() -> AsyncIterator[tuple[RedisStore, Path]]:
    with tempfile.TemporaryDirectory(prefix="plenaria-test-") as directory:
        data = Path(directory) / "data"
        async with embedded(data) as url, await RedisStore.open(url) as store:
            yield store, data


async def test_sealing_a_secret_round_takes_the_voters_from_memory_and_disk() -> None:
    voters = [f"voter-{letter}" for letter in "qazxswedc"]
    async with a_store_and_its_files() as (store, data):
        round = await opened(store, "m")
        await vote(round, voters)
        assert b"voter-q" in files(data)
        await round.seal(*(f"choice-of-{voter}".encode() for voter in voters), secret=True)
        await store.erasure.settled()
        left = files(data).replace(b"ballot-of-", b"").replace(b"choice-of-", b"")
        # What is left of a voter's name here is only in the ballot's own id and text, which name nobody in earnest.
        assert b"of-voter-" not in left
        assert b"cast by" not in left
        client: Any = store.clients.read
        values = [await client.dump(key) for key in await client.keys("*")]
        assert b"cast by" not in b"".join(values)
        assert await store.ballots("m", "poll", 1) == []
        assert await client.slowlog_get() == []


async def test_marking_entries_as_deleted_would_have_left_them_on_disk() -> None:
    """Why sealing writes the log anew: the negative control of the test above."""
    async with a_store_and_its_files() as (store, data):
        round = await opened(store, "m")
        await vote(round, ["voter-q", "voter-a"])
        client: Any = store.clients.read
        await client.xdel(Keys("m").log, "3-0", "4-0")
        await client.delete(Keys("m").round("poll", 1).ballots)
        await store.erasure.mark()
        store.erasure.begin()
        await store.erasure.settled()
        assert b"cast by" in files(data)


async def test_a_round_open_at_the_same_time_stays_linked_until_its_own_sealing() -> None:
    async with a_store_and_its_files() as (store, data):
        secret = await opened(store, "m", "secret")
        other = Round(store, "m", "other")
        await other.set("open")
        await other.cast("voter-o", "b1")
        await vote(secret, ["voter-s"])
        await other.cast("voter-p", "b2")
        await secret.seal(b"choice-of-voter-s", secret=True)
        await store.erasure.settled()
        assert b"cast by voter-o" in files(data)
        assert b"cast by voter-s" not in files(data)
        bodies = [entry.body for entry in (await store.load("m")).tail]
        assert bodies == [
            b"created",
            b"open 1",
            b"open 1",
            b"cast by voter-o",
            b"closed 1",
            b"cast by voter-p",
            b"sealed",
        ]


async def test_what_stays_of_a_secret_round_tells_no_order(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    voters = [f"v{number}" for number in (5, 3, 9, 1, 7)]
    await vote(round, voters)
    client: Any = store.clients.read
    await round.seal(*(f"choice-of-{voter}".encode() for voter in voters), secret=True)
    kept = await store.sealed_ballots(meeting, "poll", 1)
    ids = await client.zrange(Keys(meeting).round("poll", 1).ballot_ids, 0, -1, withscores=True)
    assert kept == [f"choice-of-v{number}".encode() for number in (1, 3, 5, 7, 9)]
    assert ids == [(f"ballot-of-v{number}".encode(), 0.0) for number in (1, 3, 5, 7, 9)]


async def test_tombstones_explain_what_is_missing_to_load_and_to_followers(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    epoch = (await store.load(meeting)).epoch
    await round.cast("v", "a")
    await store.append(meeting, command_id="c", revision=None, events=[b"note"], phases={})
    await vote(round, ["w", "x", "y"])
    await round.seal(*[b"yes"] * 4, secret=True)
    client: Any = store.clients.read
    assert await client.hgetall(Keys(meeting).tombstones) == {b"poll:1": b"3,5-7"}
    left = [Entry(1, b"created", 1), Entry(2, b"open 1", 2), Entry(4, b"note", 3), Entry(8, b"closed 1", 4)]
    left.append(Entry(9, b"sealed", 5))
    assert (await store.load(meeting)).tail == left
    following = store.follow(meeting, epoch, 0)
    async with asyncio.timeout(10):
        assert [await anext(following) for _ in left] == left
        waiting = asyncio.create_task(anext(following))
        await store.append(meeting, command_id="d", revision=None, events=[b"later"], phases={})
        assert await waiting == Entry(10, b"later", 6)
    await following.aclose()


async def test_a_follower_that_waits_hears_on_after_the_log_is_written_anew(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    epoch = (await store.load(meeting)).epoch
    await vote(round, ["w", "x"])
    following = store.follow(meeting, epoch, 5)
    async with asyncio.timeout(10):
        waiting = asyncio.create_task(anext(following))
        await round.seal(b"yes", b"no", secret=True)
        assert await waiting == Entry(6, b"sealed", 4)
    await following.aclose()


async def test_snapshots_from_before_an_erasure_go_and_do_not_come_back(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "a")
    epoch = (await store.load(meeting)).epoch
    assert await store.save_snapshot(meeting, epoch, 3, b"v has voted")
    await round.set("closed")
    await round.seal(b"yes", secret=True)
    assert (await store.load(meeting)).snapshot is None
    assert not await store.save_snapshot(meeting, epoch, 4, b"v has voted")
    assert await store.save_snapshot(meeting, epoch, 5, b"somebody has voted")


async def test_what_a_worker_left_unerased_the_next_one_erases() -> None:
    async with a_store_and_its_files() as (store, data):
        round = await opened(store, "m")
        await vote(round, ["voter-q"])
        await store.erasure.mark()
        keys = Keys("m")
        client: Any = store.clients.read
        await client.delete(keys.round("poll", 1).ballots, keys.log)
        assert b"voter-q" in files(data)
        url = f"unix://{client.connection_pool.connection_kwargs['path']}"
        async with await RedisStore.open(url) as next_one:
            await next_one.erasure.settled()
            assert await client.smembers("plenaria:erase") == set()
        assert b"cast by voter-q" not in files(data)


@pytest.mark.parametrize("voters", [0, 1, 300])
async def test_a_secret_round_of_any_size_is_sealed(store: RedisStore, meeting: str, voters: int) -> None:
    round = await opened(store, meeting)
    await asyncio.gather(*(round.cast(f"v{number}", f"b{number}") for number in range(voters)))
    await round.set("closed")
    assert (await round.seal(*[b"yes"] * voters, secret=True)).verdict == Verdict.RECORDED
    assert len(await store.sealed_ballots(meeting, "poll", 1)) == voters
    assert [entry.body for entry in (await store.load(meeting)).tail] == [b"created", b"open 1", b"closed 1", b"sealed"]
