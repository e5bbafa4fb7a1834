"""Meetings and their logs: creating, appending, snapshots, purging."""

import time
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

from server.store import SCHEMA, Entry, EpochChanged, Loaded, Reply, StoreUnavailable, Verdict, log
from server.store.connected import APPEND, SNAPSHOT, TOO_LARGE, Connected, too_large
from server.store.erasure import tagged
from server.store.flusher import Unanswered
from server.store.keys import MEETINGS, Keys, checked
from server.store.succession import new_epoch
from server.store.tail import reading


class Meetings(Connected):
    """See Store."""

    async def meetings(self) -> list[str]:
        client: Any = self.clients.read
        async with reading(self.counts):
            names = [name.decode() for name in await client.zrange(MEETINGS, 0, -1)]
            return [name for name in names if await client.exists(Keys(name).head)]

    async def create(self, meeting: str, events: Sequence[bytes]) -> Reply:
        keys = Keys(meeting)
        if too_large(*events):
            return TOO_LARGE
        # The index first: one that is listed and not there is passed over, the reverse would hide a meeting.
        try:
            await self.flusher.ask("ZADD", MEETINGS, "NX", time.time_ns() // 1000, meeting)
        except Unanswered:
            return Reply(Verdict.UNKNOWN)
        touched = (keys.head, keys.log, keys.phases, keys.commands)
        return await self.reply(APPEND, touched, ("create", SCHEMA, new_epoch(), *_some(events)))

    async def append(
        self,
        meeting: str,
        *,
        command_id: str,
        revision: int | None,
        events: Sequence[bytes],
        phases: Mapping[str, str],
        digest: str = "",
    ) -> Reply:
        keys = Keys(meeting)
        if too_large(*events):
            return TOO_LARGE
        expected = "" if revision is None else revision
        changes = [part for activity, phase in phases.items() for part in (checked(activity), phase)]
        args = ("append", SCHEMA, checked(command_id), digest, expected, len(phases), *changes, *_some(events))
        return await self.reply(APPEND, (keys.head, keys.log, keys.phases, keys.commands), args)

    async def load(self, meeting: str, whole: bool = False) -> Loaded:
        return await log.load(self.clients, meeting, whole)

    def follow(self, meeting: str, epoch: str, after_seq: int) -> AsyncGenerator[Entry | EpochChanged, None]:
        return log.follow(self.clients, meeting, epoch, after_seq)

    async def save_snapshot(self, meeting: str, epoch: str, seq: int, body: bytes) -> bool:
        keys = Keys(meeting)
        try:
            kept = await self.flusher.ask(*SNAPSHOT.call((keys.head, keys.snapshot), (epoch, seq, body)))
        except Unanswered:
            return False
        return int(kept) == 1

    async def purge(self, meeting: str) -> None:
        keys = Keys(meeting)
        client: Any = self.clients.read
        async with reading(self.counts):
            phases = await client.hgetall(keys.phases)
            pads = [name.decode() for name in await client.hkeys(keys.pads)]
            workers = [name.decode() for name in await client.smembers(keys.workers)]
            others = await tagged(self.clients.read, keys.head.removesuffix("head"))
        names = keys.fixed()
        for activity, phase in phases.items():
            for round in range(1, int(phase.partition(b":")[0]) + 1):
                names += keys.round(activity.decode(), round).all()
        for pad in pads:
            names += [keys.pad(pad), keys.pad_base(pad)]
        names += [keys.beat(worker) for worker in workers]
        try:
            await self.erasure.mark()
            await self.flusher.ask("UNLINK", *dict.fromkeys([*names, *others]))
            await self.flusher.ask("ZREM", MEETINGS, meeting)
        except Unanswered as error:
            raise StoreUnavailable(f"meeting {meeting!r} may not be purged: {error}") from error
        self.erasure.begin()


def _some(events: Sequence[bytes]) -> Sequence[bytes]:
    if not events:
        raise ValueError("nothing to append")
    return events
