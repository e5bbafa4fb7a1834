"""The curve: what one phone costs as the room grows, when it is idle, when all vote, and when all are told."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

from tests.load.ballots import Booth
from tests.load.crowd import at
from tests.load.hall import Moderator, a_hall
from tests.load.measured import Driver
from tests.load.reading import Reading, Size, remark

BURST_S = 5.0
QUIET_S = 3.0
WARM = 50  # phones that come first: what they bring into memory is there once, however many follow
IDLE_AT = 2000
SPARE = 200  # descriptors of server and driver that are no phones
LATE_MS = 5000.0


@dataclass(frozen=True, slots=True)
class Point:
    phones: int
    idle_kib: float
    join_ms: float
    bytes_each: float
    cpu_s: float
    reply_p50_ms: float
    reply_p99_ms: float
    screen_p50_ms: float
    screen_p99_ms: float
    rss_mib: float


async def measure(size: Size) -> AsyncIterator[Reading]:
    points: list[Point] = []
    broke = ""
    for phones in size.phones:
        broke = await _added(points, phones)
        if broke:
            break
    if not points:
        raise RuntimeError(broke)
    for point in points:
        for reading in _curve(point):
            yield reading
    small, large = points[0], points[-1]
    idle = min(points, key=lambda point: abs(point.phones - IDLE_AT))
    note = f"{idle.phones} phones, each with its pass and its first view, three seconds later"
    yield Reading("idle_kib_per_phone", idle.idle_kib, "KiB", "lower", 16, note)
    note = f"all vote within {BURST_S:.0f} s; {small.phones} phones: {small.bytes_each:,.0f} bytes each, "
    note += f"{large.phones}: {large.bytes_each:,.0f}"
    yield Reading("bytes_per_phone_10000_vs_100", large.bytes_each / small.bytes_each, "ratio", "lower", 1.5, note)
    yield Reading("curve_phones_before_it_breaks", large.phones, "phones", "higher", None, broke or "did not break")


async def _added(points: list[Point], phones: int) -> str:
    """What broke with so many phones; empty where nothing did, and the point was added."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if phones + SPARE > most:
        return f"{phones} phones need more than the {most:,} descriptors of `ulimit -Hn`"
    try:
        point = await _point(phones)
    except (RuntimeError, OSError) as error:
        return f"{phones} phones: {error!r}"
    remark(str(point))
    if max(point.reply_p99_ms, point.screen_p99_ms) > LATE_MS:
        return f"{phones} phones: replies {point.reply_p99_ms:.0f} ms, screens {point.screen_p99_ms:.0f} ms at p99"
    points.append(point)
    return ""


def _curve(point: Point) -> list[Reading]:
    n, burst = point.phones, f"all {point.phones} vote within {BURST_S:.0f} s"
    return [
        Reading(f"curve_{n}_server_cpu_s", point.cpu_s, "s", "lower", None, burst),
        Reading(f"curve_{n}_bytes_per_phone", point.bytes_each, "bytes", "lower", None, burst + ", replies apart"),
        Reading(f"curve_{n}_reply_p50_ms", point.reply_p50_ms, "ms", "lower", None, burst),
        Reading(f"curve_{n}_reply_p99_ms", point.reply_p99_ms, "ms", "lower", None, burst),
        Reading(f"curve_{n}_screen_p50_ms", point.screen_p50_ms, "ms", "lower", None, "all are told of a change"),
        Reading(f"curve_{n}_screen_p99_ms", point.screen_p99_ms, "ms", "lower", None, "all are told of a change"),
        Reading(f"curve_{n}_join_cpu_ms", point.join_ms, "ms", "lower", None, "server CPU: card, pass, first view"),
        Reading(f"curve_{n}_idle_kib", point.idle_kib, "KiB", "lower", None, "a phone"),
        Reading(f"curve_{n}_server_rss_mib", point.rss_mib, "MiB", "lower", None, "after the burst"),
    ]


async def _point(phones: int) -> Point:
    async with a_hall(phones + WARM) as hall, hall.moderator() as moderator:
        warm = await Driver.begin()
        await hall.joined(warm, "warm", WARM)
        await asyncio.sleep(QUIET_S)
        rss, cpu = hall.server.rss_kib(), hall.server.cpu_s()
        booth = await Booth.opened(hall, moderator, phones)
        joined = hall.server.cpu_s() - cpu
        await asyncio.sleep(QUIET_S)
        idle = (hall.server.rss_kib() - rss) / phones
        await booth.driver.do("count", group="phones")
        cpu = hall.server.cpu_s()
        got = await booth.vote(BURST_S, once=True)
        await asyncio.sleep(QUIET_S)
        spent = hall.server.cpu_s() - cpu
        heard = await booth.driver.do("count", group="phones")
        seen = await screens(booth.driver, moderator)
        mib = hall.server.rss_kib() / 1024
        await booth.driver.end()
        await warm.end()
    if heard["lost"]:
        raise RuntimeError(f"{heard['lost']} of {phones} phones were dropped")
    each = heard["bytes"] / phones
    return Point(
        phones,
        idle,
        joined * 1e3 / phones,
        each,
        spent,
        got["p50_ms"],
        got["p99_ms"],
        at(seen, 0.5),
        at(seen, 0.99),
        mib,
    )


async def screens(driver: Driver, moderator: Moderator) -> list[float]:
    """Milliseconds from a command until each phone has heard, sorted; several commands."""
    seen: list[float] = []
    for number in range(5):
        await driver.do("count", group="phones")
        begun = time.perf_counter()  # the same clock in both processes
        await moderator.stages(number)
        await asyncio.sleep(1.5)
        heard = await driver.do("count", group="phones")
        seen += [(first - begun) * 1000 for first in heard["first_at"]]
    return sorted(seen)
