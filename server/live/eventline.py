"""A line for those whose proxies let no WebSocket through: the same frames, written as server-sent events.

Rooms push frames that were encoded once for many; here each becomes an event, with its cursor as id. Of a frame that
many get, the event is made once too.
"""

import asyncio
import contextlib
import re
import socket
from typing import Any

from server.live.incoming import PING, TEXT
from server.live.line import FAREWELL_S, Line

UNANSWERED_S = 30.0  # how long the other side's system may leave bytes unacknowledged
_CURSOR = re.compile(rb'\{"type":"\w+","cursor":(\[[^\]]*\])')
_PONG = b'data: {"type":"pong"}\n\n'


class EventEncoding:
    """Turns frames into events, and remembers the last: a broadcast comes with the same frame again and again."""

    def __init__(self) -> None:
        self._frame = b""
        self._events = b""

    def events(self, frame: bytes) -> bytes:
        if frame is not self._frame:
            self._frame, self._events = frame, b"".join(map(_event, _payloads(frame)))
        return self._events


def _payloads(data: bytes) -> list[tuple[int, bytes]]:
    """(opcode, payload) of each of our own frames: unmasked, whole, one after the other."""
    found, at = [], 0
    while at < len(data):
        opcode, size, start = data[at] & 0x0F, data[at + 1], at + 2
        if size >= 126:
            wide = 2 if size == 126 else 8
            size, start = int.from_bytes(data[start : start + wide], "big"), start + wide
        at = start + size
        found.append((opcode, data[start:at]))
    return found


def _event(frame: tuple[int, bytes]) -> bytes:
    """Empty for what is the business of WebSockets alone."""
    opcode, payload = frame
    if opcode == PING:
        return _PONG
    if opcode != TEXT:
        return b""
    cursor = _CURSOR.match(payload)
    return b"%bdata: %b\n\n" % (b"id: %b\n" % cursor[1] if cursor else b"", payload)


class _Events(asyncio.Transport):
    """The transport below, for whoever writes frames."""

    def __init__(self, below: asyncio.Transport, encoding: EventEncoding) -> None:
        super().__init__()
        self._below = below
        self._encoding = encoding

    def write(self, data: bytes | bytearray | memoryview) -> None:
        events = self._encoding.events(bytes(data))
        if events:
            self._below.write(events)

    def waiting(self) -> int:
        """Bytes that the system has not taken yet."""
        return self._below.get_write_buffer_size()

    def is_closing(self) -> bool:
        return self._below.is_closing()

    def close(self) -> None:
        self._below.close()

    def abort(self) -> None:
        self._below.abort()


class EventLine(Line):
    """Nothing is ever heard on it: commands come as requests of their own."""

    __slots__ = ("_events",)
    hears = False

    def __init__(self, transport: asyncio.Transport, kept: set[Any], encoding: EventEncoding) -> None:
        self._events = _Events(transport, encoding)
        super().__init__(self._events, kept, max_bytes=0)
        _give_up_on_the_dead(transport)

    def ping(self) -> None:
        """Tells the browser that the line lives. What the system below takes counts as heard: whether the other side
        still acknowledges it, it finds out by itself."""
        if not self._events.waiting():
            self.heard_at = self._loop.time()
        super().ping()

    def _close(self, payload: bytes) -> None:
        if self._closing:
            return
        self._closing = True
        self.ready = False
        self.transport.close()
        self._timer = self._loop.call_later(FAREWELL_S, self.transport.abort)

    def data_received(self, data: bytes) -> None:
        """Another request on a connection that was said to close."""
        self.transport.abort()


def _give_up_on_the_dead(transport: asyncio.Transport) -> None:
    line = transport.get_extra_info("socket")
    option = getattr(socket, "TCP_USER_TIMEOUT", None)  # Linux alone has it
    if line is not None and option is not None:
        with contextlib.suppress(OSError):
            line.setsockopt(socket.IPPROTO_TCP, option, int(UNANSWERED_S * 1000))
