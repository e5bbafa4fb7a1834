"""``plenaria`` as people run it: a process of its own.

result = await plenaria("meeting", "list", data=data)
async with serving(data) as server:
    server.links["code"]
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import orjson

from server.meetings import create
from server.store.directory import DataDirectory
from server.store.embedded import embedded
from server.store.redis import RedisStore
from sessions.programme import Programme

PATIENCE_S = 30.0
COMMAND = (sys.executable, "-m", "server.cli")


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


async def plenaria(*arguments: str, data: Path | None = None, environment: dict[str, str] | None = None) -> Result:
    """Runs a command to its end."""
    at = ["--data", str(data)] if data else []
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *arguments,
        *at,
        env={**_environment(), **(environment or {})},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE_S):
        out, err = await process.communicate()
    assert process.returncode is not None
    return Result(process.returncode, out.decode(), err.decode())


class Serving:
    """A server with its links."""

    def __init__(self, process: asyncio.subprocess.Process, links_file: Path) -> None:
        self.process = process
        self.links_file = links_file
        self.links: dict[str, Any] = orjson.loads(links_file.read_bytes())
        self.url: str = self.links["phone"].partition("/j#")[0]

    async def get(self, path: str) -> httpx.Response:
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S) as http:
            return await http.get(path)

    async def ends(self, number: signal.Signals = signal.SIGTERM) -> int:
        """The exit code after a signal."""
        self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE_S):
            return await self.process.wait()


@asynccontextmanager
async def serving(data: Path, *arguments: str) -> AsyncIterator[Serving]:
    """``plenaria serve`` on a free port, ready; ended with SIGTERM unless the test has done so."""
    links_file = data.with_name(f"{data.name}-links.json")
    links_file.unlink(missing_ok=True)
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *("serve", "--host", "127.0.0.1", "--port", "0", "--data", str(data), "--links", str(links_file)),
        *arguments,
        env=_environment(),
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        await until(lambda: links_file.exists() or process.returncode is not None)
        assert process.returncode is None, f"the server ended with {process.returncode}"
        server = Serving(process, links_file)
        assert (await server.get("/readyz")).json() == {"ready": True}
        yield server
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def until(condition: Callable[[], bool]) -> None:
    """What another process does raises no event here."""
    async with asyncio.timeout(PATIENCE_S):
        while not condition():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.02)


async def given(data: Path, programme: Programme) -> str:
    """A meeting in the data directory, made while no server runs; its id."""
    async with embedded(data) as url, await RedisStore.open(url) as store:
        return await create(store, programme)


def store_is_down(data: Path) -> bool:
    return DataDirectory(data).lock("server").free()


def _environment() -> dict[str, str]:
    foreign = ("PLENARIA_", "REDIS_URL", "PORT", "HOST")
    return {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
