"""``python -m tests.load.soak [--phones N] [--minutes M]``: a full room held for long, with votes.

One JSON object a line on stdout, as the benchmark's; ends with 1 where a phone was dropped, a ballot was not recorded
or a screen came late.
"""

import argparse
import asyncio
import time

from tests.load.ballots import Booth
from tests.load.crowd import at
from tests.load.growth import screens
from tests.load.hall import a_hall
from tests.load.reading import Reading, remark

VOTE_S = 20.0
REST_S = 5.0


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=10_000)
    parser.add_argument("--minutes", type=float, default=10.0)
    asked = parser.parse_args()
    readings = await held(asked.phones, asked.minutes * 60)
    for reading in readings:
        reading.tell()
    return int(any(reading.limit is not None and reading.value > reading.limit for reading in readings))


async def held(phones: int, seconds: float) -> list[Reading]:
    """All vote again and again; between the votes everybody is told of changes."""
    seen: list[float] = []
    memory: list[float] = []
    lost = recorded = other = 0
    late: list[float] = []
    async with a_hall(phones) as hall, hall.moderator() as moderator:
        booth = await Booth.opened(hall, moderator, phones)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            got = await booth.vote(VOTE_S, once=True)
            recorded, other = recorded + got["recorded"], other + got["other"] + got["unanswered"] + got["skipped"]
            late.append(got["p99_ms"])
            seen += await screens(booth.driver, moderator)
            lost = (await booth.driver.do("count", group="phones"))["lost"]
            memory.append(hall.server.rss_kib() / 1024)
            remark(
                f"{recorded} recorded, {other} not, {lost} lost, {memory[-1]:.0f} MiB; replies p99 {late[-1]:.0f} ms"
            )
            await asyncio.sleep(REST_S)
        await booth.driver.end()
    what = f"{phones} phones for {seconds / 60:.0f} minutes; {recorded} ballots"
    return [
        Reading("soak_dropped_phones", lost, "phones", "lower", 0, what),
        Reading("soak_unrecorded_ballots", other, "ballots", "lower", 0, what),
        Reading("soak_screen_p99_ms", at(sorted(seen), 0.99), "ms", "lower", 2000, what),
        Reading("soak_reply_p99_ms", max(late), "ms", "lower", None, what + ", the worst round"),
        Reading("soak_memory_growth_mib", memory[-1] - memory[0], "MiB", "lower", None, f"from {memory[0]:.0f} MiB"),
    ]


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
