"""The application, wired in one place: concrete parts are made here and handed to whoever needs them."""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute

from server.access.addresses import Addresses, public_url
from server.access.admission import Doorkeeper
from server.access.failures import Failures
from server.access.keyring import Keyring
from server.exports.route import Exports
from server.http.assets import Assets
from server.http.doors import Doors
from server.http.headers import Guard
from server.http.health import Health
from server.http.numbers import Numbers
from server.http.pages import ROLES, Pages
from server.http.qr import QrCodes
from server.http.replies import problem
from server.live.hub import Hub
from server.live.room import Room
from server.live.schema import protocol
from server.live.socket import LiveSocket
from server.live.stream import LiveStream
from server.live.wire import CloseCode
from server.notes.endpoint import PadEndpoint
from server.notes.pads import Pads
from server.pad_access import PadAccess, PadReader
from server.readback.route import Readback
from server.settings import Settings
from server.store import Store, StoreError
from server.tasks import end
from sessions import events as e

log = logging.getLogger("plenaria")

_MOVES = (
    e.ActivityOpened,
    e.ActivityClosed,
    e.TableAssigned,
    e.TablesRotated,
    e.SeatReleased,
    e.SessionEdited,
    e.MeetingClosed,
)
"""Events after which somebody may or may not write in a pad any more."""


def create_app(settings: Settings, store: Store, keyring: Keyring) -> Starlette:
    """Everything that answers: the routes are the list below. The store is opened and closed by the caller."""
    worker = secrets.token_hex(8)
    addresses = Addresses(settings)
    pads = Pads(store)
    reader = PadReader(pads)
    hub = Hub(store, reader, keyring.pseudonyms, worker)
    door = Doorkeeper(keyring, addresses, hub)
    notes = PadEndpoint(pads, PadAccess(door, hub).admit)
    reader.settle = notes.readmit
    hub.on_open.append(lambda room: _follow_pads(room, notes))
    doors = Doors(hub, keyring, addresses, Failures())
    assets = Assets()
    pages = Pages(assets, door, hub)
    health = Health(store)
    numbers = Numbers(hub, pads, worker)
    qr = QrCodes(public_url(settings), door, hub)
    exports = Exports(hub, door)
    readback = Readback(hub, door)
    live = LiveSocket(hub, door.admit, door.may_connect)
    stream = LiveStream(hub, door.admit, door.may_read, door.may_connect)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        counting = [asyncio.create_task(numbers.publish()), asyncio.create_task(numbers.watch())]
        await _open_rooms(hub)
        yield
        await end(counting)
        await hub.stop()
        await pads.aclose()

    app = Starlette(
        routes=[
            Route("/", pages.join),
            Route("/j", pages.join),
            *(Route(f"/{name}", pages.newest) for name in ROLES),
            *(Route(f"/m/{{meeting}}/{name}", pages.page, name=name) for name in ROLES),
            Route("/static/assets/{name}", assets.serve),
            Route("/qr.svg", qr.serve),
            Route("/api/lobby", doors.lobby, methods=["POST"]),
            Route("/api/pass", doors.enter, methods=["POST"]),
            Route("/api/m/{meeting}/live", stream.listen),
            Route("/api/m/{meeting}/command", stream.command, methods=["POST"]),
            Route("/api/m/{meeting}/export.{format}", exports.serve),
            Route("/api/m/{meeting}/roadmap.xlsx", readback.serve, methods=["POST"]),
            Route("/healthz", health.healthz),
            Route("/readyz", health.readyz),
            Route("/metrics", numbers.serve),
            Route("/protocol.json", protocol),
            WebSocketRoute("/ws", live.serve),
            WebSocketRoute("/notes/{pad}", notes.serve),
        ],
        middleware=[Middleware(Guard, addresses=addresses, secure=(settings.public_url or "").startswith("https"))],
        exception_handlers={StoreError: _store_away},
        lifespan=lifespan,
    )
    app.state.farewell = lambda: _farewell(hub)
    return app


async def _open_rooms(hub: Hub) -> None:
    """Meetings that go on are opened at once: a round closed before a crash is counted without anybody coming back."""
    for meeting in await hub.store.meetings():
        try:
            await hub.room(meeting)
        except (StoreError, ValueError) as error:
            log.error("meeting %s cannot be opened: %s", meeting, error)


def _follow_pads(room: Room, notes: PadEndpoint) -> None:
    tasks: set[asyncio.Task[None]] = set()

    def readmits() -> None:
        task = asyncio.create_task(notes.readmit(room.id))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    def heard(event: e.Event) -> None:
        if isinstance(event, _MOVES):
            readmits()

    room.on_event.append(heard)
    room.on_renewed.append(readmits)


async def _farewell(hub: Hub) -> None:
    """Tell every browser to come back in a moment, before the sockets go."""
    for room in hub.rooms:
        for connection in room.audience.connections:
            connection.end(CloseCode.RESTART)
    await asyncio.sleep(0)


async def _store_away(request: Request, error: Exception) -> Response:
    log.warning("the store did not answer: %s", error)
    return problem(503, "unavailable", {"Retry-After": "2"})
