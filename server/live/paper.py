"""Ballots on paper, as somebody enters them: kept with those of phones, under the store's guard.

Of a secret round neither the log's entry nor the key in the store says whose it is, when it was entered or by whom."""

import orjson

from server.live.clock import now_ms
from server.live.room import Room
from server.live.writing import own_id
from server.store import Reply, Store, Verdict
from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor
from sessions.errors import Refused
from sessions.rules import decide


async def enter(store: Store, room: Room, actor: Actor, id_: str, command: c.EnterPaperBallot) -> Reply:
    """The reply to such a command, whose id is ``id_``. A repetition hears what it was told before."""
    voter = f"envelope:{command.envelope}" if command.envelope is not None else str(command.seat)
    ballot_id = own_id(voter, f"paper:{id_}")
    try:
        event = decide(room.meeting, command, actor, room.context(now_ms()))[0]
    except Refused as refused:
        known = await store.ballot_verdict(
            *(room.id, command.activity, command.round, ballot_id), voter=voter, ballot=orjson.dumps(command.ballot)
        )
        return known or Reply(Verdict.REFUSED, code=refused.code.value)
    if not isinstance(event, e.PaperCast):
        raise TypeError(event.type)
    secret = event.envelope is not None
    by = None if secret else e.By(role=actor.role, seat=actor.seat)
    reply = await store.cast(
        room.id,
        activity=event.activity,
        round=event.round,
        voter=event.voter,
        delegation=event.delegation,
        ballot_id=ballot_id,
        ballot=orjson.dumps(command.ballot),
        event=e.encode(e.LogEntry(at=None if secret else now_ms(), by=by, event=event)),
        phase="closed" if secret else "open",
    )
    if reply.seq is not None:
        await room.reached(reply.seq)
    return Reply(reply.verdict, None, reply.code, reply.fresh)
