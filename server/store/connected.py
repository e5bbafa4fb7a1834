"""What every part of the store on Redis works with."""

import asyncio
import logging
from collections.abc import Sequence
from types import TracebackType
from typing import Any, ClassVar, Self

from server.store import MAX_VALUE, Reply, Verdict
from server.store.connect import Clients, connect
from server.store.erasure import Erasure
from server.store.flusher import Flusher, Script, Unanswered
from server.store.servers import Durability, durability
from server.store.tail import reading
from server.tasks import end

_log = logging.getLogger(__name__)

PATIENCE_S = 5.0
"""How long a write is asked again before its verdict is unknown, in seconds."""

APPEND = Script.named("append")
CAST = Script.named("cast")
ENTER = Script.named("enter")
SEAL = Script.named("seal")
SNAPSHOT = Script.named("snapshot")
PAD = Script.named("pad")

TOO_LARGE = Reply(Verdict.REFUSED, code="too_large")


class Connected:
    """Clients, the flusher and the erasure, for as long as the store is open."""

    cast_script: ClassVar[Script] = CAST

    def __init__(self, clients: Clients, durability: Durability, *, patience_s: float = PATIENCE_S) -> None:
        self.durability = durability
        self.clients = clients
        self.counts = clients.counts
        scripts = (APPEND, self.cast_script, ENTER, SEAL, SNAPSHOT, PAD)
        self.flusher = Flusher(clients.write, scripts, patience_s=patience_s, counts=self.counts)
        self.erasure = Erasure(clients, self.flusher)
        self._flushing = asyncio.create_task(self.flusher.run(), name="store flusher")
        self._erasing = asyncio.create_task(self.erasure.run(), name="store erasure")

    @classmethod
    async def open(cls, url: str, *, patience_s: float = PATIENCE_S) -> Self:
        """Connect to a server. Raises StoreUnavailable, UnfitServer, ValueError (not an address)."""
        clients = connect(url)
        try:
            async with reading(clients.counts):
                found = await durability(clients.read)
        except BaseException:
            await clients.aclose()
            raise
        for warning in found.warnings:
            _log.warning("%s", warning)
        return cls(clients, found, patience_s=patience_s)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        self.flusher.stop()
        await end([self._erasing])
        await asyncio.gather(self._flushing, return_exceptions=True)
        await self.clients.aclose()

    async def reply(self, script: Script, keys: Sequence[str], args: Sequence[str | bytes | int]) -> Reply:
        """The reply of a script that answers `{'recorded', seq, fresh}` or `{'refused', code}`."""
        try:
            answer: list[Any] = await self.flusher.ask(*script.call(keys, args))
        except Unanswered:
            return Reply(Verdict.UNKNOWN)
        if answer[0] == b"refused":
            return Reply(Verdict.REFUSED, code=answer[1].decode())
        return Reply(Verdict.RECORDED, seq=answer[1] or None, fresh=answer[2] == 1)


def too_large(*values: bytes) -> bool:
    return any(len(value) > MAX_VALUE for value in values)
