"""The pads of a meeting: streams of updates, with one in front that stands for what was compacted."""

from collections.abc import AsyncGenerator
from typing import Any

from server.store import (
    MAX_VALUE,
    SCHEMA,
    EpochChanged,
    LoadedPad,
    NewerSchema,
    PadUpdate,
    StoreUnavailable,
    UnknownMeeting,
)
from server.store.connected import PAD, Connected
from server.store.flusher import Unanswered
from server.store.keys import Keys
from server.store.log import known_epoch
from server.store.tail import Tail, page_of, reading


class Pads(Connected):
    """See Store."""

    async def pads(self, meeting: str) -> list[str]:
        client: Any = self.clients.read
        async with reading(self.counts):
            return sorted(name.decode() for name in await client.hkeys(Keys(meeting).pads))

    async def pad_append(self, meeting: str, pad: str, update: bytes) -> int:
        return await self._pad_write(meeting, pad, "append", update)

    async def pad_compact(self, meeting: str, pad: str, snapshot: bytes, upto: int) -> bool:
        return await self._pad_write(meeting, pad, "compact", snapshot, upto) == 1

    async def pad_load(self, meeting: str, pad: str) -> LoadedPad:
        keys = Keys(meeting)
        client: Any = self.clients.read
        async with reading(self.counts):
            epoch = await known_epoch(client, meeting)
            pipeline = client.pipeline(transaction=True)
            pipeline.hmget(keys.pad_base(pad), "seq", "body")
            pipeline.xrange(keys.pad(pad))
            pipeline.hget(keys.head, "epoch")
            (base_seq, base), entries, now = await pipeline.execute()
            if now != epoch.encode():
                return await self.pad_load(meeting, pad)
        page = page_of(entries)
        updates = [base] if base is not None else []
        seq = page[-1][0] if page else int(base_seq or 0)
        return LoadedPad(epoch, seq, updates + [fields[b"u"] for _, fields in page])

    async def pad_follow(
        self, meeting: str, pad: str, epoch: str, after_seq: int
    ) -> AsyncGenerator[PadUpdate | EpochChanged, None]:
        keys = Keys(meeting)
        tail = Tail(self.clients, keys.pad(pad), keys=keys, counter=keys.pads, field=pad, epoch=epoch)
        after = after_seq
        base = await tail.patiently(lambda: self._pad_base(keys.pad_base(pad)))
        while True:
            if base is not None and base.seq > after:
                yield base
                after = base.seq
            page = await tail.read(after)
            if isinstance(page, EpochChanged):
                yield page
                return
            base = None
            if not page or page[0][0] != after + 1:
                base = await tail.patiently(lambda: self._pad_base(keys.pad_base(pad)))
                if base is not None and base.seq > after:
                    continue
            for seq, fields in page:
                yield PadUpdate(seq, fields[b"u"])
                after = seq

    async def _pad_base(self, key: str) -> PadUpdate | None:
        client: Any = self.clients.follow
        seq, body = await client.hmget(key, "seq", "body")
        return None if seq is None else PadUpdate(int(seq), body)

    async def _pad_write(self, meeting: str, pad: str, kind: str, update: bytes, *upto: int) -> int:
        if len(update) > MAX_VALUE:
            raise ValueError(f"an update of {len(update)} bytes is too large")
        keys = Keys(meeting)
        touched = (keys.head, keys.pads, keys.pad(pad), keys.pad_base(pad))
        try:
            answer = int(await self.flusher.ask(*PAD.call(touched, (kind, SCHEMA, pad, update, *upto))))
        except Unanswered as error:
            raise StoreUnavailable(f"the store does not answer: {error}") from error
        if answer == -1:
            raise UnknownMeeting(f"there is no meeting {meeting!r}")
        if answer == -2:
            raise NewerSchema(f"meeting {meeting!r} was written by a newer Plenaria: update Plenaria")
        return answer
