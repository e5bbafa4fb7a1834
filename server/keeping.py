"""How long meetings are kept: until so many days after they were closed, as the people in them were told."""

import asyncio
import logging
from collections.abc import Callable

from server import meetings
from server.store import Store, StoreError
from sessions.meeting import Meeting

log = logging.getLogger("plenaria")

DAY_MS = 86_400_000
EVERY_S = 86_400.0
WARNED_DAYS = 7


def due_at(meeting: Meeting) -> int | None:
    """When all of it is purged, in milliseconds since 1970 UTC; None while it is not closed."""
    return None if meeting.closed_at is None else meeting.closed_at + meeting.keep_days * DAY_MS


async def purge_due(store: Store, now: int) -> list[str]:
    """Purge what is due, and log it; the ids. One that cannot be read or purged is left to the next time."""
    gone = []
    for id_ in await store.meetings():
        try:
            meeting = await meetings.read(store, id_)
            due = due_at(meeting)
            if due is None:
                continue
            if now >= due:
                await store.purge(id_)
                gone.append(id_)
                log.warning("meeting %s was closed %d days ago: all of it has been purged", id_, meeting.keep_days)
            elif due - now < WARNED_DAYS * DAY_MS:
                log.warning("meeting %s is purged in %d days: archive it before", id_, -(-(due - now) // DAY_MS))
        except (StoreError, ValueError) as error:
            log.error("whether meeting %s is to be purged is not known: %s", id_, error)
    return gone


async def keep(store: Store, clock: Callable[[], int]) -> None:
    """Purges what is due now and once a day, for ever."""
    while True:
        try:
            await purge_due(store, clock())
        except StoreError as error:
            log.error("meetings that are due cannot be purged: %s", error)
        await asyncio.sleep(EVERY_S)
