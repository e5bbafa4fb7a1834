"""One browser, once it is in. The transport's own buffer is its outbox: behind, it is skipped, and caught up when it
drains. A connection that is idle has no task, no timer and no queue."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Protocol

from server.live import wire
from server.live.line import Line, encode
from server.metrics.counts import LiveCounts
from server.store import Reply, Verdict
from sessions.actor import Actor, Role
from sessions.views import layers_of

log = logging.getLogger("plenaria.live")

SLOW_AFTER_S = 20.0
BURST = 60.0  # messages at once
PER_S = 10.0  # messages a second after that
_FAST = frozenset(Role) - {Role.DELEGATE, Role.OBSERVER}
_PONG = encode(wire.PONG)


Command = wire.CommandMessage | wire.CastMessage


class Host(Protocol):
    """What a connection needs of the room it is in."""

    @property
    def counts(self) -> LiveCounts: ...

    def catch_up(self, connection: "Connection") -> None: ...

    def leave(self, connection: "Connection") -> None: ...

    def stirred(self) -> None:
        """A connection fell asleep or woke up."""

    def ask(self, actor: Actor, message: Command, told: Callable[[Reply], None]) -> None:
        """``told`` hears the reply, once and later."""


class Connection:
    """``version`` is how far this connection has been told, once it is behind. ``asleep`` is what its page says of
    itself, ``silent`` that it left a question unanswered. Compared by identity."""

    __slots__ = (
        "_at",
        "_behind_since",
        "_host",
        "_left",
        "_loop",
        "_waiting",
        "_working",
        "actor",
        "asleep",
        "fast",
        "layers",
        "line",
        "silent",
        "version",
    )

    def __init__(self, line: Line, actor: Actor, host: Host) -> None:
        self.line = line
        self.actor = actor
        self.layers = _shared_layers(actor)
        self.fast = actor.role in _FAST
        self.version = 0
        self.asleep = False
        self.silent = False
        self._host = host
        self._loop = asyncio.get_running_loop()
        self._behind_since: float | None = None
        self._left = BURST
        self._at = self._loop.time()
        self._waiting: deque[Command] | None = None
        self._working = False

    @property
    def seat(self) -> str | None:
        return self.actor.seat

    @property
    def awake(self) -> bool:
        return not (self.asleep or self.silent)

    def rests(self, asleep: bool) -> None:
        """What the page says of itself."""
        if asleep is not self.asleep:
            self.asleep = asleep
            self._host.stirred()

    def keeps_silent(self, silent: bool) -> None:
        if silent is not self.silent:
            self.silent = silent
            self._host.stirred()

    # Telling

    def push(self, frame: bytes) -> bool:
        """Write now. False, and nothing written, while the peer is behind or gone."""
        if self.line.push(frame):
            return True
        if self._behind_since is None:
            self._fall_behind()
        return False

    def offer(self, frame: bytes, before: int) -> None:
        """Write unless behind; ``before`` is remembered, and a drain makes up for the rest."""
        if self._behind_since is None:
            if self.line.push(frame):
                return
            self._fall_behind()
            self.version = before
        elif self._loop.time() - self._behind_since > SLOW_AFTER_S:
            self.end(wire.CloseCode.SLOW)

    def _fall_behind(self) -> None:
        self._behind_since = self._loop.time()
        self._host.counts.behind += 1

    def drained(self) -> None:
        if self._behind_since is not None:
            self._behind_since = None
            self._host.catch_up(self)

    def end(self, code: wire.CloseCode) -> None:
        """Say ``bye`` and close."""
        self._host.counts.closes[code.word] += 1
        say_bye(self.line, code)

    def lost(self) -> None:
        self._host.leave(self)

    # Hearing

    def heard(self, message: str | bytes) -> None:
        if not self._may_speak():
            self.end(wire.CloseCode.FLOOD)
            return
        try:
            said = read(message)
        except wire.BadMessage:
            self.end(wire.CloseCode.BAD_MESSAGE)
            return
        if isinstance(said, (wire.CastMessage, wire.CommandMessage)):
            self._ask(said)
        elif isinstance(said, wire.Ping):
            self.rests(said.asleep)
            self.line.write(_PONG)
        else:
            self.end(wire.CloseCode.BAD_MESSAGE)

    def _may_speak(self) -> bool:
        """A token bucket."""
        now = self._loop.time()
        left = self._left + (now - self._at) * PER_S
        self._at = now
        self._left = left - 1 if left < BURST else BURST - 1
        if left >= 1:
            return True
        self._left = left
        return False

    def _ask(self, message: Command) -> None:
        """One command at a time, in order: of two ballots the one said last must be the one that stays."""
        if not self._working:
            self._begin(message)
            return
        if self._waiting is None:
            self._waiting = deque()
        self._waiting.append(message)

    def _begin(self, message: Command) -> None:
        self._working = True
        answered = partial(self._answered, message.id)
        try:
            self._host.ask(self.actor, message, answered)
        except Exception:
            log.exception("a command failed", extra={"command": message.name})
            self._loop.call_soon(answered, Reply(Verdict.UNKNOWN))

    def _answered(self, id_: str, reply: Reply) -> None:
        self.line.write(encode(wire.reply(id_, reply.verdict, reply.code, reply.seq)))
        self._working = False
        if self._waiting:
            self._begin(self._waiting.popleft())
        else:
            self._waiting = None


def read(message: str | bytes) -> wire.Up | wire.CastMessage:
    """Raises ``BadMessage``."""
    if isinstance(message, bytes):
        raise wire.BadMessage("bytes")
    return wire.read(message)


def say_bye(line: Line, code: wire.CloseCode) -> None:
    line.write(encode(wire.bye(code)))
    line.close(code)


def _shared_layers(actor: Actor) -> tuple[str, ...]:
    layers = layers_of(actor)
    return layers if actor.seat is None else layers[:-1]
