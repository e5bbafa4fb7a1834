"""Stores for tests, on the real bundled server.

One server serves a whole run of tests: import the fixtures in a `conftest.py`,

    from tests.helpers.stores import meeting, server_url, store

    __all__ = ["meeting", "server_url", "store"]

and give each test a meeting of its own (`meeting` is a fresh id, not created yet). Only tests that stop, kill or
flush the server start their own with `a_store()` or `a_server()`, in 0.1 s.
"""

import secrets
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from server.store.embedded import embedded
from server.store.redis import RedisStore


@asynccontextmanager
async def a_server() -> AsyncIterator[str]:
    """The URL of a fresh server; all it kept is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="plenaria-test-") as directory:
        async with embedded(Path(directory) / "data") as url:
            yield url


@asynccontextmanager
async def a_store(*, patience_s: float = 5.0) -> AsyncIterator[RedisStore]:
    """A store on a fresh server of its own."""
    async with a_server() as url, await RedisStore.open(url, patience_s=patience_s) as store:
        yield store


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def server_url() -> AsyncIterator[str]:
    """The server that a whole run of tests shares: never stop or flush it."""
    async with a_server() as url:
        yield url


@pytest_asyncio.fixture
async def store(server_url: str) -> AsyncIterator[RedisStore]:
    """A store on the shared server, opened for one test."""
    async with await RedisStore.open(server_url) as opened:
        yield opened


@pytest.fixture
def meeting() -> str:
    """A meeting id that nobody has used."""
    return f"meeting-{secrets.token_hex(6)}"
