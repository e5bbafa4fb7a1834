"""For operators: alive, ready, and the numbers."""

import time

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from server.http.replies import Json
from server.live.clock import now_ms
from server.live.hub import Hub
from sessions.actor import Secrecy
from sessions.meeting import Meeting

CAST = "cast_ballot"
READY_FOR_S = 1.0  # an answer is good for this long: the check is a real write


class Health:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._ready: tuple[float, bool] = (-READY_FOR_S, False)
        self._casts: dict[tuple[str, str], int] = {}

    async def healthz(self, request: Request) -> Response:
        """Alive. ``at`` is the server's time in milliseconds, from which browsers tell their own clock's error."""
        return Json({"ok": True, "at": now_ms()})

    async def readyz(self, request: Request) -> Response:
        """Whether a ballot could be recorded now."""
        asked, ready = self._ready
        if time.monotonic() - asked >= READY_FOR_S:
            ready = await self._hub.store.ready()
            self._ready = (time.monotonic(), ready)
        return Json({"ready": ready}, 200 if ready else 503)

    async def metrics(self, request: Request) -> Response:
        """Prometheus text. No names, no choices, no tokens; and while a secret round is open anywhere, ballots are told
        as they were before it: the number of people that have voted is not for everybody, nor the moment they do."""
        connections = sum(len(room.audience.connections) for room in self._hub.rooms)
        lines = [
            "# HELP plenaria_rooms Meetings live in this worker.",
            "# TYPE plenaria_rooms gauge",
            f"plenaria_rooms {len(self._hub.rooms)}",
            "# HELP plenaria_connections Live sockets of this worker.",
            "# TYPE plenaria_connections gauge",
            f"plenaria_connections {connections}",
            "# HELP plenaria_commands_total Commands by name and verdict.",
            "# TYPE plenaria_commands_total counter",
        ]
        for (name, verdict), count in sorted(self._counts().items()):
            lines.append(f'plenaria_commands_total{{name="{name}",verdict="{verdict}"}} {count}')
        return PlainTextResponse("\n".join(lines) + "\n", media_type="text/plain; version=0.0.4")

    def _counts(self) -> dict[tuple[str, str], int]:
        counts = self._hub.dispatch.counts
        if not any(_votes_in_secret(room.meeting) for room in self._hub.rooms):
            self._casts = {key: count for key, count in counts.items() if key[0] == CAST}
        return {**{key: count for key, count in counts.items() if key[0] != CAST}, **self._casts}


def _votes_in_secret(meeting: Meeting) -> bool:
    latest = (activity.round for activity in meeting.activities.values())
    return any(r is not None and r.closed_at is None and r.secrecy is Secrecy.SECRET for r in latest)
