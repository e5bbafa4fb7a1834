"""Somebody with a pass and a live socket: keeps the view, comes back when the socket breaks, asks until answered."""

import asyncio
import contextlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from server.rehearse import RehearsalError
from server.rehearse.house import House

PATIENCE_S = 20.0
BEAT_S = 30.0
ATTEMPTS = 5
_PAUSES_S = (0.02, 0.1, 0.3, 1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Reply:
    """``verdict`` is recorded, refused or unknown."""

    verdict: str
    code: str | None = None
    seq: int | None = None


UNKNOWN = Reply("unknown")


class Person:
    """``given`` is what the door gave. ``keys`` is what the screen would show, ``cursor`` where it stands. ``on_view``
    is called after every frame that changed it."""

    def __init__(self, house: House, given: dict[str, Any]) -> None:
        self.house = house
        self.role: str = given["role"]
        self.seat: str | None = given.get("seat")
        self.pass_: str = given["pass"]
        self.keys: dict[str, Any] = {}
        self.cursor: list[Any] | None = None
        self.on_view: Callable[[], None] = _nothing
        self._first_seen: list[tuple[int, float]] = []
        self._socket: ClientConnection | None = None
        self._dismissed = False
        self._asked: dict[str, tuple[str, asyncio.Future[Reply]]] = {}
        self._waiting: list[tuple[Callable[[], bool], asyncio.Future[None]]] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def come(self) -> "Person":
        """Returns once the first view is there. Raises ``RehearsalError``."""
        self._tasks = [asyncio.create_task(self._live()), asyncio.create_task(self._beat())]
        if not await self.until(lambda: self.cursor is not None):
            raise RehearsalError(f"{self.house.url} lets nobody in as {self.role}")
        return self

    async def leave(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def drop(self) -> None:
        """Lose the socket without a word, as a phone in a lift does; it comes back with its cursor."""
        if self._socket is not None:
            self._socket.transport.abort()

    async def command(self, name: str, args: dict[str, Any], id_: str | None = None) -> Reply:
        """The answer; the same id is sent again after a lost socket or an ``unknown``. Unknown if that never ends."""
        id_ = id_ or fresh_id()
        text = orjson.dumps({"type": "command", "id": id_, "name": name, "args": args}).decode()
        try:
            for attempt in range(ATTEMPTS):
                reply = await self._ask(id_, text)
                if reply.verdict != "unknown":
                    return reply
                await asyncio.sleep(0.2 * (attempt + 1))
        except TimeoutError:
            pass
        finally:
            self._asked.pop(id_, None)
        return UNKNOWN

    async def _ask(self, id_: str, text: str) -> Reply:
        future: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._asked[id_] = (text, future)
        await self._send(text)
        return await asyncio.wait_for(future, PATIENCE_S)

    async def until(self, condition: Callable[[], bool], timeout_s: float = PATIENCE_S) -> bool:
        """Whether it came true in time."""
        if condition():
            return True
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((condition, future))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(future, timeout_s)
        return condition()

    async def reached(self, seq: int, timeout_s: float = PATIENCE_S) -> float | None:
        """When, by ``perf_counter``, the view first stood at ``seq`` or later; None where it does not in time. (The
        loop's own clock may go by milliseconds.)"""
        await self.until(lambda: bool(self._first_seen) and self._first_seen[-1][0] >= seq, timeout_s)
        return next((at for seen, at in self._first_seen if seen >= seq), None)

    # The socket

    async def _live(self) -> None:
        failures = 0
        while not self._dismissed:
            try:
                async with self._connected() as socket:
                    failures = 0
                    await self._converse(socket)
            except (OSError, WebSocketException):
                failures += 1
            finally:
                self._socket = None
            await asyncio.sleep(_PAUSES_S[min(failures, len(_PAUSES_S) - 1)])

    def _connected(self) -> connect:
        return connect(
            f"{self.house.sockets}/ws",
            subprotocols=[Subprotocol("plenaria.v1")],
            additional_headers={"Authorization": f"Bearer {self.pass_}"},
            compression=None,
            max_size=None,
        )

    async def _converse(self, socket: ClientConnection) -> None:
        hello: dict[str, Any] = {"type": "hello", "meeting": self.house.meeting, "as": self.role}
        if self.cursor is not None:
            hello["cursor"] = self.cursor
        await socket.send(orjson.dumps(hello).decode())
        self._socket = socket
        for text, _ in list(self._asked.values()):
            await socket.send(text)
        async for message in socket:
            self._hear(orjson.loads(message))

    async def _send(self, text: str) -> None:
        if self._socket is not None:
            with contextlib.suppress(WebSocketException):  # sent again once the socket is back
                await self._socket.send(text)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            await self._send('{"type":"ping"}')

    def _hear(self, message: dict[str, Any]) -> None:
        sort = message["type"]
        if sort == "reply":
            self._answered(message)
        elif sort == "bye":
            self._dismissed = not message["again"]
        elif sort in {"snapshot", "delta"}:
            self._see(message)

    def _answered(self, message: dict[str, Any]) -> None:
        _, future = self._asked.get(message["id"], ("", None))
        if future is not None and not future.done():
            future.set_result(Reply(message["verdict"], message.get("code"), message.get("seq")))

    def _see(self, message: dict[str, Any]) -> None:
        if message["type"] == "snapshot":
            self.keys = message["keys"]
        else:
            self.keys.update(message["keys"])
            for key in message["gone"]:
                self.keys.pop(key, None)
        self.cursor = message["cursor"]
        seq = message["cursor"][1]
        if not self._first_seen or seq > self._first_seen[-1][0]:
            self._first_seen.append((seq, perf_counter()))
        self.on_view()
        for condition, future in self._waiting:
            if not future.done() and condition():
                future.set_result(None)
        self._waiting = [(condition, future) for condition, future in self._waiting if not future.done()]


def fresh_id() -> str:
    return secrets.token_urlsafe(12)


def _nothing() -> None:
    pass
