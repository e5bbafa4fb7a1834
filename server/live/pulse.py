"""Asks sockets that have been quiet whether they are still there, and lets go of those that do not answer.

One walk over all of a room instead of two timers a socket. A phone that was switched off, and one that drips bytes
without ever finishing a frame, are found within ``DEAD_S`` and a walk.
"""

import asyncio

from server.live.audience import Audience
from server.live.turn import Turn
from server.live.wire import CloseCode

QUIET_S = 16.0  # then it is asked
SILENT_S = 24.0  # then it counts as asleep
DEAD_S = 34.0  # then it is let go
EVERY_S = 4.0


class Pulse:
    def __init__(self, audience: Audience) -> None:
        self._audience = audience

    async def run(self) -> None:
        """Runs for ever."""
        while True:
            await asyncio.sleep(EVERY_S)
            await self.feel()

    async def feel(self) -> None:
        """One walk."""
        now = asyncio.get_running_loop().time()
        turn = Turn()
        for connection in self._audience.connections:
            quiet = now - connection.line.heard_at
            connection.keeps_silent(quiet > SILENT_S)
            if quiet > DEAD_S:
                connection.end(CloseCode.IDLE)
                connection.line.hurry()
            elif quiet > QUIET_S:
                connection.line.ping()
            if turn.over():
                await turn.next()
