"""Valkey servers of our own, over TCP, as somebody else would run them; to be cut off, copied and promoted."""

import asyncio
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from server.store.bundled import program
from server.store.connect import connect
from tests.faults.processes import free_port, send
from tests.faults.rows import NotPossible

DURABLE = {"appendonly": "yes", "appendfsync": "always", "save": "", "maxmemory-policy": "noeviction"}


class Valkey:
    """One server on a folder; the same port again after every start."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.settings = {**DURABLE, **{name.replace("_", "-"): value for name, value in settings.items()}}
        self._process: subprocess.Popen[bytes] | None = None

    @classmethod
    @asynccontextmanager
    async def runs(cls, folder: Path, **settings: str) -> AsyncIterator[Self]:
        valkey = cls(folder, **settings)
        try:
            await valkey.start()
            yield valkey
        finally:
            valkey.kill()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def start(self, *, answering: bool = True) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        settings = {"port": str(self.port), "bind": "127.0.0.1", "dir": str(self.folder), **self.settings}
        options = [part for name, value in settings.items() for part in (f"--{name}", value)]
        self._process = await asyncio.to_thread(
            subprocess.Popen,
            [str(program(self.folder)), *options, "--logfile", str(self.folder / "server.log")],
            stdout=subprocess.DEVNULL,
        )
        async with asyncio.timeout(20):
            while answering and not await self._answers():  # noqa: ASYNC110 - another process's doing
                await asyncio.sleep(0.02)

    async def _answers(self) -> bool:
        try:
            return bool(await asks(self.url, "PING"))
        except Exception:
            return False  # not yet, or still loading: either way it is asked again

    def kill(self) -> None:
        if self._process is not None:
            send(self._process.pid, signal.SIGCONT)
            self._process.kill()
            self._process.wait()


async def asks(url: str, *words: str) -> Any:
    """What a server answers to one command."""
    clients = connect(url)
    try:
        async with asyncio.timeout(5):
            client: Any = clients.write
            return await client.execute_command(*words)
    finally:
        await clients.aclose()


@asynccontextmanager
async def slow_syncs(pid: int, seconds: float) -> AsyncIterator[None]:
    """Each sync to disk of a process takes so long. Raises NotPossible where strace is missing or may not attach."""
    strace = shutil.which("strace")
    if strace is None:
        raise NotPossible("strace is not installed")
    inject = f"inject=fdatasync,fsync:delay_enter={int(seconds * 1e6)}"
    command = [strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync,fsync", "-e", inject, "-p", str(pid)]
    tracing = await asyncio.to_thread(subprocess.Popen, command, stderr=subprocess.PIPE)
    await asyncio.sleep(0.3)
    if tracing.poll() is not None:
        raise NotPossible(f"strace may not attach: {tracing.communicate()[1].decode().strip()[-100:]}")
    try:
        yield
    finally:
        tracing.terminate()
        try:
            await asyncio.to_thread(tracing.wait, 3)
        except subprocess.TimeoutExpired:  # it waits for a thread that was killed while it was held up
            tracing.kill()
            await asyncio.to_thread(tracing.wait)
