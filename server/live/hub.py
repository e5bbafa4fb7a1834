"""All rooms of this worker, opened when first asked for."""

import asyncio
import contextlib
from collections.abc import Callable

from server.live.dispatch import Dispatch, PadText
from server.live.likeness import Likeness
from server.live.presence import Presence
from server.live.pulse import Pulse
from server.live.room import Room
from server.live.sealer import Sealer
from server.live.warden import Warden
from server.metrics.counts import LiveCounts
from server.store import Store, UnknownMeeting
from server.tasks import end
from sessions.rules.context import Pseudonyms


class Hub:
    """``pseudonyms_of(meeting)`` gives the voter keys of a meeting; ``worker`` names this process among the others."""

    def __init__(
        self, store: Store, pad_text: PadText, pseudonyms_of: Callable[[str], Pseudonyms], worker: str
    ) -> None:
        self.store = store
        self.counts = LiveCounts()
        self.dispatch = Dispatch(store, pad_text, self.counts)
        self._pseudonyms_of = pseudonyms_of
        self._worker = worker
        self._rooms: dict[str, Room] = {}
        self._tasks: dict[str, list[asyncio.Task[None]]] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self._lock = asyncio.Lock()
        self.on_open: list[Callable[[Room], None]] = []
        """Called with every room that is opened in this worker."""

    @property
    def rooms(self) -> list[Room]:
        return list(self._rooms.values())

    async def room(self, meeting: str) -> Room:
        """Raises ``UnknownMeeting`` and whatever else ``Store.load`` raises."""
        if meeting in self._rooms:
            return self._rooms[meeting]
        async with self._lock:
            if meeting not in self._rooms:
                self._rooms[meeting] = await self._opened(meeting)
        return self._rooms[meeting]

    async def _opened(self, meeting: str) -> Room:
        room = Room(meeting, self.store, self._pseudonyms_of(meeting), self.counts)
        await room.start()
        room.on_gone.append(lambda: self._forget(meeting))
        Warden(room)
        for callback in self.on_open:
            callback(room)
        loops = (
            Sealer(room, self.store, self.dispatch).run(),
            Presence(room, self.store, self._worker).run(),
            Pulse(room.audience).run(),
            Likeness(room).run(),
        )
        self._tasks[meeting] = [asyncio.create_task(loop) for loop in loops]
        return room

    async def newest(self) -> Room | None:
        """The meeting created last that is not closed, else the one created last; a rehearsal only where there is
        nothing else."""
        rooms = await self._newest_first()
        real = [room for room in rooms if not room.meeting.rehearsal] or rooms
        return next((room for room in real if room.meeting.closed_at is None), real[0] if real else None)

    async def by_code(self, code: str) -> Room | None:
        """The newest meeting with this join code (already folded)."""
        return next((room for room in await self._newest_first() if room.meeting.code == code), None)

    async def _newest_first(self) -> list[Room]:
        rooms = []
        for meeting in reversed(await self.store.meetings()):
            with contextlib.suppress(UnknownMeeting):  # purged since the list was read
                rooms.append(await self.room(meeting))
        return rooms

    def _forget(self, meeting: str) -> None:
        task = asyncio.create_task(self.close(meeting))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def close(self, meeting: str) -> None:
        """Forget a room, for a meeting that was purged."""
        await end(self._tasks.pop(meeting, []))
        room = self._rooms.pop(meeting, None)
        if room is not None:
            await room.stop()

    async def stop(self) -> None:
        for meeting in list(self._rooms):
            await self.close(meeting)
