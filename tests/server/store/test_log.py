import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.store import (
    MAX_VALUE,
    CorruptLog,
    Entry,
    EpochChanged,
    Loaded,
    NewerSchema,
    Reply,
    UnknownMeeting,
    Verdict,
)
from server.store.keys import Keys
from server.store.log import require_whole
from server.store.redis import RedisStore
from tests.server.store.rounds import opened

RECORDED, REFUSED = Verdict.RECORDED, Verdict.REFUSED


async def append(store: RedisStore, meeting: str, command_id: str, *events: bytes, at: int | None = None) -> Reply:
    return await store.append(meeting, command_id=command_id, revision=at, events=events, phases={})


async def first(number: int, following: Any) -> list[Any]:
    """The first so many things followed; fails rather than wait for ever."""
    async with asyncio.timeout(10):
        found = [await anext(following) for _ in range(number)]
    await following.aclose()
    return found


async def test_a_meeting_is_created_once(store: RedisStore, meeting: str) -> None:
    assert await store.create(meeting, [b"a", b"b"]) == Reply(RECORDED, seq=2)
    assert await store.create(meeting, [b"c"]) == Reply(REFUSED, code="exists")
    loaded = await store.load(meeting)
    assert loaded == Loaded(loaded.epoch, 2, None, 0, [Entry(1, b"a", 1), Entry(2, b"b", 1)], 1)


async def test_meetings_are_listed_in_order_of_creation(store: RedisStore, meeting: str) -> None:
    names = [f"{meeting}-{letter}" for letter in "zay"]
    for name in names:
        await store.create(name, [b"created"])
    assert [name for name in await store.meetings() if name in names] == names


async def test_the_same_command_is_recorded_once(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])
    replies = await asyncio.gather(*(append(store, meeting, "c", b"x", b"y") for _ in range(50)))
    assert {reply.seq for reply in replies} == {3}
    assert [reply.fresh for reply in replies].count(True) == 1
    assert [entry.body for entry in (await store.load(meeting)).tail] == [b"created", b"x", b"y"]


async def test_one_command_id_is_not_taken_for_two_commands(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])

    async def gives(digest: str) -> Reply:
        return await store.append(meeting, command_id="c", revision=None, events=[b"x"], phases={}, digest=digest)

    assert (await gives("one")).seq == 2
    assert await gives("one") == Reply(RECORDED, seq=2, fresh=False)
    assert await gives("another") == Reply(REFUSED, code="id_used")
    assert await gives("") == Reply(RECORDED, seq=2, fresh=False), "of whoever says no digest, as before"
    assert (await append(store, meeting, "earlier", b"y")).seq == 3
    reply = await store.append(meeting, command_id="earlier", revision=None, events=[b"y"], phases={}, digest="one")
    assert reply == Reply(RECORDED, seq=3, fresh=False), "written down before there were digests"


async def test_of_commands_on_one_revision_one_is_recorded(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])
    replies = await asyncio.gather(*(append(store, meeting, f"c{n}", b"x", at=1) for n in range(20)))
    assert sorted((reply.verdict, reply.code) for reply in replies) == [
        (RECORDED, None),
        *[(REFUSED, "stale")] * 19,
    ]
    loaded = await store.load(meeting)
    assert (loaded.seq, loaded.revision) == (2, 2)


async def test_a_command_recorded_before_is_not_stale_when_asked_again(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])
    await append(store, meeting, "c", b"x", at=1)
    await append(store, meeting, "d", b"y", at=2)
    assert await append(store, meeting, "c", b"x", at=1) == Reply(RECORDED, seq=2, fresh=False)


async def test_casts_leave_the_revision_alone(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "b")
    loaded = await store.load(meeting)
    assert (loaded.seq, loaded.revision, loaded.tail[-1].revision) == (3, 2, 2)


