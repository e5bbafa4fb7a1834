"""Who is connected to a room in this worker, and telling them what changed.

The tick belongs here: control, screen and report up to ten times a second; phones, which see only turnout while a round
is open, more slowly, and slower still as the room grows. Nobody awaits a socket inside a broadcast and nobody spawns a
task per send.
"""

import asyncio
import logging
from dataclasses import dataclass, field

from server.live import wire
from server.live.clock import now_ms
from server.live.connection import Connection
from server.live.line import push_all
from server.live.turn import Turn
from server.live.view import RoomView
from server.metrics.counts import LiveCounts

log = logging.getLogger("plenaria.live")

FAST_S = 0.1
SLOW_S = 0.7
SEND_S = 7e-6  # kernel and Python, a delivery (measured)
SHARE = 0.2  # of one core that fan-out may take, and that projecting may
SLICE = 50  # deliveries in one go
AGAIN_S = 1.0  # after a tick that failed


Said = tuple[int, bool]
"""(when, in milliseconds, whether asleep)."""


@dataclass(eq=False)
class Group:
    """Connections that see the same shared layers at the same pace, so that one frame serves all of them."""

    layers: tuple[str, ...]
    fast: bool
    version: int
    seq: int
    members: dict[Connection, None] = field(default_factory=dict)


class Audience:
    """``view`` is refreshed here and nowhere else."""

    def __init__(self, view: RoomView, counts: LiveCounts) -> None:
        self.counts = counts
        self._view = view
        self._groups: dict[tuple[tuple[str, ...], bool], Group] = {}
        self._seated: dict[str, set[Connection]] = {}
        self._wake = asyncio.Event()
        self._urgent = asyncio.Event()
        self._slow_at = 0.0
        self._rest_s = FAST_S
        self.changes = 0
        """Counts who came, who went, who fell asleep and who woke up."""
        self.said: dict[str, Said] = {}
        """What seats said of themselves that cannot say it on their own line. They may have said it to any worker."""

    @property
    def connections(self) -> list[Connection]:
        return [member for group in self._groups.values() for member in group.members]

    @property
    def seats(self) -> list[str]:
        """Those with at least one connection, sorted."""
        return sorted(self._seated)

    @property
    def awake(self) -> list[str]:
        """Seats of which at least one line that hears is awake, sorted."""
        return sorted(
            seat for seat, lines in self._seated.items() if any(one.line.hears and one.awake for one in lines)
        )

    @property
    def streaming(self) -> list[str]:
        """Seats with at least one line that hears nothing, and answers, sorted."""
        return sorted(
            seat for seat, lines in self._seated.items() if any(not (one.line.hears or one.silent) for one in lines)
        )

    def stirred(self) -> None:
        self.changes += 1

    def says(self, seat: str, asleep: bool) -> None:
        """Of a seat whose line hears nothing."""
        self.said[seat] = (now_ms(), asleep)
        self.stirred()

    def of_seat(self, seat: str) -> list[Connection]:
        return list(self._seated.get(seat, ()))

    def wake(self, urgent: bool) -> None:
        """Something changed; ``urgent`` goes out at once, to phones too."""
        if urgent:
            self._urgent.set()
        self._wake.set()

    def join(self, connection: Connection, cursor: wire.Cursor | None, *, packed: bool = False) -> None:
        """Add a connection and bring it up to date: what is newer than ``cursor``, or everything, which may be
        ``packed``."""
        if cursor is not None and cursor[1] > self._view.seq:
            self._view.refresh()  # nobody goes back in time; else the next tick is soon enough
        self.changes += 1
        if connection.seat is not None:
            self._seated.setdefault(connection.seat, set()).add(connection)
            self._view.seat_came(connection.seat)
            if not connection.line.hears:
                self.says(connection.seat, asleep=False)
        self._group(connection).members[connection] = None
        connection.push(self._view.opening(connection.layers, connection.seat, cursor, packed=packed))
        connection.version = self._view.version

    def leave(self, connection: Connection) -> None:
        self.changes += 1
        self._group(connection).members.pop(connection, None)
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
        frame = self._view.since(connection.layers, connection.seat, connection.version)
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
                begun = loop.time()
                self._view.refresh()
                self._rest_s = max(FAST_S, (loop.time() - begun) / SHARE)
                await self._broadcast(fast=True)
                if urgent or loop.time() >= self._slow_at:
                    await self._broadcast(fast=False)
                    self._slow_at = loop.time() + self._slow_interval()
                else:
                    loop.call_at(self._slow_at, self._wake.set)
                self.counts.tick.observe(loop.time() - begun)
            except Exception:
                log.exception("a tick failed")
                loop.call_later(AGAIN_S, self.wake, urgent)

    async def _gather(self) -> bool:
        """Let changes come together; an urgent one does not wait. True where there was one."""
        try:
            await asyncio.wait_for(self._urgent.wait(), self._rest_s)
        except TimeoutError:
            return False
        self._urgent.clear()
        return True

    def _slow_interval(self) -> float:
        phones = sum(len(group.members) for group in self._groups.values() if not group.fast)
        return max(SLOW_S, phones * SEND_S / SHARE)

    async def _broadcast(self, fast: bool) -> None:
        for group in [group for group in self._groups.values() if group.fast is fast]:
            before, seq = group.version, group.seq
            group.version, group.seq = self._view.version, self._view.seq
            try:
                await self._tell(group, before, seq)
            except Exception:
                group.version, group.seq = before, seq  # told twice does no harm, not told does
                raise

    async def _tell(self, group: Group, before: int, seq: int) -> None:
        """What changed since ``before``, in slices. What is a seat's own goes in the same write as what all see, first
        and with the old cursor ``seq``: whoever loses the socket between the two asks for both again."""
        shared = self._view.shared_since(group.layers, before)
        own = self._view.seats_changed_since(before)
        members = list(group.members)
        turn = Turn()
        for start in range(0, len(members), SLICE):
            if turn.over():
                await turn.next()
            some = members[start : start + SLICE]
            if own:
                self._tell_each(some, shared, before, seq)
            elif shared is not None:
                _tell_all(some, shared, before)

    def _tell_each(self, members: list[Connection], shared: bytes | None, before: int, seq: int) -> None:
        both: dict[bytes, bytes] = {}
        for connection in members:
            frame = shared
            own = self._view.own_since(connection.seat, before, seq)
            if own is not None and connection.version > before:
                # Came after the last broadcast, with a view newer than ``seq``: that cursor would be a step back.
                frame = self._view.since(connection.layers, connection.seat, connection.version)
            elif own is not None:
                frame = own if shared is None else both.setdefault(own, own + shared)
            if frame is not None:
                connection.offer(frame, before)


def _tell_all(members: list[Connection], frame: bytes, before: int) -> None:
    """What ``offer`` does, to many."""
    for place in push_all([member.line for member in members], frame):
        members[place].offer(frame, before)
