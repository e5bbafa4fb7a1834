"""uvicorn's protocol for plain requests; a response that goes on for as long as a meeting takes its transport over."""

import asyncio
from typing import Any, Protocol

from server.live.deadline import DeadlineProtocol
from server.live.frames import Nobody

EXTENSION = "plenaria.response"


class Response(Protocol):
    """What a stream needs of the protocol that answers its request."""

    def unframed(self) -> bool:
        """The body ends with the connection. To be said before the response starts; False where another request has
        come behind this one already."""

    def hand_over(self) -> tuple[asyncio.Transport, set[Any]] | None:
        """The transport, and the server's set of connections; None where the browser has gone. To be asked for once
        the response has started; the protocol and the ASGI task are done with it."""


class HandingProtocol(DeadlineProtocol):
    """Hands itself to the application in ``scope["extensions"]``."""

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        # the extensions of ASGI are an open mapping; uvicorn types only its own
        self.scope["extensions"] = {EXTENSION: self}  # type: ignore[dict-item]

    def unframed(self) -> bool:
        if self.pipeline:
            return False
        self.cycle.chunked_encoding = False
        self.cycle.keep_alive = False
        return True

    def hand_over(self) -> tuple[asyncio.Transport, set[Any]] | None:
        transport = self.transport
        if self.cycle.disconnected or transport.is_closing() or self.pipeline:
            return None
        self._unset_keepalive_if_required()
        self.connections.discard(self)
        self.cycle.response_complete = True
        self.cycle.transport = self.transport = Nobody()
        self.scope["extensions"].clear()
        return transport, self.connections
