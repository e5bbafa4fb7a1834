"""A proxy from before WebSockets: it carries plain requests, one a connection, and refuses every upgrade."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self


class OldProxy:
    """``refused`` counts the upgrades; with ``modern`` set they are carried too."""

    def __init__(self, port: int) -> None:
        self.port = 0
        self.refused = 0
        self.carried: list[str] = []
        self.modern = False
        self._target = port
        self._carrying: set[asyncio.Task[None]] = set()

    @classmethod
    @asynccontextmanager
    async def to(cls, port: int) -> AsyncIterator[Self]:
        proxy = cls(port)
        server = await asyncio.start_server(proxy._connected, "127.0.0.1", 0)
        proxy.port = server.sockets[0].getsockname()[1]
        try:
            yield proxy
        finally:
            server.close()
            proxy.cut()
            await asyncio.gather(*proxy._carrying, return_exceptions=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Everything that is open."""
        for task in self._carrying:
            task.cancel()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._carrying.add(task)
        try:
            await self._serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._carrying.discard(task)
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        upgrades = re.search(rb"\r\nupgrade:", head, re.IGNORECASE) is not None
        if upgrades and not self.modern:
            self.refused += 1
            writer.write(b"HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            await writer.drain()
            return
        self.carried.append(head.split(b" ", 2)[1].decode())
        if not upgrades:
            head = re.sub(rb"\r\nconnection:[^\r]*", b"", head, flags=re.IGNORECASE)
            head = head[:-4] + b"\r\nConnection: close\r\n\r\n"
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        try:
            far_writer.write(head)
            up = asyncio.create_task(_carry(reader, far_writer))
            try:
                await _carry(far_reader, writer)
            finally:
                up.cancel()
                await asyncio.gather(up, return_exceptions=True)
        finally:
            far_writer.transport.abort()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
