"""A power cut, as far as one can be had without pulling a plug: what was not synced is cut off the append-only file.

kill -9 keeps the page cache, so it alone cannot show a missing sync.
"""

import asyncio
import os
from pathlib import Path
from signal import SIGKILL

from tests.faults.history import Verdict
from tests.faults.processes import send
from tests.faults.trial import Trial, a_trial
from tests.faults.valkeys import Valkey, slow_syncs

QUIET_S = 1.3  # all is synced then, and the next write is synced at once
FOREVER_S = 60.0


async def cut_in_the_second_after_a_sync(folder: Path) -> Verdict:
    """With `everysec` nothing is synced in the second after a sync: a ballot is acknowledged in it, and cut off."""
    async with Valkey.runs(folder / "valkey", appendfsync="everysec") as valkey:
        async with a_trial(folder, 2, environment={"REDIS_URL": valkey.url}) as trial:
            ballots = await trial.opens("open")
            await asyncio.sleep(QUIET_S)
            await trial.voters[0].votes(ballots.history, ballots.activity, "synced at once")
            await asyncio.sleep(0.1)
            synced = _file(valkey).stat().st_size
            await trial.voters[1].votes(ballots.history, ballots.activity, "in the second after")
            return await _after_the_cut(trial, valkey, synced)


async def cut_while_nothing_is_synced(folder: Path, policy: str) -> tuple[Verdict, int]:
    """No sync ends from a moment on: whatever is written after it is cut off. The verdict, and how many ballots were
    acknowledged after that moment. Raises NotPossible."""
    async with Valkey.runs(folder / "valkey", appendfsync=policy) as valkey:
        async with a_trial(folder, 4, environment={"REDIS_URL": valkey.url}) as trial:
            ballots = await trial.opens("open")
            await asyncio.sleep(QUIET_S)
            async with slow_syncs(valkey.pid, FOREVER_S):
                synced = _file(valkey).stat().st_size
                voting = asyncio.create_task(trial.all_vote(ballots))
                await asyncio.sleep(1.0)
                acked = sum(answer.verdict == "recorded" for answer in ballots.history.answers)
                send(valkey.pid, SIGKILL)
            return await _after_the_cut(trial, valkey, synced, voting), acked


async def _after_the_cut(
    trial: Trial, valkey: Valkey, synced: int, voting: "asyncio.Task[None] | None" = None
) -> Verdict:
    valkey.kill()
    os.truncate(_file(valkey), synced)
    await valkey.start()
    await trial.server.until_ready()
    if voting is not None:
        await voting
    return await trial.verdict(trial.rounds[-1])


def _file(valkey: Valkey) -> Path:
    return next((valkey.folder / "appendonlydir").glob("*.incr.aof"))
