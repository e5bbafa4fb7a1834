"""kill -9 at random moments of a vote: of the server, of a worker among two, of Valkey, of both at once."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL
from typing import Any

from tests.faults.during import Voting
from tests.faults.history import Verdict
from tests.faults.processes import ServerProcess, send
from tests.faults.trial import SECRECIES, Trial, a_trial

VOTERS = 12
KILLS_A_ROUND = 5
WITHIN_S = {"server": 3.0, "worker": 3.0, "house": 5.0, "store": 5.0, "both": 5.0}

Fault = Callable[[ServerProcess, random.Random], Awaitable[None]]


async def kill_server(server: ServerProcess, chance: random.Random) -> None:
    """All that answers dies, as one process or as a supervisor with its workers; whoever watches starts it again."""
    for pid in server.worker_pids:
        send(pid, SIGKILL)
    await server.killed()
    await server.launch()


async def kill_worker(server: ServerProcess, chance: random.Random) -> None:
    """One of several, or all at once; their supervisor starts others."""
    pids = server.worker_pids
    for pid in pids if chance.random() < 0.25 else chance.sample(pids, min(1, len(pids))):
        send(pid, SIGKILL)


async def kill_store(server: ServerProcess, chance: random.Random) -> None:
    server.kill_store()


async def kill_both(server: ServerProcess, chance: random.Random) -> None:
    server.kill_store()
    await kill_server(server, chance)


@dataclass
class Killing:
    """What came of many kills: recoveries are seconds from a kill to the answer of the first ballot that was sent after
    it, by who was killed."""

    kills: int = 0
    acked: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    rounds: int = 0
    recoveries: dict[str, list[float]] = field(default_factory=dict)

    def count(self, verdict: Verdict) -> None:
        self.rounds += 1
        self.acked += verdict.acked
        self.lost += verdict.lost
        self.doubled += verdict.doubled
        self.wrong += not verdict.clean

    def told(self) -> dict[str, Any]:
        spread = {}
        for name, times in sorted(self.recoveries.items()):
            ordered = sorted(times)
            at = {"p50": 0.5, "p90": 0.9, "p99": 0.99}
            spread[name] = {"kills": len(ordered)} | {
                key: round(ordered[min(len(ordered) - 1, int(len(ordered) * part))], 2) for key, part in at.items()
            }
            spread[name] |= {"max": round(ordered[-1], 2)}
        return {
            "kills": self.kills,
            "rounds": self.rounds,
            "acked": self.acked,
            "lost": self.lost,
            "doubled": self.doubled,
            "recovery_s": spread,
        }

    def late(self) -> list[str]:
        """Who took longer than promised to come back."""
        return [
            f"{name}: {time:.2f} s"
            for name, times in self.recoveries.items()
            for time in times
            if time > WITHIN_S[name]
        ]


async def kill_at_random(trial: Trial, faults: dict[str, Fault], kills: int, chance: random.Random) -> Killing:
    """So many kills, five in a round; each round closed and judged, and all read again after a restart in order."""
    told = Killing()
    while told.kills < kills:
        ballots = await trial.opens(SECRECIES[told.rounds % len(SECRECIES)])
        voting = Voting(trial, ballots, chance)
        for _ in range(min(KILLS_A_ROUND, kills - told.kills)):
            await asyncio.sleep(chance.random() * 0.6)
            name = chance.choice(sorted(faults))
            at = time.monotonic()
            await faults[name](trial.server, chance)
            told.recoveries.setdefault(name, []).append(await voting.recovered(at))
            told.kills += 1
        await voting.ends()
        told.count(await trial.judged(ballots))
    await trial.reads_again()
    return told


ONE: dict[str, Fault] = {"server": kill_server, "store": kill_store, "both": kill_both}
SEVERAL: dict[str, Fault] = {"worker": kill_worker, "house": kill_server, "store": kill_store, "both": kill_both}


async def killed_at_random(folder: Path, workers: int, kills: int, seed: int) -> Killing:
    async with a_trial(folder, VOTERS, workers=workers) as trial:
        return await kill_at_random(trial, ONE if workers == 1 else SEVERAL, kills, random.Random(seed))
