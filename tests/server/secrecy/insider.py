"""An insider: reads all that a running server has written anywhere, and tries to tell who voted what."""

import asyncio
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import orjson
from redis.asyncio import Redis

from tests.faults.voting import secret_of
from tests.helpers.house import PATIENCE_S, Phone

BESIDE = 150
"""How many bytes around a ballot count as beside it: voter and ballot are written next to each other."""

FEW = 4
"""So many names beside a ballot say whose it is; a list of all who are there does not."""


class Watched:
    """``plenaria serve`` as a process, as talkative as it can be; ``said`` is its log, ``printed`` its terminal."""

    def __init__(self, folder: Path, links: dict[str, Any], nodes: list[int]) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._nodes = nodes
        self.links = links
        self.meeting: str = links["meeting"]
        self.url: str = links["phone"].partition("/j#")[0]
        self.ws = self.url.replace("http", "ws", 1)
        self.people: list[Listener] = []

    @property
    def said(self) -> bytes:
        return (self.folder / "stderr").read_bytes()

    @property
    def printed(self) -> bytes:
        return (self.folder / "stdout").read_bytes()

    @property
    def files(self) -> bytes:
        """All that lies in the data directory, or in those of the nodes; the log of the store too."""
        found = [path.read_bytes() for path in sorted(self.data.rglob("*")) if path.is_file()]
        return b"\n".join(found)

    async def comes(self, **knock: str) -> "Listener":
        """Somebody who writes down every frame."""
        async with httpx.AsyncClient(base_url=self.url, timeout=PATIENCE_S) as http:
            answer = await http.post("/api/pass", json=knock)
        assert answer.status_code == 200, answer.text
        listener = Listener(self, answer.json())
        self.people.append(listener)
        await listener.comes()
        return listener

    async def by_link(self, name: str) -> "Listener":
        return await self.comes(secret=secret_of(self.links[name]))

    async def by_card(self, number: int) -> "Listener":
        return await self.comes(seat=secret_of(self.links["seats"][number]["link"]))

    async def get(self, path: str, given: str = "") -> bytes:
        """The answer to whoever holds this pass; what is packed in it unpacked."""
        headers = {"authorization": f"Bearer {given}"} if given else {}
        async with httpx.AsyncClient(base_url=self.url, timeout=30, headers=headers) as http:
            answer = await http.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return unpacked(answer.content)

    @asynccontextmanager
    async def stores(self) -> AsyncIterator[list[Any]]:
        """A client of each node, or of the bundled server."""
        if not self._nodes:
            async with self.store() as client:
                yield [client]
            return
        clients: list[Any] = [Redis(port=port) for port in self._nodes]
        try:
            yield clients
        finally:
            await asyncio.gather(*(client.aclose() for client in clients))

    @asynccontextmanager
    async def store(self) -> AsyncIterator[Any]:
        """A client of the bundled server, as whoever owns the machine can have one."""
        socket = json.loads((self.data / "server.json").read_bytes())["socket"]
        client: Any = Redis(unix_socket_path=socket)
        try:
            yield client
        finally:
            await client.aclose()

    async def erased(self) -> None:
        """Waits until the files hold nothing any more that a sealing has erased."""
        async with self.stores() as clients, asyncio.timeout(PATIENCE_S):
            for client in clients:
                while await client.keys("plenaria:erase"):  # noqa: ASYNC110 - another process does it
                    await asyncio.sleep(0.02)

    async def slow_log(self) -> bytes:
        async with self.stores() as clients:
            return b"\n".join([repr(await client.slowlog_get(1000)).encode() for client in clients])

    async def everything_in_memory(self) -> bytes:
        """Every key of the store as it would be written to a backup."""
        found = []
        async with self.stores() as clients:
            for client in clients:
                found += [key + b" " + (await client.dump(key) or b"") for key in await client.keys("*")]
        return (b"\n" * 2 * BESIDE).join(sorted(found))


class Listener(Phone):
    """Keeps the very text of every frame."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.texts: list[bytes] = []

    async def _hear(self, message: dict[str, Any]) -> None:
        self.texts.append(orjson.dumps(message))
        await super()._hear(message)


@asynccontextmanager
async def a_watched_server(
    folder: Path, workers: int = 1, nodes: Sequence[int] = (), **settings: str
) -> AsyncIterator[Watched]:
    """``settings`` are environment variables of the server; ``nodes`` the ports of a cluster to use."""
    links_file = folder / "links.json"
    if nodes:
        settings["REDIS_URL"] = f"redis+cluster://127.0.0.1:{nodes[0]}"
    ours = ("PLENARIA_", "REDIS_URL", "PORT", "HOST")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    with (folder / "stdout").open("wb") as out, (folder / "stderr").open("wb") as err:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "server.cli", "serve", "--host", "127.0.0.1", "--port", "0"),
            *("--data", str(folder / "data"), "--links", str(links_file), "--workers", str(workers)),
            env={**environment, "PLENARIA_LOG": "debug", **settings},
            stdout=out,
            stderr=err,
        )
    watched: Watched | None = None
    try:
        async with asyncio.timeout(30):
            while not links_file.exists():
                assert process.returncode is None, (folder / "stderr").read_text()
                await asyncio.sleep(0.02)
        watched = Watched(folder, orjson.loads(links_file.read_bytes()), list(nodes))
        yield watched
    finally:
        if watched is not None:
            await asyncio.gather(*(person.leaves() for person in watched.people))
        if process.returncode is None:
            process.terminate()
            await asyncio.wait_for(process.wait(), 30)


def unpacked(content: bytes) -> bytes:
    """The content, and what is in it where it is an archive (as spreadsheets and documents are), and in those in it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(unpacked(archive.read(name)) for name in archive.namelist())


def beside(haystack: bytes, needle: str, names: list[str], reach: int = BESIDE) -> set[str]:
    """Which of ``names`` stand, as whole words, within ``reach`` bytes of any place where ``needle`` does."""
    found = set()
    for match in re.finditer(re.escape(needle.encode()), haystack):
        around = haystack[max(0, match.start() - reach) : match.end() + reach]
        found |= {
            name for name in names if re.search(rb"(?<![\w-])" + re.escape(name.encode()) + rb"(?![\w-])", around)
        }
    return found
