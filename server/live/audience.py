"""Who is connected to a room in this worker, and telling them what changed.

The tick belongs here: control, screen and report up to ten times a second; phones, which see only turnout while a round
is open, more slowly, and slower still as the room grows. Nobody awaits a socket inside a broadcast and nobody spawns a
task per send.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from server.live import wire
from server.live.connection import Connection
from server.live.view import RoomView
from sessions.meeting import Meeting

log = logging.getLogger("plenaria.live")

FAST_S = 0.1
SLOW_S = 0.7
SEND_S = 7e-6  # kernel and Python, a delivery (measured)
SHARE = 0.2  # of one core that fan-out may take
SLICE = 500  # deliveries before replies get a turn


@dataclass(eq=False)
class Group:
    """Connections that see the same shared layers at the same pace, so that one frame serves all of them."""

    layers: tuple[str, ...]
    fast: bool
    version: int
    seq: int
    members: set[Connection] = field(default_factory=set)


class Audience:
    """``meeting`` gives the state as folded; ``view`` is refreshed from it here and nowhere else."""

    def __init__(self, view: RoomView, meeting: Callable[[], Meeting]) -> None:
        self._view = view
        self._meeting = meeting
        self._groups: dict[tuple[tuple[str, ...], bool], Group] = {}
        self._seated: dict[str, set[Connection]] = {}
        self._wake = asyncio.Event()
        self._urgent = asyncio.Event()
        self._slow_at = 0.0

    @property
    def connections(self) -> list[Connection]:
        return [member for group in self._groups.values() for member in group.members]

    def of_seat(self, seat: str) -> list[Connection]:
        return list(self._seated.get(seat, ()))

    def wake(self, urgent: bool) -> None:
        """Something changed; ``urgent`` goes out at once, to phones too."""
        if urgent:
            self._urgent.set()
        self._wake.set()

    def join(self, connection: Connection, cursor: wire.Cursor | None) -> None:
        """Add a connection and bring it up to date: what is newer than ``cursor``, or everything."""
        self._view.refresh(self._meeting())
        if connection.seat is not None:
            self._seated.setdefault(connection.seat, set()).add(connection)
            self._view.seat_came(self._meeting(), connection.seat)
        self._group(connection).members.add(connection)
        connection.push(self._view.opening(connection.layers, connection.seat, cursor))
        connection.version = self._view.version

    def leave(self, connection: Connection) -> None:
        self._group(connection).members.discard(connection)
        if connection.seat is None:
            return
        others = self._seated.get(connection.seat, set())
        others.discard(connection)
        if not others:
            self._seated.pop(connection.seat, None)
            self._view.seat_left(connection.seat)

    def start_over(self) -> None:
        """Another epoch: a snapshot for everyone."""
        for connection in self.connections:
            connection.push(self._view.opening(connection.layers, connection.seat, None))

    def catch_up(self, connection: Connection) -> None:
        """One delta from the connection's own place, once its outbox has drained."""
        frame = self._view.since(connection.layers, connection.seat, connection.version, self._view.seq)
        if frame is None or connection.push(frame):
            connection.version = self._view.version

    def _group(self, connection: Connection) -> Group:
        place = (connection.layers, connection.fast)
        if place not in self._groups:
            self._groups[place] = Group(connection.layers, connection.fast, self._view.version, self._view.seq)
        return self._groups[place]

    async def tick(self) -> None:
        """Runs for ever."""
        loop = asyncio.get_running_loop()
        while True:
            await self._wake.wait()
            self._wake.clear()
            urgent = await self._gather()
            try:
                self._view.refresh(self._meeting())
                await self._broadcast(fast=True)
                if urgent or loop.time() >= self._slow_at:
                    await self._broadcast(fast=False)
                    self._slow_at = loop.time() + self._slow_interval()
                else:
                    loop.call_at(self._slow_at, self._wake.set)
            except Exception:
                log.exception("a tick failed")

    async def _gather(self) -> bool:
        """Let changes come together; an urgent one does not wait. True where there was one."""
        try:
            await asyncio.wait_for(self._urgent.wait(), FAST_S)
        except TimeoutError:
            return False
        self._urgent.clear()
        return True

    def _slow_interval(self) -> float:
        phones = sum(len(group.members) for group in self._groups.values() if not group.fast)
        return max(SLOW_S, phones * SEND_S / SHARE)

    async def _broadcast(self, fast: bool) -> None:
        for group in [group for group in self._groups.values() if group.fast is fast]:
            before, group.version = group.version, self._view.version
            # Own layers go first, with the old cursor: whoever loses the socket between the two asks for both again.
            self._push_seats(group, before)
            frame = self._view.since(group.layers, None, before, self._view.seq)
            group.seq = self._view.seq
            if frame is not None:
                await self._push_all(list(group.members), frame, before)

    def _push_seats(self, group: Group, before: int) -> None:
        for connection in group.members:
            if connection.seat is not None:
                frame = self._view.since((), connection.seat, before, group.seq)
                if frame is not None:
                    connection.offer(frame, before)

    async def _push_all(self, members: list[Connection], frame: bytes, before: int) -> None:
        for start in range(0, len(members), SLICE):
            for connection in members[start : start + SLICE]:
                connection.offer(frame, before)
            if start + SLICE < len(members):
                await asyncio.sleep(0)
