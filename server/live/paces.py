"""How fast each person may post commands: what a socket's own bucket does for a socket."""

import time
from collections.abc import Callable, Hashable

from server.live.connection import BURST, PER_S

MANY = 10_000


class Paces:
    """A token bucket for each who speaks. Those that are full again are forgotten when there are ``MANY``."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left: dict[Hashable, tuple[float, float]] = {}

    def may_speak(self, who: Hashable) -> bool:
        now = self._clock()
        left, at = self._left.get(who, (BURST, now))
        left = min(BURST, left + (now - at) * PER_S)
        if len(self._left) >= MANY and who not in self._left:
            self._forget(now)
        self._left[who] = (left - 1 if left >= 1 else left, now)
        return left >= 1

    def _forget(self, now: float) -> None:
        self._left = {who: (left, at) for who, (left, at) in self._left.items() if left + (now - at) * PER_S < BURST}
