"""``POST /api/m/{meeting}/roadmap.xlsx``: an edited roadmap comes back, as the body of the request."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from server.access.admission import Doorkeeper
from server.exports.route import ROLES
from server.http.replies import Json, problem
from server.live.hub import Hub
from server.readback import MAX_FILE, FileRefused
from server.readback.apart import read_apart
from server.readback.applying import read_back

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Readback:
    def __init__(self, hub: Hub, door: Doorkeeper) -> None:
        self._hub = hub
        self._door = door
        self._one_by_one = asyncio.Lock()

    async def serve(self, request: Request) -> Response:
        """``?apply=1`` carries out what is accepted; without it, the answer says what would be. Files are read one by
        one, in a process of their own. Their type is one that no form of another site can send."""
        meeting = request.path_params["meeting"]
        if not self._door.may_connect(request):
            return problem(403, "forbidden")
        actor = await self._door.any_of(request, meeting, ROLES)
        if actor is None:
            return problem(403, "not_allowed")
        if request.headers.get("content-type", "").partition(";")[0].strip() != XLSX:
            return problem(415, "not_a_workbook")
        body = await _body(request)
        if body is None:
            return problem(413, "too_large")
        apply = request.query_params.get("apply") == "1"
        room = await self._hub.room(meeting)
        try:
            async with self._one_by_one:
                file = await asyncio.to_thread(read_apart, body)
            rows = await read_back(self._hub, room, actor, file, apply=apply)
        except FileRefused as refused:
            return Json({"code": refused.code, "reason": str(refused)}, 422)
        return Json({"meeting": meeting, "applied": apply, "rows": [row.plain() for row in rows]})


async def _body(request: Request) -> bytes | None:
    """None for one that is larger than a roadmap can be; it is not read to its end."""
    found = bytearray()
    async for part in request.stream():
        found += part
        if len(found) > MAX_FILE:
            return None
    return bytes(found)
