"""Ballots over real sockets into a store that syncs each before its reply: how many, how soon, and where it breaks."""

from collections.abc import AsyncIterator
from typing import Any

from tests.load.hall import SESSION, Hall, Moderator, a_hall
from tests.load.measured import Driver, Measured
from tests.load.reading import Reading, Size, median, remark

PHONES = 2000
PATIENCE_MS = 500.0
ALONE = 8  # a second from one phone: more than ten for long would be a flood


async def measure(size: Size) -> AsyncIterator[Reading]:
    phones = min(PHONES, size.sockets)
    by_workers = {}
    for workers in (1, 2):
        async with a_hall(phones + 1, workers) as hall, hall.moderator() as moderator:
            booth = await Booth.opened(hall, moderator, phones)
            by_workers[workers] = await booth.most(size)
            if workers == 1:
                soon = await booth.vote(size.seconds, rate=2000)
                readings = await booth.break_point(size)
                await hall.joined(booth.driver, "alone", 1)
                alone = await booth.vote(size.seconds, group="alone", rate=ALONE)
            await booth.driver.end()
    note = f"{phones} phones voting again as soon as they are answered; median of the runs; "
    for workers, runs in by_workers.items():
        rates = sorted(run["recorded"] / run["seconds"] for run in runs)
        limit = 10_000 if workers == 1 else None
        said = note + _said(runs[-1])
        yield Reading(f"recorded_ballots_per_s_workers_{workers}", median(rates), "ballots/s", "higher", limit, said)
    cost = median([sum(run["cost_us"].values()) for run in by_workers[1]])
    yield Reading(
        "cpu_us_per_ballot", cost, "µs", "lower", None, "server, store and driver; two cores have 2,000,000/s"
    )
    yield Reading("reply_p99_ms_at_2000_per_s", soon["p99_ms"], "ms", "lower", 500, _said(soon))
    yield Reading("reply_p50_ms_alone", alone["p50_ms"], "ms", "lower", 5, f"one phone, {ALONE} ballots a second")
    for reading in readings:
        yield reading


class Booth:
    """An open poll with everybody in front of it."""

    def __init__(self, hall: Hall, driver: Driver, ask: dict[str, Any]) -> None:
        self.driver = driver
        self._hall = hall
        self._ask = ask

    @classmethod
    async def opened(cls, hall: Hall, moderator: Moderator, phones: int) -> "Booth":
        driver = await Driver.begin()
        await moderator.does("start_session", session=SESSION)
        await hall.joined(driver, "phones", phones)
        await moderator.does("open_activity", activity=hall.polls[0])
        return cls(hall, driver, {"activity": hall.polls[0], "round": 1})

    async def vote(self, seconds: float, *, group: str = "phones", **how: Any) -> dict[str, Any]:
        """The driver's answer, and what each ballot cost whom in microseconds of CPU."""
        processes: dict[str, list[Measured]] = {
            "server": [self._hall.server],
            "store": self._hall.stores,
            "driver": [self.driver],
        }
        before = {name: sum(p.cpu_s() for p in some) for name, some in processes.items()}
        got = await self.driver.do(
            "vote", group=group, seconds=seconds, ask=self._ask, choices=["yes", "no", "later"], **how
        )
        spent = {name: sum(p.cpu_s() for p in some) - before[name] for name, some in processes.items()}
        if got["other"] or got["unanswered"]:
            remark(f"not all recorded: {got}")
        got["cost_us"] = {name: cpu * 1e6 / max(1, got["recorded"]) for name, cpu in spent.items()}
        got["busy"] = {name: cpu / got["seconds"] for name, cpu in spent.items()}
        return got

    async def most(self, size: Size) -> list[dict[str, Any]]:
        """Recorded a second, closed loop: some runs."""
        runs = []
        for _ in range(max(2, size.runs - 2)):
            runs.append(await self.vote(size.seconds))
            remark(f"{runs[-1]['recorded'] / runs[-1]['seconds']:,.0f} ballots a second: {_said(runs[-1])}")
        return runs

    async def break_point(self, size: Size) -> list[Reading]:
        """By the clock, faster and faster, until replies come late."""
        good = 0
        for rate in size.rates:
            got = await self.vote(size.seconds, rate=rate)
            remark(f"{rate} a second: {_said(got)}")
            if got["p99_ms"] > PATIENCE_MS or got["skipped"] > rate * size.seconds * 0.05:
                busiest = max(got["busy"], key=lambda name: got["busy"][name])
                note = f"at {rate}/s replies are late and {busiest} is the busiest; {_said(got)}"
                return [Reading("ballots_per_s_before_it_breaks", good, "ballots/s", "higher", None, note)]
            good = rate
        return [Reading("ballots_per_s_before_it_breaks", good, "ballots/s", "higher", None, "did not break")]


def _said(got: dict[str, Any]) -> str:
    cost = ", ".join(f"{name} {us:.0f}" for name, us in got["cost_us"].items())
    busy = ", ".join(f"{name} {share:.0%}" for name, share in got["busy"].items())
    return (
        f"p50 {got['p50_ms']:.1f} ms, p99 {got['p99_ms']:.1f} ms, {got['skipped']} skipped; "
        f"CPU µs a ballot: {cost}; of a core: {busy}"
    )
