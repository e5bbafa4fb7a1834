"""uvicorn's protocol for plain requests, with an end to its patience: it has none of its own for a request that comes
byte by byte, or for a head without end."""

import asyncio

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

RECEIVE_S = 10.0
"""How long a request may take to arrive, in seconds; the first counts from the connection."""

STEADY = 16 * 1024
"""A body of which so many bytes came within that time has as much time again."""

MAX_HEAD = 32 * 1024
"""The longest head of a request, in bytes."""

_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class DeadlineProtocol(HttpToolsProtocol):
    """Closes a connection whose request is late or whose head is too long, and says so where something had come."""

    _due: asyncio.TimerHandle | None = None
    _heading = 0  # bytes of a head that has not ended; -1 once it has
    _came = 0  # bytes of the body since the clock was set

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._await_request()

    def data_received(self, data: bytes) -> None:
        if self._due is None:
            self._await_request()
        if self._heading >= 0:
            self._heading += len(data)
        super().data_received(data)
        if self._heading > MAX_HEAD and not self.transport.is_closing():
            self._turn_away(_TOO_LONG)

    def on_headers_complete(self) -> None:
        self._heading = -1
        # What came in one piece is counted here.
        if len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers) > MAX_HEAD:
            raise httptools.HttpParserError("the head is too long")
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._came += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        if not (self.parser.should_upgrade() and self._should_upgrade()):
            self._arrived()
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        """Which a request to upgrade need not lead to: one with a body is left lying."""
        self._arrived()
        super().handle_websocket_upgrade()

    def connection_lost(self, exc: Exception | None) -> None:
        self._arrived()
        super().connection_lost(exc)

    def _await_request(self) -> None:
        self._heading = 0
        self._set_clock()

    def _set_clock(self) -> None:
        self._came = 0
        self._due = self.loop.call_later(RECEIVE_S, self._late)

    def _arrived(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _late(self) -> None:
        self._due = None
        if self._came >= STEADY:
            self._set_clock()
        elif not self.transport.is_closing():
            self._turn_away(_TOO_SLOW if self._heading else b"")

    def _turn_away(self, words: bytes) -> None:
        self._arrived()
        cycle: RequestResponseCycle | None = self.cycle  # uvicorn has none before the first request
        if self._heading < 0:  # the head is there, and may have been answered already
            free = cycle is not None and not cycle.response_started
        else:
            free = cycle is None or cycle.response_complete
        if words and free:
            self.transport.write(words)
        self.transport.close()
