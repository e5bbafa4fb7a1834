"""The endpoint ``/ws``: hello, then commands and pings, until somebody leaves.

Limits are named beside what they guard. What is said before a pass was checked is one message, in ten seconds.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from server.live import wire
from server.live.connection import Connection
from server.live.hub import Hub
from server.live.room import Room
from server.live.wire import CloseCode
from server.store import UnknownMeeting
from sessions.actor import Actor, Role

HELLO_S = 10.0
IDLE_S = 90.0  # two heartbeats of the client and a half
BURST = 60  # messages
PER_S = 10.0

Admit = Callable[[WebSocket, str, Role], Awaitable[Actor | None]]
"""The actor whose pass for (meeting, role) the socket brings; None where it brings none that holds."""


class Ended(Exception):
    """Close the connection with this code."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code.word)
        self.code = code


class LiveSocket:
    """``may_connect`` checks the origin before anything is said."""

    def __init__(self, hub: Hub, admit: Admit, may_connect: Callable[[WebSocket], bool]) -> None:
        self._hub = hub
        self._admit = admit
        self._may_connect = may_connect

    async def serve(self, websocket: WebSocket) -> None:
        if not self._may_connect(websocket):
            await websocket.close(CloseCode.FORBIDDEN)
            return
        offered = websocket.scope.get("subprotocols", [])
        await websocket.accept(wire.SUBPROTOCOL if wire.SUBPROTOCOL in offered else None)
        try:
            await self._serve(websocket)
        except Ended as end:
            await _say_bye(websocket, end.code)
        except WebSocketDisconnect:
            return

    async def _serve(self, websocket: WebSocket) -> None:
        hello = await self._hello(websocket)
        try:
            room = await self._hub.room(hello.meeting)
        except UnknownMeeting:
            raise Ended(CloseCode.UNKNOWN_MEETING) from None
        actor = await self._admit(websocket, hello.meeting, hello.as_)
        if actor is None:
            raise Ended(CloseCode.NO_PASS)
        connection = Connection(websocket, actor, room.audience.catch_up)
        await room.join(connection, hello.cursor)
        try:
            await self._until_end(websocket, room, connection)
        finally:
            room.audience.leave(connection)

    async def _hello(self, websocket: WebSocket) -> wire.Hello:
        try:
            message = await asyncio.wait_for(_receive(websocket), HELLO_S)
        except TimeoutError:
            raise Ended(CloseCode.IDLE) from None
        if not isinstance(message, wire.Hello):
            raise Ended(CloseCode.BAD_MESSAGE)
        return message

    async def _until_end(self, websocket: WebSocket, room: Room, connection: Connection) -> None:
        talking = asyncio.ensure_future(self._talk(websocket, room, connection))
        waited: set[asyncio.Future[Any]] = {talking, connection.ended}
        try:
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            if connection.ended.done() and not talking.done():
                raise Ended(connection.ended.result())
            await talking
        finally:
            talking.cancel()

    async def _talk(self, websocket: WebSocket, room: Room, connection: Connection) -> None:
        allowance = Allowance(BURST, PER_S)
        while True:
            try:
                message = await asyncio.wait_for(_receive(websocket), IDLE_S)
            except TimeoutError:
                raise Ended(CloseCode.IDLE) from None
            if not allowance.take():
                raise Ended(CloseCode.FLOOD)
            if isinstance(message, wire.Ping):
                await websocket.send_text(wire.PONG)
            elif isinstance(message, wire.CommandMessage):
                reply = await self._hub.dispatch.command(room, connection.actor, message.id, message.name, message.args)
                await websocket.send_text(wire.reply(message.id, reply.verdict, reply.code, reply.seq))
            else:
                raise Ended(CloseCode.BAD_MESSAGE)


class Allowance:
    """A token bucket: ``burst`` at once, then ``per_s`` a second."""

    __slots__ = ("_at", "_burst", "_left", "_per_s")

    def __init__(self, burst: float, per_s: float) -> None:
        self._burst = self._left = burst
        self._per_s = per_s
        self._at = time.monotonic()

    def take(self) -> bool:
        now = time.monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._per_s)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


async def _receive(websocket: WebSocket) -> wire.Up:
    message = await websocket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1005))
    text = message.get("text")
    if text is None:
        raise Ended(CloseCode.BAD_MESSAGE)
    try:
        return wire.read(text)
    except wire.BadMessage:
        raise Ended(CloseCode.BAD_MESSAGE) from None


async def _say_bye(websocket: WebSocket, code: CloseCode) -> None:
    try:
        if websocket.application_state is WebSocketState.CONNECTED:
            await websocket.send_text(wire.bye(code))
            await websocket.close(code)
    except (WebSocketDisconnect, RuntimeError):
        return  # gone already: nobody to say goodbye to
