"""Does something as often a second as stdin says: ``go HZ``, ``stop``; the end of stdin ends it."""

import asyncio
import sys
from collections.abc import Callable


async def paced(tell: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    telling: asyncio.Task[None] | None = None
    while line := await lines.readline():
        if telling is not None:
            telling.cancel()
            telling = None
        if line.startswith(b"go "):
            telling = asyncio.create_task(_every(1 / float(line[3:]), tell))


async def _every(seconds: float, tell: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        tell()
        due += seconds
        await asyncio.sleep(max(0.0, due - loop.time()))
