"""Meetings in the store: made, named, found."""

import pytest

from server import meetings
from server.store import UnknownMeeting
from server.store.redis import RedisStore
from sessions import events as e
from sessions.evolve import evolve
from sessions.ids import CODE_ALPHABET
from sessions.meeting import freeze
from tests.helpers.programmes import small
from tests.helpers.stores import a_store, meeting, server_url, store

__all__ = ["meeting", "server_url", "store"]


async def test_a_second_meeting_of_a_programme_gets_a_number() -> None:
    async with a_store() as own:
        assert [await meetings.create(own, small()) for _ in range(3)] == ["small", "small-2", "small-3"]
        assert await meetings.create(own, small(), rehearsal=True, suffix="-ensayo") == "small-ensayo"
        assert (await meetings.read(own, "small-ensayo")).rehearsal


async def test_every_meeting_has_a_join_code_of_its_own(store: RedisStore) -> None:
    codes = [(await meetings.read(store, await meetings.create(store, small()))).code for _ in range(5)]
    assert len(set(codes)) == 5
    assert all(len(code) == 6 and set(code) <= set(CODE_ALPHABET) for code in codes)


async def test_reading_one_that_is_not_there(store: RedisStore) -> None:
    with pytest.raises(UnknownMeeting):
        await meetings.read(store, "nowhere")


async def test_reading_folds_a_snapshot_and_what_came_after_it(store: RedisStore) -> None:
    id_ = await meetings.create(store, small())
    for number, event in enumerate((e.SessionStarted(session="plenary"), e.SessionEnded(session="plenary"))):
        body = e.encode(e.LogEntry(at=1000 + number, event=event))
        await store.append(id_, command_id=f"c{number}", revision=None, events=[body], phases={})
        if number == 0:
            state = await meetings.read(store, id_)
            loaded = await store.load(id_)
            assert await store.save_snapshot(id_, loaded.epoch, loaded.seq, freeze(state))
    loaded = await store.load(id_)
    assert (loaded.snapshot_seq, len(loaded.tail)) == (2, 1)
    read = await meetings.read(store, id_)
    assert read == evolve(state, 3, e.LogEntry(at=1001, event=e.SessionEnded(session="plenary")))
    assert read.seq == 3


async def close(own: RedisStore, id_: str) -> None:
    body = e.encode(e.LogEntry(at=1, event=e.MeetingClosed()))
    await own.append(id_, command_id="close", revision=None, events=[body], phases={})


async def test_the_newest_that_is_open_and_no_rehearsal_is_the_one() -> None:
    async with a_store() as own:
        first = await meetings.newest_or_default(own)
        assert first.id == (await meetings.newest_or_default(own)).id, "the default programme is loaded once"
        second = await meetings.create(own, small())
        assert (await meetings.newest_or_default(own)).id == second
        await meetings.create(own, small(), rehearsal=True)
        assert (await meetings.newest_or_default(own)).id == second
        await close(own, second)
        assert (await meetings.newest_or_default(own)).id == first.id
        await close(own, first.id)
        assert (await meetings.newest_or_default(own)).id == second
