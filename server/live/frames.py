"""uvicorn's WebSocket protocol, for the handshake; afterwards it hands its transport over, or takes encoded frames.

A subclass of uvicorn's sans-I/O protocol that hands itself to the application in ``scope["extensions"]``. Whoever takes
the line over has the bare transport (``server.live.line``). Whoever does not may still write a frame that was encoded
once straight to it: the transport's own buffer is the outbox, and while it is above its high-water mark ``push`` writes
nothing and says so.
"""

import asyncio
from collections.abc import Callable
from typing import Protocol

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode, Frame
from websockets.http11 import Request

from server.live.incoming import FLOOD, MAX_FRAGMENTS
from server.live.line import SIGNALS_A_S, Line, encode

__all__ = ["EXTENSION", "FramesProtocol", "Pusher", "encode"]

EXTENSION = "plenaria.frames"


class Pusher(Protocol):
    """What a connection needs of its transport."""

    on_drain: Callable[[], None] | None

    def push(self, frame: bytes) -> bool: ...

    def hand_over(self) -> Line: ...


class Nobody(asyncio.Transport):
    """Where the old protocol's last words go once another has its transport."""

    def is_closing(self) -> bool:
        return True

    def close(self) -> None:
        return

    def write(self, data: bytes | bytearray | memoryview) -> None:
        return


_PIECE = 4096  # read of a socket before it is looked at again
_BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
MAX_BYTES = 64 * 1024
"""The largest message of a live socket; the pads' sockets take more, when somebody comes back from a tunnel."""


class FramesProtocol(WebSocketsSansIOProtocol):
    """uvicorn's protocol, plus ``push`` and ``hand_over``; ``on_drain`` is called when the outbox has emptied again."""

    on_drain: Callable[[], None] | None = None
    max_fragments = MAX_FRAGMENTS
    max_bytes = MAX_BYTES
    _second = _signals = 0

    def data_received(self, data: bytes) -> None:
        for at in range(0, len(data), _PIECE):
            super().data_received(data[at : at + _PIECE])
            if self.conn.handshake_exc is not None and not self.handshake_initiated:
                self._turn_away()
            if self.close_sent or self.transport.is_closing():
                return

    def _turn_away(self) -> None:
        """A head that HTTP allows and WebSockets do not, as one with a body: uvicorn would wait for ever, and fail to
        shut down."""
        self.handshake_complete = self.close_sent = True
        self.transport.write(b"".join(self.conn.data_to_send()) or _BAD_REQUEST)
        self.transport.close()

    def handle_ping(self) -> None:
        if self._signals_too_often() or not self.writable.is_set():
            self.conn.data_to_send()  # who does not read has no use for a pong
        else:
            super().handle_ping()

    def handle_pong(self, event: Frame) -> None:
        if not self._signals_too_often():
            super().handle_pong(event)

    def _signals_too_often(self) -> bool:
        """Closes the socket of a peer that pings or pongs without end: in uvicorn nothing holds it back."""
        second = int(self.loop.time())
        if second != self._second:
            self._second, self._signals = second, 0
        self._signals += 1
        if self._signals == SIGNALS_A_S + 1 and not self.close_sent:
            self.conn.data_to_send()  # the pongs that came before
            self.conn.fail(FLOOD, "too many pings")
            self.handle_parser_exception()
        return self._signals > SIGNALS_A_S

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if hasattr(self, "scope"):
            # the extensions of ASGI are an open mapping; uvicorn types only its own
            self.scope["extensions"][EXTENSION] = self  # type: ignore[assignment]

    def hand_over(self) -> Line:
        """The line itself, right after the handshake; this protocol and the ASGI task are done with it."""
        line = Line(self.transport, self.connections, self.max_bytes, self.max_fragments)
        early = not self.queue.empty() or bool(self.conn.reader.buffer)
        self.stop_keepalive()
        self.connections.discard(self)
        self.transport.set_protocol(line)
        self.transport = Nobody()
        # These hold each other in circles, and there are thousands: let go of them without the collector.
        self.conn.parser.close()
        self.scope["extensions"].clear()
        if early:  # nobody may speak before the handshake is answered
            line.close(CloseCode.PROTOCOL_ERROR)
        return line

    def push(self, frame: bytes) -> bool:
        """Write an encoded frame. False, and nothing written, while the peer is behind or gone."""
        if not self.handshake_complete or self.close_sent or self.disconnected or not self.writable.is_set():
            return False
        self.transport.write(frame)
        return True

    def resume_writing(self) -> None:
        super().resume_writing()
        if self.on_drain is not None:
            self.on_drain()

    def handle_cont(self, event: Frame) -> None:
        # A million empty continuation frames would grow one list for ever, and no message limit sees them.
        if len(self.frames) >= self.max_fragments:
            self.conn.fail(CloseCode.MESSAGE_TOO_BIG, "too many fragments")
            self.handle_parser_exception()
            return
        super().handle_cont(event)
