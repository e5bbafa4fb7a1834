"""Workers that are replaced one after the other while people vote: nobody notices."""

import json
import random
import signal
import time
from pathlib import Path

import httpx
import pytest

from tests.faults.during import Voting
from tests.faults.processes import send
from tests.faults.trial import Trial, a_trial
from tests.server.store.processes import comes_true

VOTERS = 8
WORKERS = 2
NOTICED_S = 3.0
"""After so long without a connection a page says so."""


async def terminate_each(trial: Trial, voting: Voting) -> None:
    """SIGTERM, as a careful operator or an orchestrator would send it."""
    for number, pid in enumerate(trial.server.worker_pids, 1):
        send(pid, signal.SIGTERM)
        await comes_true(lambda: answering(trial) == WORKERS + number, within_s=20)  # noqa: B023 - waited for here
        await voting.recovered(time.monotonic())


def answering(trial: Trial) -> int:
    """How many workers ever said that they answer."""
    lines = trial.server.log.read_text().splitlines()
    return sum(json.loads(line)["event"] == "answering" for line in lines if line.startswith("{"))


async def hang_up(trial: Trial, voting: Voting) -> None:
    """SIGHUP to the one that watches over them: each new one answers before its old one goes."""
    before = set(trial.server.worker_pids)
    send(trial.server.pid, signal.SIGHUP)
    await comes_true(lambda: not before & set(trial.server.worker_pids), within_s=30)
    assert answering(trial) == 2 * WORKERS
    await voting.recovered(time.monotonic())


@pytest.mark.parametrize("restart", [terminate_each, hang_up])
async def test_no_ballot_is_lost_and_nobody_waits_long(tmp_path: Path, restart: object) -> None:
    async with a_trial(tmp_path, VOTERS, workers=WORKERS, environment={"PLENARIA_LOG_FORMAT": "json"}) as trial:
        ballots = await trial.opens("by_delegation")
        voting = Voting(trial, ballots, random.Random(1))
        await voting.recovered(time.monotonic())
        await restart(trial, voting)  # type: ignore[operator]  # one of the two above
        async with httpx.AsyncClient(base_url=trial.server.url) as http:
            assert (await http.get("/readyz")).status_code == 200
        await voting.ends()
        verdict = await trial.judged(ballots)
        assert (verdict.acked, verdict.lost, verdict.doubled, verdict.refused) == (VOTERS, 0, 0, 0)
        assert not [answer for answer in ballots.history.answers if answer.verdict != "recorded"]
        assert max(answered - sent for sent, answered in voting.times) < NOTICED_S
