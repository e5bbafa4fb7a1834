"""Ballots between socket and store, with as little in between as there can be: this is what says how many a second a
worker takes. No task and no future a ballot; the store guards phase and round with the write.
"""

import asyncio
from collections.abc import Callable
from time import perf_counter
from typing import Any

import orjson

from server.live.clock import now_ms
from server.live.room import Room
from server.live.writing import own_id
from server.metrics.counts import LiveCounts
from server.store import Reply, Store, Verdict
from sessions import commands as c
from sessions import events as e
from sessions.activity import Prepared
from sessions.actor import Actor, Secrecy
from sessions.errors import Code, Refused
from sessions.rules import decide_cast

Told = Callable[[Reply], None]

_LATE = frozenset({Code.CLOSED, Code.MEETING_CLOSED})
_COUNTED = {verdict: ("cast_ballot", verdict.value) for verdict in Verdict}


class Voting:
    """Carries the ballots of one worker."""

    def __init__(self, store: Store, counts: LiveCounts) -> None:
        self._store = store
        self._counts = counts
        self._read = Readings()
        self._asking: set[asyncio.Task[Reply]] = set()

    def cast(self, room: Room, actor: Actor, command: c.CastBallot, told: Told) -> None:
        """``told`` hears the reply, once and later."""
        begun = perf_counter()

        def answered(reply: Reply) -> None:
            self._counts.commands[_COUNTED[reply.verdict]] += 1
            self._counts.ballot.observe(perf_counter() - begun)
            told(reply)

        try:
            latest, voter = decide_cast(room.meeting, command, actor, room.timeless, self._read)
        except Refused as refused:
            self._refuse(room, actor, command, refused, answered)
            return
        secret = latest.secrecy is Secrecy.SECRET
        self._store.cast_soon(
            room.id,
            activity=command.activity,
            round=command.round,
            voter=voter.voter,
            delegation=voter.delegation,
            ballot_id=own_id(voter.voter, command.ballot_id),
            ballot=orjson.dumps(command.ballot),
            event=encode_cast(command, *voter, None if secret else now_ms(), None if secret else actor),
            told=answered,
        )

    def _refuse(self, room: Room, actor: Actor, command: c.CastBallot, refused: Refused, told: Told) -> None:
        reply = Reply(Verdict.REFUSED, code=refused.code.value)
        if refused.code not in _LATE:
            asyncio.get_running_loop().call_soon(told, reply)
            return
        asking = asyncio.ensure_future(self._known(room, actor, command, reply))
        self._asking.add(asking)
        asking.add_done_callback(self._asking.discard)
        asking.add_done_callback(lambda done: told(_result(done)))

    async def _known(self, room: Room, actor: Actor, command: c.CastBallot, refusal: Reply) -> Reply:
        """A retry that comes after the close still hears that its ballot was recorded before it."""
        activity = room.meeting.activities.get(command.activity)
        if activity is None or command.round > len(activity.rounds) or actor.seat is None:
            return refusal
        voter = room.voter_key(command.activity, command.round, actor.seat)
        id_, ballot = own_id(voter, command.ballot_id), orjson.dumps(command.ballot)
        known = await self._store.ballot_verdict(
            room.id, command.activity, command.round, id_, voter=voter, ballot=ballot
        )
        return known or refusal


class Readings:
    """Reads ballots, and the same words for the same question only once: a full room says few different things."""

    MOST = 4096
    LONGEST = 256

    def __init__(self) -> None:
        self._sound: dict[int, tuple[Prepared, set[bytes]]] = {}

    def __call__(self, prepared: Prepared, ballot: dict[str, Any]) -> None:
        """Raises ``Refused(invalid_ballot)``."""
        try:
            words = orjson.dumps(ballot)
        except TypeError:  # a number that no machine holds: the kind says what it thinks of it
            words = b""
        whose, sound = self._sound.get(id(prepared), (None, set[bytes]()))
        if whose is prepared and words in sound:
            return
        prepared.kind.read_ballot(prepared.setup, ballot)
        if whose is not prepared:
            if len(self._sound) >= self.MOST:
                self._sound.clear()
            sound = set()
            self._sound[id(prepared)] = (prepared, sound)
        if words and len(words) <= self.LONGEST and len(sound) < self.MOST:
            sound.add(words)


def encode_cast(command: c.CastBallot, voter: str, delegation: str, at: int | None, actor: Actor | None) -> bytes:
    """What ``e.encode`` makes of such an entry, in a tenth of its time."""
    by = None if actor is None else {"role": actor.role, "seat": actor.seat}
    event = {
        "type": "ballot_cast",
        "activity": command.activity,
        "round": command.round,
        "voter": voter,
        "delegation": delegation,
    }
    return orjson.dumps({"v": e.SCHEMA, "at": at, "by": by, "event": event})


def _result(asked: "asyncio.Task[Reply]") -> Reply:
    if asked.cancelled() or asked.exception() is not None:
        return Reply(Verdict.UNKNOWN)
    return asked.result()
