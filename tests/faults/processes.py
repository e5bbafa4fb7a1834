"""A server as people run it: its own process, its own bundled store, killed at will."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import httpx
import orjson

READY_S = 30.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class ServerProcess:
    """``plenaria serve`` on a data directory; the same port again after every start."""

    def __init__(self, folder: Path, workers: int = 1) -> None:
        self.data = folder / "data"
        self.links_file = folder / "links.json"
        self.log = folder / "log.txt"
        self.port = free_port()
        self.workers = workers
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> dict[str, Any]:
        """The links, once a ballot could be recorded."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "server.cli",
                "serve",
                "--data",
                str(self.data),
                "--host",
                "127.0.0.1",
                "--port",
                str(self.port),
                "--links",
                str(self.links_file),
                "--workers",
                str(self.workers),
                stdout=log,
                stderr=log,
            )
        await self.until_ready()
        links: dict[str, Any] = orjson.loads(self.links_file.read_bytes())
        return links

    async def until_ready(self) -> None:
        async with httpx.AsyncClient(base_url=self.url) as http, asyncio.timeout(READY_S):
            while not await _ready(http):  # noqa: ASYNC110 - another process: there is no event to wait for
                await asyncio.sleep(0.05)

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def killed(self) -> None:
        assert self._process is not None
        self.kill()
        await self._process.wait()

    def kill_store(self) -> None:
        """kill -9 of the bundled Valkey on this data directory."""
        for pid in store_pids(self.data):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        if self._process is None or self._process.returncode is not None:
            return 0
        self._process.terminate()
        return await asyncio.wait_for(self._process.wait(), READY_S)


def store_pids(data: Path) -> list[int]:
    """Processes of the bundled server whose working directory is the data directory."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        with contextlib.suppress(OSError):
            command = (entry / "cmdline").read_bytes()
            here = (entry / "cwd").resolve()
            if b"valkey-server" in command and (here == data.resolve() or str(data.resolve()).encode() in command):
                found.append(int(entry.name))
    return found


async def _ready(http: httpx.AsyncClient) -> bool:
    try:
        return (await http.get("/readyz")).status_code == 200
    except httpx.HTTPError:
        return False
