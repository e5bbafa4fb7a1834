"""One open socket of a pad, as the pad sees it: something to send to that never makes the pad wait."""

import asyncio
from collections import deque
from functools import cached_property
from typing import Protocol

from starlette.websockets import WebSocket
from websockets.frames import Frame, Opcode

from server.live.frames import EXTENSION, Pusher
from server.notes.closing import SLOW


class Message:
    """One message of the protocol; its WebSocket frame is encoded once, however many peers hear it."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def frame(self) -> bytes:
        return bytes(Frame(Opcode.BINARY, self.data).serialize(mask=False))


class Peer(Protocol):
    """Whoever hears what happens in a pad."""

    def send(self, message: Message) -> None:
        """Hand over one message. Neither waits nor raises."""

    def close(self, code: int) -> None:
        """Ask for the socket to be closed with this code. Neither waits nor raises; the first code stays."""


class SocketPeer:
    """A peer behind a WebSocket: a phone that does not read is closed, not waited for.

    Frames go straight to the transport where the server offers that; what it does not take waits in a bounded outbox.
    """

    def __init__(self, websocket: WebSocket, outbox_bytes: int = 1024 * 1024) -> None:
        self._websocket = websocket
        self._pusher: Pusher | None = websocket.scope.get("extensions", {}).get(EXTENSION)
        self._outbox: deque[Message] = deque()
        self._limit = self._room = outbox_bytes
        self._filled = asyncio.Event()
        self._writing: asyncio.Task[None] | None = None
        self.code: int | None = None

    def send(self, message: Message) -> None:
        if self.code is not None:
            return
        if not self._outbox and self._pusher is not None and self._pusher.push(message.frame):
            return
        if self._outbox and self._cost(message) > self._room:
            self.close(SLOW)
            return
        self._room -= self._cost(message)
        self._outbox.append(message)
        self._filled.set()

    def close(self, code: int) -> None:
        if self.code is None:
            self.code = code
            if self._writing is not None:
                self._writing.cancel()

    def start(self) -> "asyncio.Task[None]":
        """The task that writes; it ends when the socket breaks or ``close`` is called."""
        self._writing = asyncio.create_task(self._write())
        return self._writing

    async def _write(self) -> None:
        while True:
            await self._filled.wait()
            self._filled.clear()
            while self._outbox:
                # Taken out once written, so that nothing pushed overtakes it.
                await self._websocket.send_bytes(self._outbox[0].data)
                self._room += self._cost(self._outbox.popleft())

    def _cost(self, message: Message) -> int:
        # One message may be larger than the outbox (a whole pad to a newcomer); there is still room for what follows.
        return min(len(message.data), self._limit // 2)
