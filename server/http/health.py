"""For operators: alive, and ready."""

import asyncio
import time

from starlette.requests import Request
from starlette.responses import Response

from server.http.replies import Json
from server.live.clock import now_ms
from server.store import Store

READY_FOR_S = 1.0  # an answer is good for this long: the check is a real write


class Health:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._ready: tuple[float, bool] = (-READY_FOR_S, False)
        self._one_asks = asyncio.Lock()

    async def healthz(self, request: Request) -> Response:
        """Alive. ``at`` is the server's time in milliseconds, from which browsers tell their own clock's error."""
        return Json({"ok": True, "at": now_ms()})

    async def readyz(self, request: Request) -> Response:
        """Whether a ballot could be recorded now. However many ask, the store is asked by one at a time."""
        async with self._one_asks:
            asked, ready = self._ready
            if time.monotonic() - asked >= READY_FOR_S:
                ready = await self._store.ready()
                self._ready = (time.monotonic(), ready)
        return Json({"ready": ready}, 200 if ready else 503)
