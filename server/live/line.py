"""A WebSocket after its handshake, as lean as can be: what one costs, ten thousand cost.

It takes the place of uvicorn's protocol on the transport once the handshake is done: no task, no queue and no timer a
socket. ``kosoku`` runs the Autobahn cases against it in the tests.
"""

import asyncio
from typing import Any, Protocol

from websockets.frames import Close

from server.live.borrowed import below, written
from server.live.incoming import BINARY, CLOSE, FLOOD, MAX_FRAGMENTS, PING, PONG, TEXT, Broken, Heard, Incoming

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
        "_together",
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
        self._below = below(transport)
        self._clear = False  # true: it is ready, and nothing waits in the transport
        self.listener: Listener | None = None
        self.ready = True
        self._loop = asyncio.get_running_loop()
        self.heard_at = self._loop.time()
        self._closing = False
        self._timer: asyncio.TimerHandle | None = None
        self._second = self._signals = 0
        self._together: list[bytes] | None = None  # what is said while one piece of reading is answered
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
        if self._together is not None:
            self._together.append(frame)
            return
        if not self.clear() or self._below is None:
            self.transport.write(frame)
            return
        try:
            taken = self._below.send(frame)
        except OSError:
            taken = 0
        self.rest(frame, taken)

    def clear(self) -> bool:
        """Whether bytes may go straight to the system. A line that is ready has not been told that its connection is
        lost, and transports let go of their descriptors only after that, so it is never somebody else's."""
        if not self._clear:
            self._clear = self.ready and self._below is not None and not self.transport.get_write_buffer_size()
        return self._clear

    def rest(self, frame: bytes, taken: int) -> None:
        """What the system did not take, and whatever went wrong, is for the transport to see."""
        if taken != len(frame):
            self._clear = False
            self.transport.write(frame[taken:])

    def ping(self) -> None:
        self.push(_PING_FRAME)

    def close(self, code: int, reason: str = "") -> None:
        """Say so, and wait a moment for the answer: a peer that reads nothing is cut off then."""
        self._close(Close(code, reason).serialize())

    def _close(self, payload: bytes) -> None:
        if self._closing:
            return
        self._say_together()
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
        if len(messages) == 1:
            self._answer(messages)
            return
        self._together = []
        try:
            self._answer(messages)
        finally:
            self._say_together()

    def _say_together(self) -> None:
        """Who says much at once is answered in one write: each is a call of the system that everybody waits for."""
        said, self._together = self._together, None
        if said:
            self._send(b"".join(said))

    def _answer(self, messages: list[Heard]) -> None:
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
    taken = written(iter([line._below for line in direct]), frame)
    if taken.count(size) < len(direct):
        for line, count in zip(direct, taken, strict=True):
            line.rest(frame, count)
    return behind
