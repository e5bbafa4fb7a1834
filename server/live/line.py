"""A WebSocket after its handshake, as lean as can be: what one costs, ten thousand cost.

It takes the place of uvicorn's protocol on the transport once the handshake is done: no task, no queue and no timer a
socket. ``kosoku`` runs the Autobahn cases against it in the tests.
"""

import asyncio
import socket
from collections.abc import Iterator
from itertools import repeat
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
        "_below",
        "_clear",
        "_closing",
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
        self._below = _below(transport)
        self._clear = False  # true: it is ready, and nothing waits in the transport
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
            self._send(frame)
            return True
        return False

    def write(self, frame: bytes) -> None:
        """Write an encoded frame even to a peer that is behind: for what is owed, as replies are."""
        if not self._closing:
            self._send(frame)

    def _send(self, frame: bytes) -> None:
        if not self.clear() or self._below is None:
            self.transport.write(frame)
            return
        try:
            written = self._below.send(frame)
        except OSError:
            written = 0
        self.rest(frame, written)

    def clear(self) -> bool:
        """Whether bytes may go straight to the system. A line that is ready has not been told that its connection is
        lost, and transports let go of their descriptors only after that, so it is never somebody else's."""
        if not self._clear:
            self._clear = self.ready and self._below is not None and not self.transport.get_write_buffer_size()
        return self._clear

    def rest(self, frame: bytes, written: int) -> None:
        """What the system did not take, and whatever went wrong, is for the transport to see."""
        if written != len(frame):
            self._clear = False
            self.transport.write(frame[written:])

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
        self.ready = self._clear = False
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
        self.ready = self._clear = False

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
        self.ready = self._clear = False
        if self._timer is not None:
            self._timer.cancel()
        listener, self.listener = self.listener, None
        if listener is not None:
            listener.lost()


def push_all(lines: list[Line], frame: bytes) -> list[int]:
    """What ``push`` does, to many; the places of those that are behind or gone.

    Nothing else in the server is done as often: past the transport and without a line of Python for each, four fifths
    of it are the system's own work.
    """
    behind: list[int] = []
    direct = [line for line in lines if line._clear]
    if len(direct) < len(lines):
        direct = []
        for place, line in enumerate(lines):
            if line.clear():
                direct.append(line)
            elif not line.push(frame):
                behind.append(place)
    size = len(frame)
    written = _written(iter([line._below for line in direct]), frame)
    if written.count(size) < len(direct):
        for line, count in zip(direct, written, strict=True):
            line.rest(frame, count)
    return behind


class Borrowed(socket.SocketType):
    """A socket that a transport has and closes, for sending past it: leaner than writing to a file."""

    __slots__ = ()

    def __del__(self) -> None:
        """Lets go without closing."""
        self.detach()


def _below(transport: asyncio.Transport) -> Borrowed | None:
    """The socket under the transport; None where bytes may not go to it as they are (TLS, or no socket at all)."""
    below = transport.get_extra_info("socket")
    if below is None or transport.get_extra_info("sslcontext") is not None:
        return None
    return Borrowed(below.family, below.type, below.proto, below.fileno())


def _written(sockets: Iterator[Borrowed | None], frame: bytes) -> list[int]:
    """How much of it the system took for each."""
    written: list[int] = []
    send: Any = Borrowed.send
    while True:
        try:
            written.extend(map(send, sockets, repeat(frame)))
        except OSError:
            written.append(0)
        else:
            return written