async def test_nothing_is_written_to_a_meeting_that_is_not_there(store: RedisStore, meeting: str) -> None:
    assert await append(store, meeting, "c", b"x") == Reply(REFUSED, code="unknown_meeting")
    with pytest.raises(UnknownMeeting, match=meeting):
        await store.load(meeting)
    assert await store.meetings() == [name for name in await store.meetings() if name != meeting]


async def test_a_newer_schema_is_refused_in_words(store: RedisStore, meeting: str) -> None:
    await opened(store, meeting)
    client: Any = store.clients.read
    await client.hset(Keys(meeting).head, "schema", 2)
    with pytest.raises(NewerSchema, match="update Plenaria"):
        await store.load(meeting)
    assert (await append(store, meeting, "c", b"x")).code == "newer_schema"


async def test_what_is_too_large_is_refused(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])
    assert (await append(store, meeting, "c", b"x" * (MAX_VALUE + 1))).code == "too_large"
    assert (await append(store, meeting, "c", b"x" * MAX_VALUE)).verdict == RECORDED


@pytest.mark.parametrize("name", ["", "a b", "a}", "{a", "a\n", "a\0", "x" * 201])
async def test_a_name_that_could_not_stand_in_a_key_is_an_error(store: RedisStore, name: str) -> None:
    with pytest.raises(ValueError, match="not an id"):
        await store.create(name, [b"created"])


async def test_an_append_without_events_is_an_error(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])
    with pytest.raises(ValueError, match="nothing to append"):
        await append(store, meeting, "c")


async def test_loading_takes_the_snapshot_and_what_came_after(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"a", b"b"])
    epoch = (await store.load(meeting)).epoch
    assert await store.save_snapshot(meeting, epoch, 2, b"a and b")
    await append(store, meeting, "c", b"c")
    assert await store.load(meeting) == Loaded(epoch, 3, b"a and b", 2, [Entry(3, b"c", 2)], 2)


async def test_a_snapshot_of_another_log_or_an_older_one_is_not_kept(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"a", b"b"])
    epoch = (await store.load(meeting)).epoch
    assert not await store.save_snapshot(meeting, "another", 2, b"wrong")
    assert not await store.save_snapshot(meeting, epoch, 3, b"of the future")
    assert await store.save_snapshot(meeting, epoch, 2, b"right")
    assert not await store.save_snapshot(meeting, epoch, 1, b"older")
    assert (await store.load(meeting)).snapshot == b"right"


async def test_a_long_log_is_loaded_whole(store: RedisStore, meeting: str) -> None:
    bodies = [f"event {number}".encode() for number in range(1234)]
    await store.create(meeting, bodies)
    loaded = await store.load(meeting)
    assert [entry.body for entry in loaded.tail] == bodies
    assert [entry.seq for entry in loaded.tail] == list(range(1, 1235))


@pytest.mark.parametrize("lost", [1, 3, 5])
async def test_a_hole_in_the_log_is_corruption(store: RedisStore, meeting: str, lost: int) -> None:
    await store.create(meeting, [b"a", b"b", b"c", b"d", b"e"])
    epoch = (await store.load(meeting)).epoch
    client: Any = store.clients.read
    await client.xdel(Keys(meeting).log, f"{lost}-0")
    with pytest.raises(CorruptLog, match=f"the first is {lost}"):
        await store.load(meeting)
    await store.save_snapshot(meeting, epoch, 5, b"all five")
    assert (await store.load(meeting)).snapshot == b"all five"


async def test_a_follower_that_meets_a_hole_says_so(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"a", b"b", b"c"])
    epoch = (await store.load(meeting)).epoch
    client: Any = store.clients.read
    await client.xdel(Keys(meeting).log, "2-0")
    with pytest.raises(CorruptLog):
        await first(3, store.follow(meeting, epoch, 0))


async def test_a_follower_hears_all_in_order_from_where_it_stands(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"a", b"b"])
    epoch = (await store.load(meeting)).epoch
    following = asyncio.create_task(first(601, store.follow(meeting, epoch, 1)))
    for number in range(6):
        await append(store, meeting, f"c{number}", *(f"{number}.{part}".encode() for part in range(100)))
    entries = await following
    assert [entry.seq for entry in entries] == list(range(2, 603))
    assert entries[-1] == Entry(602, b"5.99", 7)


