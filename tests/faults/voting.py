"""Voters who do what the page does: send, and send the same id again until they are answered."""

import asyncio
import contextlib
import secrets
from collections import Counter
from typing import Any

import httpx
import orjson
import websockets
from websockets.asyncio.client import ClientConnection, connect

from tests.faults.history import Answer, History

ANSWER_S = 3.0
LOST = (OSError, TimeoutError, websockets.WebSocketException)


class Voter:
    """One seat with its pass; reconnects whenever the socket goes, from its cursor. ``keys`` are its screen. With a
    ``history`` its cursors are kept there, under ``name``; ``openings`` are the sorts of its first frames."""

    def __init__(
        self, url: str, given: dict[str, Any], meeting: str, *, history: History | None = None, name: str = ""
    ) -> None:
        self.url = url
        self.given = given
        self.seat = str(given.get("seat"))
        self.keys: dict[str, Any] = {}
        self.cursor: list[Any] | None = None
        self.openings: list[str] = []
        self.patience_s = ANSWER_S
        self.frame = b""
        self.last: dict[str, dict[str, Any]] = {}
        self.history = history
        self._name = name or self.seat
        self._meeting = meeting
        self._socket: ClientConnection | None = None

    async def connected(self) -> ClientConnection:
        while self._socket is None:
            try:
                self._socket = await self._opened()
            except LOST:
                await asyncio.sleep(0.05)
        return self._socket

    async def _opened(self) -> ClientConnection:
        socket = await connect(
            self.url.replace("http", "ws", 1) + "/ws",
            additional_headers={"Authorization": f"Bearer {self.given['pass']}"},
            open_timeout=self.patience_s,
            close_timeout=1,
            max_size=None,
        )
        try:
            hello = {"type": "hello", "meeting": self._meeting, "as": self.given["role"]}
            if self.cursor is not None:
                hello["cursor"] = self.cursor
            await socket.send(orjson.dumps(hello).decode())
            async with asyncio.timeout(self.patience_s):
                first = await self._hears(socket)
            self.openings.append(first["type"])
        except BaseException:
            socket.transport.abort()
            raise
        return socket

    async def gives(self, name: str, args: dict[str, Any], id_: str | None = None) -> dict[str, Any]:
        """The first answer other than ``unknown``; the same id through every cut and restart."""
        while True:
            reply = await self.asks(name, args, id_ := id_ or secrets.token_urlsafe(12))
            if reply["verdict"] != "unknown":
                return reply

    async def asks(self, name: str, args: dict[str, Any], id_: str) -> dict[str, Any]:
        """The answer to one try; unknown where none comes."""
        socket = await self.connected()
        try:
            await socket.send(orjson.dumps({"type": "command", "id": id_, "name": name, "args": args}).decode())
            async with asyncio.timeout(ANSWER_S):
                while (message := await self._hears(socket)).get("id") != id_:
                    pass
        except LOST:
            await self.leaves()
            return {"verdict": "unknown"}
        return message

    async def _hears(self, socket: ClientConnection) -> dict[str, Any]:
        data = await socket.recv(decode=False)
        message: dict[str, Any] = orjson.loads(data)
        if message["type"] == "snapshot":
            self.keys = dict(message["keys"])
        elif message["type"] == "delta":
            self.keys.update(message["keys"])
            for key in message["gone"]:
                self.keys.pop(key, None)
        if "cursor" in message:
            self.cursor = message["cursor"]
            self.frame = data
            if self.history is not None:
                self.history.sees(self._name, (message["cursor"][0], message["cursor"][1]))
        return message

    async def hears_more(self) -> None:
        """One message more; through cuts and restarts."""
        socket = await self.connected()
        try:
            await self._hears(socket)
        except LOST:
            await self.leaves()

    async def sees(self, key: str, within_s: float = 10.0, **fields: Any) -> Any:
        """Waits until ``key`` is there with these fields; through cuts and restarts."""
        async with asyncio.timeout(within_s):
            while key not in self.keys or any(self.keys[key].get(name) != value for name, value in fields.items()):
                await self.hears_more()
        return self.keys[key]

    async def votes(
        self, history: History, activity: str, choice: str, *, counts_as: str | None = None, round_: int = 1
    ) -> Answer:
        """A text ballot that nobody else casts, so that it is known again in the outcome."""
        ballot = a_ballot(activity, choice, round_)
        answer = history.sends(counts_as or self.seat, choice)
        self.last[activity] = ballot
        reply = await self.gives("cast_ballot", ballot)
        history.hears(answer, reply["verdict"])
        return answer

    async def offers_again(self, activity: str) -> dict[str, Any]:
        """Sends what it cast last once more, as the page does when the epoch has changed."""
        return await self.gives("cast_ballot", self.last[activity])

    async def first_keys(self) -> dict[str, Any]:
        """The keys of the first view."""
        await self.connected()
        return self.keys

    async def leaves(self) -> None:
        if self._socket is not None:
            socket, self._socket = self._socket, None
            with contextlib.suppress(*LOST):
                await socket.close()

    def drops(self) -> None:
        """Gone without a word."""
        if self._socket is not None:
            socket, self._socket = self._socket, None
            socket.transport.abort()


def a_ballot(activity: str, choice: str, round_: int = 1) -> dict[str, Any]:
    id_ = secrets.token_urlsafe(12)
    return {"activity": activity, "round": round_, "ballot_id": id_, "ballot": {"text": choice}}


async def enter(url: str, **knock: Any) -> dict[str, Any]:
    async with httpx.AsyncClient(base_url=url, timeout=10) as http:
        answer = await http.post("/api/pass", json=knock)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


def secret_of(link: str) -> str:
    return link.partition("#")[2]


def counted_choices(outcome: dict[str, Any]) -> list[str]:
    """Every counted text, as often as it was counted, of an outcome's result."""
    texts = outcome["result"]["texts"]
    return list(Counter({entry["text"]: entry["count"] for entry in texts}).elements())
