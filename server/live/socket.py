"""The endpoint ``/ws``: hello, then commands and pings, until somebody leaves.

What is said before a pass was checked is one message, in ten seconds. With the first view the ASGI task ends; from then
on the connection lives on its line alone.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from starlette.websockets import WebSocket

from server.live import wire
from server.live.connection import BURST, Command, Connection, read, say_bye
from server.live.dispatch import Dispatch, settle
from server.live.frames import EXTENSION, Pusher
from server.live.hub import Hub
from server.live.line import Line
from server.live.room import Room
from server.live.wire import CloseCode
from server.metrics.counts import LiveCounts
from server.store import Reply, UnknownMeeting, Verdict
from sessions.actor import Actor, Role

log = logging.getLogger("plenaria.live")

HELLO_S = 10.0

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
        self._turnstile = asyncio.Lock()

    async def _come_one_by_one(self) -> None:
        """Many may come at once, each with much to do: whoever is in gets a turn after each of them."""
        async with self._turnstile:
            await asyncio.sleep(0)

    async def serve(self, websocket: WebSocket) -> None:
        if not self._may_connect(websocket):
            await websocket.close()
            return
        await self._come_one_by_one()
        pusher: Pusher = websocket.scope["extensions"][EXTENSION]
        offered = websocket.scope.get("subprotocols", [])
        await websocket.accept(wire.SUBPROTOCOL if wire.SUBPROTOCOL in offered else None)
        line = pusher.hand_over()
        threshold = Threshold(line)
        try:
            await self._welcome(websocket, line, threshold)
        except Ended as end:
            self._hub.counts.closes[end.code.word] += 1
            say_bye(line, end.code)
        except BaseException:
            line.close(1011)
            raise

    async def _welcome(self, websocket: WebSocket, line: Line, threshold: "Threshold") -> None:
        hello = await threshold.hello()
        try:
            room = await self._hub.room(hello.meeting)
        except UnknownMeeting:
            raise Ended(CloseCode.UNKNOWN_MEETING) from None
        actor = await self._admit(websocket, hello.meeting, hello.as_)
        if actor is None:
            raise Ended(CloseCode.NO_PASS)
        await room.ready_for(hello.cursor)
        await self._come_one_by_one()
        if threshold.gone:
            return
        connection = Connection(line, actor, Seating(room, self._hub.dispatch))
        room.audience.join(connection, hello.cursor, packed=hello.packed)
        line.listener = connection
        for message in threshold.said[1:]:
            connection.heard(message)


class Threshold:
    """Keeps what is said until somebody is in."""

    def __init__(self, line: Line) -> None:
        self.said: list[str | bytes] = []
        self.gone = False
        self._line = line
        self._spoken = asyncio.Event()
        line.listener = self

    async def hello(self) -> wire.Hello:
        """The first message. Raises ``Ended``."""
        try:
            async with asyncio.timeout(HELLO_S):  # wait_for would make a task of it
                await self._spoken.wait()
            message = read(self.said[0])
        except TimeoutError:
            raise Ended(CloseCode.IDLE) from None
        except (wire.BadMessage, IndexError):  # nothing said: the socket is gone
            raise Ended(CloseCode.BAD_MESSAGE) from None
        if not isinstance(message, wire.Hello):
            raise Ended(CloseCode.BAD_MESSAGE)
        return message

    def heard(self, message: str | bytes) -> None:
        self.said.append(message)
        self._spoken.set()
        if len(self.said) > BURST:
            say_bye(self._line, CloseCode.FLOOD)

    def drained(self) -> None:
        return

    def lost(self) -> None:
        self.gone = True
        self._spoken.set()


class Seating:
    """A connection's place in a room."""

    __slots__ = ("_dispatch", "_room")

    def __init__(self, room: Room, dispatch: Dispatch) -> None:
        self._room = room
        self._dispatch = dispatch

    @property
    def counts(self) -> LiveCounts:
        return self._room.audience.counts

    def catch_up(self, connection: Connection) -> None:
        self._room.audience.catch_up(connection)

    def leave(self, connection: Connection) -> None:
        self._room.audience.leave(connection)

    def stirred(self) -> None:
        self._room.audience.stirred()

    def ask(self, actor: Actor, message: Command, told: Callable[[Reply], None]) -> None:
        if isinstance(message, wire.CastMessage):
            self._dispatch.voting.cast(self._room, actor, message.command, told)
        else:
            asked = self._dispatch.command(self._room, actor, message.id, message.name, message.args)
            asked.add_done_callback(lambda done: told(_reply(done, message.name)))

    async def answer(self, actor: Actor, message: Command) -> bytes:
        """The reply, as a message."""
        told: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self.ask(actor, message, partial(settle, told))
        reply = await told
        return wire.reply(message.id, reply.verdict, reply.code, reply.seq)


def _reply(asked: "asyncio.Future[Reply]", name: str) -> Reply:
    if asked.cancelled():
        return Reply(Verdict.UNKNOWN)
    error = asked.exception()
    if error is None:
        return asked.result()
    log.error("a command failed", exc_info=error, extra={"command": name})
    return Reply(Verdict.UNKNOWN)
