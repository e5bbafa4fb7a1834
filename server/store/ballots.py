"""Ballots: casting, counting them out, sealing."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any, Literal

from server.store import MAX_VALUE, SCHEMA, Reply, StoredBallot, Verdict
from server.store.connected import ENTER, SEAL, TOO_LARGE, Connected, too_large
from server.store.flusher import Answer, Script, Together, Unanswered, settle
from server.store.keys import Keys, checked
from server.store.tail import reading

_log = logging.getLogger(__name__)


class Ballots(Connected):
    """See Store."""

    async def cast(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        voter: str,
        delegation: str,
        ballot_id: str,
        ballot: bytes,
        event: bytes,
        phase: Literal["open", "closed"] = "open",
    ) -> Reply:
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        kept = (ballot_id, voter, delegation, ballot, event)
        self._cast(_together(self.cast_script, meeting, activity, round, phase), kept, partial(settle, answer))
        try:
            return _reply(await answer)
        except Unanswered:
            return Reply(Verdict.UNKNOWN)

    def cast_soon(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        voter: str,
        delegation: str,
        ballot_id: str,
        ballot: bytes,
        event: bytes,
        told: Callable[[Reply], None],
    ) -> None:
        kept = (ballot_id, voter, delegation, ballot, event)
        together = _together(self.cast_script, meeting, activity, round, "open")
        self._cast(together, kept, lambda answer: told(_unplaced(answer)))

    def _cast(self, together: Together, kept: tuple[str, str, str, bytes, bytes], answer: Answer) -> None:
        ballot_id, voter, delegation, ballot, event = kept
        if len(ballot) > MAX_VALUE or len(event) > MAX_VALUE:
            asyncio.get_running_loop().call_soon(answer, TOO_LARGE)
            return
        packed = f"{checked(ballot_id)}\0{_known(delegation)}\0".encode() + ballot
        self.flusher.ask_together(together, (ballot_id, _known(voter), packed, event), answer)

    async def enter(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        voter: str,
        entry_id: str,
        event: bytes,
        change: int,
        limit: int,
        while_open: bool,
        mark: int = 0,
    ) -> Reply:
        keys = Keys(meeting)
        places = keys.round(activity, round)
        if too_large(event):
            return TOO_LARGE
        phase = "open" if while_open else ""
        args = (SCHEMA, checked(entry_id), activity, round, phase, checked(voter), change, limit, event, mark)
        return await self.reply(ENTER, (keys.head, keys.log, keys.phases, places.ballot_ids, places.entered), args)

    async def ballots(self, meeting: str, activity: str, round: int) -> list[StoredBallot]:
        client: Any = self.clients.read
        async with reading(self.counts):
            packed = await client.hgetall(Keys(meeting).round(activity, round).ballots)
        return sorted((_unpacked(*item) for item in packed.items()), key=lambda ballot: ballot.voter)

    async def ballot_verdict(
        self,
        meeting: str,
        activity: str,
        round: int,
        ballot_id: str,
        *,
        voter: str = "",
        ballot: bytes = b"",
        mark: int = 0,
    ) -> Reply | None:
        places = Keys(meeting).round(activity, round)
        # Through the flusher: when a room comes back, all its phones ask at once.
        asked = [self.flusher.ask("ZSCORE", places.ballot_ids, checked(ballot_id))]
        if voter:
            asked.append(self.flusher.ask("HGET", places.ballots, checked(voter)))
        try:
            found, *kept = await asyncio.gather(*asked)
        except Unanswered:
            return Reply(Verdict.UNKNOWN)
        if found is None:
            return None
        marked = mark and float(found) not in {0.0, float(mark)}
        if marked or (kept and kept[0] is not None and _differs(kept[0], ballot_id, ballot)):
            return Reply(Verdict.REFUSED, code="id_used")
        return Reply(Verdict.RECORDED, fresh=False)

    async def seal(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        event: bytes,
        outcome: bytes,
        secret: bool,
        shuffled: Sequence[bytes] = (),
    ) -> Reply:
        keys = Keys(meeting)
        places = keys.round(activity, round)
        if too_large(event, outcome, *shuffled):
            return TOO_LARGE
        touched = (
            keys.head,
            keys.log,
            keys.phases,
            keys.outcomes,
            keys.sealings,
            keys.tombstones,
            keys.snapshot,
            keys.rewrite,
            places.ballots,
            places.ballot_ids,
            places.casts,
            places.sealed,
        )
        kept = sorted(shuffled) if secret else ()
        args = (SCHEMA, activity, round, "1" if secret else "", event, outcome, *kept)
        if not secret:
            return await self.reply(SEAL, touched, args)
        try:
            await self.erasure.mark()
        except Unanswered:
            return Reply(Verdict.UNKNOWN)
        reply = await self.reply(SEAL, touched, args)
        self.erasure.begin()
        return reply

    async def outcome(self, meeting: str, activity: str, round: int) -> bytes | None:
        client: Any = self.clients.read
        keys = Keys(meeting)
        async with reading(self.counts):
            sealed: bytes | None = await client.hget(keys.outcomes, keys.round(activity, round).place)
        return sealed

    async def sealed_ballots(self, meeting: str, activity: str, round: int) -> list[bytes]:
        client: Any = self.clients.read
        async with reading(self.counts):
            kept: list[bytes] = await client.lrange(Keys(meeting).round(activity, round).sealed, 0, -1)
        return kept


_known = lru_cache(maxsize=16_384)(checked)
"""The same few thousand for all ballots of a meeting."""


@lru_cache(maxsize=256)
def _together(script: Script, meeting: str, activity: str, round: int, phase: str) -> Together:
    """The same few for thousands of ballots. Raises ValueError."""
    keys = Keys(meeting)
    places = keys.round(activity, round)
    touched = (keys.head, keys.log, keys.phases, places.ballot_ids, places.ballots, places.casts)
    return Together(script, touched, (SCHEMA, activity, round, phase))


def _reply(answer: Any) -> Reply:
    """Of what cast.lua answers; ours where nobody asked it."""
    if isinstance(answer, Reply):
        return answer
    if isinstance(answer, bytes):
        return Reply(Verdict.REFUSED, code=answer.decode())
    return Reply(Verdict.RECORDED, seq=answer or None, fresh=answer > 0)


_FRESH, _KNOWN = Reply(Verdict.RECORDED), Reply(Verdict.RECORDED, fresh=False)


def _unplaced(answer: Any) -> Reply:
    """The same without its place in the log, whatever went wrong."""
    if type(answer) is int:
        return _FRESH if answer else _KNOWN
    if isinstance(answer, Exception):
        if not isinstance(answer, Unanswered):
            _log.error("a ballot could not be recorded: %s", answer)
        return Reply(Verdict.UNKNOWN)
    return _reply(answer)


def _differs(packed: bytes, ballot_id: str, ballot: bytes) -> bool:
    """Whether the ballot that stands is of this id, and another."""
    of, _, body = packed.split(b"\0", 2)
    return of == ballot_id.encode() and body != ballot


def _unpacked(voter: bytes, packed: bytes) -> StoredBallot:
    ballot_id, delegation, body = packed.split(b"\0", 2)
    return StoredBallot(voter.decode(), ballot_id.decode(), delegation.decode(), body)
