"""A vote that goes on while something else happens, and is judged afterwards."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.faults.rows import Place
from tests.faults.trial import Ballots, Trial, a_trial
from tests.faults.voting import Voter

PAUSE_S = 0.25


class Voting:
    """Voters that vote until they are told to stop. ``times`` has (sent, answered) of each ballot recorded, by the
    monotonic clock."""

    def __init__(self, trial: Trial, ballots: Ballots, chance: random.Random) -> None:
        self.times: list[tuple[float, float]] = []
        self._ballots = ballots
        self._chance = chance
        self._going = True
        self._since = 0.0
        self._recorded = asyncio.Event()
        self._task = asyncio.gather(*(self._vote(n, voter) for n, voter in enumerate(trial.voters)))

    async def _vote(self, number: int, voter: Voter) -> None:
        turn = 0
        while self._going:
            sent = time.monotonic()
            choice = f"{self._ballots.activity}.{number}.{turn}"
            answer = await voter.votes(self._ballots.history, self._ballots.activity, choice)
            if answer.verdict == "recorded":
                self.times.append((sent, time.monotonic()))
                if sent > self._since:
                    self._recorded.set()
            turn += 1
            await asyncio.sleep(self._chance.random() * PAUSE_S)

    async def recovered(self, since: float, within_s: float = 30.0) -> float:
        """Seconds until a ballot was recorded that was sent after ``since``."""
        self._since = since
        self._recorded.clear()
        await asyncio.wait_for(self._recorded.wait(), within_s)
        return time.monotonic() - since

    def answered(self, begin: float, end: float) -> int:
        """Ballots that were sent and answered within a span."""
        return sum(begin <= sent and answered <= end for sent, answered in self.times)

    async def ends(self) -> None:
        self._going = False
        await self._task


@asynccontextmanager
async def a_vote(
    place: Place, secrecy: str = "secret", voters: int = 8, **how: Any
) -> AsyncIterator[tuple[Trial, Voting]]:
    """A vote under way, on a server started as ``how`` says; closed and judged at the end."""
    async with a_trial(place.folder, voters, **how) as trial:
        ballots = await trial.opens(secrecy)
        voting = Voting(trial, ballots, random.Random(place.seed))
        await voting.recovered(time.monotonic())
        yield trial, voting
        await voting.recovered(time.monotonic())
        await voting.ends()
        verdict = await trial.judged(ballots)
        assert verdict.acked >= voters, verdict
