"""A meeting is kept for as long as the people in it were told, and then it is gone by itself."""

import logging

import pytest

from server import meetings
from server.keeping import DAY_MS, due_at, keep, purge_due
from server.store.redis import RedisStore
from sessions import events as e
from tests.helpers.programmes import small
from tests.helpers.stores import a_store

CLOSED_AT = 1_758_800_000_000


async def closed(store: RedisStore, keep_days: int) -> str:
    id_ = await meetings.create(store, small(), keep_days=keep_days)
    body = e.encode(e.LogEntry(at=CLOSED_AT, event=e.MeetingClosed()))
    await store.append(id_, command_id="close", revision=None, events=[body], phases={})
    return id_


async def test_what_is_due_goes_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    async with a_store() as store:
        week, month = await closed(store, 7), await closed(store, 30)
        open_ = await meetings.create(store, small(), keep_days=1)
        assert due_at(await meetings.read(store, week)) == CLOSED_AT + 7 * DAY_MS
        assert due_at(await meetings.read(store, open_)) is None
        assert await purge_due(store, CLOSED_AT + 7 * DAY_MS - 1) == []
        assert "is purged in 1 days" in caplog.text
        assert await purge_due(store, CLOSED_AT + 7 * DAY_MS) == [week]
        assert await store.meetings() == [month, open_]
        assert await store.keys_of(week) == []
        assert f"meeting {week} was closed 7 days ago" in caplog.text


async def test_one_that_cannot_be_read_keeps_no_other(caplog: pytest.LogCaptureFixture) -> None:
    async with a_store() as store:
        await store.create("broken", [b"{}"])
        due = await closed(store, 1)
        assert await purge_due(store, CLOSED_AT + DAY_MS) == [due]
        assert await store.meetings() == ["broken"]
        assert "broken" in caplog.text


async def test_it_is_looked_at_when_the_server_starts() -> None:
    import asyncio

    async with a_store() as store:
        await closed(store, 1)
        task = asyncio.create_task(keep(store, lambda: CLOSED_AT + DAY_MS))
        async with asyncio.timeout(5):
            while await store.meetings():  # noqa: ASYNC110 - seen by asking
                await asyncio.sleep(0.01)
        task.cancel()


async def test_the_programme_has_the_first_word_and_the_setting_the_second() -> None:
    async with a_store() as store:
        told = await meetings.create(store, small(keep_days=90), keep_days=7)
        silent = await meetings.create(store, small(), keep_days=7)
        assert [(await meetings.read(store, id_)).keep_days for id_ in (told, silent)] == [90, 7]
