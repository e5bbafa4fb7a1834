"""What operators see: numbers of all workers, and none that tells who voted, what, or when."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from server.http import numbers
from server.metrics.counts import Histogram
from server.metrics.families import FAMILIES
from server.metrics.page import page
from server.store.redis import RedisStore
from sessions.actor import Role
from tests.helpers.house import House, a_house, a_server_on
from tests.helpers.programmes import small
from tests.helpers.stores import a_server


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def text_of(house: House) -> str:
    answer = await house.http.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    return answer.text


async def read(house: House) -> dict[str, float]:
    """Every sample, without the label of the worker; of several workers their sum."""
    found: dict[str, float] = {}
    for sample in samples(text_string_to_metric_families(await text_of(house))):
        labels = ",".join(f"{k}={v}" for k, v in sorted(sample.labels.items()) if k != "worker")
        name = f"{sample.name}{{{labels}}}" if labels else sample.name
        found[name] = found.get(name, 0.0) + sample.value
    return found


def samples(families: Iterable[Metric]) -> list[Sample]:
    return [sample for family in families for sample in family.samples]


async def test_every_family_is_on_the_page_and_moves(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    phone = await house.phone("peru")
    await phone.casts("coffee", {"choices": ["yes"]})
    await moderator.sees("turnout/coffee", voted=1)
    await phone.gives("close_activity", {"activity": "coffee", "round": 1})
    rapporteur = await house.with_role(Role.RAPPORTEUR)
    path = f"/api/m/{house.meeting}/export.csv"
    assert (await house.http.get(path, headers={"Authorization": f"Bearer {rapporteur.pass_}"})).status_code == 200
    told = await read(house)
    for family in FAMILIES:
        ending = {"counter": "_total", "histogram": "_count", "gauge": ""}[family.sort]
        assert family.name.startswith("plenaria_")
        if family.name not in {"plenaria_closes"}:
            assert any(name.split("{")[0] == family.name + ending for name in told), family.name
    assert told["plenaria_up"] == told["plenaria_rooms"] == told["plenaria_ready"] == 1
    assert told["plenaria_connections{by=socket}"] == 3
    assert told["plenaria_commands_total{name=cast_ballot,verdict=recorded}"] == 1
    assert told["plenaria_commands_total{name=close_activity,verdict=refused}"] == 1
    assert told["plenaria_ballot_reply_seconds_count"] == 1
    assert told["plenaria_reply_seconds_count"] == 3
    assert told["plenaria_export_seconds_count{format=csv}"] == 1
    assert told["plenaria_store_batch_size_count"] == told["plenaria_store_write_seconds_count"] > 5
    assert 0 < told["plenaria_store_write_seconds_sum"] < 5
    assert told["plenaria_store_round_trips_total{purpose=follow}"] > 3
    assert told["plenaria_tick_seconds_count"] > 1
    assert told["plenaria_memory_bytes"] > 10_000_000
    assert 3 < told["plenaria_descriptors{of=open}"] < told["plenaria_descriptors{of=allowed}"]


async def test_while_a_secret_round_is_open_ballots_move_no_number(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    phones = [await house.phone(name) for name in ("panama", "peru", "belize", "mexico")]
    before = await read(house)
    await moderator.opens("priorities")
    for phone in phones:
        await phone.sees("activity/priorities", phase="open")
    opened = await read(house)
    for number, phone in enumerate(phones):
        for _ in range(number + 1):
            assert (await phone.casts("priorities", {"ranking": ["C-1"]}))["verdict"] == "recorded"
    await moderator.sees("turnout/priorities", delegations_voted=4)
    await moderator.does("send_message", text={"es": "hola"})
    during = await read(house)
    assert moved(before, opened) <= {*LIVE, "plenaria_commands_total{name=open_activity,verdict=recorded}"}
    assert moved(opened, during) <= {*LIVE, "plenaria_commands_total{name=send_message,verdict=recorded}"}
    assert during["plenaria_reply_seconds_count"] == opened["plenaria_reply_seconds_count"] + 1
    await moderator.closes("priorities")
    after = await read(house)
    assert after["plenaria_commands_total{name=cast_ballot,verdict=recorded}"] == 10
    assert after["plenaria_ballot_reply_seconds_count"] == 10
    assert all(after[name] >= count for name, count in during.items() if name.endswith(("_total", "_count", "_bucket")))


LIVE = (
    {"plenaria_worst_lag_seconds", "plenaria_reply_seconds_count", "plenaria_reply_seconds_sum"}
    | {
        f"plenaria_reply_seconds_bucket{{le={bound}}}"
        for bound in ("+Inf", *map(str, (0.001, 0.0025, 0.005, 0.01, 0.025)))
    }
    | {
        f"plenaria_reply_seconds_bucket{{le={bound}}}"
        for bound in (0.05, 0.1, 0.25, 0.5, 1, 1.0, 2.5, 5, 10, 5.0, 10.0)
    }
)
"""What may move while a secret round is open: nothing of it counts ballots."""


def moved(before: dict[str, float], after: dict[str, float]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@asynccontextmanager
async def two_workers(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[House, House]]:
    monkeypatch.setattr(numbers, "PUBLISH_S", 0.05)
    async with (
        a_server() as url,
        await RedisStore.open(url) as one,
        await RedisStore.open(url) as other,
        a_house(small(), one) as first,
        a_server_on(other, first.meeting) as second,
    ):
        yield first, second


async def both(house: House) -> dict[str, float]:
    async with asyncio.timeout(10):
        while (told := await read(house))["plenaria_up"] < 2:  # noqa: ASYNC110 - seen by asking
            await asyncio.sleep(0.05)
    return told


async def test_whichever_worker_is_asked_tells_the_numbers_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    async with two_workers(monkeypatch) as (first, second):
        moderator = await first.moderator()
        await second.phone("peru")
        await moderator.sees("presence", total=1)
        for house in (first, second):
            async with asyncio.timeout(10):
                while (await both(house))["plenaria_connections{by=socket}"] != 2:  # noqa: ASYNC110 - the same
                    await asyncio.sleep(0.05)
        await moderator.starts("plenary")
        await moderator.opens("priorities")
        await moderator.sees("activity/priorities", phase="open")
        phone = await second.phone("panama")
        await asyncio.sleep(0.3)  # until what each published before the round has come to the other
        opened = await both(first)
        assert (await phone.casts("priorities", {"ranking": ["C-1"]}))["verdict"] == "recorded"
        await moderator.sees("turnout/priorities", delegations_voted=1)
        await asyncio.sleep(0.2)  # several publishings
        for house in (first, second):
            told = await both(house)
            assert "plenaria_commands_total{name=cast_ballot,verdict=recorded}" not in told
        assert not {name for name in moved(opened, await both(first)) if "store" in name or "ballot" in name}


async def test_a_worker_that_is_gone_is_told_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers, "KEPT_S", 0.3)
    async with two_workers(monkeypatch) as (first, second):
        await both(second)
        await second.store.publish("long-gone", b"{}", 0.01)
        await asyncio.sleep(0.4)
        assert (await read(first))["plenaria_up"] == 2
        assert "long-gone" not in await first.store.published()


async def test_who_asks_without_end_takes_little(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[float] = []

    def slow(readings: object) -> bytes:
        made.append(time.monotonic())
        time.sleep(0.05)
        return b"plenaria_up 1\n"

    monkeypatch.setattr(numbers, "page", slow)
    answers = await asyncio.gather(*(house.http.get("/metrics") for _ in range(50)))
    assert {answer.text for answer in answers} == {"plenaria_up 1\n"}
    await house.http.get("/metrics")
    assert len(made) <= 4
    assert made[-1] - made[-2] >= 0.24


def test_what_another_version_says_is_left_out() -> None:
    told = page({"w": {"plenaria_rooms": [([], 2)], "of_later": [([], 1)], "plenaria_tick_seconds": [([], [1, 2.0])]}})
    assert b'plenaria_rooms{worker="w"} 2.0' in told
    assert b"of_later" not in told
    assert b"plenaria_tick_seconds_count" not in told


def test_a_value_at_a_bound_is_within_it() -> None:
    histogram = Histogram((1.0, 2.0))
    for value in (0.5, 1.0, 1.5, 2.0, 9.0):
        histogram.observe(value)
    assert histogram.counts == [2, 2, 1]
    assert histogram.total == 14.0
