"""Who was sent away for what they said waits a moment at the door: saying it again and again costs others nothing."""

import asyncio
import time
from collections.abc import Callable, Hashable

REST_S = 2.0


class Patience:
    """Of one room, in one worker. People are told apart by their pass: a whole hotel may have one address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: dict[Hashable, float] = {}

    def lost_with(self, who: Hashable) -> None:
        now = self._clock()
        self._until = {other: until for other, until in self._until.items() if until > now}
        self._until[who] = now + REST_S

    def left_s(self, who: Hashable) -> float:
        """How long ``who`` has yet to wait, in seconds; 0 for everybody else."""
        return max(0.0, self._until[who] - self._clock()) if who in self._until else 0.0

    async def rest(self, who: Hashable) -> bool:
        """Whether ``who`` had to wait."""
        left = self.left_s(who)
        if left:
            await asyncio.sleep(left)
        return left > 0
