"""Following a stream of a meeting for as long as it is the same one."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from server.metrics.counts import StoreCounts
from server.store import EpochChanged, StoreUnavailable
from server.store.connect import ANSWER_S, BLOCK_S, READ_S, Client, Clients, away
from server.store.flusher import Script
from server.store.keys import Keys
from server.store.succession import check_in, new_epoch

_log = logging.getLogger(__name__)

PAGE = 500
"""Entries in one read."""

Fields = dict[bytes, bytes]
Page = list[tuple[int, Fields]]

_T = TypeVar("_T")

_PAUSES_S = (0.05, 0.1, 0.2, 0.5, 1.0)


@asynccontextmanager
async def reading(counts: StoreCounts) -> AsyncIterator[None]:
    """Within READ_S, and what goes wrong with the server becomes StoreUnavailable."""
    counts.trips["read"] += 1
    try:
        async with asyncio.timeout(READ_S):
            yield
    except Exception as error:
        if away(error):
            raise StoreUnavailable(f"the store does not answer: {error}") from error
        raise


def page_of(entries: list[tuple[bytes, Fields]]) -> Page:
    """Entries as the client gives them, with `<seq>-0` read."""
    return [(int(name[:-2]), fields) for name, fields in entries]


class Tail:
    """One follower of one stream. Its last seq is field `field` of hash `counter`."""

    def __init__(self, clients: Clients, stream: str, *, keys: Keys, counter: str, field: str, epoch: str) -> None:
        self._clients = clients
        self._stream = stream
        self._keys = keys
        self._head = keys.head
        self._counter = counter
        self._field = field
        self._epoch = epoch
        self._sure = False
        self._set_back = Script.named("epoch")

    async def read(self, after: int) -> Page | EpochChanged:
        """What stands after a seq, waiting for it; an empty page where nothing came for a while."""
        return await self.patiently(lambda: self._read(after))

    async def patiently(self, ask: Callable[[], Awaitable[_T]]) -> _T:
        """The answer, asking again for as long as the server is away."""
        failures = 0
        while True:
            try:
                async with asyncio.timeout(BLOCK_S + ANSWER_S):
                    return await ask()
            except Exception as error:
                if not away(error):
                    raise
                self._sure = False
                if failures == 0:
                    _log.warning("following %s was cut: %s", self._stream, error)
                await asyncio.sleep(_PAUSES_S[min(failures, len(_PAUSES_S) - 1)])
                failures += 1

    async def _read(self, after: int) -> Page | EpochChanged:
        if not self._sure:
            changed = await self._changed(after)
            if changed:
                return changed
            self._sure = True
        client: Any = self._clients.follow
        self._clients.counts.trips["follow"] += 1
        reply = await client.xread({self._stream: f"{after}-0"}, count=PAGE, block=int(BLOCK_S * 1000))
        if not reply:
            # Quiet may mean that the stream is gone: look before waiting again.
            self._sure = False
            return []
        page = page_of(reply[0][1])
        epoch = self._epoch.encode()
        ours = [(seq, fields) for seq, fields in page if fields[b"g"] == epoch]
        if len(ours) == len(page):
            return page
        self._sure = False
        return ours or EpochChanged(page[0][1][b"g"].decode())

    async def _changed(self, after: int) -> EpochChanged | None:
        client: Any = self._clients.follow
        await check_in(client, self._keys)
        raw = await client.hget(self._head, "epoch")
        epoch = raw.decode() if raw else None
        if epoch == self._epoch and int(await client.hget(self._counter, self._field) or 0) < after:
            epoch = await self._renewed(client, after)
        return None if epoch == self._epoch else EpochChanged(epoch)

    async def _renewed(self, client: Client, after: int) -> str | None:
        keys, args = (self._head, self._counter), (self._epoch, self._field, after, new_epoch())
        # The source itself: this is too rare to keep the script loaded for it.
        raw = await client.eval(self._set_back.source, len(keys), *keys, *args)
        return raw.decode() if raw else None
