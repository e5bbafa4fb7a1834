"""Several people write in one pad: they see each other, offline work merges, and nothing confirmed is lost."""

import asyncio

from server.notes.entries import PadEntry
from server.notes.pad import PadId
from server.store.redis import RedisStore
from tests.server.notes.conftest import OpenEditor
from tests.server.notes.editor import Editor, entry
from tests.server.notes.house import HEADINGS, MEETING, House, pad_id


async def test_what_one_writes_the_other_sees(editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    await ana.write("e1", "Vías legales")
    await luis.until(lambda: luis.text("e1") == "Vías legales")
    with luis.edit():
        luis.append("e1", " y seguras")
    await luis.flush()
    await ana.until(lambda: ana.text("e1") == "Vías legales y seguras")
    assert ana.refused == luis.refused == []


async def test_it_also_works_where_frames_cannot_be_pushed(store_url: str) -> None:
    house = House(store_url, frames=False)
    await house.start()
    ana, luis = await Editor().open(house.pad()), await Editor().open(house.pad())
    for n in range(50):
        await ana.write(f"e{n}", "x")
    await luis.until(lambda: len(luis.entries) == 50)
    await ana.close()
    await luis.close()
    await house.stop()


async def test_pads_of_two_tables_are_apart(house: House, editor: OpenEditor) -> None:
    one, two = await editor(house.pad("1")), await editor(house.pad("2"))
    await one.write("e1", "mesa uno")
    await two.write("e2", "mesa dos")
    assert (await editor(house.pad("2"))).text("e1") is None
    assert two.text("e2") == "mesa dos"


async def test_work_done_offline_merges(house: House, editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    await ana.write("e1", "común")
    await luis.until(lambda: luis.text("e1") == "común")
    await luis.close()
    with luis.edit():
        luis.append("e1", " (sin red)")
        luis.entries["e2"] = entry("otra", "proposal")
    with ana.edit():
        ana.entries["e1"]["text"].insert(0, "Lo ")
    await ana.flush()
    await luis.open(house.pad())
    await ana.until(lambda: ana.text("e2") == "otra")
    await luis.until(lambda: luis.text("e1") == "Lo común (sin red)")
    assert ana.text("e1") == luis.text("e1")


async def test_an_hour_of_work_offline_comes_as_one_update(editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    with ana.edit():
        for number in range(20):
            ana.entries[f"e{number}"] = entry("Una nota larga. " * 240)
    await ana.flush()
    await luis.until(lambda: len(luis.entries) == 20)
    assert ana.refused == []


async def test_what_is_confirmed_is_in_the_store(house: House, editor: OpenEditor, store_url: str) -> None:
    ana = await editor()
    await ana.write("e1", "guardado")
    async with await RedisStore.open(store_url) as store:
        loaded = await store.pad_load(MEETING, PadId.parse(pad_id()).in_meeting)
    stored = Editor()
    for update in loaded.updates:
        stored.doc.apply_update(update)
    assert stored.text("e1") == "guardado"


async def test_a_restart_keeps_the_text_and_the_clients(house: House, editor: OpenEditor, store_url: str) -> None:
    ana = await editor()
    for n in range(5):
        await ana.write(f"e{n}", f"texto {n}")
    await house.stop()
    await ana.until(lambda: ana.closed is not None)
    with ana.edit():
        ana.entries["e5"] = entry("mientras tanto")
    await house.start()
    await ana.open(house.pad())
    await ana.answered()
    fresh = await editor()
    assert fresh.entries.to_py() == ana.entries.to_py()
    assert len(fresh.entries) == 6


async def test_a_loaded_pad_that_everyone_left_is_compacted_and_unloaded(store_url: str) -> None:
    house = House(store_url, idle_s=0.0, heartbeat_s=0.05)
    await house.start()
    ana = await Editor().open(house.pad())
    for n in range(30):
        await ana.write(f"e{n}", "x")
    name = PadId.parse(pad_id()).in_meeting
    assert len((await house.store.pad_load(MEETING, name)).updates) == 30
    await ana.close()
    async with asyncio.timeout(10):
        await house.store.unfollowed.wait()
    assert len((await house.store.pad_load(MEETING, name)).updates) < 5
    ana = await Editor().open(house.pad())
    assert len(ana.entries) == 30
    await ana.close()
    await house.stop()


async def test_a_busy_pad_is_compacted_and_loses_nothing(store_url: str) -> None:
    house = House(store_url, compact_every=20)
    await house.start()
    ana, luis = await Editor().open(house.pad()), await Editor().open(house.pad())
    for n in range(50):
        await (ana, luis)[n % 2].write(f"e{n}", "x")
    loaded = await house.store.pad_load(MEETING, PadId.parse(pad_id()).in_meeting)
    assert len(loaded.updates) < 45
    fresh = Editor()
    for update in loaded.updates:
        fresh.doc.apply_update(update)
    assert len(fresh.entries) == 50
    for one in (ana, luis):
        await one.close()
    await house.stop()


async def test_two_workers_on_one_store_converge(house: House, store_url: str) -> None:
    other = House(store_url)
    await other.start()
    ana, luis = await Editor().open(house.pad()), await Editor().open(other.pad())
    for n in range(10):
        await asyncio.gather(ana.write(f"a{n}", "de ana"), luis.write(f"l{n}", "de luis"))
    await ana.until(lambda: len(ana.entries) == 20)
    await luis.until(lambda: len(luis.entries) == 20)
    with luis.edit():
        luis.append("a0", ", luego luis")
    await luis.flush()
    await ana.until(lambda: ana.text("a0") == "de ana, luego luis")
    assert ana.entries.to_py() == luis.entries.to_py()
    assert ana.refused == luis.refused == []
    await ana.close()
    await luis.close()
    await other.stop()


async def test_reports_read_entries_in_order_and_cleaned(house: House, editor: OpenEditor) -> None:
    ana = await editor()
    await ana.write("b", "segunda", "proposal", order=2)
    await ana.write("a", "primera\x00\x1b\u202e", "proposal", order=1)
    await ana.write("c", "reto", "challenge", order=9)
    await ana.write("vacia", "   ", "challenge")
    with ana.edit():
        ana.entries["a"]["flags"] = ["sensitive"]
    await ana.flush()
    read = await house.pads.entries(pad_id(), HEADINGS)
    assert read == [
        PadEntry("c", "challenge", "reto", 9.0, ()),
        PadEntry("a", "proposal", "primera", 1.0, ("sensitive",)),
        PadEntry("b", "proposal", "segunda", 2.0, ()),
    ]
    assert await house.pads.counts(pad_id()) == {"challenge": 1, "proposal": 2}


async def test_reports_read_pads_that_nobody_has_open(house: House, editor: OpenEditor) -> None:
    ana = await editor()
    await ana.write("e1", "texto")
    await ana.close()
    await house.stop()
    await house.start()
    assert [one.text for one in await house.pads.entries(pad_id())] == ["texto"]
    assert await house.pads.entries(pad_id("nunca")) == []
