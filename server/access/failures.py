"""Counts wrong join codes, and nothing else: a whole hotel shares one address, so those who come in are free."""

import time
from collections import deque
from collections.abc import Callable

WINDOW_S = 60.0
PER_ADDRESS = 30
EVERYONE = 100
MAX_ADDRESSES = 10_000


class Failures:
    """100 tries a minute for eight hours find one of twenty codes of six letters on 0.13 % of days."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all: deque[float] = deque()
        self._by_address: dict[str, deque[float]] = {}

    def too_many(self, address: str) -> bool:
        """True while ``address``, or everyone together, has been wrong too often in the last minute."""
        mine = self._by_address.get(address)
        return (mine is not None and self._recent(mine) >= PER_ADDRESS) or self._recent(self._all) >= EVERYONE

    def count(self, address: str) -> None:
        if len(self._by_address) >= MAX_ADDRESSES:
            self._by_address.clear()
        for times in (self._all, self._by_address.setdefault(address, deque())):
            times.append(self._clock())

    def _recent(self, times: deque[float]) -> int:
        horizon = self._clock() - WINDOW_S
        while times and times[0] < horizon:
            times.popleft()
        return len(times)
