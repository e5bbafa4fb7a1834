"""The one way of a command: decided by the rules on the state of this worker, appended by the store, or decided anew.

Votes go past all this (``server.live.voting``).
"""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from time import perf_counter

from server.live import paper
from server.live.clock import now_ms
from server.live.room import Room
from server.live.voting import Voting
from server.live.writing import WRITTEN, digest_of, write
from server.metrics.counts import LiveCounts
from server.store import Reply, Store, Verdict
from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor
from sessions.errors import Code, Refused
from sessions.meeting import Meeting
from sessions.rules import decide

log = logging.getLogger("plenaria.live")

ATTEMPTS = 32  # workers that decide at once take turns at being stale, and none may always lose
_NO_REVISION = -1  # never a revision: appending with it only asks whether the id is known

PadText = Callable[[str, str, str], Awaitable[tuple[e.RecordedEntry, ...]]]
"""(meeting, activity, table) -> the entries of that pad as they stand."""

Decide = Callable[[Meeting], list[e.Event]]


class Dispatch:
    """Carries the commands of one worker."""

    def __init__(self, store: Store, pad_text: PadText, counts: LiveCounts) -> None:
        self._store = store
        self._pad_text = pad_text
        self._counts = counts
        self.voting = Voting(store, counts)

    def command(
        self, room: Room, actor: Actor, id_: str, name: str, args: dict[str, object]
    ) -> "asyncio.Future[Reply]":
        """The reply to a command as it came from a client."""
        begun = perf_counter()
        try:
            command = c.read_command(name, args)
        except Refused as refused:
            return _known(_refusal(refused))
        if isinstance(command, c.CastBallot):
            told: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
            self.voting.cast(room, actor, command, partial(settle, told))
            return told
        reply = asyncio.ensure_future(self._carry(room, actor, id_, command))
        reply.add_done_callback(partial(self._count, command.name, begun))
        if not isinstance(command, WRITTEN):
            reply.add_done_callback(partial(_write_down, room.id, actor, command.name, begun))
        return reply

    def _count(self, name: str, begun: float, reply: "asyncio.Future[Reply]") -> None:
        if not reply.cancelled() and reply.exception() is None:
            self._counts.commands[(name, reply.result().verdict.value)] += 1
            self._counts.other.observe(perf_counter() - begun)

    async def _carry(self, room: Room, actor: Actor, id_: str, command: c.Command) -> Reply:
        scope = f"{actor.role}:{actor.seat or ''}:{id_}"  # nobody answers for somebody else's id
        if isinstance(command, c.ValidateTable):
            return await self._validate(room, actor, scope, command)
        if isinstance(command, c.EnterPaperBallot):
            return await paper.enter(self._store, room, actor, scope, command)
        if isinstance(command, WRITTEN):
            return await write(self._store, room, actor, id_, command)
        context, digest = room.context(now_ms()), digest_of(command)
        return await self.change(room, scope, actor, lambda meeting: decide(meeting, command, actor, context), digest)

    async def change(self, room: Room, id_: str, actor: Actor | None, decision: Decide, digest: str = "") -> Reply:
        """Append what ``decision`` makes of the meeting; asked again, with the state it had missed, when it was stale.

        Whoever asks twice with one ``id_`` hears the first answer, and ``id_used`` where the ``digest`` is another.
        ``seq`` of the reply is counted as cursors are.
        """
        async with room.lock:
            for _ in range(ATTEMPTS):
                seq = room.meeting.seq
                try:
                    events = decision(room.meeting)
                except Refused as refused:
                    before = await self._answered(room, id_, digest)
                    return await self._placed(room, before) if before else _refusal(refused)
                if not events:
                    before = await self._answered(room, id_, digest) if digest else None
                    if before and before.verdict is Verdict.REFUSED:
                        return before
                    return Reply(Verdict.RECORDED, room.meeting.told, fresh=False)
                reply = await self._append(room, id_, actor, events, digest)
                if reply.verdict is not Verdict.REFUSED or reply.code != "stale":
                    return await self._placed(room, reply)
                await room.reached(seq + 1)  # what was missed may have come while the store answered
        return Reply(Verdict.UNKNOWN)

    async def _placed(self, room: Room, reply: Reply) -> Reply:
        if reply.seq is not None:
            await room.reached(reply.seq)
        return replace(reply, seq=room.place(reply.seq))

    async def record_entries(
        self, room: Room, id_: str, activity: str, table: str, why: str, digest: str = ""
    ) -> Reply:
        """Put the text of a pad, as it stands, into the log; nothing where it already stands there."""
        entries = await self._pad_text(room.id, activity, table)

        def decision(meeting: Meeting) -> list[e.Event]:
            before = meeting.activities[activity].recorded.get(table)
            if (before is None and not entries) or (
                before is not None and before.entries == entries and why != "validated"
            ):
                return []
            event = {"type": "entries_recorded", "activity": activity, "table": table, "entries": entries, "why": why}
            return [e.EntriesRecorded.model_validate(event)]

        return await self.change(room, id_, None, decision, digest)

    async def _validate(self, room: Room, actor: Actor, id_: str, command: c.ValidateTable) -> Reply:
        try:
            decide(room.meeting, command, actor, room.context(now_ms()))
        except Refused as refused:
            return _refusal(refused)
        return await self.record_entries(room, id_, command.activity, command.table, "validated", digest_of(command))

    async def _append(self, room: Room, id_: str, actor: Actor | None, events: Sequence[e.Event], digest: str) -> Reply:
        by = e.By(role=actor.role, seat=actor.seat) if actor else None
        at = now_ms()
        return await self._store.append(
            room.id,
            command_id=id_,
            revision=room.revision,
            events=[e.encode(e.LogEntry(at=at, by=by, event=event)) for event in events],
            phases=_phases(events),
            digest=digest,
        )

    async def _answered(self, room: Room, id_: str, digest: str) -> Reply | None:
        """The answer this id had before, if any; the refusal where it was given to another command."""
        probe = await self._store.append(
            room.id, command_id=id_, revision=_NO_REVISION, events=[b"{}"], phases={}, digest=digest
        )
        return probe if probe.verdict is Verdict.RECORDED or probe.code == Code.ID_USED else None


