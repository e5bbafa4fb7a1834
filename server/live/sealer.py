"""Counts and seals closed rounds. Every worker may: the same ballots give the same bytes, and the store takes one."""

import asyncio
import logging
from functools import partial

import orjson

from server.live.clock import now_ms
from server.live.dispatch import Dispatch
from server.live.room import Room
from server.store import Store, StoreUnavailable, Verdict
from sessions import breakdown, sealing
from sessions import events as e
from sessions.activity import Activity, Round
from sessions.actor import Secrecy

log = logging.getLogger("plenaria.live")

RETRY_S = 1.0


class Sealer:
    """Watches one room: at the start and after every event, rounds that are closed and not sealed are counted."""

    def __init__(self, room: Room, store: Store, dispatch: Dispatch) -> None:
        self._room = room
        self._store = store
        self._dispatch = dispatch
        self._due = asyncio.Event()
        self._due.set()
        room.on_event.append(self._heard)
        room.on_renewed.append(self._due.set)

    def _heard(self, event: e.Event) -> None:
        if isinstance(event, e.ActivityClosed | e.BoardFinished | e.PaperFinished):
            self._due.set()

    async def run(self) -> None:
        """Runs for ever; what fails is tried again."""
        while True:
            await self._due.wait()
            self._due.clear()
            for activity in list(self._room.meeting.activities.values()):
                latest = activity.round
                if latest is None or not activity.to_seal:
                    continue
                if not await self._tried(activity, latest):
                    asyncio.get_running_loop().call_later(RETRY_S, self._due.set)

    async def _tried(self, activity: Activity, latest: Round) -> bool:
        try:
            return await self._seal(activity, latest)
        except StoreUnavailable:
            return False
        except Exception:
            log.exception("sealing failed", extra={"meeting": self._room.id, "activity": activity.plan.id})
            return False

    async def _seal(self, activity: Activity, latest: Round) -> bool:
        id_, number = activity.plan.id, latest.number
        if activity.pads:
            await self._record_pads(activity, number)
        stored = await self._store.ballots(self._room.id, id_, number)
        ballots = [sealing.StoredBallot(b.voter, b.delegation, b.ballot_id, orjson.loads(b.body)) for b in stored]
        keys = {seat: self._room.voter_key(id_, number, seat) for seat in latest.eligible}
        meeting = self._room.meeting
        names = {delegation: found.name for delegation, found in meeting.delegations.items()}
        of = {seat: meeting.seats[seat].delegation for seat in latest.eligible}
        voter = partial(self._room.context(0).voter, latest.secrecy, id_, number)
        split = breakdown.split(meeting, activity, latest, {of[seat]: voter(seat, of[seat]).delegation for seat in of})
        seal = await asyncio.to_thread(
            partial(sealing.seal, delegation_of=lambda seat: voter(seat, of[seat]).delegation),
            *(activity, latest, ballots, keys.__getitem__, meeting.numbers, names, split),
        )
        secret = latest.secrecy is Secrecy.SECRET
        reply = await self._store.seal(
            self._room.id,
            activity=id_,
            round=number,
            event=e.encode(e.LogEntry(at=now_ms(), event=seal.event)),
            outcome=seal.event.outcome.model_dump_json().encode(),
            secret=secret,
            shuffled=seal.unlinked if secret else (),
        )
        if reply.verdict is Verdict.RECORDED and reply.seq is not None:
            await self._room.reached(reply.seq)
        return reply.verdict is Verdict.RECORDED

    async def _record_pads(self, activity: Activity, number: int) -> None:
        tables = self._room.meeting.sessions[activity.session].tables
        for table in tables:
            id_ = f"server:closed:{activity.plan.id}:{number}:{table}"
            await self._dispatch.record_entries(self._room, id_, activity.plan.id, table, "closed")
