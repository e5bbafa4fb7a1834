"""Clients that keep to nothing: each says how it was sent away.

A process of its own: ``python -m tests.faults.rude PORT MEETING DRIPPERS`` reads a pass on stdin, goes on until stdin
ends, and says what came of it as JSON. What it costs itself is not the server's doing, so it stands back for others.
"""

import asyncio
import contextlib
import json
import os
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import orjson
import uvloop

from tests.load.peer import frame, upgrade

HEAD_END = b"\r\n\r\n"


@dataclass(frozen=True)
class Door:
    """Where to knock, and with what."""

    port: int
    meeting: str
    token: str

    def hello(self) -> bytes:
        return frame(orjson.dumps({"type": "hello", "meeting": self.meeting, "as": "delegate"}))

    def knock(self) -> bytes:
        return upgrade(self.port, "/ws", {"Authorization": f"Bearer {self.token}"})


@asynccontextmanager
async def inside(door: Door) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    try:
        writer.write(door.knock())
        head = await reader.readuntil(HEAD_END)
        assert head.startswith(b"HTTP/1.1 101"), head
        writer.write(door.hello())
        yield reader, writer
    finally:
        writer.transport.abort()


async def says(door: Door, data: bytes, within_s: float = 15.0) -> int:
    """The close code that such bytes are answered with; 0 where the line just ends, -1 where it does not."""
    async with inside(door) as (reader, writer):
        hearing = asyncio.create_task(close_code(reader, within_s))
        sending = asyncio.create_task(_all(writer, data))
        await asyncio.wait([hearing])
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        return hearing.result()


async def _all(writer: asyncio.StreamWriter, data: bytes) -> None:
    for at in range(0, len(data), 65536):
        writer.write(data[at : at + 65536])
        await writer.drain()


async def close_code(reader: asyncio.StreamReader, within_s: float) -> int:
    try:
        async with asyncio.timeout(within_s):
            while True:
                first, second = await reader.readexactly(2)
                size = second & 0x7F
                if size >= 126:
                    size = int.from_bytes(await reader.readexactly(2 if size == 126 else 8), "big")
                payload = await reader.readexactly(size)
                if first & 0x0F == 8:
                    return int.from_bytes(payload[:2], "big")
    except TimeoutError:
        return -1
    except (asyncio.IncompleteReadError, ConnectionError):
        return 0


# What is said, and the code that means it.
SAYINGS: dict[str, tuple[Callable[[], bytes], int]] = {
    "garbage": (lambda: frame(b"\x01garbage{"), 4500),
    "bytes": (lambda: frame(b"\x00\x01", 0x82), 4500),
    "no UTF-8": (lambda: frame(b"\xff\xfe"), 1007),
    "deep JSON": (lambda: frame(b"[" * 15_000), 4500),
    "a number without end": (lambda: frame(b'{"type":"ping","n":' + b"9" * 15_000 + b"}"), 4500),
    "too long": (lambda: frame(b'"' + b"x" * 20_000 + b'"'), 4500),
    "far too long": (lambda: frame(b"x" * 65_000) + b"\x81\xff" + (10**9).to_bytes(8, "big") + b"\0" * 4, 1009),
    "a million empty fragments": (lambda: frame(b"", 0x01) + frame(b"", 0x00) * 1_000_000, 1009),
    "not masked": (lambda: b"\x81\x02hi", 1002),
    "a flood": (lambda: frame(b'{"type":"ping"}') * 2000, 4029),
    "pings without end": (lambda: frame(b"x" * 125, 0x89) * 20_000, 4029),
    "pongs without end": (lambda: frame(b"", 0x8A) * 200_000, 4029),
}
EARLIER = {"far too long": {1009, 4500}}


class Nuisance:
    """All of them, again and again, for as long as it is wanted. ``codes`` has how each was sent away."""

    def __init__(self, door: Door, drippers: int) -> None:
        self.codes: dict[str, set[int]] = {}
        self.dripped_away = 0
        self._door = door
        self._tasks = [asyncio.create_task(self._again(name)) for name in SAYINGS]
        self._tasks += [asyncio.create_task(self._drip(number)) for number in range(drippers)]
        self._deaf = asyncio.create_task(self._never_reads())

    async def _again(self, name: str) -> None:
        make, _ = SAYINGS[name]
        data = make()
        while True:
            self.codes.setdefault(name, set()).add(await says(self._door, data))
            await asyncio.sleep(1.0)

    async def _drip(self, number: int) -> None:
        """One byte a second: of a request's head, or of a frame."""
        while True:
            with contextlib.suppress(OSError, AssertionError, asyncio.IncompleteReadError):
                if number % 2:
                    async with inside(self._door) as (reader, writer):
                        writer.write(frame(b" " * 1000)[:8])
                        await _one_by_one(reader, writer)
                else:
                    reader, writer = await asyncio.open_connection("127.0.0.1", self._door.port)
                    try:
                        writer.write(b"GET / HTTP/1.1\r\nX: ")
                        await _one_by_one(reader, writer)
                    finally:
                        writer.transport.abort()
                self.dripped_away += 1
            await asyncio.sleep(0.1)

    async def _never_reads(self) -> None:
        loop = asyncio.get_running_loop()
        with socket.socket() as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            line.setblocking(False)
            await loop.sock_connect(line, ("127.0.0.1", self._door.port))
            await loop.sock_sendall(line, self._door.knock())
            await loop.sock_recv(line, 1024)
            await loop.sock_sendall(line, self._door.hello())
            await asyncio.Event().wait()

    async def ends(self) -> None:
        tasks: list[Awaitable[None]] = [*self._tasks, self._deaf]
        for task in (*self._tasks, self._deaf):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _one_by_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Until it is sent away."""
    reading = asyncio.create_task(reader.read())
    try:
        while not reading.done():
            writer.write(b"x")
            await asyncio.wait([reading], timeout=1.0)
    finally:
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)


async def main() -> None:
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    port, meeting, drippers = sys.argv[1:]
    token = await asyncio.to_thread(sys.stdin.readline)
    nuisance = Nuisance(Door(int(port), meeting, token.strip()), int(drippers))
    await asyncio.to_thread(sys.stdin.read)
    await nuisance.ends()
    codes = {name: sorted(found) for name, found in nuisance.codes.items()}
    print(json.dumps({"codes": codes, "dripped_away": nuisance.dripped_away}), flush=True)


if __name__ == "__main__":
    uvloop.run(main())
