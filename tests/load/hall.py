"""A hall for measurements: a programme with as many seats as are wanted, served by the real server."""

import asyncio
import json
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from websockets.asyncio.client import ClientConnection, connect

from sessions.programme import MAX_DELEGATIONS
from tests.faults.processes import free_port, store_pids
from tests.load.measured import Driver, Measured

READY_S = 60.0
SESSION, POLL = (
    "a-session-whose-name-is-as-long-as-those-of-real-ones-are",
    "a-poll-whose-name-is-as-long-as-those-of-real-programmes-are",
)


def programme(delegations: int, seats: int) -> dict[str, Any]:
    options = [{"id": name, "text": name} for name in ("yes", "no", "later")]
    polls = [
        {"id": id_, "code": f"P-{n}", "kind": "poll", "title": "Sondeo", "secrecy": "by_delegation"}
        | {"setup": {"question": "¿Sí?", "answer": "single", "options": options}}
        for n, id_ in enumerate([POLL, *(f"{POLL[:40]}-{n}" for n in range(2, 9))], 1)
    ]
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60, "regime": "attributable"}
    return {
        "plenaria": 1,
        "id": "hall",
        "title": {"es": "Sala", "en": "Hall"},
        "place": "Panamá",
        "zone": "America/Panama",
        "languages": ["es", "en"],
        "rules": {"confidentiality": "Regla", "stored": "Datos", "votes": "Votos"},
        "delegations": [{"id": f"d{n}", "name": f"Delegación {n}", "seats": seats} for n in range(delegations)],
        "sessions": [{"id": SESSION, "code": "S1", "title": "Plenaria", "activities": polls, **day}],
    }


class Hall:
    """``polls`` are the ids of the activities of the one session; all are polls with yes, no and later."""

    def __init__(self, server: Measured, port: int, links: dict[str, Any], data: Path) -> None:
        self.server = server
        self.stores = [Measured.of(pid) for pid in store_pids(data)]
        self.port = port
        self.meeting: str = links["meeting"]
        self.cards = [seat["link"].partition("#")[2] for seat in links["seats"]]
        self.polls = [a["id"] for a in programme(1, 1)["sessions"][0]["activities"]]
        self._links = links
        self._taken = 0

    async def joined(self, driver: Driver, group: str, count: int) -> dict[str, Any]:
        """Delegates with the next ``count`` cards, each with its first view."""
        cards = self.cards[self._taken : self._taken + count]
        self._taken += count
        hello = {"type": "hello", "meeting": self.meeting, "as": "delegate"}
        return await driver.do(
            "join",
            group=group,
            port=self.port,
            path="/ws",
            count=count,
            cards=cards,
            headers={"Sec-WebSocket-Protocol": "plenaria.v1"},
            first=[json.dumps(hello)],
            wanted=1,
        )

    @asynccontextmanager
    async def moderator(self) -> AsyncIterator["Moderator"]:
        token = await asyncio.to_thread(self._pass, self._links["control"].partition("#")[2])
        address = f"ws://127.0.0.1:{self.port}/ws"
        headers = {"Authorization": f"Bearer {token}"}
        async with connect(address, additional_headers=headers, compression=None, max_size=None) as socket:
            hello = {"type": "hello", "meeting": self.meeting, "as": "moderator"}
            await socket.send(json.dumps(hello))
            moderator = Moderator(socket)
            reading = asyncio.create_task(moderator.read())
            try:
                yield moderator
            finally:
                reading.cancel()

    def _pass(self, secret: str) -> str:
        body = json.dumps({"secret": secret}).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/api/pass", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - the same
            return str(json.load(answer)["pass"])


class Moderator:
    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._replies: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._count = 0

    async def read(self) -> None:
        async for text in self._socket:
            if isinstance(text, str) and text.startswith('{"type":"reply"'):
                message = orjson.loads(text)
                self._replies.pop(message["id"]).set_result(message)

    async def stages(self, number: int) -> None:
        """Something that everybody is told at once, in a frame of some 400 bytes; another one for each number."""
        show = {"show": "auto" if number % 2 else "blank", "activity": POLL, "table": "t" * 64}
        await self.does("set_stage", stage=show)

    async def does(self, name: str, **args: Any) -> None:
        """A command that must be recorded."""
        self._count += 1
        id_ = f"moderator-{time.time_ns()}-{self._count}"
        reply = self._replies[id_] = asyncio.get_running_loop().create_future()
        await self._socket.send(json.dumps({"type": "command", "id": id_, "name": name, "args": args}))
        message = await asyncio.wait_for(reply, 30)
        if message["verdict"] != "recorded":
            raise RuntimeError(f"{name}: {message}")


@asynccontextmanager
async def a_hall(seats: int, workers: int = 1) -> AsyncIterator[Hall]:
    """A fresh server with a meeting of at least so many seats."""
    with TemporaryDirectory(prefix="plenaria-load-") as name:
        folder = Path(name)
        file, links, data = folder / "programme.json", folder / "links.json", folder / "data"
        file.write_text(json.dumps(programme(*_delegations(seats)), ensure_ascii=False), encoding="utf-8")
        command = ("meeting", "create", str(file), "--data", str(data))
        made = await Measured.start(sys.executable, "-m", "server.cli", *command)
        await made.line()
        await made.end()
        port = free_port()
        where = ("--data", str(data), "--host", "127.0.0.1", "--port", str(port), "--links", str(links))
        server = await Measured.start(sys.executable, "-m", "server.cli", "serve", *where, "--workers", str(workers))
        try:
            await until_ready(port)
            yield Hall(server, port, json.loads(links.read_bytes()), data)
        finally:
            await server.end()


def _delegations(seats: int) -> tuple[int, int]:
    """(delegations, seats of each): 25 each, or as many more as 400 delegations need."""
    each = max(25, -(-seats // MAX_DELEGATIONS))
    return -(-seats // each), each


async def until_ready(port: int) -> None:
    """Until a ballot could be recorded. Raises ``TimeoutError``."""
    async with asyncio.timeout(READY_S):
        while not await asyncio.to_thread(_ready, port):  # noqa: ASYNC110 - another process: there is no event
            await asyncio.sleep(0.02)


def _ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False
