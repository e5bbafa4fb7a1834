"""Group commit: what gathers while the last pipeline is under way goes as the next one.

One flusher a worker, on one connection. There is no timer: a ballot alone goes at once, five hundred go together and
share one sync to disk. Each waits for its own answer.

Whatever is sent here must bear being sent twice: when no answer comes the same command goes again, until its patience
is at an end. Cancelling who waits does not take back what was asked.
"""

import asyncio
import hashlib
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from redis.asyncio import RedisCluster
from redis.exceptions import NoScriptError

from server.metrics.counts import StoreCounts
from server.store.connect import ANSWER_S, Client, away
from server.store.succession import check_in_all

_log = logging.getLogger(__name__)

MOST = 512
"""The most commands in one pipeline."""

_PAUSES_S = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)


class Unanswered(Exception):
    """No answer came: what was asked may or may not have happened."""


@dataclass(frozen=True, slots=True)
class Script:
    """A Lua script of this package and the name that the server knows it by."""

    source: str
    sha: str

    @classmethod
    def named(cls, name: str) -> "Script":
        """The script in `<name>.lua` beside this module."""
        return cls.of(Path(__file__).with_name(f"{name}.lua").read_text(encoding="utf-8"))

    @classmethod
    def of(cls, source: str) -> "Script":
        return cls(source, hashlib.sha1(source.encode(), usedforsecurity=False).hexdigest())

    def call(self, keys: Sequence[str], args: Sequence[str | bytes | int]) -> tuple[Any, ...]:
        return ("EVALSHA", self.sha, len(keys), *keys, *args)


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """Calls that may go as one: a script that takes what is each one's own after ``first``, and returns a list with an
    answer for each. Compared by identity."""

    script: Script
    keys: tuple[str, ...]
    first: tuple[str | int, ...]


Answer = Callable[[Any], None]
"""Hears the server's answer, or the exception in its place."""


class _Asked:
    """With ``together``, ``command`` are the arguments that are this one's own."""

    __slots__ = ("answer", "command", "together", "until")

    def __init__(self, command: tuple[Any, ...], until: float, answer: Answer, together: Together | None) -> None:
        self.command = command
        self.until = until
        self.answer = answer
        self.together = together


