"""A WebSocket after its handshake, as lean as can be: what one costs, ten thousand cost.

It takes the place of uvicorn's protocol on the transport once the handshake is done: no task, no queue and no timer a
socket. ``kosoku`` runs the Autobahn cases against it in the tests.
"""

import asyncio
import os
from collections.abc import Iterable
from typing import Any, Protocol

from websockets.frames import Close

from server.live.incoming import BINARY, CLOSE, FLOOD, MAX_FRAGMENTS, PING, PONG, TEXT, Broken, Incoming

LINGER_S = 1.0  # how long one that broke the protocol, or that seems dead, is kept to read the reason
FAREWELL_S = 10.0  # how long the other side may take to answer a close
SIGNALS_A_S = 100  # pings and pongs of the protocol that may come within a second
_RESTART = 1012


def encode(data: bytes, opcode: int = TEXT) -> bytes:
    """One unmasked frame, as it goes over the wire."""
    size = len(data)
    if size < 126:
        return bytes((0x80 | opcode, size)) + data
    if size < 65536:
        return bytes((0x80 | opcode, 126)) + size.to_bytes(2, "big") + data
    return bytes((0x80 | opcode, 127)) + size.to_bytes(8, "big") + data


_PING_FRAME = encode(b"", PING)


class Listener(Protocol):
    """Whom a line tells what happens on it."""

    def heard(self, message: str | bytes) -> None: ...

    def drained(self) -> None:
        """The outbox, once full, has emptied."""

    def lost(self) -> None:
        """The socket is gone; nothing more will be heard."""


class Line(Incoming, asyncio.Protocol):
    """``ready`` is true while a frame may be pushed: neither behind, nor closing, nor gone. ``heard_at`` is the loop's
    time of the last whole frame, and ``hears`` whether anything is ever said on it. ``kept`` is the server's set of
    connections, which this joins until it is lost."""

    __slots__ = (
        "_closing",
        "_descriptor",
        "_kept",
        "_loop",
        "_second",
        "_signals",
        "_timer",
        "heard_at",
        "listener",
        "ready",
        "transport",
    )
    hears = True

    def __init__(
        self, transport: asyncio.Transport, kept: set[Any], max_bytes: int, max_fragments: int = MAX_FRAGMENTS
    ) -> None:
        super().__init__(max_bytes, max_fragments)
        self.transport = transport
        self._descriptor = _descriptor(transport)
        self.listener: Listener | None = None
        self.ready = True
        self._loop = asyncio.get_running_loop()
        self.heard_at = self._loop.time()
        self._closing = False
        self._timer: asyncio.TimerHandle | None = None
        self._second = self._signals = 0
        self._kept = kept
        kept.add(self)

    # Writing

    def push(self, frame: bytes) -> bool:
        """Write an encoded frame. False, and nothing written, while the peer is behind or gone."""
        if self.ready:
            self.transport.write(frame)
            return True
        return False

    def write(self, frame: bytes) -> None:
        """Write an encoded frame even to a peer that is behind: for what is owed, as replies are."""
        if not self._closing:
            self.transport.write(frame)

    def ping(self) -> None:
        self.push(_PING_FRAME)

    def close(self, code: int, reason: str = "") -> None:
        """Say so, and wait a moment for the answer: a peer that reads nothing is cut off then."""
        self._close(Close(code, reason).serialize())

    def _close(self, payload: bytes) -> None:
        if self._closing:
            return
        self.transport.write(encode(payload, CLOSE))
        self._closing = True
        self.ready = False
        self._timer = self._loop.call_later(FAREWELL_S, self.transport.abort)

    def hurry(self) -> None:
        """Whoever was told that this closes has a moment more, and not ``FAREWELL_S``."""
        soon = self._loop.time() + LINGER_S
        if self._timer is not None:
            if self._timer.when() <= soon:
                return
            self._timer.cancel()
        self._timer = self._loop.call_at(soon, self.transport.abort)

    def shutdown(self) -> None:
        """For uvicorn, which ends what it keeps."""
        self.close(_RESTART)
        self.transport.close()

    def pause_writing(self) -> None:
        self.ready = False

    def resume_writing(self) -> None:
        self.ready = not self._closing
        if self.ready and self.listener is not None:
            self.listener.drained()

    # Reading

    def data_received(self, data: bytes) -> None:
        try:
            messages = self.read(data)
        except Broken as broken:
            self.close(broken.code)
            self._hears_no_more()
            return
        if not messages:
            return
        self.heard_at = self._loop.time()
        for opcode, message in messages:
            if opcode == CLOSE:
                self._closed(message)
            elif self._closing:
                continue
            elif opcode in (TEXT, BINARY):
                if self.listener is not None:
                    self.listener.heard(message)
            elif self._signals_too_often():
                self.close(FLOOD)
                self._hears_no_more()
            elif opcode == PING and isinstance(message, bytes):
                self.push(encode(message, PONG))  # who does not read has no use for one

    def _signals_too_often(self) -> bool:
        second = int(self._loop.time())
        if second != self._second:
            self._second, self._signals = second, 0
        self._signals += 1
        return self._signals > SIGNALS_A_S

    def _hears_no_more(self) -> None:
        """Whoever ends a socket with bytes unread resets it, and the peer never reads the close code: so it gets a
        moment to, and what it goes on sending waits on its own side."""
        self.transport.pause_reading()
        self.hurry()

    def _closed(self, payload: str | bytes) -> None:
        """The peer closes, or answers our close."""
        if isinstance(payload, bytes):
            self._close(payload)
        self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._kept.discard(self)
        self._closing = True
        self.ready = False
        if self._timer is not None:
            self._timer.cancel()
        listener, self.listener = self.listener, None
        if listener is not None:
            listener.lost()


def push_all(lines: Iterable[Line], frame: bytes) -> list[int]:
    """What ``push`` does, to many; the places of those that are behind or gone.

    Nothing else in the server is done as often. Past the transport, straight to the system, where nothing waits in the
    transport's buffer: a twentieth of a delivery. A line that is ready has not been told that its connection is lost,
    and transports let go of their descriptors only after that, so it is never somebody else's. What the system does not
    take, and whatever goes wrong, is for the transport to see.
    """
    behind = []
    write, size = os.write, len(frame)
    for place, line in enumerate(lines):
        if not line.ready:
            behind.append(place)
        elif line._descriptor < 0 or line.transport.get_write_buffer_size():
            line.transport.write(frame)
        else:
            try:
                written = write(line._descriptor, frame)
            except OSError:
                written = 0
            if written != size:
                line.transport.write(frame[written:])
    return behind


def _descriptor(transport: asyncio.Transport) -> int:
    """The socket under the transport; -1 where bytes may not go to it as they are (TLS, or no socket at all)."""
    below = transport.get_extra_info("socket")
    return -1 if below is None or transport.get_extra_info("sslcontext") is not None else below.fileno()