def _write_down(meeting: str, actor: Actor, name: str, begun: float, reply: "asyncio.Future[Reply]") -> None:
    """Who runs a meeting did what, by role; never a ballot, nor anything that a command says."""
    if reply.cancelled() or reply.exception() is not None:
        return
    told = reply.result()
    what: dict[str, str | float] = {
        "meeting": meeting,
        "role": actor.role.value,
        "command": name,
        "verdict": told.verdict.value,
    }
    what["ms"] = round((perf_counter() - begun) * 1000, 1)
    if told.code:
        what["code"] = told.code
    log.info("command", extra=what)


def _phases(events: Sequence[e.Event]) -> dict[str, str]:
    phases: dict[str, str] = {}
    for event in events:
        if isinstance(event, e.ActivityOpened):
            phases[event.activity] = f"{event.round}:open"
        elif isinstance(event, e.ActivityClosed):
            phases[event.activity] = f"{event.round}:closed"
    return phases


def _known(reply: Reply) -> "asyncio.Future[Reply]":
    future: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
    future.set_result(reply)
    return future


def settle(told: "asyncio.Future[Reply]", reply: Reply) -> None:
    """For whoever waits for a reply; who was cancelled does not."""
    if not told.done():
        told.set_result(reply)


def _refusal(refused: Refused) -> Reply:
    return Reply(Verdict.REFUSED, code=refused.code.value)


def fresh_id() -> str:
    """An id for a command that the server itself gives: 128 random bits."""
    return secrets.token_urlsafe(16)
