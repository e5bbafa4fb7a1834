"""What one worker counts. Plain numbers, because some are counted ten thousand times a second."""

from bisect import bisect_left
from collections import Counter

REPLY_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
WRITE_S = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
TICK_S = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)
LAG_S = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
BATCH = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0)
EXPORT_S = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Histogram:
    """``counts`` has one place more than ``bounds``: what is above them all. A value at a bound is within it."""

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def observe(self, value: float) -> None:
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value


class StoreCounts:
    """What a store's connections do. ``trips`` are round trips by what they were for."""

    def __init__(self) -> None:
        self.batch = Histogram(BATCH)
        self.write = Histogram(WRITE_S)
        self.again = 0
        self.trips: Counter[str] = Counter()

    def wrote(self, commands: int, seconds: float) -> None:
        """A batch was sent and answered."""
        self.batch.observe(commands)
        self.write.observe(seconds)
        self.trips["write"] += 1


class LiveCounts:
    """What rooms and their connections do. ``closes`` are by the word of their close code."""

    def __init__(self) -> None:
        self.commands: Counter[tuple[str, str]] = Counter()
        self.ballot = Histogram(REPLY_S)
        self.other = Histogram(REPLY_S)
        self.tick = Histogram(TICK_S)
        self.behind = 0
        self.closes: Counter[str] = Counter()
        self.lag = Histogram(LAG_S)
        self.exports: dict[str, Histogram] = {}

    def exported(self, format_: str, seconds: float) -> None:
        self.exports.setdefault(format_, Histogram(EXPORT_S)).observe(seconds)
