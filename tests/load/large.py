"""A meeting as large as any will be (``tests.load.author``): how long a worker takes to load it, and what it costs to
tell of a change.

The worker is the child, ``python -m tests.load.large URL MEETING``: it reads what was written and says what it spent.
"""

import asyncio
import gc
import json
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from server.live.room import Room
from server.metrics.counts import LiveCounts
from server.serving import GC_THRESHOLD
from server.store import Store
from server.store.embedded import embedded
from server.store.redis import RedisStore
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Secrecy
from sessions.evolve import evolve
from sessions.meeting import freeze
from sessions.rules.context import plain_voter
from sessions.views import SHARED
from tests.load.author import CONTEXT, SESSIONS, Author
from tests.load.measured import Measured
from tests.load.reading import Reading, Size, median

TURNS = 9
DESK, PHONE = SHARED, SHARED[:1]
LOAD_S, TICK_MS = 2.0, 20.0


async def measure(size: Size) -> AsyncIterator[Reading]:
    with TemporaryDirectory(prefix="plenaria-load-") as folder:
        async with embedded(Path(folder) / "data") as url, await RedisStore.open(url) as store:
            author = await Author.of(store, sessions=SESSIONS if size.runs > 2 else 2)
            await author.writes()
            worker = await Measured.start(sys.executable, "-m", "tests.load.large", url, author.meeting.id)
            spent: dict[str, float] = json.loads(await worker.line())
            await worker.end()
    what = f"{len(author.meeting.activities)} activities, {author.ideas:,} ideas, {author.entries:,} notes"
    what += f", {author.ballots:,} ballots"
    for name, value in spent.items():
        limit = None if name == "snapshot_ms" else LOAD_S if name.endswith("_s") else TICK_MS
        yield Reading(f"large_{name}", value, name.rpartition("_")[2], "lower", limit, what)


async def work(url: str, meeting: str) -> dict[str, float]:
    """By what was measured, with its unit: loading from the log alone and from a snapshot, and a tick after something
    happened that phones hear of, that all may depend on, on a board, and after a ballot."""
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLD)  # as the server does
    async with await RedisStore.open(url) as store:
        from_log = await _loads(store, meeting)
        room = await _room(store, meeting)
        try:
            frozen_s, frozen = _timed(lambda: freeze(room.meeting))
            await store.save_snapshot(meeting, room.epoch, room.meeting.seq, frozen)
            turns = [(_tick_ms(room, opens), _tick_ms(room, closes)) for _ in range(TURNS)]
            opening, closing = (median(list(spent)) for spent in zip(*turns, strict=True))
            stepping, casting = (median([_tick_ms(room, does) for _ in range(TURNS)]) for does in (steps, casts))
        finally:
            await room.stop()
        from_snapshot = await _loads(store, meeting)
    return {
        "load_s": from_log,
        "load_from_snapshot_s": from_snapshot,
        "snapshot_ms": frozen_s * 1000,
        "tick_on_opening_ms": opening,
        "tick_on_closing_ms": closing,
        "tick_after_a_step_of_the_board_ms": stepping,
        "tick_after_a_ballot_ms": casting,
    }


def opens(room: Room) -> None:
    number = len(_last(room).rounds) + 1
    event = e.ActivityOpened(
        activity=_last(room).plan.id, round=number, eligible=(), secrecy=Secrecy.OPEN, ends_at=None
    )
    _happens(room, event)


def closes(room: Room) -> None:
    """Something on which every layer may depend."""
    _happens(room, e.ActivityClosed(activity=_last(room).plan.id, round=len(_last(room).rounds)))


def steps(room: Room) -> None:
    """One idea is hidden, and many are told where they stand."""
    activity = next(found for found in room.meeting.activities.values() if found.boards)
    idea = next(activity.board.shown())
    event = e.BoardStepped(activity=activity.plan.id, step=activity.board.stepped + 1, verb="hide", entries=(idea.id,))
    _happens(room, event)


def casts(room: Room) -> None:
    room.meeting.seq += 1
    room.view.stale_turnout(_last(room).plan.id, [next(iter(room.meeting.seats))])


def _last(room: Room) -> Activity:
    return room.meeting.activities[room.meeting.sessions[room.meeting.order[-1]].activities[0]]


def _happens(room: Room, event: e.Event) -> None:
    evolve(room.meeting, room.meeting.seq + 1, e.LogEntry(at=CONTEXT.now, event=event))
    room.view.stale(event)


def _tick_ms(room: Room, change: Callable[[Room], None]) -> float:
    """What a tick does before it writes: projecting and encoding, for the desk and for phones."""
    before = room.view.version
    change(room)
    spent, _ = _timed(lambda: _told(room, before))
    return spent * 1000


def _told(room: Room, before: int) -> None:
    room.view.refresh()
    for layers in (DESK, PHONE):
        room.view.shared_since(layers, before)


async def _loads(store: Store, meeting: str) -> float:
    """Seconds of this process until a worker could answer; the best of three, because others use the machine too."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        room = await _room(store, meeting)
        spent.append(time.process_time() - begun)
        await room.stop()
    return min(spent)


async def _room(store: Store, meeting: str) -> Room:
    room = Room(meeting, store, plain_voter, LiveCounts())
    await room.start()
    return room


def _timed(work: Any) -> tuple[float, Any]:
    begun = time.process_time()
    made = work()
    return time.process_time() - begun, made


if __name__ == "__main__":
    print(json.dumps(asyncio.run(work(*sys.argv[1:]))))
