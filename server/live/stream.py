"""The live socket without a socket, for networks that let none through: ``GET /api/m/{meeting}/live`` is the view as
server-sent events, ``POST /api/m/{meeting}/command`` takes one message and answers it.

The same passes, messages, cursors, replies and limits; a stream joins the same audience as a socket does.
"""

import logging
from collections.abc import Awaitable, Callable

import orjson
from pydantic import TypeAdapter, ValidationError
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server.http.replies import Json, problem
from server.live import wire
from server.live.connection import Command, Connection
from server.live.eventline import EventEncoding, EventLine
from server.live.handover import EXTENSION
from server.live.handover import Response as Handing
from server.live.hub import Hub
from server.live.paces import Paces
from server.live.room import Room
from server.live.socket import Seating
from server.live.wire import CloseCode
from server.store import UnknownMeeting
from sessions.actor import Actor, Role

log = logging.getLogger("plenaria.live")

MEDIA_TYPE = "text/event-stream"
STATUS = {
    CloseCode.BAD_MESSAGE: 400,
    CloseCode.NO_PASS: 403,
    CloseCode.FORBIDDEN: 403,
    CloseCode.UNKNOWN_MEETING: 404,
    CloseCode.FLOOD: 429,
}
_CURSOR: TypeAdapter[wire.Cursor] = TypeAdapter(wire.Cursor)
_HEADERS = {
    "Cache-Control": "no-store, no-transform",
    "Connection": "close",
    "X-Accel-Buffering": "no",  # nginx would keep the events until it has enough of them
}

Admit = Callable[[HTTPConnection, str, Role], Awaitable[Actor | None]]


class Turned(Exception):
    """Turned away, with the code that a socket would be closed with."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code.word)
        self.code = code


class LiveStream:
    """``may_read`` and ``may_connect`` check where a request comes from; the one that acts is the stricter."""

    def __init__(
        self,
        hub: Hub,
        admit: Admit,
        may_read: Callable[[HTTPConnection], bool],
        may_connect: Callable[[HTTPConnection], bool],
    ) -> None:
        self._hub = hub
        self._admit = admit
        self._may_read = may_read
        self._may_connect = may_connect
        self._encoding = EventEncoding()
        self._paces = Paces()

    async def listen(self, request: Request) -> Response:
        """``GET /api/m/{meeting}/live?as=<role>``, with the cursor as ``Last-Event-ID`` or as ``cursor``."""
        try:
            room, actor = await self._who(request, self._may_read)
            cursor = _cursor(request)
        except Turned as turned:
            return _turned_away(turned.code)
        if request.method == "HEAD":
            return Response(media_type=MEDIA_TYPE, headers=_HEADERS)
        await room.ready_for(cursor)
        return _Opened(self._encoding, lambda line: self._seated(line, room, actor, cursor))

    def _seated(self, line: EventLine, room: Room, actor: Actor, cursor: wire.Cursor | None) -> None:
        connection = Connection(line, actor, Seating(room, self._hub.dispatch))
        line.listener = connection
        room.audience.join(connection, cursor)

    async def command(self, request: Request) -> Response:
        """``POST /api/m/{meeting}/command?as=<role>``: a ``command`` or a ``ping``; the answer is its reply."""
        try:
            room, actor = await self._who(request, self._may_connect)
            if not self._paces.may_speak((room.id, actor)):
                raise Turned(CloseCode.FLOOD)
            message = await _message(request)
        except Turned as turned:
            return _turned_away(turned.code)
        if isinstance(message, wire.Ping):
            if actor.seat is not None:
                room.audience.says(actor.seat, message.asleep)
            return _said(wire.PONG)
        try:
            return _said(await Seating(room, self._hub.dispatch).answer(actor, message))
        except Exception:
            log.exception("a command failed", extra={"command": message.name})
            return _said(wire.reply(message.id, "unknown"))

    async def _who(self, request: Request, may: Callable[[HTTPConnection], bool]) -> tuple[Room, Actor]:
        if not may(request):
            raise Turned(CloseCode.FORBIDDEN)
        try:
            role = Role(request.query_params.get("as", ""))
        except ValueError:
            raise Turned(CloseCode.BAD_MESSAGE) from None
        try:
            room = await self._hub.room(request.path_params["meeting"])
        except (UnknownMeeting, ValueError):
            raise Turned(CloseCode.UNKNOWN_MEETING) from None
        actor = await self._admit(request, room.id, role)
        if actor is None:
            raise Turned(CloseCode.NO_PASS)
        return room, actor


class _Opened(Response):
    """Starts the response, then leaves its transport to an event line. ``seated`` gets that line."""

    media_type = MEDIA_TYPE

    def __init__(self, encoding: EventEncoding, seated: Callable[[EventLine], None]) -> None:
        super().__init__(headers=_HEADERS)
        del self.headers["content-length"]
        self._encoding = encoding
        self._seated = seated

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        handing: Handing = scope["extensions"][EXTENSION]
        if not handing.unframed():
            await _turned_away(CloseCode.BAD_MESSAGE)(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        handed = handing.hand_over()
        if handed is None:
            return
        transport, kept = handed
        line = EventLine(transport, kept, self._encoding)
        transport.set_protocol(line)
        self._seated(line)


async def _message(request: Request) -> Command | wire.Ping:
    """Raises ``Turned``."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Turned(CloseCode.BAD_MESSAGE)
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > 4 * wire.MAX_BYTES:  # characters of four bytes each
                raise Turned(CloseCode.BAD_MESSAGE)
        message = wire.read(body.decode())
    except (ClientDisconnect, UnicodeDecodeError, wire.BadMessage):
        raise Turned(CloseCode.BAD_MESSAGE) from None
    if isinstance(message, wire.Hello):
        raise Turned(CloseCode.BAD_MESSAGE)
    return message


def _cursor(request: Request) -> wire.Cursor | None:
    """What a browser that comes back by itself has heard last comes before what its page knew. Raises ``Turned``."""
    text = request.headers.get("last-event-id") or request.query_params.get("cursor")
    if not text:
        return None
    try:
        return _CURSOR.validate_python(orjson.loads(text))
    except (orjson.JSONDecodeError, ValidationError):
        raise Turned(CloseCode.BAD_MESSAGE) from None


def _said(message: bytes) -> Response:
    return Response(message, media_type="application/json", headers={"Cache-Control": "no-store"})


def _turned_away(code: CloseCode) -> Json:
    return problem(STATUS[code], code.word, {"Retry-After": "5"} if code is CloseCode.FLOOD else None)
