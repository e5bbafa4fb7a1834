"""QR codes as SVG: the join link, and the room's Wi-Fi."""

import io

import segno
from segno import helpers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from server.access.admission import Doorkeeper
from server.live.hub import Hub
from sessions.actor import Role
from sessions.ids import fold_code


class QrCodes:
    def __init__(self, public_url: str, door: Doorkeeper, hub: Hub) -> None:
        self._public_url = public_url
        self._door = door
        self._hub = hub

    async def serve(self, request: Request) -> Response:
        """``?code=`` the link to come in with that code; ``?wifi=1&meeting=`` the network, for whoever is in."""
        code = fold_code(request.query_params.get("code", ""))[:12]
        if code:
            return _svg(f"{self._public_url}/j#{code}")
        meeting = request.query_params.get("meeting", "")
        if not meeting or await self._door.any_of(request, meeting, tuple(Role)) is None:
            raise HTTPException(403)
        wifi = (await self._hub.room(meeting)).meeting.wifi
        if wifi is None:
            raise HTTPException(404)
        return _svg(helpers.make_wifi_data(wifi.name, wifi.password or None, "WPA" if wifi.password else None))


def _svg(content: str) -> Response:
    out = io.BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", border=4, xmldecl=False, dark="#000", light="#fff"
    )
    return Response(out.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})
