"""Work on many sockets goes on in turns, so that nobody waits for all of it."""

import asyncio
import time

TURN_S = 0.001


class Turn:
    """How long something has held up everybody else."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()  # the loop's own clock stands still meanwhile

    def over(self) -> bool:
        return time.perf_counter() - self._begun > TURN_S

    async def next(self) -> None:
        """Let others have theirs."""
        await asyncio.sleep(0)
        self._begun = time.perf_counter()
