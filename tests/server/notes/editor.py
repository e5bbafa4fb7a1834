"""A pad's client for tests: pycrdt and bare messages, so that it can also say what no provider would."""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Self

from pycrdt import Doc, Map, Text, TransactionEvent
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server.notes import wire

PATIENCE_S = 10.0


class Editor:
    """Edits its own document at any time; what it edits while connected is sent, the rest with the next sync."""

    def __init__(self, client_id: int | None = None) -> None:
        self.doc: Doc[Any] = Doc(client_id=client_id)
        self.entries: Map[Any] = self.doc.get("entries", type=Map)
        self.saved = 0
        self.sent = 0
        self.refused: list[str] = []
        self.seen: dict[int, dict[str, Any]] = {}
        self.closed: int | None = None
        self.updates_heard = 0
        self._socket: ClientConnection | None = None
        self._listening: asyncio.Task[None] | None = None
        self._heard = asyncio.Condition()
        self._local: list[bytes] = []
        self._editing = False
        self._subscription = self.doc.observe(self._on_transaction)
        self._synced = False

    async def connect(self, url: str, *, acks: bool = True) -> Self:
        """Connect without waiting for the sync to end."""
        self.saved = self.sent = 0
        self._synced, self.closed = False, None
        self._local.clear()
        self._socket = await connect(f"{url}?acks=1" if acks else url, compression=None)
        self._listening = asyncio.create_task(self._listen(self._socket))
        with suppress(ConnectionClosed):  # turned away already: `gone` tells
            await self.say(wire.step_1(self.doc.get_state()))
        return self

    async def open(self, url: str, *, acks: bool = True) -> Self:
        await self.connect(url, acks=acks)
        await self.until(lambda: self._synced)
        return self

    async def close(self) -> None:
        if self._socket is not None and self._listening is not None:
            await self._socket.close()
            await self._listening
        self._socket = None

    async def say(self, message: bytes | str) -> None:
        assert self._socket is not None
        await self._socket.send(message)

    @contextmanager
    def edit(self) -> Iterator[None]:
        """One transaction; ``flush`` sends it."""
        self._editing = True
        try:
            with self.doc.transaction():
                yield
        finally:
            self._editing = False

    async def flush(self) -> None:
        """Send what was edited, and wait until each update is saved or refused."""
        local, self._local = self._local, []
        for update in local:
            await self.send_update(update)
        await self.answered()

    def take_local(self) -> bytes:
        """The one update edited since, to be sent by the test itself."""
        (update,) = self._local
        self._local = []
        return update

    async def send_update(self, update: bytes) -> None:
        self.sent += 1
        await self.say(wire.update_message(update))

    async def answered(self) -> None:
        await self.until(lambda: self.saved + len(self.refused) >= self.sent)

    async def write(self, id_: str, text: str, heading: str = "challenge", order: float = 1) -> None:
        with self.edit():
            self.entries[id_] = entry(text, heading, order)
        await self.flush()

    def append(self, id_: str, text: str) -> None:
        """Within ``edit``."""
        # Not `entry["text"] += text`, which would also assign the entry's text anew.
        written = self.entries[id_]["text"]
        written += text

    def text(self, id_: str) -> str | None:
        found = self.entries.get(id_)
        return str(found["text"]) if isinstance(found, Map) else None

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE_S), self._heard:
            await self._heard.wait_for(holds)

    async def gone(self) -> None:
        await self.until(lambda: self.closed is not None)

    async def sees(self, client: int) -> None:
        await self.until(lambda: client in self.seen)

    async def show(self, state: dict[str, Any] | None, clock: int = 1, client: int | None = None) -> None:
        body = wire.varbytes(json.dumps(state).encode())
        who = self.doc.client_id if client is None else client
        await self.say(wire.awareness_message(b"\x01" + wire.varuint(who) + wire.varuint(clock) + body))

    def _on_transaction(self, event: TransactionEvent) -> None:
        if self._editing:
            self._local.append(event.update)

    async def _listen(self, socket: ClientConnection) -> None:
        try:
            async for frame in socket:
                assert isinstance(frame, bytes)
                await self._hear(wire.Reader(frame))
        except ConnectionClosed:
            pass
        async with self._heard:
            self.closed = socket.close_code
            self._heard.notify_all()

    async def _hear(self, reader: wire.Reader) -> None:
        kind = reader.uint()
        if kind == wire.SYNC:
            await self._sync(reader.uint(), reader.varbytes())
        elif kind == wire.AWARENESS:
            self._awareness(wire.Reader(reader.varbytes()))
        elif kind == wire.SAVED:
            self.saved = reader.uint()
        elif kind == wire.REFUSED:
            self.refused.append(json.loads(reader.varstring())["code"])
        elif kind == wire.AUTH:
            assert reader.uint() == 0
            self.refused.append(reader.varstring())
        reader.finish()
        async with self._heard:
            self._heard.notify_all()

    async def _sync(self, step: int, body: bytes) -> None:
        if step == wire.STEP_1:
            self.sent += 1
            await self.say(wire.step_2(self.doc.get_update(body)))
            return
        self.doc.apply_update(body)
        if step == wire.STEP_2:
            self._synced = True
        else:
            self.updates_heard += 1

    def _awareness(self, reader: wire.Reader) -> None:
        for _ in range(reader.uint()):
            client, _clock = reader.uint(), reader.uint()
            state = json.loads(reader.varstring())
            if state is None:
                self.seen.pop(client, None)
            else:
                self.seen[client] = state


def entry(text: str, heading: str = "challenge", order: float = 1, **more: Any) -> "Map[Any]":
    return Map({"heading": heading, "text": Text(text), "order": order, "flags": [], "v": 1, **more})
