"""What the benchmark prints: one JSON object a line."""

import json
import statistics
import sys
from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reading:
    """``limit`` is what ``value`` may not be worse than; None where it only tells."""

    name: str
    value: float
    unit: str
    better: Literal["higher", "lower"]
    limit: float | None = None
    note: str = ""

    def tell(self) -> None:
        line = asdict(self) | {"value": round(self.value, 3)}
        print(json.dumps(line, ensure_ascii=False), flush=True)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: whole, or in two minutes."""

    runs: int
    sockets: int
    seconds: float
    phones: tuple[int, ...]
    rates: tuple[int, ...]


WHOLE = Size(5, 2000, 5.0, (100, 500, 2000, 5000, 10_000), (2000, 4000, 6000, 8000, 10_000, 12_000, 16_000))
QUICK = Size(2, 500, 2.0, (100, 1000), (2000, 4000))


def median(values: list[float]) -> float:
    return statistics.median(values)


def remark(text: str) -> None:
    """For whoever watches; stdout is for programs."""
    print(text, file=sys.stderr, flush=True)
