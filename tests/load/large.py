"""A meeting as large as any will be: how long a worker takes to load it, and what it costs to tell of a change.

200 activities, 2,000 entries in notes and 200,000 ballots, written through the store as the server would, by voters of
many delegations; then read by a room of this process.
"""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from server import meetings
from server.live.room import Room
from server.live.voting import encode_cast
from server.live.writing import own_id
from server.metrics.counts import LiveCounts
from server.programmes import read
from server.serving import GC_THRESHOLD
from server.store import Store, Verdict
from server.store.embedded import embedded
from server.store.redis import RedisStore
from sessions import commands as c
from sessions import events as e
from sessions import sealing
from sessions.actor import Actor, Role, Secrecy
from sessions.evolve import evolve
from sessions.meeting import Activity, freeze
from sessions.rules import decide
from sessions.rules.context import Context, plain_voter
from sessions.views import SHARED
from tests.load.reading import Reading, Size, median, remark

SESSIONS, POLLS, TABLES, ENTRIES = 20, 9, 10, 10
DELEGATIONS, SEATS = 40, 28
LOT = 2000
TURNS = 9
MODERATOR = Actor(role=Role.MODERATOR)
CONTEXT = Context(1_758_700_000_000, plain_voter)
DESK, PHONE = SHARED, SHARED[:1]


async def measure(size: Size) -> AsyncIterator[Reading]:
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLD)  # as the server does
    with TemporaryDirectory(prefix="plenaria-load-") as folder:
        async with embedded(Path(folder) / "data") as url, await RedisStore.open(url) as store:
            author = await Author.of(store, sessions=SESSIONS if size.runs > 2 else 2)
            await author.writes()
            for reading in await _readings(store, author):
                yield reading


async def _readings(store: Store, author: "Author") -> list[Reading]:
    what = f"{len(author.meeting.activities)} activities, {author.entries:,} entries, {author.ballots:,} ballots"
    from_log = await _loads(store, author.meeting.id)
    loaded = await store.load(author.meeting.id)
    frozen_s, frozen = _timed(lambda: freeze(author.meeting))
    await store.save_snapshot(author.meeting.id, loaded.epoch, loaded.seq, frozen)
    from_snapshot = await _loads(store, author.meeting.id)
    room = await _room(store, author.meeting.id)
    try:
        turns = [(_tick_ms(room, author.opened), _tick_ms(room, author.closed)) for _ in range(TURNS)]
        opening, closing = (median(list(spent)) for spent in zip(*turns, strict=True))
        cast = median([_tick_ms(room, author.cast) for _ in range(TURNS)])
    finally:
        await room.stop()
    return [
        Reading(
            "large_load_s", max(from_log, from_snapshot), "s", "lower", 2, f"{what}; no snapshot: {from_log:.2f} s"
        ),
        Reading("large_load_from_snapshot_s", from_snapshot, "s", "lower", 2, f"{len(frozen) / 2**20:.1f} MiB"),
        Reading("large_tick_on_opening_ms", opening, "ms", "lower", 20, what),
        Reading("large_tick_on_closing_ms", closing, "ms", "lower", 20, f"{what}; a change of which all may depend"),
        Reading("large_tick_after_a_ballot_ms", cast, "ms", "lower", 20, what),
        Reading("large_snapshot_ms", frozen_s * 1000, "ms", "lower", None, "writing the state down, between two ticks"),
    ]


