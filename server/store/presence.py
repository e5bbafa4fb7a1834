"""What the workers see of who is present, and whether anything can be recorded now."""

import asyncio
import logging
import time
from typing import Any

from server.store.connect import ANSWER_S
from server.store.connected import Connected
from server.store.flusher import Unanswered
from server.store.keys import READY, WORKERS, Keys, checked, numbers_of
from server.store.tail import reading

_log = logging.getLogger(__name__)

_AS_MUCH = 1024  # bytes a ballot and its event take: the last block of a full disk holds less, for a while


class Presence(Connected):
    """See Store."""

    async def beat(self, meeting: str, worker: str, body: bytes, ttl_s: float) -> None:
        keys = Keys(meeting)
        try:
            await self.flusher.ask("SADD", keys.workers, worker)
            await self.flusher.ask("SET", keys.beat(worker), body, "PX", max(1, int(ttl_s * 1000)))
        except Unanswered:
            _log.debug("a beat of %s was lost", worker)

    async def beats(self, meeting: str) -> dict[str, bytes]:
        keys = Keys(meeting)
        client: Any = self.clients.read
        async with reading(self.counts):
            workers = sorted(name.decode() for name in await client.smembers(keys.workers))
            if not workers:
                return {}
            bodies = await client.mget([keys.beat(worker) for worker in workers])
        return {worker: body for worker, body in zip(workers, bodies, strict=True) if body is not None}

    async def publish(self, worker: str, numbers: bytes, ttl_s: float) -> None:
        try:
            await self.flusher.ask("SADD", WORKERS, checked(worker))
            await self.flusher.ask("SET", numbers_of(worker), numbers, "PX", max(1, int(ttl_s * 1000)))
        except Unanswered:
            _log.debug("numbers of %s were lost", worker)

    async def published(self) -> dict[str, bytes]:
        client: Any = self.clients.read
        found: dict[str, bytes] = {}
        async with reading(self.counts):
            for worker in sorted(name.decode() for name in await client.smembers(WORKERS)):
                # One by one: in a cluster they lie on several servers.
                numbers = await client.get(numbers_of(worker))
                if numbers is None:
                    await client.srem(WORKERS, worker)  # gone for good, or back in a moment and adds itself again
                else:
                    found[worker] = numbers
        return found

    async def ready(self) -> bool:
        try:
            async with asyncio.timeout(ANSWER_S):
                await self.flusher.ask("SET", READY, f"{time.time_ns():0{_AS_MUCH}}")
        except (Unanswered, TimeoutError):
            return False
        return True
