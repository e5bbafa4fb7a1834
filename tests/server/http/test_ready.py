"""``/readyz`` is 200 exactly while a ballot could be recorded."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from server.http import health
from server.store.redis import RedisStore
from tests.faults.processes import frozen
from tests.faults.valkeys import Valkey, asks
from tests.helpers.house import House, Phone, a_house
from tests.helpers.programmes import small


@pytest.fixture
async def valkey(tmp_path: Path) -> AsyncIterator[Valkey]:
    async with Valkey.runs(tmp_path / "one") as running:
        yield running


@pytest.fixture
async def house(valkey: Valkey, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    monkeypatch.setattr(health, "READY_FOR_S", 0.0)
    async with await RedisStore.open(valkey.url, patience_s=0.3) as store, a_house(small(), store) as opened:
        yield opened


async def ready(house: House) -> bool:
    answer = await house.http.get("/readyz")
    assert answer.json() == {"ready": answer.status_code == 200}
    return answer.status_code == 200


async def settles(house: House, wanted: bool) -> None:
    async with asyncio.timeout(15):
        while await ready(house) is not wanted:  # noqa: ASYNC110 - another process's doing, seen by asking
            await asyncio.sleep(0.05)


async def votes(phone: Phone) -> Any:
    return (await phone.casts("coffee", {"choices": ["yes"]}))["verdict"]


async def test_it_tells_what_a_ballot_would_hear(house: House, valkey: Valkey, tmp_path: Path) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    phone = await house.phone("peru")
    assert await ready(house)
    assert await votes(phone) == "recorded"

    with frozen(valkey.pid):
        assert not await ready(house)
        assert await votes(phone) == "unknown"
        assert (await house.http.get("/healthz")).status_code == 200
    await settles(house, wanted=True)

    full = int(dict(await asks(valkey.url, "INFO", "memory"))["used_memory"])
    await asks(valkey.url, "CONFIG", "SET", "maxmemory", str(full - 100_000))
    assert not await ready(house)
    assert await votes(phone) == "unknown"
    await asks(valkey.url, "CONFIG", "SET", "maxmemory", "0")
    await settles(house, wanted=True)

    await asks(valkey.url, "CONFIG", "SET", "min-replicas-to-write", "1")
    assert not await ready(house)
    await asks(valkey.url, "CONFIG", "SET", "min-replicas-to-write", "0")
    await settles(house, wanted=True)

    async with Valkey.runs(tmp_path / "other") as other:
        await asks(valkey.url, "REPLICAOF", "127.0.0.1", str(other.port))
        assert not await ready(house)
        assert await votes(phone) == "unknown"
        await asks(valkey.url, "REPLICAOF", "NO", "ONE")
    await settles(house, wanted=True)

    valkey.kill()
    assert not await ready(house)
    await valkey.start()
    await settles(house, wanted=True)
