"""Clients of Redis are built in one place, where their retries and limits are set on purpose."""

import ast
import asyncio
import inspect
from pathlib import Path

import pytest
import redis.asyncio

from tests.helpers.stores import a_store
from tests.server.store.processes import pid_of, stopped

ROOT = Path(__file__).parents[3]
FACTORY = ROOT / "server" / "store" / "connect.py"
BUILDS = {"Redis", "RedisCluster", "StrictRedis", "Valkey", "ValkeyCluster", "from_url", "from_pool", "Sentinel"}


def built(source: str) -> list[int]:
    """Lines on which a client or a pool of Redis is built."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in BUILDS or name.endswith("ConnectionPool"):
                found.append(node.lineno)
    return found


def test_no_client_is_built_elsewhere() -> None:
    sources = [path for package in ("server", "sessions") for path in (ROOT / package).rglob("*.py")]
    assert FACTORY in sources
    places = {
        str(path.relative_to(ROOT)): built(path.read_text(encoding="utf-8")) for path in sources if path != FACTORY
    }
    assert {place: lines for place, lines in places.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    ["redis.asyncio.Redis()", "Redis(host='x')", "Redis.from_url(url)", "BlockingConnectionPool()", "x = from_url(u)"],
)
def test_the_search_finds_clients(source: str) -> None:
    assert built(source) == [1]


async def test_what_redis_py_does_by_itself_is_what_the_factory_turns_off() -> None:
    """The danger is real: if this fails, redis-py no longer repeats writes and the factory may be simpler."""
    retry = inspect.signature(redis.asyncio.Redis.__init__).parameters["retry"].default
    assert retry.get_retries() > 0
    async with a_store() as store:
        write = store.clients.write
        assert isinstance(write, redis.asyncio.Redis)
        kwargs = write.connection_pool.connection_kwargs
        careless = redis.asyncio.Redis(unix_socket_path=kwargs["path"], socket_timeout=0.2)
        pid = await pid_of(store)
        await careless.ping()
        async with stopped(pid):
            counting = asyncio.gather(careless.incr("n"))
            await asyncio.sleep(0.5)
        await counting
        count = int(await careless.get("n") or 0)
        await careless.aclose()
        assert count > 1
        assert kwargs["retry"].get_retries() == 0