class Flusher:
    """Sends commands in batches. `run` it as a task; `stop` lets it send what is waiting."""

    def __init__(
        self, client: Client, scripts: Sequence[Script], *, patience_s: float, counts: StoreCounts | None = None
    ) -> None:
        self._client = client
        self._counts = counts or StoreCounts()
        self._scripts = scripts
        self._patience_s = patience_s
        self._waiting: deque[_Asked] = deque()
        self._came = asyncio.Event()
        self._stopping = False

    async def ask(self, *command: Any) -> Any:
        """The server's answer. Raises Unanswered after `patience_s`, ResponseError where the command is wrong."""
        if self._stopping:
            raise Unanswered("the store is closed")
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()
        self._waiting.append(_Asked(command, loop.time() + self._patience_s, partial(settle, future), None))
        self._came.set()
        return await future

    def ask_together(self, together: Together, own: tuple[Any, ...], answer: Answer) -> None:
        """``answer`` hears it, or Unanswered, once and later: a ballot needs neither task nor future."""
        loop = asyncio.get_running_loop()
        if self._stopping:
            loop.call_soon(answer, Unanswered("the store is closed"))
            return
        self._waiting.append(_Asked(own, loop.time() + self._patience_s, answer, together))
        self._came.set()

    def stop(self) -> None:
        self._stopping = True
        self._came.set()

    async def run(self) -> None:
        """Until stopped and nothing waits any more."""
        failures = 0
        while True:
            if not self._waiting:
                if self._stopping:
                    return
                self._came.clear()
                await self._came.wait()
                continue
            lot = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
            again = await self._send(lot)
            if not again:
                failures = 0
                continue
            self._counts.again += len(again)
            self._waiting.extendleft(reversed(again))
            await asyncio.sleep(_PAUSES_S[min(failures, len(_PAUSES_S) - 1)])
            failures += 1
            await check_in_all(self._client)
            self._give_up()

    async def _send(self, lot: list[_Asked]) -> list[_Asked]:
        """Send a lot, hand out the answers, return what must be asked again."""
        try:
            answers = await self._pipeline(lot)
        except Exception as error:
            if not away(error):
                _log.exception("a lot of %d commands failed", len(lot))
                for asked in lot:
                    _tell(asked, error)
                return []
            await self._look_again()
            return lot
        again, unknown_script = [], False
        for asked, answer in zip(lot, answers, strict=True):
            if isinstance(answer, NoScriptError):
                unknown_script = True
                again.append(asked)
            elif isinstance(answer, Exception) and away(answer):
                again.append(asked)
            else:
                _tell(asked, answer)
        if unknown_script:
            await self._load_scripts()
        return again

    async def _pipeline(self, lot: list[_Asked]) -> list[Any]:
        pipeline: Any = self._client.pipeline(transaction=False)
        together: dict[Together, list[int]] = {}
        alone: list[int] = []
        for place, asked in enumerate(lot):
            if asked.together is None:
                alone.append(place)
            else:
                together.setdefault(asked.together, []).append(place)
        for call, places in together.items():
            own = (argument for place in places for argument in lot[place].command)
            pipeline.execute_command(*call.script.call(call.keys, (*call.first, *own)))
        for place in alone:
            pipeline.execute_command(*lot[place].command)
        begun = perf_counter()
        async with asyncio.timeout(min(ANSWER_S, self._patience_s)):
            found: list[Any] = await pipeline.execute(raise_on_error=False)
        self._counts.wrote(len(lot), perf_counter() - begun)
        return _dealt(len(lot), found, [*together.values(), alone])

    async def _load_scripts(self) -> None:
        client: Any = self._client
        try:
            for script in self._scripts:
                async with asyncio.timeout(ANSWER_S):
                    await client.script_load(script.source)
        except Exception as error:  # whatever it is, the commands that wait are asked again and then given up
            _log.warning("the scripts could not be loaded: %s", error)

    async def _look_again(self) -> None:
        """A cluster's client that asks once does not by itself learn that a slot has moved with its node."""
        if isinstance(self._client, RedisCluster):
            await self._client.aclose()

    def _give_up(self) -> None:
        now = asyncio.get_running_loop().time()
        patient: deque[_Asked] = deque()
        for asked in self._waiting:
            if asked.until > now and not self._stopping:
                patient.append(asked)
            else:
                _tell(asked, Unanswered(f"no answer within {self._patience_s} s"))
        self._waiting = patient


def _dealt(count: int, found: list[Any], places: list[list[int]]) -> list[Any]:
    """Answers in the order in which they were asked for: each of ``found`` is for some of the places, but for those
    at the end, which are for one of the last of ``places`` each."""
    answers: list[Any] = [None] * count
    shared = len(places) - 1
    for some, answer in zip(places[:-1], found[:shared], strict=True):
        each = answer if isinstance(answer, list) else [answer] * len(some)  # an error is everybody's
        for place, one in zip(some, each, strict=True):
            answers[place] = one
    for place, answer in zip(places[-1], found[shared:], strict=True):
        answers[place] = answer
    return answers


def _tell(asked: _Asked, answer: Any) -> None:
    """Whoever fails at hearing it keeps nobody else from theirs."""
    try:
        asked.answer(answer)
    except Exception:
        _log.exception("an answer was not heard")


def settle(future: "asyncio.Future[Any]", answer: Any) -> None:
    """An ``Answer`` for whoever waits."""
    if future.done():  # who waited was cancelled
        return
    if isinstance(answer, Exception):
        future.set_exception(answer)
    else:
        future.set_result(answer)
