"""``GET /api/m/{meeting}/export.{format}``: the report as it stands now, for those who write or answer for it."""

import asyncio
from time import perf_counter

from starlette.requests import Request
from starlette.responses import Response

from server.access.admission import Doorkeeper
from server.exports import formats
from server.http.replies import problem
from server.live.dispatch import fresh_id
from server.live.hub import Hub
from server.live.room import Room
from sessions.actor import Role
from sessions.report import Report, gather

ROLES = (Role.RAPPORTEUR, Role.MODERATOR, Role.SECRETARIAT)
LANGUAGES = ("es", "en", "pt")


class Exports:
    def __init__(self, hub: Hub, door: Doorkeeper) -> None:
        self._hub = hub
        self._door = door
        self._one_by_one = asyncio.Lock()

    async def serve(self, request: Request) -> Response:
        """Open pads are recorded first, so that the file holds what the log holds. Written off the event loop, one at a
        time: whoever asks for many must not take the threads and the turns of those who vote."""
        meeting = request.path_params["meeting"]
        if await self._door.any_of(request, meeting, ROLES) is None:
            return problem(403, "not_allowed")
        format_ = formats().get(request.path_params["format"])
        if format_ is None:
            return problem(404, "unknown_format")
        asked = request.query_params.get("lang", LANGUAGES[0])
        lang = asked if asked in LANGUAGES else LANGUAGES[0]
        room = await self._hub.room(meeting)
        await record_open_pads(self._hub, room)
        async with self._one_by_one:
            if await request.is_disconnected():
                return problem(408, "gone")  # nobody is there to read it
            report = gather(room.meeting, room.epoch)
            begun = perf_counter()
            body = await asyncio.to_thread(format_.write, report, lang)
        self._hub.counts.exported(format_.name, perf_counter() - begun)
        headers = {
            "Content-Disposition": f'attachment; filename="{_file_name(report, format_.name, lang)}"',
            "Cache-Control": "no-store",
        }
        return Response(body, media_type=format_.media_type, headers=headers)


async def record_open_pads(hub: Hub, room: Room) -> None:
    """Put the text of every pad that is being written into the log."""
    for activity in list(room.meeting.activities.values()):
        if activity.pads and activity.phase == "open":
            for table in room.meeting.sessions[activity.session].tables:
                await hub.dispatch.record_entries(room, fresh_id(), activity.plan.id, table, "exported")


def _file_name(report: Report, ending: str, lang: str) -> str:
    """Nothing that people typed is in it: the id is lower-case letters, digits and dashes."""
    return f"{report.meeting.id}-{report.cursor[1]}-{'draft-' if report.draft else ''}{lang}.{ending}"
