"""Rows of the fault matrix that need a crowd: rude ones among many, one that does not read, and a room that sleeps."""

import asyncio
import json
import random
import statistics
import sys
import time
from typing import Any

import pytest

from server.live.room import Room
from tests.faults.processes import rss_kib
from tests.faults.rows import Place, row
from tests.faults.rude import EARLIER, SAYINGS
from tests.faults.sleepers import Dormitory
from tests.faults.trial import a_trial
from tests.helpers.house import a_house
from tests.helpers.programmes import small
from tests.load.crowd import _pass
from tests.load.hall import POLL, SESSION, Hall, a_hall
from tests.load.measured import Driver, Measured
from tests.server.live import test_slow

POLITE = 150
RATE = 200
WINDOW_S = 4.0
DRIPPERS = 500
FLAT_KIB = 24 * 1024


@row("C15", "rude clients among many", seconds=400)
async def rude(place: Place) -> str:
    """One that never reads, 500 that trickle a byte a second, floods, garbage, deep JSON, a million empty fragments:
    everyone else's 99th percentile changes by less than a tenth (or a millisecond), memory stays flat, and each is sent
    away with a code that says why."""
    turns = 3 if place.quick else 7
    async with a_hall(POLITE + 1) as hall, hall.moderator() as moderator:
        await moderator.does("start_session", session=SESSION)
        await moderator.does("open_activity", activity=POLL)
        driver = await Driver.begin()
        try:
            await hall.joined(driver, "polite", POLITE)
            token = await _token(hall, hall.cards[-1])
            words = (str(hall.port), hall.meeting, str(DRIPPERS))
            await _p99(driver)
            before = hall.server.rss_kib()
            quiet, loud, rss = [], [], []
            codes: dict[str, set[int]] = {}
            dripped = 0
            for _ in range(turns):
                quiet.append(await _p99(driver))
                nuisance = await Measured.start(sys.executable, "-m", "tests.faults.rude", *words)
                await nuisance.say(token)
                await asyncio.sleep(3)
                loud += [await _p99(driver), await _p99(driver), await _p99(driver)]
                rss.append(hall.server.rss_kib())
                told = json.loads(await nuisance.last_words())
                await nuisance.end()
                for name, found in told["codes"].items():
                    codes.setdefault(name, set()).update(found)
                dripped += told["dripped_away"]
                await asyncio.sleep(1)
            after = hall.server.rss_kib()
        finally:
            await driver.end()
    calm, noisy = statistics.median(quiet), statistics.median(loud)
    place.found["p99_ms"] = {"quiet": round(calm, 2), "rude": round(noisy, 2)}
    place.found["rss_mib"] = {"before": before // 1024, "during": max(rss) // 1024, "after": after // 1024}
    wrong = {
        name: sorted(codes.get(name, set()))
        for name, (_, code) in SAYINGS.items()
        if not codes.get(name) or not codes[name] <= EARLIER.get(name, {code})
    }
    assert not wrong, f"sent away with {wrong}"
    assert dripped > 0, "who trickles is never sent away"
    assert after - before < FLAT_KIB, f"memory grew from {before // 1024} to {after // 1024} MiB"
    assert noisy < max(calm * 1.1, calm + 1.0), f"p99 went from {calm:.1f} to {noisy:.1f} ms"
    return f"p99 {calm:.1f} ms, with the rude {noisy:.1f} ms; {dripped} that trickled were sent away"


async def _p99(driver: Driver) -> float:
    ask = {"activity": POLL, "round": 1}
    told = await driver.do("vote", group="polite", seconds=WINDOW_S, ask=ask, choices=["yes", "no", "later"], rate=RATE)
    assert told["unanswered"] == told["other"] == 0, told
    return float(told["p99_ms"])


async def _token(hall: Hall, card: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", hall.port)
    token = await _pass(reader, writer, hall.port, card)
    writer.close()
    return token


@row("N2", "a slow reader")
async def slow_reader(place: Place) -> str:
    """Skipped while behind, caught up by one delta when it reads again; sent away (4001) when it stays behind; nobody
    waits for it."""
    for test in ("test_who_does_not_read_is_skipped_and_caught_up_by_one_delta", "test_who_stays_behind_is_sent_away"):
        rooms: list[Room] = []
        start = Room.start

        async def started(self: Room, start: Any = start, rooms: list[Room] = rooms) -> None:
            await start(self)
            rooms.append(self)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Room, "start", started)
            async with a_house(small()) as house:
                more = (patch,) if "stays" in test else ()
                await getattr(test_slow, test)(rooms, house, *more)
    return "skipped and caught up; sent away with 4001 when it stays behind"


@row("N10", "everyone sleeps at once and comes back", seconds=600)
async def sleep_and_return(place: Place) -> str:
    """Back within 30 s, jittered: at least 95 % resume by a delta from their cursor, nobody's cursor goes back, and
    what they then hold is what a fresh phone is told."""
    phones, within_s = (1_000, 10.0) if place.quick else (10_000, 30.0)
    chance = random.Random(place.seed)
    async with a_hall(phones + 20) as hall, hall.moderator() as moderator:
        await moderator.does("start_session", session=SESSION)
        dormitory = await Dormitory.fills(hall, phones)
        await moderator.does("open_activity", activity=POLL)
        await dormitory.hear_of(POLL)
        dormitory.falls_asleep()
        await moderator.does("close_activity", activity=POLL, round=1)
        await moderator.does("open_activity", activity=hall.polls[1])
        begun = time.monotonic()
        stirring = asyncio.create_task(_stirs(moderator, within_s))
        await dormitory.wakes(within_s, chance)
        await stirring
        taken = time.monotonic() - begun
        told = await dormitory.told()
        rss = rss_kib(hall.server.pid) // 1024
        dormitory.leaves()
    place.found["resumed"] = {**told, "seconds": round(taken, 1), "server_mib": rss}
    assert told["back"] == phones, f"{phones - told['back']} of {phones} did not come back"
    assert told["by_delta"] >= 0.95 * phones, f"only {told['by_delta']} of {phones} by cursor"
    assert told["backwards"] == 0, f"{told['backwards']} cursors went back"
    assert told["unlike"] == 0, f"{told['unlike']} of {told['compared']} hold a state that is not"
    return f"{told['by_delta']} of {phones} by delta, all back after {taken:.0f} s"


async def _stirs(moderator: Any, seconds: float) -> None:
    """The room goes on while they come."""
    until = time.monotonic() + seconds
    number = 0
    while time.monotonic() < until:
        number += 1
        await moderator.stages(number)
        await asyncio.sleep(1)


@row("N13", "everyone votes, sleeps, and the server is killed meanwhile")
async def sleep_through_a_kill(place: Place) -> str:
    """Who comes back to a server that was started anew goes on from its cursor; what it had recorded is counted."""
    async with a_trial(place.folder, 12) as trial:
        ballots = await trial.opens()
        await trial.all_vote(ballots)
        for voter in trial.voters:
            await voter.sees(f"mine/{ballots.activity}", recorded=True)
            voter.drops()
            voter.openings.clear()
        await trial.server.killed()
        await trial.server.start()
        for voter in trial.voters:
            await voter.connected()
        openings = [voter.openings[0] for voter in trial.voters]
        verdict = await trial.judged(ballots)
        assert verdict.acked == 12, verdict
        place.found["kills"] = 1
    return f"{openings.count('delta')} of 12 by delta from a server that was started anew"
