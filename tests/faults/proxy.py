"""A TCP proxy that drips, delays, cuts and swallows, between a client and a server on this machine."""

import asyncio
import contextlib
import random
import socket
import struct
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Self

CHUNK = 65536
Pair = tuple[asyncio.StreamWriter, asyncio.StreamWriter]


@dataclass
class Way:
    """One direction. ``delay_s`` is added to each piece (and keeps their order), ``bytes_a_s`` is its pace, ``piece``
    the most bytes in a segment; ``lost`` swallows all and says nothing; while ``open`` is clear all waits.
    ``on_data`` sees what came before it goes on. ``stalls`` is how many of a hundred pieces wait ``stall_s`` more, and
    all behind them: what losing a segment costs on TCP."""

    delay_s: float = 0.0
    bytes_a_s: float | None = None
    piece: int = CHUNK
    lost: bool = False
    stalls: float = 0.0
    stall_s: float = 0.3
    open: asyncio.Event = field(default_factory=asyncio.Event)
    on_data: Callable[[bytes], None] | None = None
    carried: int = 0
    held: int = 0

    def __post_init__(self) -> None:
        self.open.set()


class Proxy:
    """``url`` is where clients connect. ``up`` is towards the server. Knobs turn at any time."""

    def __init__(self, host: str, port: int) -> None:
        self.up = Way()
        self.down = Way()
        self.refusing = False
        self.port = 0
        self._target = (host, port)
        self._tasks: set[asyncio.Task[None]] = set()
        self._lines: set[Pair] = set()
        self._silent: set[Pair] = set()

    @classmethod
    @asynccontextmanager
    async def to(cls, port: int, host: str = "127.0.0.1") -> AsyncIterator[Self]:
        proxy = cls(host, port)
        server = await asyncio.start_server(proxy._connected, "127.0.0.1", 0)
        proxy.port = server.sockets[0].getsockname()[1]
        try:
            yield proxy
        finally:
            server.close()
            proxy.cut()
            for task in list(proxy._tasks):
                task.cancel()
            await asyncio.gather(*proxy._tasks, return_exceptions=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def waiting(self) -> bool:
        """Whether something towards the server is held back."""
        return self.up.held > 0

    @property
    def lines(self) -> int:
        """Connections that are open now."""
        return len(self._lines)

    def silence(self) -> None:
        """Nothing more goes through the lines that are open now, and nobody is told; new ones work."""
        self._silent |= self._lines

    def leads_to(self, port: int) -> None:
        """Another server from now on; the lines to the old one are cut."""
        self._target = (self._target[0], port)
        self.cut()

    def cut(self, *, reset: bool = True) -> None:
        """Every connection, on both sides: with RST, or in order."""
        for pair in list(self._lines):
            self._lines.discard(pair)
            for writer in pair:
                _end(writer, reset=reset)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.refusing:
            _end(writer, reset=True)
            return
        try:
            far_reader, far_writer = await asyncio.open_connection(*self._target)
        except OSError:
            _end(writer, reset=True)
            return
        pair = (writer, far_writer)
        self._lines.add(pair)
        carrying = (
            asyncio.create_task(self._carry(self.up, reader, far_writer, pair)),
            asyncio.create_task(self._carry(self.down, far_reader, writer, pair)),
        )
        self._tasks.update(carrying)
        for task in carrying:
            task.add_done_callback(self._tasks.discard)
        await asyncio.wait(carrying, return_when=asyncio.FIRST_COMPLETED)
        # While all is swallowed nobody hears that the other is gone.
        while (self.up.lost or self.down.lost or pair in self._silent) and pair in self._lines:  # noqa: ASYNC110 - knobs raise no event
            await asyncio.sleep(0.05)
        self._lines.discard(pair)
        self._silent.discard(pair)
        for end in pair:
            _end(end, reset=False)

    async def _carry(self, way: Way, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, pair: Pair) -> None:
        loop = asyncio.get_running_loop()
        late: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(1000)
        try:
            async with asyncio.TaskGroup() as group:
                writing = group.create_task(_write(way, late, writer))
                while data := await reader.read(CHUNK):
                    if pair in self._silent:
                        continue
                    await late.put((loop.time() + way.delay_s, data))
                await late.put((0.0, b""))
                await writing
        except* (OSError, RuntimeError):  # uvloop says with the second that a line is closed already
            self._lines.discard(pair)


async def _write(way: Way, late: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due, data = await late.get()
        if not data:
            return
        await asyncio.sleep(max(0.0, due - loop.time()))
        way.held += 1
        await way.open.wait()
        way.held -= 1
        if way.on_data is not None:
            way.on_data(data)
        way.carried += len(data)
        if random.random() * 100 < way.stalls:
            await asyncio.sleep(way.stall_s)
        if way.lost or writer.is_closing():
            continue
        for at in range(0, len(data), way.piece):
            piece = data[at : at + way.piece]
            if way.bytes_a_s or way.piece < CHUNK:
                await asyncio.sleep(len(piece) / way.bytes_a_s if way.bytes_a_s else 0)
            writer.write(piece)
        await writer.drain()


def _end(writer: asyncio.StreamWriter, *, reset: bool) -> None:
    if reset:
        line: socket.socket | None = writer.get_extra_info("socket")
        if line is not None:
            with contextlib.suppress(OSError):
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
    else:
        with contextlib.suppress(OSError, RuntimeError):
            writer.close()
