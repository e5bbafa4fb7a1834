"""A running server for tests, and the people in it: phones, a moderator, a rapporteur. They speak the domain.

async with a_house() as house:
    moderator = await house.moderator()
    await moderator.starts("day-one")
    phone = await house.phone("panama")
    await phone.casts("coffee", {"choices": ["yes"]})
"""

import asyncio
import contextlib
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, TypeVar

import httpx
import orjson
import uvicorn
import websockets
from websockets.asyncio.client import ClientConnection

from server.access.keyring import Keyring
from server.app import create_app
from server.meetings import create, read
from server.serving import configured
from server.settings import Settings
from server.store import Store
from sessions.actor import Role
from sessions.programme import Programme
from tests.helpers.stores import a_store

PATIENCE_S = 10.0


class Person:
    """Somebody with a pass and an open socket; ``keys`` is what their screen would show."""

    def __init__(self, house: "House", given: dict[str, Any]) -> None:
        self.house = house
        self.role: str = given["role"]
        self.seat: str | None = given.get("seat")
        self.pass_: str = given["pass"]
        self.keys: dict[str, Any] = {}
        self.cursor: list[Any] | None = None
        self.frames: list[dict[str, Any]] = []
        self._socket: ClientConnection | None = None
        self._reading: asyncio.Task[None] | None = None
        self._replies: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._changed = asyncio.Condition()

    async def comes(self, cursor: list[Any] | None = None) -> "Person":
        """Opens the socket; returns once the first view is there."""
        await self.knocks(cursor)
        await self._until(lambda: self.cursor is not None, "a first view", lambda: None)
        return self

    async def comes_again(self) -> None:
        """On a new socket: one alone takes only so many commands in a second."""
        await self.leaves()
        self.cursor = None
        await self.comes()

    async def turned_away(self) -> Any:
        """Opens the socket; what the server says instead of a view."""
        await self.knocks()
        return await self.hears("bye")

    async def knocks(self, cursor: list[Any] | None = None) -> None:
        """Opens the socket and says hello."""
        self._socket = await websockets.connect(
            f"{self.house.ws}/ws",
            subprotocols=[websockets.Subprotocol("plenaria.v1")],
            additional_headers={"Authorization": f"Bearer {self.pass_}"},
            max_size=None,
        )
        hello: dict[str, Any] = {"type": "hello", "meeting": self.house.meeting, "as": self.role}
        if cursor is not None:
            hello["cursor"] = cursor
        await self._socket.send(orjson.dumps(hello).decode())
        self._reading = asyncio.create_task(self._read(self._socket))

    async def leaves(self) -> None:
        if self._socket is not None:
            await self._socket.close()
        if self._reading is not None:
            await asyncio.gather(self._reading, return_exceptions=True)

    async def _read(self, connection: ClientConnection) -> None:
        with contextlib.suppress(websockets.ConnectionClosed):
            async for text in connection:
                await self._hear(orjson.loads(text))

    async def _hear(self, message: dict[str, Any]) -> None:
        self.frames.append(message)
        if message["type"] == "snapshot":
            self.keys = dict(message["keys"])
        elif message["type"] == "delta":
            self.keys.update(message["keys"])
            for key in message["gone"]:
                self.keys.pop(key, None)
        elif message["type"] == "reply" and message["id"] in self._replies:
            self._replies.pop(message["id"]).set_result(message)
        if "cursor" in message:
            self.cursor = message["cursor"]
        async with self._changed:
            self._changed.notify_all()

    async def gives(self, name: str, args: dict[str, Any], id_: str | None = None) -> dict[str, Any]:
        """The reply to a command, whatever it is."""
        assert self._socket is not None
        id_ = id_ or secrets.token_urlsafe(12)
        future = self._replies.setdefault(id_, asyncio.get_running_loop().create_future())
        message = {"type": "command", "id": id_, "name": name, "args": args}
        await self._socket.send(orjson.dumps(message).decode())
        return dict(await asyncio.wait_for(future, PATIENCE_S))

    async def says(self, message: dict[str, Any]) -> None:
        """Any message, without waiting for an answer."""
        assert self._socket is not None
        await self._socket.send(orjson.dumps(message).decode())

    async def does(self, name: str, **args: Any) -> dict[str, Any]:
        """A command that must be recorded."""
        reply = await self.gives(name, args)
        assert reply["verdict"] == "recorded", (name, args, reply)
        return reply

    async def refused(self, code: str, name: str, **args: Any) -> None:
        reply = await self.gives(name, args)
        assert (reply["verdict"], reply.get("code")) == ("refused", code), (name, args, reply)

    async def sees(self, key: str, **fields: Any) -> Any:
        """Waits until ``key`` is there with these fields."""
        return await self._until(
            lambda: key in self.keys and all(self.keys[key].get(name) == value for name, value in fields.items()),
            f"{key} {fields}, but {self.keys.get(key)}",
            lambda: self.keys[key],
        )

    async def misses(self, key: str) -> None:
        await self._until(lambda: key not in self.keys, f"no {key}", lambda: None)

    async def hears(self, type_: str) -> Any:
        """The first message of that type, waited for."""
        return await self._until(
            lambda: any(frame["type"] == type_ for frame in self.frames),
            type_,
            lambda: next(frame for frame in self.frames if frame["type"] == type_),
        )

    async def _until(self, condition: Any, what: str, value: Any) -> Any:
        async with self._changed:
            try:
                await asyncio.wait_for(self._changed.wait_for(condition), PATIENCE_S)
            except TimeoutError:
                raise AssertionError(f"never saw {what}") from None
        return value()


