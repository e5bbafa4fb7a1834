"""The five pages: one small shell of HTML, filled by the client."""

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from server.access.admission import Doorkeeper
from server.http.assets import Assets
from server.live.hub import Hub
from sessions.actor import Role

ROLES: dict[str, tuple[Role, ...]] = {
    "phone": (Role.DELEGATE, Role.OBSERVER),
    "control": (Role.MODERATOR, Role.SECRETARIAT),
    "screen": (Role.SCREEN, Role.MODERATOR, Role.SECRETARIAT),
    "report": (Role.RAPPORTEUR, Role.MODERATOR, Role.SECRETARIAT, Role.FACILITATOR),
}
"""Which passes open a page, the likeliest first."""


class Pages:
    def __init__(self, assets: Assets, door: Doorkeeper, hub: Hub) -> None:
        self._assets = assets
        self._door = door
        self._hub = hub

    async def join(self, request: Request) -> Response:
        return self._shell("join")

    async def page(self, request: Request) -> Response:
        """Whoever has no pass for it is shown the door."""
        meeting, page = request.path_params["meeting"], request.scope["path"].rpartition("/")[2]
        actor = await self._door.any_of(request, meeting, ROLES[page])
        if actor is None:
            return RedirectResponse("/j", status_code=303)
        return self._shell(page, meeting, actor.role.value)

    async def newest(self, request: Request) -> Response:
        """``/phone`` and its like lead to the newest open meeting."""
        room = await self._hub.newest()
        if room is None:
            return RedirectResponse("/j", status_code=303)
        return RedirectResponse(f"/m/{room.id}{request.scope['path']}", status_code=303)

    def _shell(self, page: str, meeting: str = "", role: str = "") -> HTMLResponse:
        styles = "".join(f'<link rel="stylesheet" href="{escape(href)}">' for href in self._assets.styles(page))
        preload = "".join(f'<link rel="modulepreload" href="{escape(href)}">' for href in self._assets.preload(page))
        return HTMLResponse(
            '<!doctype html><html lang="es"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">'
            '<meta name="color-scheme" content="light"><link rel="icon" href="data:,">'
            f"<title>Plenaria</title>{styles}{preload}"
            f'<script type="module" src="{escape(self._assets.script())}"></script></head>'
            f'<body data-page="{page}" data-meeting="{escape(meeting)}" data-role="{escape(role)}">'
            '<div id="app"></div><noscript>Plenaria necesita JavaScript. Plenaria needs JavaScript.</noscript>'
            "</body></html>",
            headers={"Cache-Control": "no-store"},
        )
