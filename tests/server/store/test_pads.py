import asyncio

import pytest

from server.store import EpochChanged, LoadedPad, PadUpdate, UnknownMeeting
from server.store.redis import RedisStore


@pytest.fixture
async def epoch(store: RedisStore, meeting: str) -> str:
    await store.create(meeting, [b"created"])
    return (await store.load(meeting)).epoch


async def test_a_pad_is_loaded_as_it_was_written(store: RedisStore, meeting: str, epoch: str) -> None:
    assert await store.pad_load(meeting, "p") == LoadedPad(epoch, 0, [])
    assert [await store.pad_append(meeting, "p", update) for update in (b"a", b"b\0", b"c")] == [1, 2, 3]
    await store.pad_append(meeting, "q", b"other")
    assert await store.pad_load(meeting, "p") == LoadedPad(epoch, 3, [b"a", b"b\0", b"c"])
    assert await store.pads(meeting) == ["p", "q"]


async def test_compacting_puts_one_update_in_place_of_those_it_holds(
    store: RedisStore, meeting: str, epoch: str
) -> None:
    for update in (b"a", b"b", b"c", b"d"):
        await store.pad_append(meeting, "p", update)
    assert await store.pad_compact(meeting, "p", b"abc", 3)
    assert await store.pad_load(meeting, "p") == LoadedPad(epoch, 4, [b"abc", b"d"])
    assert not await store.pad_compact(meeting, "p", b"ab", 2)
    assert not await store.pad_compact(meeting, "p", b"abcde", 5)
    assert await store.pad_compact(meeting, "p", b"abcd", 4)
    assert await store.pad_load(meeting, "p") == LoadedPad(epoch, 4, [b"abcd"])
    assert await store.pad_append(meeting, "p", b"e") == 5
    assert await store.pad_load(meeting, "p") == LoadedPad(epoch, 5, [b"abcd", b"e"])


async def test_updates_of_all_workers_come_to_a_follower_in_order(
    store: RedisStore, server_url: str, meeting: str, epoch: str
) -> None:
    async with await RedisStore.open(server_url) as other, asyncio.timeout(10):
        following = other.pad_follow(meeting, "p", epoch, 0)
        waiting = asyncio.create_task(anext(following))
        await asyncio.gather(*(store.pad_append(meeting, "p", str(n).encode()) for n in range(700)))
        heard = [await waiting, *[await anext(following) for _ in range(699)]]
        await following.aclose()
    assert [each.seq for each in heard if isinstance(each, PadUpdate)] == list(range(1, 701))


async def test_a_follower_that_compaction_overtook_gets_the_compacted_update(
    store: RedisStore, meeting: str, epoch: str
) -> None:
    for update in (b"a", b"b", b"c", b"d"):
        await store.pad_append(meeting, "p", update)
    await store.pad_compact(meeting, "p", b"abc", 3)
    for after, expected in ((0, [PadUpdate(3, b"abc"), PadUpdate(4, b"d")]), (3, [PadUpdate(4, b"d")])):
        following = store.pad_follow(meeting, "p", epoch, after)
        assert [await anext(following) for _ in expected] == expected
        await following.aclose()


async def test_a_follower_overtaken_while_it_waits_misses_nothing(store: RedisStore, meeting: str, epoch: str) -> None:
    await store.pad_append(meeting, "p", b"a")
    following = store.pad_follow(meeting, "p", epoch, 0)
    assert await anext(following) == PadUpdate(1, b"a")
    await store.pad_append(meeting, "p", b"b")
    await store.pad_append(meeting, "p", b"c")
    await store.pad_compact(meeting, "p", b"abc", 3)
    async with asyncio.timeout(10):
        assert await anext(following) == PadUpdate(3, b"abc")
        await store.pad_append(meeting, "p", b"d")
        assert await anext(following) == PadUpdate(4, b"d")
    await following.aclose()


async def test_pads_need_their_meeting(store: RedisStore, meeting: str) -> None:
    with pytest.raises(UnknownMeeting):
        await store.pad_append(meeting, "p", b"a")
    with pytest.raises(UnknownMeeting):
        await store.pad_load(meeting, "p")
    assert await store.pads(meeting) == []


async def test_a_follower_with_another_epoch_starts_over(store: RedisStore, meeting: str, epoch: str) -> None:
    await store.pad_append(meeting, "p", b"a")
    following = store.pad_follow(meeting, "p", "another", 0)
    assert await anext(following) == EpochChanged(epoch)
    ahead = store.pad_follow(meeting, "p", epoch, 9)
    changed = await anext(ahead)
    assert changed == EpochChanged((await store.load(meeting)).epoch) != EpochChanged(epoch)
    await following.aclose()
    await ahead.aclose()
