"""Purging leaves no byte of a meeting: not in the keys, not in the files, nor keys that a later version added."""

import asyncio
from pathlib import Path

import pytest

from server.store.embedded import embedded
from server.store.keys import Keys
from server.store.redis import RedisStore
from tests.helpers.everything import events_of, everything, marker

WORDS = b"what-a-table-wrote"


@pytest.mark.parametrize("extra", ["beat:w1", "restore:log", "of-a-later-version:x"])
async def test_no_byte_stays(tmp_path: Path, extra: str) -> None:
    data = tmp_path / "data"
    async with embedded(data) as url, await RedisStore.open(url) as store:
        for meeting in ("gone-1", "gone-10", "gone-[1]"):
            await store.create(meeting, [WORDS + meeting.encode()])
            await store.append(meeting, command_id="c", revision=None, events=[b"{}"], phases={"a": "2:open"})
            await store.pad_append(meeting, "p", WORDS)
        tag = Keys("gone-1").head.removesuffix("head")
        await store.clients.write.execute_command("HSET", f"{tag}{extra}", "x", WORDS)
        assert f"{tag}{extra}" in await store.keys_of("gone-1")
        await store.purge("gone-1")
        async with asyncio.timeout(20):
            await store.erasure.settled()
        assert await store.erasure.complete()
        assert await store.keys_of("gone-1") == []
        assert await store.meetings() == ["gone-10", "gone-[1]"]
        assert len(await store.keys_of("gone-[1]")) == len(await store.keys_of("gone-10")) > 3
    kept = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert WORDS + b"gone-10" in kept
    assert WORDS + b"gone-1\r" not in kept
    assert b"{m:gone-1}" not in kept


async def test_no_byte_of_any_object_stays(tmp_path: Path) -> None:
    """Ideas, offers, notes, comments, syntheses, sheets, lines, answers: whatever was written, under every regime."""
    data = tmp_path / "data"
    play = everything()
    id_ = play.meeting.id
    async with embedded(data) as url, await RedisStore.open(url) as store:
        await store.create(id_, events_of(play))
        held = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
        assert all(marker(name, "open").encode() in held for name in ("idea", "need", "comment", "line", "synthesis"))
        await store.purge(id_)
        async with asyncio.timeout(20):
            await store.erasure.settled()
        assert await store.keys_of(id_) == []
    kept = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert b"Zq" not in kept
    assert id_.encode() not in kept
