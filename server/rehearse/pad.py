"""Writing in a table's pad over ``/notes/{pad}``: the y-websocket protocol, with confirmations (``acks=1``)."""

import asyncio
from types import TracebackType
from typing import Any, Self

from pycrdt import Doc, Map, Text, TransactionEvent
from websockets.asyncio.client import ClientConnection, connect

from server.rehearse.house import House

ANSWER_S = 15.0
_SYNC, _STEP_1, _STEP_2, _UPDATE = 0, 0, 1, 2
_DENIED, _SAVED, _REFUSED = 2, 100, 101


class PadRefused(Exception):
    """The server did not take an update."""


class Pad:
    """An open pad. ``async with Pad(...)`` returns once it is synced; raises ``OSError``, ``WebSocketException``,
    ``TimeoutError``."""

    def __init__(self, house: House, pad: str, role: str, pass_: str) -> None:
        self._url = f"{house.sockets}/notes/{pad}?as={role}&acks=1"
        self._headers = {"Authorization": f"Bearer {pass_}"}
        self._doc: Doc[Any] = Doc()
        self._entries: Map[Any] = self._doc.get("entries", type=Map)
        self._made: list[bytes] = []
        self._subscription = self._doc.observe(self._on_transaction)
        self._applying = False
        self._socket: ClientConnection

    async def __aenter__(self) -> Self:
        self._socket = await connect(self._url, additional_headers=self._headers, compression=None)
        await self._socket.send(bytes((_SYNC, _STEP_1)) + _prefixed(self._doc.get_state()))
        await self._hear_until(lambda kind, step: kind == _SYNC and step == _STEP_2)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._socket.close()

    async def write(self, id_: str, heading: str, text: str) -> None:
        """An entry, typed in two goes; returns once both are on disk. Raises ``PadRefused`` too."""
        half = len(text) // 2
        typed = Text(text[:half])
        with self._doc.transaction():
            self._entries[id_] = Map({"heading": heading, "text": typed, "order": 1, "flags": {}, "v": 1})
        await self._save()
        typed += text[half:]
        await self._save()

    async def _save(self) -> None:
        for update in self._made:
            await self._socket.send(bytes((_SYNC, _UPDATE)) + _prefixed(update))
        self._made.clear()
        await self._hear_until(lambda kind, step: kind == _SAVED)

    async def _hear_until(self, done: Any) -> None:
        async with asyncio.timeout(ANSWER_S):
            async for message in self._socket:
                if not isinstance(message, bytes):
                    continue
                kind, step = message[0], message[1]
                if kind in {_DENIED, _REFUSED}:
                    raise PadRefused(message[1:].decode(errors="replace"))
                if kind == _SYNC and step != _STEP_1:
                    self._apply(_unprefixed(message[2:]))
                if done(kind, step):
                    return
        raise ConnectionError("the pad was closed")

    def _apply(self, update: bytes) -> None:
        self._applying = True
        try:
            self._doc.apply_update(update)
        finally:
            self._applying = False

    def _on_transaction(self, event: TransactionEvent) -> None:
        if not self._applying:
            self._made.append(event.update)


def _prefixed(data: bytes) -> bytes:
    """lib0: the length in groups of seven bits, the lowest first, then the bytes."""
    length, prefix = len(data), bytearray()
    while length > 127:
        prefix.append(128 | (length & 127))
        length >>= 7
    prefix.append(length)
    return bytes(prefix) + data


def _unprefixed(data: bytes) -> bytes:
    length = shift = at = 0
    while True:
        length |= (data[at] & 127) << shift
        at += 1
        shift += 7
        if data[at - 1] < 128:
            return data[at : at + length]
