"""All pads of a worker: loaded when somebody opens one, unloaded when nobody has for a while."""

import asyncio
import logging
from collections.abc import Sequence

from server.notes.document import Document
from server.notes.entries import PadEntry, count_entries, read_entries
from server.notes.pad import Pad, PadId, PadStore

_log = logging.getLogger(__name__)


class Pads:
    """Made on any loop, used on one. ``aclose`` it before the store.

    ``compact_every``: so many updates of a pad become one in the store. ``heartbeat_s``: providers of the npm package
    give up after 30 s without a message.
    """

    def __init__(
        self, store: PadStore, *, idle_s: float = 60.0, compact_every: int = 500, heartbeat_s: float = 15.0
    ) -> None:
        self._store = store
        self._idle_s = idle_s
        self._compact_every = compact_every
        self._heartbeat_s = heartbeat_s
        self._pads: dict[PadId, asyncio.Task[Pad]] = {}
        self._beating: asyncio.Task[None] | None = None

    @property
    def loaded(self) -> list[Pad]:
        done = (task for task in self._pads.values() if task.done() and not task.cancelled())
        return [task.result() for task in done if task.exception() is None]

    async def open(self, id_: PadId) -> Pad:
        """The pad, loaded. Raises StoreError (UnknownMeeting among them).

        Whoever wants it to stay loaded joins it before waiting for anything else.
        """
        loading = self._pads.get(id_)
        if loading is None:
            loading = self._pads[id_] = asyncio.create_task(self._load(id_))
        if self._beating is None:
            self._beating = asyncio.create_task(self._beat())
        return await asyncio.shield(loading)

    async def entries(self, pad: str, headings: Sequence[str] = ()) -> list[PadEntry]:
        """The entries of pad ``<meeting>.<activity>.<table>``, in the order of ``headings``, then ``order``, then id.

        Entries without heading or text are left out. Raises ValueError for no pad id, StoreError.
        """
        id_ = PadId.parse(pad)
        loading = self._pads.get(id_)
        if loading is not None:
            document = await (await asyncio.shield(loading)).settled()
            return read_entries(document.entries, headings)
        loaded = await self._store.pad_load(id_.meeting, id_.in_meeting)
        return read_entries(Document(loaded.updates).entries, headings)

    async def counts(self, pad: str) -> dict[str, int]:
        """How many entries that have a text each heading has; raises like ``entries``."""
        return count_entries(await self.entries(pad))

    async def aclose(self) -> None:
        """Unload all pads. What was confirmed is in the store already."""
        if self._beating is not None:
            self._beating.cancel()
        loading, self._pads = tuple(self._pads.values()), {}
        for task in loading:
            task.cancel()
        for pad in await asyncio.gather(*loading, return_exceptions=True):
            if isinstance(pad, Pad):
                await pad.aclose()

    async def _load(self, id_: PadId) -> Pad:
        try:
            loaded = await self._store.pad_load(id_.meeting, id_.in_meeting)
            return Pad(id_, self._store, loaded, self._compact_every, self._forget)
        except BaseException:
            self._pads.pop(id_, None)
            raise

    def _forget(self, pad: Pad) -> None:
        loading = self._pads.get(pad.id)
        if loading is not None and loading.done() and not loading.cancelled() and loading.result() is pad:
            del self._pads[pad.id]

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._heartbeat_s)
            now = asyncio.get_running_loop().time()
            for pad in [task.result() for task in tuple(self._pads.values()) if task.done()]:
                if pad.peers:
                    pad.heartbeat()
                elif now - pad.idle_since > self._idle_s:
                    self._forget(pad)
                    await pad.aclose()
