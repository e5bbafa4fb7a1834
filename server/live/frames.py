"""WebSocket frames encoded once and written to many transports.

A subclass of uvicorn's sans-I/O protocol that hands itself to the application in ``scope["extensions"]``. A frame built
once by ``encode`` is written straight to each transport: no queue, no task, no encoding per connection. The transport's
own buffer is the outbox; while it is above its high-water mark ``push`` writes nothing and says so.
"""

from collections.abc import Callable
from typing import Protocol

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode, Frame, Opcode
from websockets.http11 import Request

EXTENSION = "plenaria.frames"
_MAX_FRAGMENTS = 64


class Pusher(Protocol):
    """What a connection needs of its transport."""

    on_drain: Callable[[], None] | None

    def push(self, frame: bytes) -> bool: ...


def encode(data: bytes) -> bytes:
    """One unmasked text frame, as it goes over the wire."""
    return bytes(Frame(Opcode.TEXT, data).serialize(mask=False))


class FramesProtocol(WebSocketsSansIOProtocol):
    """uvicorn's protocol, plus ``push``; ``on_drain`` is called when the outbox has emptied again."""

    on_drain: Callable[[], None] | None = None

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if hasattr(self, "scope"):
            # the extensions of ASGI are an open mapping; uvicorn types only its own
            self.scope["extensions"][EXTENSION] = self  # type: ignore[assignment]

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
        if len(self.frames) >= _MAX_FRAGMENTS:
            self.conn.fail(CloseCode.MESSAGE_TOO_BIG, "too many fragments")
            self.handle_parser_exception()
            return
        super().handle_cont(event)
