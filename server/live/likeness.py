"""Suggests to the desk which entries of a board may say the same. Worked out in a thread, whenever the board changes:
two thousand entries take most of a second, and nobody waits for it."""

import asyncio
import logging

from server.live.room import Room
from sessions import events as e
from sessions.activity import Activity
from sessions.board import STANDING
from sessions.likeness import groups
from sessions.views.board import visible

log = logging.getLogger("plenaria.live")

PAUSE_S = 0.5

_CHANGES = (
    e.EntryAdded,
    e.EntryEdited,
    e.EntryWithdrawn,
    e.BoardStepped,
    e.BoardUndone,
    e.BoardFinished,
    e.ActivityOpened,
    e.ActivityClosed,
)


class Likeness:
    """Watches the boards of one room that may be read and are not finished."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._done: dict[str, tuple[int, bool]] = {}
        self._due = asyncio.Event()
        self._due.set()
        room.on_event.append(self._heard)
        room.on_renewed.append(self._due.set)

    def _heard(self, event: e.Event) -> None:
        if isinstance(event, _CHANGES):
            self._due.set()

    async def run(self) -> None:
        """Runs for ever, and rests between two times."""
        while True:
            await self._due.wait()
            self._due.clear()
            try:
                for activity in list(self._room.meeting.activities.values()):
                    if activity.rounds and activity.boards:
                        await self._suggest(activity)
            except Exception:
                log.exception("suggesting failed", extra={"meeting": self._room.id})
            await asyncio.sleep(PAUSE_S)

    async def _suggest(self, activity: Activity) -> None:
        id_, board = activity.plan.id, activity.board
        reading = visible(activity) and activity.rounds[-1].finished_at is None
        state = (board.revision, reading)
        if self._done.get(id_) == state or (not reading and id_ not in self._done):
            return
        self._done[id_] = state
        texts = {item.id: item.text for item in board.items.values() if item.status in STANDING} if reading else {}
        found = await asyncio.to_thread(groups, texts)
        value = {"groups": [list(group.ids) for group in found]}
        if self._room.view.set_beside(f"likeness/{id_}", value):
            self._room.audience.wake(urgent=False)
