"""One simulated socket: as little Python a frame as possible, so that the driver is not what is measured."""

import asyncio
import base64
import os
from collections.abc import Callable
from time import perf_counter
from typing import cast

PING, CLOSE, TEXT = 0x89, 0x88, 0x81
_REPLY = b'{"type":"reply"'
_RECORDED = b'"verdict":"recorded"'


def frame(payload: bytes, opcode: int = TEXT) -> bytes:
    """A client's frame; its mask is zero, which masks nothing and is allowed."""
    size = len(payload)
    head = bytes((opcode, 0x80 | size)) if size < 126 else bytes((opcode, 0xFE)) + size.to_bytes(2, "big")
    return head + b"\0\0\0\0" + payload


def upgrade(port: int, path: str, headers: dict[str, str]) -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


class Peer(asyncio.Protocol):
    """``frames`` and ``bytes`` count what came, replies apart, and ``first_at`` is when the first did, until somebody
    sets them back. ``ready`` is done once ``wanted`` frames came; ``on_reply`` hears ``(peer, recorded, seconds)``."""

    __slots__ = (
        "_asked",
        "_buffer",
        "_first",
        "_knock",
        "_open",
        "bytes",
        "first_at",
        "frames",
        "lost",
        "on_reply",
        "ready",
        "transport",
        "wanted",
    )

    def __init__(self, knock: bytes, first: tuple[bytes, ...], wanted: int) -> None:
        self._knock = knock
        self._first = first
        self._open = False
        self._buffer = b""
        self._asked = 0.0
        self.wanted = wanted
        self.frames = 0
        self.bytes = 0
        self.first_at = 0.0
        self.lost = False
        self.ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.on_reply: Callable[[Peer, bool, float], None] | None = None
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's own says it is none
        self.transport.write(self._knock)

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True
        if not self.ready.done():
            self.ready.set_exception(ConnectionError("closed before it was ready"))

    def send(self, data: bytes) -> None:
        """Write frames as they are; a reply is timed from here."""
        assert self.transport is not None
        self._asked = perf_counter()
        self.transport.write(data)

    def data_received(self, data: bytes) -> None:
        if self._buffer:
            data = self._buffer + data
        at = 0
        if not self._open:
            end = data.find(b"\r\n\r\n")
            if end < 0:
                self._buffer = data
                return
            at = self._opened(data, end)
        size = len(data)
        while size - at >= 2:
            length, start = data[at + 1], at + 2
            if length == 126:
                length, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif length == 127:
                length, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            end = start + length
            if size < end:
                break
            self._heard(data, data[at], at, start, end)
            at = end
        self._buffer = data[at:] if at < size else b""

    def _opened(self, data: bytes, end: int) -> int:
        self._open = True
        if not data.startswith(b"HTTP/1.1 101"):
            raise ConnectionError(data[:end].decode("latin-1"))
        if self._first and self.transport is not None:
            self.transport.write(b"".join(self._first))
        self._knock, self._first = b"", ()
        if not self.wanted:
            self.ready.set_result(None)
        return end + 4

    def _heard(self, data: bytes, opcode: int, at: int, start: int, end: int) -> None:
        if opcode == PING:
            assert self.transport is not None
            self.transport.write(frame(data[start:end], 0x8A))
            return
        if self.on_reply is not None and data.startswith(_REPLY, start):
            self.on_reply(self, data.find(_RECORDED, start, end) > 0, perf_counter() - self._asked)
            return
        if not self.frames:
            self.first_at = perf_counter()
        self.frames += 1
        self.bytes += end - at
        if self.wanted and self.frames >= self.wanted:
            self.wanted = 0
            self.ready.set_result(None)
