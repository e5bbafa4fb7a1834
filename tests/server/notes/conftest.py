"""A fresh meeting in a Valkey shared by these tests, a notes server on it, and editors that are closed at the end."""

import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from redis import Redis

from server.store.redis import RedisStore
from tests.server.notes.editor import Editor
from tests.server.notes.house import MEETING, House, start_valkey

OpenEditor = Callable[..., Awaitable[Editor]]


@pytest.fixture(scope="session")
def valkey() -> Iterator[Path]:
    # Not tmp_path: the path of a unix socket must be short.
    with tempfile.TemporaryDirectory(prefix="pads") as folder:
        process = start_valkey(Path(folder))
        yield Path(folder)
        process.kill()
        process.wait()


@pytest.fixture
async def store_url(valkey: Path) -> str:
    with Redis(unix_socket_path=str(valkey / "socket")) as client:
        client.flushall()
    url = f"unix://{valkey / 'socket'}"
    async with await RedisStore.open(url) as store:
        await store.create(MEETING, [b"{}"])
    return url


@pytest.fixture
async def house(store_url: str) -> AsyncIterator[House]:
    house = House(store_url)
    await house.start()
    yield house
    await house.stop()


@pytest.fixture
async def editor(house: House) -> AsyncIterator[OpenEditor]:
    """Opens an editor on a pad of ``house`` (table 1 if not told), synced."""
    opened: list[Editor] = []

    async def open_editor(url: str | None = None, *, acks: bool = True, client_id: int | None = None) -> Editor:
        one = Editor(client_id)
        opened.append(one)
        return await one.open(url or house.pad(), acks=acks)

    yield open_editor
    for one in opened:
        await one.close()
