"""What the ballots say that delegations have in common, while their rounds are open: read from the store when one
arrives, held in memory alone, and forgotten at the close. The log knows only that there is one."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import orjson

from server.store import Store, StoreError
from sessions.meeting import Meeting

log = logging.getLogger("plenaria.live")

AGAIN_S = 1.0

Round = tuple[str, int]
"""(activity, number)."""


class SharedBallots:
    """``changed`` is called once something else is to be seen."""

    def __init__(self, id_: str, store: Store, meeting: Callable[[], Meeting], changed: Callable[[], None]) -> None:
        self._id = id_
        self._store = store
        self._meeting = meeting
        self._changed = changed
        self._read: dict[Round, dict[str, Any]] = {}
        self._due: set[Round] = set()
        self.tasks: set[asyncio.Task[None]] = set()

    def ballot(self, activity: str, number: int, voter: str) -> Any:
        return self._read.get((activity, number), {}).get(voter)

    def start_over(self) -> None:
        """The state was loaded: what is open is read."""
        self._read.clear()
        for id_, activity in self._meeting().activities.items():
            if activity.round is not None:
                self._look(id_, activity.round.number)

    def heard(self, activity: str, number: int) -> None:
        """A ballot was cast."""
        self._look(activity, number)

    def _look(self, activity: str, number: int) -> None:
        if not self._open((activity, number)):
            return
        self._due.add((activity, number))
        if not self.tasks:
            task = asyncio.create_task(self._read_due())
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    def _open(self, round_: Round) -> bool:
        activity = self._meeting().activities[round_[0]]
        latest = activity.round
        shared = activity.prepared.unit == "delegation"
        return shared and latest is not None and latest.number == round_[1] and latest.closed_at is None

    async def _read_due(self) -> None:
        """What comes while it is being read is read in the next turn."""
        while self._due:
            round_ = self._due.pop()
            try:
                stored = await self._store.ballots(self._id, *round_)
            except StoreError:
                log.debug("shared ballots are waiting for the store")
                self._due.add(round_)
                await asyncio.sleep(AGAIN_S)
                continue
            for gone in [kept for kept in self._read if not self._open(kept)]:
                del self._read[gone]
            if self._open(round_):
                self._read[round_] = {ballot.voter: orjson.loads(ballot.body) for ballot in stored}
                self._changed()

    def close(self, activity: str) -> None:
        """Forget what was read of it."""
        for gone in [kept for kept in self._read if kept[0] == activity]:
            del self._read[gone]
