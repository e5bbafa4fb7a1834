"""Rounds for tests of the store: opened, cast in, closed and sealed, in bytes that mean nothing."""

from dataclasses import dataclass

from server.store import Reply
from server.store.redis import RedisStore


@dataclass(frozen=True)
class Round:
    """One round of an activity of a meeting."""

    store: RedisStore
    meeting: str
    activity: str = "poll"
    number: int = 1

    async def set(self, phase: str) -> Reply:
        return await self.store.append(
            self.meeting,
            command_id=f"{self.activity}-{self.number}-{phase}",
            revision=None,
            events=[f"{phase} {self.number}".encode()],
            phases={self.activity: f"{self.number}:{phase}"},
        )

    async def cast(self, voter: str, ballot_id: str, ballot: bytes = b"yes") -> Reply:
        return await self.store.cast(
            self.meeting,
            activity=self.activity,
            round=self.number,
            voter=voter,
            delegation=f"of-{voter}",
            ballot_id=ballot_id,
            ballot=ballot,
            event=f"cast by {voter}".encode(),
        )

    async def seal(self, *kept: bytes, outcome: bytes = b"outcome", secret: bool = False) -> Reply:
        return await self.store.seal(
            self.meeting,
            activity=self.activity,
            round=self.number,
            event=b"sealed",
            outcome=outcome,
            secret=secret,
            shuffled=kept,
        )

    async def recorded(self) -> dict[str, str]:
        """Voter -> id of the ballot that counts."""
        stored = await self.store.ballots(self.meeting, self.activity, self.number)
        return {ballot.voter: ballot.ballot_id for ballot in stored}


async def opened(store: RedisStore, meeting: str, activity: str = "poll") -> Round:
    """A new meeting with one round open. The log: created, open 1."""
    await store.create(meeting, [b"created"])
    round = Round(store, meeting, activity)
    await round.set("open")
    return round
