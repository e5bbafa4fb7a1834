"""A vote on a cluster of three while its slot moves, and while the server that holds it is killed."""

import asyncio
import random
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from server.store.keys import Keys
from server.store.redis import RedisStore
from tests.faults.during import Voting
from tests.faults.trial import Trial, a_trial
from tests.server.store.test_cluster import Cluster, move

VOTERS = 8


@pytest.fixture
async def cluster() -> AsyncIterator[Cluster]:
    with tempfile.TemporaryDirectory(prefix="plenaria-test-") as directory:
        running = Cluster(Path(directory))
        try:
            await running.up()
            yield running
        finally:
            running.down()


async def slot_of(trial: Trial) -> int:
    async with await RedisStore.open(trial.server.store_url) as store:
        client: Any = store.clients.read
        await client.initialize()
        return int(client.keyslot(Keys(trial.meeting).log))


async def test_every_ballot_counts_once_through_moves_and_kills(tmp_path: Path, cluster: Cluster) -> None:
    url = f"redis+cluster://127.0.0.1:{cluster.ports[0]}"
    async with a_trial(tmp_path, VOTERS, workers=2, environment={"REDIS_URL": url}) as trial:
        slot = await slot_of(trial)
        home = cluster.owner(slot)
        away = (home + 1) % 3
        ballots = await trial.opens("secret")
        voting = Voting(trial, ballots, random.Random(1))
        await voting.recovered(time.monotonic())
        for source, target in ((home, away), (away, home), (home, away)):
            await asyncio.to_thread(move, cluster, slot, source, target)
            await voting.recovered(time.monotonic())
        cluster.kill(away)
        await asyncio.sleep(0.5)
        await cluster.back(away)
        await voting.recovered(time.monotonic(), within_s=20)
        await voting.ends()
        verdict = await trial.judged(ballots)
        assert (verdict.acked, verdict.lost, verdict.doubled) == (VOTERS, 0, 0)
        assert len(voting.times) > 2 * VOTERS
