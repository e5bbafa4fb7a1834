"""kill -9 of the server, of the store and of both in mid-vote: every recorded ballot is there, once.

A short selection; `make faults` runs two hundred, with seeds of its own.
"""

import random
from pathlib import Path

import pytest

from tests.faults.during import Voting
from tests.faults.kills import ONE, SEVERAL
from tests.faults.trial import a_trial

VOTERS = 12


@pytest.mark.parametrize(("fault", "secrecy"), [("server", "secret"), ("store", "by_delegation"), ("both", "open")])
async def test_recorded_ballots_survive(tmp_path: Path, fault: str, secrecy: str) -> None:
    await survives(tmp_path, 1, fault, secrecy)


async def test_recorded_ballots_survive_a_worker_among_two(tmp_path: Path) -> None:
    await survives(tmp_path, 2, "worker", "secret")


async def survives(folder: Path, workers: int, fault: str, secrecy: str) -> None:
    chance = random.Random(fault)
    async with a_trial(folder, VOTERS, workers=workers) as trial:
        ballots = await trial.opens(secrecy)
        voting = Voting(trial, ballots, chance)
        for _ in range(2):
            await (ONE if workers == 1 else SEVERAL)[fault](trial.server, chance)
            await trial.server.until_ready()
        await voting.ends()
        verdict = await trial.judged(ballots)
        assert verdict.acked == VOTERS
        await trial.reads_again()
