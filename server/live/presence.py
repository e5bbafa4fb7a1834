"""Who is connected, across all workers, once a second. Never in the log."""

import asyncio
import logging
from collections import Counter
from typing import TypedDict

import orjson

from server.live.audience import Said
from server.live.room import Room
from server.store import Store, StoreError
from sessions.actor import DESK, Role
from sessions.meeting import Meeting
from sessions.views.shapes import PresenceValue

log = logging.getLogger("plenaria.live")

EVERY_S = 1.0
BEAT_TTL_S = 5.0


class Beat(TypedDict):
    """What one worker says of its own connections. ``said`` was said to it by seats that may be ``streaming`` from
    another."""

    seats: list[str]
    awake: list[str]
    streaming: list[str]
    said: dict[str, Said]
    screens: int
    desks: int


class Presence:
    def __init__(self, room: Room, store: Store, worker: str) -> None:
        self._room = room
        self._store = store
        self._worker = worker
        self._beat = b""
        self._seen = -1
        self._heard: dict[str, bytes] | None = None

    async def run(self) -> None:
        """Runs for ever. A store that is away for a while leaves presence as it was."""
        while True:
            try:
                await self._store.beat(self._room.id, self._worker, self._body(), BEAT_TTL_S)
                self._merge(await self._store.beats(self._room.id))
            except StoreError:
                log.debug("presence is waiting for the store")
            await asyncio.sleep(EVERY_S)

    def _merge(self, beats: dict[str, bytes]) -> None:
        """Nothing to do, most seconds."""
        if beats == self._heard:
            return
        self._heard = beats
        value = merged(self._room.meeting, [orjson.loads(body) for body in beats.values()])
        if self._room.view.set_presence(value):
            self._room.audience.wake(urgent=False)

    def _body(self) -> bytes:
        changes = self._room.audience.changes
        if changes != self._seen:
            self._seen, self._beat = changes, orjson.dumps(self._own())
        return self._beat

    def _own(self) -> Beat:
        audience = self._room.audience
        connections = audience.connections
        return {
            "seats": audience.seats,
            "awake": audience.awake,
            "streaming": audience.streaming,
            "said": audience.said,
            "screens": sum(1 for c in connections if c.actor.role is Role.SCREEN),
            "desks": sum(1 for c in connections if c.actor.role in DESK),
        }


def merged(meeting: Meeting, beats: list[Beat]) -> PresenceValue:
    """People are seats: two phones of one seat, on two workers, are one person."""
    seats = sorted({seat for beat in beats for seat in beat["seats"] if seat in meeting.seats})
    delegations = Counter(meeting.seats[seat].delegation for seat in seats)
    return {
        "delegations": dict(delegations),
        "seats": seats,
        "awake": sorted(_awake(beats).intersection(seats)),
        "screens": sum(beat["screens"] for beat in beats),
        "desks": sum(beat["desks"] for beat in beats),
        "total": len(seats),
    }


def _awake(beats: list[Beat]) -> set[str]:
    """Whoever has a page on view somewhere. Of those that stream, the last thing said counts, to whichever worker."""
    said: dict[str, Said] = {}
    for beat in beats:
        for seat, (at, asleep) in beat["said"].items():
            said[seat] = max(said.get(seat, (0, False)), (at, asleep))
    awake = {seat for beat in beats for seat in beat["awake"]}
    return awake | {seat for beat in beats for seat in beat["streaming"] if not said.get(seat, (0, False))[1]}
