"""Reading a meeting's log: as it stands, and as it grows."""

from collections.abc import AsyncGenerator
from typing import Any

from server.store import SCHEMA, CorruptLog, Entry, EpochChanged, Loaded, NewerSchema, UnknownMeeting
from server.store.connect import Clients
from server.store.keys import Keys
from server.store.tail import PAGE, Page, Tail, page_of, reading


async def load(clients: Clients, meeting: str, whole: bool) -> Loaded:
    """See Store.load."""
    async with reading(clients.counts):
        while True:
            loaded = await _load_once(clients.read, meeting, whole)
            if loaded is not None:
                return loaded


async def _load_once(client: Any, meeting: str, whole: bool) -> Loaded | None:
    """None where the meeting was replaced while it was read."""
    keys = Keys(meeting)
    epoch = await known_epoch(client, meeting)
    snapshot_seq, snapshot = (None, None) if whole else await client.hmget(keys.snapshot, "seq", "body")
    first = after = int(snapshot_seq or 0)
    page: Page = []
    tail: Page = []
    while len(page := page_of(await client.xrange(keys.log, f"{after + 1}-0", "+", count=PAGE))) == PAGE:
        tail += page
        after = page[-1][0]
    # What is left, together with what must agree with it.
    pipeline = client.pipeline(transaction=True)
    pipeline.xrange(keys.log, f"{after + 1}-0", "+")
    pipeline.hmget(keys.head, "epoch", "seq", "revision")
    pipeline.hvals(keys.tombstones)
    rest, head, tombstones = await pipeline.execute()
    if head[0] is None or head[0].decode() != epoch:
        return None
    tail += page_of(rest)
    seq = int(head[1])
    require_whole(meeting, first, [number for number, _ in tail], seq, tombstones)
    return Loaded(
        epoch=epoch,
        seq=seq,
        snapshot=snapshot,
        snapshot_seq=first,
        tail=[_entry(number, fields) for number, fields in tail],
        revision=int(head[2]),
    )


async def known_epoch(client: Any, meeting: str) -> str:
    """Raises UnknownMeeting, NewerSchema."""
    epoch, schema = await client.hmget(Keys(meeting).head, "epoch", "schema")
    if epoch is None:
        raise UnknownMeeting(f"there is no meeting {meeting!r}")
    if int(schema) > SCHEMA:
        raise NewerSchema(
            f"meeting {meeting!r} was written by a newer Plenaria (schema {int(schema)}; this one knows "
            f"up to {SCHEMA}): update Plenaria, nothing has been changed"
        )
    return str(epoch.decode())


def _entry(seq: int, fields: dict[bytes, bytes]) -> Entry:
    return Entry(seq, fields[b"e"], int(fields[b"r"]))


def require_whole(meeting: str, after: int, seqs: list[int], upto: int, tombstones: list[bytes]) -> None:
    """Raises CorruptLog unless every seq after one and up to another is there (``seqs``, which rise) or has a
    tombstone."""
    if len(seqs) == upto - after and (not seqs or (seqs[0], seqs[-1]) == (after + 1, upto)):
        return
    # Spans and no numbers one by one: a log from elsewhere may say that it has more of them than there is memory.
    spans = [(seq, seq) for seq in seqs]
    for text in tombstones:
        for part in text.decode().split(","):
            low, _, high = part.partition("-")
            spans.append((int(low), int(high or low)))
    reached, lost, first = after, 0, 0
    for begin, end in [*sorted(spans), (upto + 1, upto + 1)]:
        gap = min(begin, upto + 1) - 1 - reached
        if gap > 0:
            first, lost = first or reached + 1, lost + gap
        reached = max(reached, end)
    if lost:
        raise CorruptLog(
            f"the log of meeting {meeting!r} has lost {lost} of its entries, the first is {first}: "
            "restore it from an archive"
        )


async def follow(
    clients: Clients, meeting: str, epoch: str, after_seq: int
) -> AsyncGenerator[Entry | EpochChanged, None]:
    """See Store.follow."""
    keys = Keys(meeting)
    client: Any = clients.follow
    tail = Tail(clients, keys.log, keys=keys, counter=keys.head, field="seq", epoch=epoch)
    after = after_seq
    while True:
        page = await tail.read(after)
        if isinstance(page, EpochChanged):
            yield page
            return
        for seq, fields in page:
            if seq != after + 1:
                tombstones = await tail.patiently(lambda: client.hvals(keys.tombstones))
                require_whole(meeting, after, [], seq - 1, tombstones)
            yield _entry(seq, fields)
            after = seq
