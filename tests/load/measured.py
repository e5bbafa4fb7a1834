"""Processes under measurement: what the operating system says they cost."""

import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]


class Measured:
    """A process and its children (workers), but for a bundled Valkey among them."""

    def __init__(self, pid: int, process: asyncio.subprocess.Process | None = None) -> None:
        self.pid = pid
        self._process = process

    @classmethod
    async def start(cls, *command: str, cwd: Path = ROOT, **env: str) -> Self:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *command, cwd=cwd, env={**os.environ, **env}, stdin=pipe, stdout=pipe, limit=2**26
        )
        return cls(process.pid, process)

    @classmethod
    def of(cls, pid: int) -> Self:
        """One that somebody else started."""
        return cls(pid)

    def cpu_s(self) -> float:
        """Since they began, from the operating system."""
        return sum(_cpu_s(pid) for pid in self._own())

    def rss_kib(self) -> int:
        return sum(_rss_kib(pid) for pid in self._own())

    def _own(self) -> list[int]:
        return [self.pid, *(pid for pid in _descendants(self.pid) if not _is_store(pid))]

    async def line(self) -> str:
        """The next line of its stdout. Raises ``RuntimeError`` at the end of it."""
        assert self._process is not None and self._process.stdout is not None  # noqa: PT018 - one question
        read = await self._process.stdout.readline()
        if not read:
            raise RuntimeError(f"process {self.pid} ended")
        return read.decode().strip()

    async def say(self, text: str) -> None:
        assert self._process is not None and self._process.stdin is not None  # noqa: PT018 - one question
        self._process.stdin.write(text.encode() + b"\n")
        await self._process.stdin.drain()

    async def last_words(self) -> str:
        """What it says once its stdin has ended."""
        assert self._process is not None and self._process.stdin is not None  # noqa: PT018 - one question
        self._process.stdin.close()
        return await self.line()

    async def end(self) -> None:
        assert self._process is not None
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.terminate()
        await self._process.wait()


class Driver(Measured):
    """The load driver, ``tests.load.crowd``."""

    @classmethod
    async def begin(cls) -> Self:
        return await cls.start(sys.executable, "-m", "tests.load.crowd")

    async def do(self, order: str, **how: Any) -> dict[str, Any]:
        await self.say(json.dumps({"do": order, **how}))
        answer: dict[str, Any] = json.loads(await self.line())
        return answer


def _cpu_s(pid: int) -> float:
    with contextlib.suppress(OSError):
        threads = Path(f"/proc/{pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9
    return 0.0


def _rss_kib(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def _descendants(pid: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                found += [int(child), *_descendants(int(child))]
    return found


def _is_store(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return b"valkey" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False
