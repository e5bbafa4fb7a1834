"""Rows of the fault matrix: each a short function that injects one fault by real means and asserts what must hold.

Its docstring is the behaviour expected. It returns what there is to note, raises AssertionError where the behaviour did
not hold, and NotPossible where this machine does not let the fault be injected.
"""

import asyncio
import os
import tempfile
import time
import traceback
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.faults.history import VERDICTS, Verdict

ROW_S = 240.0


class NotPossible(Exception):
    """The fault cannot be injected here; the message says what is missing."""


@dataclass
class Place:
    """Where a row works: a folder of its own that goes with it. ``quick`` asks for smaller numbers. What a row finds
    beside held or not goes into ``found``."""

    folder: Path
    quick: bool = False
    seed: int = 1
    found: dict[str, Any] = field(default_factory=dict)


def _where(error: BaseException) -> str:
    """The last line of ours that it came through."""
    ours = [f for f in traceback.extract_tb(error.__traceback__) if f"{os.sep}tests{os.sep}" in f.filename]
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}: {ours[-1].line}" if ours else "nowhere"


Test = Callable[[Place], Awaitable[str]]


@dataclass(frozen=True)
class Row:
    """``run`` needs at most ``seconds``."""

    id: str
    name: str
    expected: str
    test: Test
    seconds: float = ROW_S

    async def run(self, *, quick: bool = False, seed: int = 1) -> dict[str, Any]:
        """What `make faults` prints of it; ``load`` is the machine's before and after: promises of seconds are for one
        that has nothing else to do."""
        begun, load = time.monotonic(), os.getloadavg()[0]
        verdicts: list[Verdict] = []
        VERDICTS.set(verdicts)
        with a_place(quick=quick, seed=seed) as place:
            held, note = await self._held(place)
        for sort in ("acked", "recorded", "lost", "doubled") if verdicts else ():
            place.found[sort] = sum(getattr(verdict, sort) for verdict in verdicts)
        told: dict[str, Any] = {
            "row": self.id,
            "name": self.name,
            "expected": self.expected,
            "held": held,
            "note": note,
        }
        told |= {"seconds": round(time.monotonic() - begun, 1), "load": [round(load, 1), round(os.getloadavg()[0], 1)]}
        return {**told, **place.found}

    async def _held(self, place: Place) -> tuple[bool | None, str]:
        try:
            async with asyncio.timeout(self.seconds):
                return True, await self.test(place)
        except NotPossible as reason:
            return None, f"not possible here: {reason}"
        except AssertionError as error:
            return False, f"{str(error).strip()[:500]} ({_where(error)})"
        except Exception as error:  # one row that breaks must not take the others with it
            return False, f"{type(error).__name__}: {error}"[:500] + f" ({_where(error)})"


def row(id_: str, name: str, seconds: float = ROW_S) -> Callable[[Test], Test]:
    """Makes a row of a function."""

    def make(test: Test) -> Test:
        expected = " ".join((test.__doc__ or "").split())
        test.row = Row(id_, name, expected, test, seconds)  # type: ignore[attr-defined]  # how a module's rows are found
        return test

    return make


def rows_of(module: ModuleType) -> list[Row]:
    return [found.row for found in vars(module).values() if isinstance(getattr(found, "row", None), Row)]


@contextmanager
def a_place(*, quick: bool = False, seed: int = 1) -> Iterator[Place]:
    with tempfile.TemporaryDirectory(prefix="plenaria-fault-", ignore_cleanup_errors=True) as folder:
        yield Place(Path(folder), quick, seed)