class Author:
    """Writes a meeting, and keeps its state as it goes."""

    def __init__(self, store: Store, meeting: Any, revision: int) -> None:
        self.meeting = meeting
        self.entries = 0
        self.ballots = 0
        self._store = store
        self._commands = 0
        self._delegates = {id_: Actor(role=Role.DELEGATE, seat=id_) for id_ in meeting.seats}

    @classmethod
    async def of(cls, store: Store, sessions: int) -> "Author":
        programme = read(orjson.dumps(_programme(sessions)))
        id_ = await meetings.create(store, programme)
        return cls(store, await meetings.read(store, id_), 1)

    async def writes(self) -> None:
        begun = time.perf_counter()
        for session in list(self.meeting.sessions.values()):
            await self._does(c.StartSession(session=session.plan.id))
            for id_ in session.activities:
                await self._does(c.OpenActivity(activity=id_))
                activity = self.meeting.activities[id_]
                await (self._noted(activity) if activity.pads else self._voted(activity))
            if session.plan.id != self.meeting.order[-1]:
                await self._does(c.EndSession(session=session.plan.id))
        remark(f"a large meeting was written in {time.perf_counter() - begun:.0f} s: {self.ballots} ballots")

    async def _does(self, command: Any) -> None:
        await self._append(decide(self.meeting, command, MODERATOR, CONTEXT))

    async def _append(self, events: Iterable[e.Event]) -> None:
        entries = [e.LogEntry(at=CONTEXT.now, event=event) for event in events]
        phases = {}
        for entry in entries:
            if isinstance(entry.event, e.ActivityOpened):
                phases[entry.event.activity] = f"{entry.event.round}:open"
            elif isinstance(entry.event, e.ActivityClosed):
                phases[entry.event.activity] = f"{entry.event.round}:closed"
        self._commands += 1
        reply = await self._store.append(
            self.meeting.id,
            command_id=f"command-{self._commands}",
            revision=None,
            events=[e.encode(entry) for entry in entries],
            phases=phases,
        )
        if reply.verdict is not Verdict.RECORDED or reply.seq is None:
            raise RuntimeError(f"not written: {reply}")
        for seq, entry in enumerate(entries, reply.seq - len(entries) + 1):
            evolve(self.meeting, seq, entry)

    async def _noted(self, activity: Activity) -> None:
        for table in self.meeting.sessions[activity.session].tables:
            entries = tuple(
                e.RecordedEntry(id=f"{table}-{n}", heading="proposal", text="Una idea de la mesa. " * 10, order=n)
                for n in range(ENTRIES)
            )
            self.entries += len(entries)
            event = e.EntriesRecorded(activity=activity.plan.id, table=table, entries=entries, why="validated")
            await self._append([event])
        await self._does(c.CloseActivity(activity=activity.plan.id, round=1))

    async def _voted(self, activity: Activity) -> None:
        """Everybody votes; the round is closed, counted and shown."""
        id_, seats = activity.plan.id, list(self.meeting.seats)
        for start in range(0, len(seats), LOT):
            await asyncio.gather(*(self._cast(id_, seat, n) for n, seat in enumerate(seats[start : start + LOT])))
        await self._does(c.CloseActivity(activity=id_, round=1))
        stored = await self._store.ballots(self.meeting.id, id_, 1)
        ballots = [sealing.StoredBallot(b.voter, b.delegation, b.ballot_id, orjson.loads(b.body)) for b in stored]
        sealed = sealing.seal(activity, activity.rounds[-1], ballots, lambda seat: seat)
        event = e.LogEntry(at=CONTEXT.now, event=sealed.event)
        reply = await self._store.seal(
            self.meeting.id,
            activity=id_,
            round=1,
            event=e.encode(event),
            outcome=sealed.event.outcome.model_dump_json().encode(),
            secret=False,
        )
        evolve(self.meeting, reply.seq or 0, event)
        await self._does(c.RevealOutcome(activity=id_, round=1))

    async def _cast(self, activity: str, seat: str, number: int) -> None:
        ballot = {"choices": [("yes", "no", "later")[number % 3]]}
        command = c.CastBallot(activity=activity, round=1, ballot_id=f"ballot-{number:08}", ballot=ballot)
        actor = self._delegates[seat]
        event = decide(self.meeting, command, actor, CONTEXT)[0]
        assert isinstance(event, e.BallotCast)
        reply = await self._store.cast(
            self.meeting.id,
            activity=activity,
            round=1,
            voter=event.voter,
            delegation=event.delegation,
            ballot_id=own_id(event.voter, command.ballot_id),
            ballot=orjson.dumps(ballot),
            event=encode_cast(command, event.voter, event.delegation, CONTEXT.now, actor),
        )
        if reply.seq is None:
            raise RuntimeError(f"not recorded: {reply}")
        evolve(self.meeting, reply.seq, e.LogEntry(at=CONTEXT.now, event=event))
        self.ballots += 1

    # Changes to tell of, made known to a room

    def opened(self, room: Room) -> None:
        number = len(self._last(room).rounds) + 1
        event = e.ActivityOpened(
            activity=self._last(room).plan.id, round=number, eligible=(), secrecy=Secrecy.OPEN, ends_at=None
        )
        self._happens(room, event)

    def closed(self, room: Room) -> None:
        """Something on which every layer may depend."""
        self._happens(room, e.ActivityClosed(activity=self._last(room).plan.id, round=len(self._last(room).rounds)))

    def cast(self, room: Room) -> None:
        room.meeting.seq += 1
        room.view.stale_turnout(self._last(room).plan.id, [next(iter(room.meeting.seats))])

    def _last(self, room: Room) -> Activity:
        return room.meeting.activities[room.meeting.sessions[room.meeting.order[-1]].activities[0]]

    def _happens(self, room: Room, event: e.Event) -> None:
        evolve(room.meeting, room.meeting.seq + 1, e.LogEntry(at=CONTEXT.now, event=event))
        room.view.stale(event)


def _tick_ms(room: Room, change: Any) -> float:
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


def _programme(sessions: int) -> dict[str, Any]:
    options = [{"id": name, "text": name} for name in ("yes", "no", "later")]
    question = {"question": "¿Está de acuerdo con esta propuesta?", "answer": "single", "options": options}
    day = {"day": "2025-09-24", "minutes": 20, "regime": "attributable"}
    return {
        "plenaria": 1,
        "id": "large",
        "title": {"es": "Grande", "en": "Large"},
        "place": "Panamá",
        "zone": "America/Panama",
        "languages": ["es", "en"],
        "rules": {"confidentiality": "Regla", "stored": "Datos", "votes": "Votos"},
        "delegations": [{"id": f"d{n}", "name": f"Delegación {n}", "seats": SEATS} for n in range(DELEGATIONS)],
        "sessions": [
            {
                "id": f"s{number}",
                "code": f"S{number}",
                "title": f"Sesión {number}",
                "start": f"{8 + number // 3:02}:{number % 3 * 20:02}",
                "format": "tables",
                "tables": TABLES,
                "activities": [
                    *(
                        {"id": f"s{number}-p{n}", "code": f"P-{number}-{n}", "kind": "poll", "title": f"Sondeo {n}"}
                        | {"secrecy": "by_delegation", "setup": question}
                        for n in range(POLLS)
                    ),
                    {"id": f"s{number}-notes", "code": f"N-{number}", "kind": "notes", "title": "Notas"}
                    | {"setup": {"question": "¿Qué propone la mesa?"}},
                ],
                **day,
            }
            for number in range(sessions)
        ],
    }
