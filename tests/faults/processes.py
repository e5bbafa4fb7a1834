"""A server as people run it: its own process, its own bundled store, killed at will."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    """``plenaria serve`` on a data directory; the same port again after every start. ``environment`` is added to ours;
    ``before`` are words in front of the command, such as a program that limits what it runs."""

    def __init__(
        self,
        folder: Path,
        workers: int = 1,
        *,
        data: Path | None = None,
        environment: dict[str, str] | None = None,
        before: tuple[str, ...] = (),
    ) -> None:
        self.data = data or folder / "data"
        self.links_file = folder / "links.json"
        self.log = folder / "log.txt"
        self.port = free_port()
        self.workers = workers
        self.url = f"http://127.0.0.1:{self.port}"
        self._environment = environment or {}
        self._before = before
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> dict[str, Any]:
        """The links, once a ballot could be recorded."""
        await self.launch()
        await self.until_ready()
        return self.links()

    async def launch(self) -> None:
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._before,
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
                env={**os.environ, **self._environment},
                stdout=log,
                stderr=log,
            )

    def links(self) -> dict[str, Any]:
        links: dict[str, Any] = orjson.loads(self.links_file.read_bytes())
        return links

    async def until_ready(self, within_s: float = READY_S) -> None:
        async with httpx.AsyncClient(base_url=self.url, timeout=5) as http, asyncio.timeout(within_s):
            while not await _ready(http):  # noqa: ASYNC110 - another process: there is no event to wait for
                await asyncio.sleep(0.05)

    async def is_ready(self) -> bool:
        async with httpx.AsyncClient(base_url=self.url, timeout=8) as http:
            return await _ready(http)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def worker_pids(self) -> list[int]:
        """Those that answer: the children of a supervisor, or the one process itself."""
        if self.workers == 1:
            return [self.pid]
        return [pid for pid in children(self.pid) if b"worker" in command_of(pid)]

    @property
    def store_pids(self) -> list[int]:
        return store_pids(self.data)

    @property
    def store_url(self) -> str:
        """Where the bundled Valkey listens, or the one that was named."""
        if "REDIS_URL" in self._environment:
            return self._environment["REDIS_URL"]
        return f"unix://{orjson.loads((self.data / 'server.json').read_bytes())['socket']}"

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
        for pid in self.store_pids:
            send(pid, signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        if self._process is None or self._process.returncode is not None:
            return 0
        self._process.terminate()
        return await asyncio.wait_for(self._process.wait(), READY_S)

    async def cleared(self) -> None:
        """Whatever state it is in, nothing of it runs afterwards."""
        for pid in [*self.store_pids, *(self.worker_pids if self._running else [])]:
            send(pid, signal.SIGCONT)
        if self._running:
            send(self.pid, signal.SIGCONT)
            with contextlib.suppress(TimeoutError):
                await self.stop()
        if self._running:
            await self.killed()
        self.kill_store()

    @property
    def _running(self) -> bool:
        return self._process is not None and self._process.returncode is None


@contextmanager
def frozen(*pids: int) -> Iterator[None]:
    """SIGSTOP: they hang, with all their connections open."""
    for pid in pids:
        send(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            send(pid, signal.SIGCONT)


def send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        threads = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    return []


def command_of(pid: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def rss_kib(pid: int) -> int:
    """What a process holds in memory now, in KiB; 0 where it is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


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
