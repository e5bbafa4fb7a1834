"""What people do with their own entries: past the lock, like votes, for many write at once and the store guards.

In a secret round nothing says who: neither the log's entry, which carries no time and nobody, nor the id in the store,
which is a hash under the round's pseudonym. And no reply has a place in the log: it would count others' votes."""

import hashlib

import orjson

from server.live.clock import now_ms
from server.live.room import Room
from server.store import Reply, Store, Verdict
from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor, Secrecy
from sessions.errors import Code, Refused
from sessions.rules import decide


def digest_of(command: c.Command) -> str:
    """The same for the same command, whatever the order of its fields."""
    said = orjson.dumps([command.name, command.model_dump(mode="json")], option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(said).hexdigest()[:16]


Written = c.AddEntry | c.EditEntry | c.WithdrawEntry | c.ObjectToEntry
WRITTEN = (c.AddEntry, c.EditEntry, c.WithdrawEntry, c.ObjectToEntry)

_LATE = frozenset({Code.CLOSED, Code.MEETING_CLOSED, Code.STALE, Code.WRONG_ROUND})
_CHANGE: dict[type, int] = {e.EntryAdded: 1, e.EntryWithdrawn: -1}


def own_id(voter: str, ballot_id: str) -> str:
    """A ballot's id in the store: of this voter alone, so that two phones that make the same id hide no vote of the
    other. A hash, because the ids outlive the link to the voter."""
    return hashlib.sha256(f"{voter}\x00{ballot_id}".encode()).hexdigest()[:32]


async def write(store: Store, room: Room, actor: Actor, id_: str, command: Written) -> Reply:
    """The reply to such a command, whose id is ``id_``."""
    try:
        events = decide(room.meeting, command, actor, room.context(now_ms()))
    except Refused as refused:
        known = await _known(store, room, actor, id_, command) if refused.code in _LATE else None
        return known or Reply(Verdict.REFUSED, code=refused.code.value)
    if not events:
        known = await _known(store, room, actor, id_, command)
        return known if known and known.verdict is Verdict.REFUSED else Reply(Verdict.RECORDED, fresh=False)
    event = events[0]
    if not isinstance(event, e.EntryAdded | e.EntryEdited | e.EntryWithdrawn | e.EntryObjected):
        raise TypeError(event.type)
    activity = room.meeting.activities[event.activity]
    secret = activity.rounds[event.round - 1].secrecy is Secrecy.SECRET
    by = None if secret else e.By(role=actor.role, seat=actor.seat)
    reply = await store.enter(
        room.id,
        activity=event.activity,
        round=event.round,
        voter=event.voter,
        entry_id=_id(event.voter, id_, command),
        event=e.encode(e.LogEntry(at=None if secret else now_ms(), by=by, event=event)),
        change=_CHANGE.get(type(event), 0),
        limit=activity.prepared.setup.per_seat,
        while_open=not isinstance(event, e.EntryObjected),
        mark=_mark(command),
    )
    if reply.seq is not None:
        await room.reached(reply.seq)
    return Reply(reply.verdict, None, reply.code, reply.fresh)


def _id(voter: str, id_: str, command: Written) -> str:
    """Of an entry, what the phone calls it; of what is done with it, the command's own id."""
    return own_id(voter, f"entry:{command.entry_id}" if isinstance(command, c.AddEntry) else f"{command.name}:{id_}")


def _mark(command: Written) -> int:
    """48 bits of what is asked, so that an id is not taken for something else. What is written is in the log anyway."""
    return int(digest_of(command)[:12], 16)


async def _known(store: Store, room: Room, actor: Actor, id_: str, command: Written) -> Reply | None:
    """A retry that comes too late still hears that it was recorded in time."""
    activity = room.meeting.activities.get(command.activity)
    number = _round(room, command)
    if activity is None or actor.seat is None or not 1 <= number <= len(activity.rounds):
        return None
    voter = room.voter_key(command.activity, number, actor.seat)
    name = _id(voter, id_, command)
    return await store.ballot_verdict(room.id, command.activity, number, name, mark=_mark(command))


def _round(room: Room, command: Written) -> int:
    if not isinstance(command, c.ObjectToEntry):
        return command.round
    item = room.meeting.activities[command.activity].board.items.get(command.entry)
    return item.round if item else 0
