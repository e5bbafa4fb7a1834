"""Counts wrong join codes, and nothing else: a whole hotel shares one address, so those who come in are free."""

import ipaddress
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
        mine = self._by_address.get(_one(address))
        return (mine is not None and self._recent(mine) >= PER_ADDRESS) or self._recent(self._all) >= EVERYONE

    def count(self, address: str) -> None:
        if len(self._by_address) >= MAX_ADDRESSES:
            self._by_address.clear()
        for times in (self._all, self._by_address.setdefault(_one(address), deque())):
            times.append(self._clock())

    def _recent(self, times: deque[float]) -> int:
        horizon = self._clock() - WINDOW_S
        while times and times[0] < horizon:
            times.popleft()
        return len(times)


def _one(address: str) -> str:
    """What counts as one address: of IPv6 the network, for a single machine has as many addresses as it likes."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return address
    return str(found.ipv4_mapped or found.packed[:8].hex())
