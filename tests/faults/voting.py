"""Voters who do what the page does: send, and send the same id again until they are answered."""

import asyncio
import secrets
from collections import Counter
from typing import Any

import httpx
import orjson
import websockets
from websockets.asyncio.client import ClientConnection, connect

from tests.faults.history import History

ANSWER_S = 3.0
ROUND_S = 60.0


class Voter:
    """One seat with its pass; reconnects whenever the socket goes."""

    def __init__(self, url: str, given: dict[str, Any], meeting: str) -> None:
        self._url = url.replace("http", "ws", 1) + "/ws"
        self._given = given
        self._meeting = meeting
        self._socket: ClientConnection | None = None

    async def _connected(self) -> ClientConnection:
        while self._socket is None:
            try:
                socket = await connect(
                    self._url,
                    additional_headers={"Authorization": f"Bearer {self._given['pass']}"},
                    open_timeout=ANSWER_S,
                    max_size=None,
                )
                hello = {"type": "hello", "meeting": self._meeting, "as": self._given["role"]}
                await socket.send(orjson.dumps(hello).decode())
                self._socket = socket
            except (OSError, TimeoutError, websockets.WebSocketException):
                await asyncio.sleep(0.05)
        return self._socket

    async def gives(self, name: str, args: dict[str, Any]) -> dict[str, Any]:
        """The first answer other than ``unknown``; the same id through every cut and restart."""
        id_ = secrets.token_urlsafe(12)
        text = orjson.dumps({"type": "command", "id": id_, "name": name, "args": args}).decode()
        while True:
            socket = await self._connected()
            try:
                await socket.send(text)
                async with asyncio.timeout(ANSWER_S):
                    reply = await self._reply(socket, id_)
            except (OSError, TimeoutError, websockets.WebSocketException):
                await self.leaves()
                continue
            if reply["verdict"] != "unknown":
                return reply

    async def _reply(self, socket: ClientConnection, id_: str) -> dict[str, Any]:
        while True:
            message: dict[str, Any] = orjson.loads(await socket.recv())
            if message["type"] == "reply" and message["id"] == id_:
                return message

    async def votes(self, history: History, activity: str, choice: str) -> None:
        """A text ballot that nobody else casts, so that it is known again in the outcome."""
        ballot = {"activity": activity, "round": 1, "ballot_id": secrets.token_urlsafe(12), "ballot": {"text": choice}}
        reply = await self.gives("cast_ballot", ballot)
        history.add(str(self._given["seat"]), choice, reply["verdict"])

    async def first_keys(self) -> dict[str, Any]:
        """The keys of the first view."""
        socket = await self._connected()
        message: dict[str, Any] = orjson.loads(await socket.recv())
        return dict(message["keys"])

    async def leaves(self) -> None:
        if self._socket is not None:
            socket, self._socket = self._socket, None
            await socket.close()


async def enter(url: str, **knock: Any) -> dict[str, Any]:
    async with httpx.AsyncClient(base_url=url, timeout=10) as http:
        answer = await http.post("/api/pass", json=knock)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


def secret_of(link: str) -> str:
    return link.partition("#")[2]


def counted_choices(outcome: dict[str, Any]) -> list[str]:
    """Every counted text, as often as it was counted."""
    texts = outcome["outcome"]["result"]["texts"]
    return list(Counter({entry["text"]: entry["count"] for entry in texts}).elements())