@pytest.mark.parametrize("steps", range(40))
async def test_a_follower_ends_when_it_is_cancelled_at_whatever_point(
    store: RedisStore, meeting: str, steps: int
) -> None:
    await store.create(meeting, [b"a"])
    epoch = (await store.load(meeting)).epoch
    following = asyncio.create_task(first(2, store.follow(meeting, epoch, 0)))
    for _ in range(steps):
        await asyncio.sleep(0)
    following.cancel()
    done, _ = await asyncio.wait({following}, timeout=1)
    assert done
    assert following.cancelled()


async def test_a_follower_of_another_log_starts_over(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"a"])
    epoch = (await store.load(meeting)).epoch
    assert await first(1, store.follow(meeting, "another", 0)) == [EpochChanged(epoch)]
    assert await first(1, store.follow(f"{meeting}-not-there", epoch, 0)) == [EpochChanged(None)]


async def test_a_log_that_was_set_back_gets_a_new_epoch(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"a", b"b"])
    epoch = (await store.load(meeting)).epoch
    [changed] = await first(1, store.follow(meeting, epoch, 7))
    assert changed == EpochChanged((await store.load(meeting)).epoch)
    assert changed.epoch != epoch


async def test_a_purge_leaves_nothing(store: RedisStore, meeting: str) -> None:
    round = await opened(store, meeting)
    await round.cast("v", "b")
    await round.set("closed")
    await round.seal(b"yes", secret=True)
    await store.pad_append(meeting, "p", b"u")
    await store.pad_compact(meeting, "p", b"u", 1)
    await store.beat(meeting, "w", b"here", 60)
    epoch = (await store.load(meeting)).epoch
    await store.save_snapshot(meeting, epoch, 5, b"all")
    client: Any = store.clients.read
    assert await client.keys(f"*{meeting}*")
    await store.purge(meeting)
    assert await client.keys(f"*{meeting}*") == []
    assert meeting not in await store.meetings()
    await store.purge(meeting)


async def test_beats_run_out(store: RedisStore, meeting: str) -> None:
    await store.create(meeting, [b"created"])
    await store.beat(meeting, "w1", b"three here", 60)
    await store.beat(meeting, "w2", b"two here", 0.001)
    async with asyncio.timeout(5):
        while await store.beats(meeting) != {"w1": b"three here"}:
            pass


async def test_a_store_that_can_record_is_ready(store: RedisStore) -> None:
    assert await store.ready()


@given(
    st.integers(0, 5), st.sets(st.integers(1, 25)), st.integers(0, 25), st.lists(st.tuples(*[st.integers(1, 25)] * 2))
)
def test_a_log_is_whole_where_every_number_is_there_or_was_erased(
    after: int, there: set[int], upto: int, erased: list[tuple[int, int]]
) -> None:
    seqs = sorted(seq for seq in there if after < seq <= upto)
    tombstones = [f"{low}-{low + more},{low}".encode() for low, more in erased]
    gone = {seq for low, more in erased for seq in range(low, low + more + 1)}
    missing = sorted(set(range(after + 1, upto + 1)) - set(seqs) - gone)
    if not missing:
        require_whole("m", after, seqs, upto, tombstones)
        return
    with pytest.raises(CorruptLog, match=f"lost {len(missing)} of its entries, the first is {missing[0]}:"):
        require_whole("m", after, seqs, upto, tombstones)


def test_a_log_that_says_it_has_no_end_costs_nothing() -> None:
    with pytest.raises(CorruptLog, match=f"lost {10**15 - 3} of"):
        require_whole("m", 0, [1, 2], 10**15, [b"7"])
    require_whole("m", 0, [1], 10**15, [f"2-{10**18}".encode()])
