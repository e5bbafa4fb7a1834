"""A row of the fault matrix about pads: updates that are made to harm."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from server.store.redis import RedisStore
from tests.faults.processes import rss_kib
from tests.faults.rows import Place, row
from tests.faults.valkeys import Valkey
from tests.server.notes import test_refusals
from tests.server.notes.editor import Editor
from tests.server.notes.house import MEETING, House

FLAT_KIB = 64 * 1024


@row("C17", "oversized and hostile updates of a pad")
async def hostile_updates(place: Place) -> str:
    """Refused with a reason (too_large, malformed, shape), in no time and no memory; others write on; who speaks no
    protocol is sent away, who floods waits."""
    tests = (
        test_refusals.test_five_bytes_cost_neither_time_nor_memory,
        test_refusals.test_a_message_above_the_limit,
        test_refusals.test_a_flood_waits_and_others_do_not,
    )
    before = rss_kib(_own_pid())
    for number, test in enumerate(tests):
        async with _house(place.folder / str(number)) as (house, desk):
            await test(house, desk.opens)
    async with _house(place.folder / "nested") as (_, desk):
        await test_refusals.test_values_nested_without_end_never_reach_the_library(desk.opens)
    async with _house(place.folder / "foreign") as (_, desk):
        await test_refusals.test_a_client_that_speaks_no_protocol_is_sent_away(desk.opens)
    grown = rss_kib(_own_pid()) - before
    assert grown < FLAT_KIB, f"memory grew by {grown // 1024} MiB"
    return f"five kinds, memory grew by {max(grown, 0) // 1024} MiB"


def _own_pid() -> int:
    return int(Path("/proc/self").resolve().name)


class _Desk:
    """Opens editors, and closes them at the end."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.opened: list[Editor] = []

    async def opens(self, url: str | None = None, *, acks: bool = True, client_id: int | None = None) -> Editor:
        self.opened.append(Editor(client_id))
        return await self.opened[-1].open(url or self._house.pad(), acks=acks)


@asynccontextmanager
async def _house(folder: Path) -> AsyncIterator[tuple[House, _Desk]]:
    async with Valkey.runs(folder) as valkey:
        async with await RedisStore.open(valkey.url) as store:
            await store.create(MEETING, [b"{}"])
        house = House(valkey.url)
        await house.start()
        desk = _Desk(house)
        try:
            yield house, desk
        finally:
            await asyncio.gather(*(editor.close() for editor in desk.opened))
            await house.stop()
