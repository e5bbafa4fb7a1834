"""A meeting live in one worker: follows the log, keeps the state, and has an audience."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import aclosing

from server.live import wire
from server.live.audience import Audience
from server.live.shared import SharedBallots
from server.live.view import RoomView
from server.metrics.counts import LiveCounts
from server.state import load
from server.store import EpochChanged, Store, UnknownMeeting
from server.tasks import end
from sessions import events as e
from sessions.evolve import evolve, evolve_cast
from sessions.meeting import Meeting, freeze
from sessions.rules.context import Context, Pseudonyms

log = logging.getLogger("plenaria.live")

OF_ONE_SEAT = (e.PaperCast, e.EntryAdded, e.EntryEdited, e.EntryWithdrawn, e.EntryObjected)
"""Events that name a voter, and change no other seat's layer."""

SNAPSHOT_EVERY = 1000  # log entries, but not more often than
PLACES = 1000  # of which it is known how cursors count them
SNAPSHOT_PAUSE_S = 10.0  # which is what a large room's costs to write


class Room:
    """``on_event`` callbacks hear every folded event but ballots, after the state has it; ``on_renewed`` that the state
    was read anew, and that events may be in it which nobody heard; ``on_gone`` that the meeting was purged. ``lock`` is
    for whoever decides, ``timeless`` the context of what does not ask for the time."""

    def __init__(self, id_: str, store: Store, pseudonyms: Pseudonyms, counts: LiveCounts) -> None:
        self.id = id_
        self.pseudonyms = pseudonyms
        self.timeless = Context(0, pseudonyms)
        self.lock = asyncio.Lock()
        self.revision = 0
        self.on_event: list[Callable[[e.Event], None]] = []
        self.on_renewed: list[Callable[[], None]] = []
        self.on_gone: list[Callable[[], None]] = []
        self.shared = SharedBallots(id_, store, lambda: self.meeting, self._shared_changed)
        self.view = RoomView(pseudonyms, lambda: self.meeting, self.shared.ballot)
        self.audience = Audience(self.view, counts)
        self._store = store
        self._meeting: Meeting | None = None
        self._voters: dict[tuple[str, int], dict[str, list[str]]] = {}
        self._saved_seq = 0
        self._saved_at = -SNAPSHOT_PAUSE_S
        self._saving: asyncio.Task[None] | None = None
        self._waiting: list[tuple[Callable[[], bool], asyncio.Future[None]]] = []
        self._places: deque[tuple[int, int]] = deque(maxlen=PLACES)
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Raises what ``Store.load`` raises."""
        await self._load()
        self._tasks = [asyncio.create_task(self._follow()), asyncio.create_task(self.audience.tick())]

    async def stop(self) -> None:
        await end([*self._tasks, *self.shared.tasks])

    @property
    def meeting(self) -> Meeting:
        if self._meeting is None:
            raise RuntimeError("the room has not started")
        return self._meeting

    @property
    def epoch(self) -> str:
        return self.view.epoch

    def context(self, now: int) -> Context:
        return Context(now, self.pseudonyms)

    async def reached(self, seq: int, timeout_s: float = 2.0) -> bool:
        """Wait until the state is at ``seq`` or later; False when that takes longer than ``timeout_s``."""
        return await self._comes_true(lambda: self.meeting.seq >= seq, timeout_s)

    async def _comes_true(self, there: Callable[[], bool], timeout_s: float) -> bool:
        if there():
            return True
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((there, future))
        try:
            await asyncio.wait_for(future, timeout_s)
        except TimeoutError:
            return False
        return True

    async def ready_for(self, cursor: wire.Cursor | None) -> None:
        """A cursor ahead of this worker waits for it a moment: nobody goes back in time."""
        if cursor is not None and cursor[0] == self.epoch:
            await self._comes_true(lambda: self.meeting.told >= cursor[1], timeout_s=1.0)

    def place(self, seq: int | None) -> int | None:
        """What cursors call ``seq`` of the log; None where that is too long ago, or not for everybody to know."""
        return next((told for at, told in reversed(self._places) if at == seq), None)

    def voter_key(self, activity: str, number: int, seat: str) -> str:
        """The key under which ``seat`` votes in that round: a pseudonym where the round is secret, the same for all of
        a delegation where it has one ballot."""
        found = self.meeting.activities[activity]
        secrecy, unit = found.rounds[number - 1].secrecy, found.prepared.unit
        delegation = self.meeting.seats[seat].delegation
        return self.timeless.voter(secrecy, activity, number, seat, delegation, unit).voter

    # The log

    async def _load(self) -> None:
        self._meeting, loaded = await load(self._store, self.id)
        self._places.clear()
        self.revision = loaded.revision
        self._saved_seq = loaded.snapshot_seq
        self._voters.clear()
        self.shared.start_over()
        self.view.start_over(loaded.epoch)

    async def _follow(self) -> None:
        while True:
            try:
                await self._follow_epoch()
                await self._load()
                self._renewed()
            except UnknownMeeting:
                self._gone()
                return
            except Exception:
                log.exception("following the log failed", extra={"meeting": self.id})
                await asyncio.sleep(1)

    async def _follow_epoch(self) -> None:
        async with aclosing(self._store.follow(self.id, self.epoch, self.meeting.seq)) as entries:
            async for entry in entries:
                if isinstance(entry, EpochChanged):
                    return
                self.revision = entry.revision
                cast = e.decode_cast(entry.body)
                if cast is not None:
                    evolve_cast(self.meeting, entry.seq, cast)
                    self._cast_folded(cast)
                    continue
                decoded = e.decode(entry.body)
                self._meeting = evolve(self._meeting, entry.seq, decoded)
                if not self._meeting.aside:
                    self._places.append((entry.seq, self._meeting.told))
                self._folded(decoded.event)

    def _renewed(self) -> None:
        self.audience.start_over()
        for callback in self.on_renewed:
            callback()
        self._reached()

    def _gone(self) -> None:
        log.info("meeting %s was purged", self.id)
        for connection in self.audience.connections:
            connection.end(wire.CloseCode.UNKNOWN_MEETING)
        for callback in self.on_gone:
            callback()

    def _cast_folded(self, cast: e.CastFields) -> None:
        activity, number = cast["activity"], cast["round"]
        self.view.stale_turnout(activity, self._connected_seats(activity, number, cast["voter"]))
        self.shared.heard(activity, number)
        self.audience.wake(urgent=False)
        self._reached()

    def _folded(self, event: e.Event) -> None:
        if isinstance(event, OF_ONE_SEAT):
            self.view.stale_entries(event, self._connected_seats(event.activity, event.round, event.voter))
        else:
            self.view.stale(event)
            if isinstance(event, e.ActivityClosed):
                self.shared.close(event.activity)
        for callback in self.on_event:
            callback(event)
        self.audience.wake(urgent=not isinstance(event, e.SeatClaimed | e.EntryAdded))
        self._reached()

    def _reached(self) -> None:
        """The state is further than it was."""
        if self._waiting:
            self._resolve()
        if self.meeting.seq - self._saved_seq < SNAPSHOT_EVERY:
            return
        now = asyncio.get_running_loop().time()
        if now - self._saved_at >= SNAPSHOT_PAUSE_S:
            self._saved_seq, self._saved_at = self.meeting.seq, now
            self._saving = asyncio.create_task(self._save())

    def _resolve(self) -> None:
        due = [future for there, future in self._waiting if there()]
        self._waiting = [(there, future) for there, future in self._waiting if not there()]
        for future in due:
            if not future.done():
                future.set_result(None)

    async def _save(self) -> None:
        await self._store.save_snapshot(self.id, self.epoch, self.meeting.seq, freeze(self.meeting))

    def _connected_seats(self, activity: str, number: int, voter: str) -> list[str]:
        """The connected seats behind a voter key, found by deriving the key of every seat once a round."""
        known = self._voters.get((activity, number))
        if known is None:
            round_ = self.meeting.activities[activity].rounds[number - 1]
            known = self._voters[(activity, number)] = {}
            for seat in round_.eligible:
                known.setdefault(self.voter_key(activity, number, seat), []).append(seat)
        return [seat for seat in known.get(voter, ()) if self.view.has_seat(seat)]

    def _shared_changed(self) -> None:
        self.view.stale_shared()
        self.audience.wake(urgent=True)
