"""One browser socket. The transport's own buffer is its outbox: behind, it is skipped, and caught up when it drains."""

import asyncio
from collections.abc import Callable

from starlette.websockets import WebSocket

from server.live import wire
from server.live.frames import EXTENSION, Pusher
from sessions.actor import Actor, Role
from sessions.views import layers_of

SLOW_AFTER_S = 20.0
_FAST = frozenset(Role) - {Role.DELEGATE, Role.OBSERVER}


class Connection:
    """``version`` is how far this connection has been told, once it is behind. Compared by identity."""

    __slots__ = ("_behind_since", "_catch_up", "_end", "_loop", "_pusher", "actor", "fast", "layers", "seat", "version")

    def __init__(self, websocket: WebSocket, actor: Actor, catch_up: Callable[["Connection"], None]) -> None:
        self.actor = actor
        self.seat = actor.seat
        self.layers = tuple(name for name in layers_of(actor) if not name.startswith("seat:"))
        self.fast = actor.role in _FAST
        self.version = 0
        self._catch_up = catch_up
        self._loop = asyncio.get_running_loop()
        self._behind_since: float | None = None
        self._end: asyncio.Future[wire.CloseCode] = self._loop.create_future()
        self._pusher: Pusher = websocket.scope["extensions"][EXTENSION]
        self._pusher.on_drain = self._drained

    def push(self, frame: bytes) -> bool:
        """Write now. False, and nothing written, while the peer is behind or gone."""
        if self._pusher.push(frame):
            return True
        if self._behind_since is None:
            self._behind_since = self._loop.time()
        return False

    def offer(self, frame: bytes, before: int) -> None:
        """Write unless behind; ``before`` is remembered, and a drain makes up for the rest."""
        if self._behind_since is not None:
            if self._loop.time() - self._behind_since > SLOW_AFTER_S:
                self.end(wire.CloseCode.SLOW)
            return
        if not self.push(frame):
            self.version = before

    def _drained(self) -> None:
        if self._behind_since is not None:
            self._behind_since = None
            self._catch_up(self)

    def end(self, code: wire.CloseCode) -> None:
        """Ask for the end; whoever runs the connection says ``bye`` and closes."""
        if not self._end.done():
            self._end.set_result(code)

    @property
    def ended(self) -> asyncio.Future[wire.CloseCode]:
        return self._end
