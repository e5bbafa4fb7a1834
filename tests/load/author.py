"""Writes a meeting as large as any will be: 200 activities, 2,000 ideas, 2,000 notes and 200,000 ballots, through the
store as the server would, by voters of many delegations.
"""

import asyncio
import time
from collections.abc import Iterable
from typing import Any

import orjson

from server import meetings
from server.live.voting import encode_cast
from server.live.writing import own_id
from server.programmes import read
from server.store import Store, Verdict
from sessions import commands as c
from sessions import events as e
from sessions import sealing
from sessions.activity import Activity
from sessions.actor import Actor, Role
from sessions.evolve import evolve
from sessions.rules import decide
from sessions.rules.context import Context, plain_voter
from tests.load.reading import remark

SESSIONS, POLLS, TABLES, ENTRIES, IDEAS = 20, 8, 10, 10, 100
DELEGATIONS, SEATS = 40, 32
LOT = 2000
MODERATOR = Actor(role=Role.MODERATOR)
CONTEXT = Context(1_758_700_000_000, plain_voter)


class Author:
    """Writes a meeting, and keeps its state as it goes."""

    def __init__(self, store: Store, meeting: Any, revision: int) -> None:
        self.meeting = meeting
        self.entries = self.ideas = 0
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
                await self._filled(activity)
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

    async def _filled(self, activity: Activity) -> None:
        if activity.pads:
            await self._noted(activity)
        elif activity.boards:
            await self._collected(activity)
        else:
            await self._voted(activity)

    async def _collected(self, activity: Activity) -> None:
        """The round is closed; the board is not finished."""
        id_, seats = activity.plan.id, list(self.meeting.seats.values())[:IDEAS]
        for seat in seats:
            fields = {"text": f"Una idea que {seat.id} ha escrito para que la vea toda la sala."}
            entry = e.EntryAdded(
                activity=id_,
                round=1,
                voter=seat.id,
                delegation=seat.delegation,
                entry=f"{id_}-{seat.id}",
                fields=fields,
            )
            await self._append([entry])
        self.ideas += len(seats)
        await self._does(c.CloseActivity(activity=id_, round=1))

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
                    {"id": f"s{number}-ideas", "code": f"I-{number}", "kind": "collect", "title": "Ideas"}
                    | {"secrecy": "by_delegation", "setup": {"question": "¿Qué propone usted?"}},
                    {"id": f"s{number}-notes", "code": f"N-{number}", "kind": "notes", "title": "Notas"}
                    | {"setup": {"question": "¿Qué propone la mesa?"}},
                ],
                **day,
            }
            for number in range(sessions)
        ],
    }