class Phone(Person):
    """A delegate or an observer."""

    async def casts(
        self, activity: str, ballot: dict[str, Any], round_: int = 1, ballot_id: str | None = None
    ) -> dict[str, Any]:
        """The reply to a ballot."""
        return await self.gives("cast_ballot", self.ballot(activity, ballot, round_, ballot_id))

    @staticmethod
    def ballot(activity: str, ballot: dict[str, Any], round_: int, ballot_id: str | None) -> dict[str, Any]:
        return {
            "activity": activity,
            "round": round_,
            "ballot_id": ballot_id or secrets.token_urlsafe(12),
            "ballot": ballot,
        }


class Moderator(Person):
    async def starts(self, session: str) -> None:
        await self.does("start_session", session=session)

    async def opens(self, activity: str) -> None:
        await self.does("open_activity", activity=activity)

    async def closes(self, activity: str, round_: int = 1) -> None:
        """Returns once the round is sealed."""
        await self.does("close_activity", activity=activity, round=round_)
        await self.sees(f"activity/{activity}", sealed=True, round=round_)

    async def reveals(self, activity: str, round_: int = 1) -> dict[str, Any]:
        """The outcome, as the room sees it."""
        await self.does("reveal_outcome", activity=activity, round=round_)
        found: dict[str, Any] = await self.sees(f"outcome/{activity}", round=round_)
        return found


P = TypeVar("P", bound=Person)


class House:
    """One server on one store with one meeting."""

    def __init__(self, store: Store, meeting: str, settings: Settings, keyring: Keyring) -> None:
        self.store = store
        self.meeting = meeting
        self.settings = settings
        self.keyring = keyring
        self.url = f"http://127.0.0.1:{settings.port}"
        self.ws = f"ws://127.0.0.1:{settings.port}"
        self.http = httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S)
        self._people: list[Person] = []

    async def enters(self, **knock: Any) -> httpx.Response:
        """What the door answers, without any cookie of before."""
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S) as http:
            return await http.post("/api/pass", json=knock)

    async def phone(self, delegation: str) -> Phone:
        """Somebody of ``delegation`` who came in with the join code."""
        code = (await read(self.store, self.meeting)).code
        return await self._come(Phone, await self.enters(code=code, delegation=delegation))

    async def card(self, seat: str) -> Phone:
        return await self._come(Phone, await self.enters(seat=self.keyring.seat_card(self.meeting, seat)))

    async def moderator(self) -> Moderator:
        return await self._come(Moderator, await self._by_link(Role.MODERATOR))

    async def with_role(self, role: Role, table: str | None = None) -> Person:
        return await self._come(Person, await self._by_link(role, table))

    async def _by_link(self, role: Role, table: str | None = None) -> httpx.Response:
        return await self.enters(secret=self.keyring.role_link(self.meeting, role, table))

    async def _come(self, sort: type[P], answer: httpx.Response) -> P:
        assert answer.status_code == 200, answer.text
        person = sort(self, answer.json())
        self._people.append(person)
        await person.comes()
        return person

    async def empties(self) -> None:
        await asyncio.gather(*(person.leaves() for person in self._people))
        await self.http.aclose()


@asynccontextmanager
async def a_house(programme: Programme, store: Store | None = None) -> AsyncIterator[House]:
    """A server of its own, on a store of its own unless one is given."""
    async with contextlib.AsyncExitStack() as stack:
        opened = store if store is not None else await stack.enter_async_context(a_store())
        meeting = await create(opened, programme)
        async with a_server_on(opened, meeting) as house:
            yield house


@asynccontextmanager
async def a_server_on(store: Store, meeting: str, keyring: Keyring | None = None) -> AsyncIterator[House]:
    """A server on a store where the meeting is already: also a second worker beside another."""
    # Named as TCP, it is not held up by Nagle's algorithm: asyncio looks for the number.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(1024)
    settings = replace(Settings(), host="127.0.0.1", port=listener.getsockname()[1])
    keyring = keyring or Keyring(b"a secret of the tests, long enough for it")
    server = uvicorn.Server(configured(create_app(settings, store, keyring), settings))
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign, assignment]  # the tests own signals
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    house = House(store, meeting, settings, keyring)
    try:
        yield house
    finally:
        await house.empties()
        server.should_exit = True
        await serving
