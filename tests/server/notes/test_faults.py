"""A store that goes away, a phone that does not read, a task that will not end: nobody else is held up by them."""

import asyncio
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import cast

from starlette.websockets import WebSocket

from server.notes.closing import SLOW, STARTED_OVER, STORE_AWAY
from server.notes.peer import Message, SocketPeer
from server.store.redis import RedisStore
from server.tasks import end
from tests.server.notes.conftest import OpenEditor
from tests.server.notes.editor import Editor, entry
from tests.server.notes.house import MEETING, House, start_valkey


@asynccontextmanager
async def killed_at_the_end(folder: Path) -> AsyncIterator["subprocess.Popen[bytes]"]:
    valkey = await asyncio.to_thread(start_valkey, folder)
    try:
        yield valkey
    finally:
        valkey.kill()
        valkey.wait()


@asynccontextmanager
async def stopped_at_the_end(house: House) -> AsyncIterator[House]:
    await house.start()
    try:
        yield house
    finally:
        await house.stop()


async def test_a_store_killed_in_mid_edit_loses_nothing_confirmed() -> None:
    with tempfile.TemporaryDirectory(prefix="pads") as name:
        folder, ana, fresh = Path(name), Editor(), Editor()
        url = f"unix://{folder}/socket"
        async with AsyncExitStack() as stack:
            valkey = await stack.enter_async_context(killed_at_the_end(folder))
            async with await RedisStore.open(url) as store:
                await store.create(MEETING, [b"{}"])
            house = await stack.enter_async_context(stopped_at_the_end(House(url, patience_s=1.5)))
            for one in (ana, fresh):
                stack.push_async_callback(one.close)
            await ana.open(house.pad())
            await ana.write("e1", "confirmado")
            valkey.kill()
            valkey.wait()
            with ana.edit():
                ana.entries["e2"] = entry("en el aire")
            await ana.send_update(ana.take_local())
            await ana.gone()
            assert ana.closed == STORE_AWAY
            assert ana.saved < ana.sent

            await stack.enter_async_context(killed_at_the_end(folder))
            await ana.open(house.pad())
            await ana.answered()
            await fresh.open(house.pad())
            assert fresh.text("e1") == "confirmado"
            assert fresh.text("e2") == "en el aire"
            # Before the store goes for good.
            await house.pads.aclose()


async def test_a_pad_whose_meeting_is_purged_sends_its_peers_away(house: House, editor: OpenEditor) -> None:
    ana = await editor()
    await ana.write("e1", "x")
    await house.store.purge(MEETING)
    await ana.gone()
    assert ana.closed == STARTED_OVER


class Unread:
    """A WebSocket of which nobody reads the other end."""

    def __init__(self) -> None:
        self.scope: dict[str, object] = {}
        self.taken: asyncio.Queue[bytes] = asyncio.Queue()
        self.reads = asyncio.Event()

    async def send_bytes(self, data: bytes) -> None:
        self.taken.put_nowait(data)
        await self.reads.wait()


async def test_a_phone_that_does_not_read_is_closed_and_not_waited_for() -> None:
    socket = Unread()
    peer = SocketPeer(cast(WebSocket, socket), outbox_bytes=1_000)
    writing = peer.start()
    for _ in range(10):
        peer.send(Message(b"x" * 100))
    peer.send(Message(b"one more"))
    assert peer.code == SLOW
    await asyncio.wait([writing], timeout=5)
    assert writing.cancelled()


async def test_a_message_larger_than_the_outbox_leaves_room_for_the_next() -> None:
    socket = Unread()
    peer = SocketPeer(cast(WebSocket, socket), outbox_bytes=1_000)
    writing = peer.start()
    peer.send(Message(b"x" * 50_000))
    peer.send(Message(b"y" * 100))
    assert peer.code is None
    socket.reads.set()
    assert [len(await socket.taken.get()) for _ in range(2)] == [50_000, 100]
    await end([writing])


async def test_ending_a_task_that_swallows_a_cancellation() -> None:
    swallowed = 0

    async def stubborn() -> None:
        nonlocal swallowed
        while True:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                swallowed += 1
                if swallowed == 2:
                    raise

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    await asyncio.wait_for(end([task]), 5)
    assert task.cancelled()
