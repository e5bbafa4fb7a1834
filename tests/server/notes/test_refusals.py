"""What a pad does not take: refused before it is stored, said to the client, and everybody else goes on."""

import asyncio
import math
import resource
import time
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from pycrdt import Array, Doc, Map, Text, XmlFragment

from server.notes import wire
from server.notes.closing import FULL, MALFORMED, NOT_ALLOWED, UNKNOWN_PAD
from server.notes.endpoint import Admission
from server.notes.guard import Limits
from server.notes.pad import PadId
from tests.faults.rude import close_code
from tests.load.peer import frame, upgrade
from tests.server.notes.conftest import OpenEditor
from tests.server.notes.editor import Editor, entry
from tests.server.notes.house import MEETING, House, pad_id

FIVE_BYTE_BOMB = bytes.fromhex("a7eec3772d")


async def stored(house: House) -> int:
    return len((await house.store.pad_load(MEETING, PadId.parse(pad_id()).in_meeting)).updates)


async def test_five_bytes_cost_neither_time_nor_memory(house: House, editor: OpenEditor) -> None:
    ana = await editor()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    for _ in range(5):
        await ana.send_update(FIVE_BYTE_BOMB)
    await ana.answered()
    assert ana.refused == ["malformed"] * 5
    assert time.process_time() - began < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000
    await ana.write("e1", "sigue viva")
    assert await stored(house) == 1


@pytest.mark.parametrize(
    "update",
    [
        b"",
        b"\x00",
        b"\xff" * 20,
        b"\x01\xff\xff\xff\xff\x0f\x01\x00",
        b"\x01\x01\x01\x00\x28\x01\x07entries\x01a\xff\xff\xff\x7f",
        b"\x00\xff\xff\xff\xff\x0f",
    ],
    ids=["empty", "cut", "numbers", "structs", "values", "deletes"],
)
async def test_bytes_that_are_no_update(house: House, editor: OpenEditor, update: bytes) -> None:
    ana = await editor()
    await ana.send_update(update)
    await ana.answered()
    assert ana.refused == ["malformed"]
    assert await stored(house) == 0


async def test_values_nested_without_end_never_reach_the_library(editor: OpenEditor) -> None:
    ana = await editor()
    deep = b"\x01\x01\x01\x00\x28\x01\x07entries\x01a\x01" + b"\x75\x01" * 20_000 + b"\x7e\x00"
    await ana.send_update(deep)
    await ana.answered()
    assert ana.refused == ["shape"]


async def test_a_message_above_the_limit(house: House, editor: OpenEditor) -> None:
    ana = await editor()
    with ana.edit():
        ana.entries["e1"] = entry("x" * 600_000)
    await ana.flush()
    assert ana.refused == ["too_large"]
    assert await stored(house) == 0


async def test_a_client_that_speaks_no_protocol_is_sent_away(editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    for _ in range(10):
        await ana.say("hola")
    await ana.gone()
    assert ana.closed == MALFORMED
    await luis.write("e1", "sigo aquí")
    assert luis.closed is None


BAD_ENTRIES: list[tuple[str, str, Any]] = [
    ("unknown heading", "heading_unknown", lambda: entry("x", "gossip")),
    ("heading of another type", "heading_unknown", lambda: Map({"heading": 3})),
    ("text as a string", "shape", lambda: Map({"heading": "challenge", "text": "x"})),
    ("text as an array", "shape", lambda: Map({"heading": "challenge", "text": Array(["x"])})),
    ("no map", "shape", lambda: "x"),
    ("a text", "shape", lambda: Text("x")),
    ("a field too many", "shape", lambda: entry("x", delegation="pan")),
    ("order as words", "shape", lambda: Map({"heading": "challenge", "text": Text("x"), "order": "first"})),
    ("order without end", "shape", lambda: Map({"heading": "challenge", "text": Text("x"), "order": math.inf})),
    ("a newer schema", "shape", lambda: Map({"heading": "challenge", "text": Text("x"), "v": 2})),
    ("flags that are no strings", "shape", lambda: Map({"heading": "challenge", "flags": [1]})),
    ("a long flag", "shape", lambda: Map({"heading": "challenge", "flags": ["x" * 41]})),
    ("too many flags", "shape", lambda: Map({"heading": "challenge", "flags": [str(n) for n in range(17)]})),
    ("flags that nest", "shape", lambda: Map({"heading": "challenge", "flags": Map({"a": Map({})})})),
    ("a long text", "text_too_long", lambda: entry("ñ" * 4001)),
]


@pytest.mark.parametrize(("code", "make"), [bad[1:] for bad in BAD_ENTRIES], ids=[bad[0] for bad in BAD_ENTRIES])
async def test_an_entry_of_the_wrong_shape(house: House, editor: OpenEditor, code: str, make: Any) -> None:
    ana, luis = await editor(), await editor()
    with ana.edit():
        ana.entries["e1"] = make()
    await ana.flush()
    assert ana.refused == [code]
    assert await stored(house) == 0
    await luis.write("e2", "sigo")
    assert len(luis.entries) == 1


@pytest.mark.parametrize("id_", ["", "Mayúscula", "a b", "-a", "x" * 65, "../a"])
async def test_an_id_that_is_no_slug(editor: OpenEditor, id_: str) -> None:
    ana = await editor()
    await ana.write(id_, "x")
    assert ana.refused == ["shape"]


async def test_another_root_or_formatting(editor: OpenEditor) -> None:
    ana = await editor()
    other: Doc[Any] = Doc()
    other.get("gossip", type=Text).insert(0, "x")
    await ana.send_update(other.get_update())
    await ana.answered()
    xml: Doc[Any] = Doc()
    xml.get("entries", type=XmlFragment).children.append("x")
    await ana.send_update(xml.get_update())
    await ana.answered()
    await ana.write("e1", "texto")
    with ana.edit():
        ana.entries["e1"]["text"].format(0, 2, {"bold": True})
    await ana.flush()
    assert ana.refused == ["shape"] * 3


async def test_all_forms_of_flags_are_taken(house: House, editor: OpenEditor) -> None:
    ana = await editor()
    await ana.write("a", "x")
    with ana.edit():
        ana.entries["b"] = entry("x", flags=Array(["sensitive", "quote"]))
        ana.entries["c"] = entry("x", flags=Map({"sensitive": True, "quote": False}))
        ana.entries["d"] = Map({"heading": "proposal", "text": Text("x")})
    await ana.flush()
    assert ana.refused == []
    flags = {one.id: one.flags for one in await house.pads.entries(pad_id())}
    assert flags == {"a": (), "b": ("quote", "sensitive"), "c": ("sensitive",), "d": ()}


async def test_a_correction_arrives_together_with_what_was_refused(house: House, editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    await ana.write("e1", "ñ" * 4_010)
    assert ana.refused == ["text_too_long"]
    with ana.edit():
        del ana.entries["e1"]["text"][0:40]
    await ana.send_update(ana.take_local())
    # Refused as pending; the server asks for the rest, and the answer holds text and correction.
    await luis.until(lambda: luis.text("e1") == ana.text("e1"))
    assert ana.refused == ["text_too_long", "pending"]
    await ana.write("e2", "y sigue")
    await luis.until(lambda: luis.text("e2") == "y sigue")


async def test_too_many_entries_and_room_again(house: House, editor: OpenEditor) -> None:
    house.default = replace(house.default, limit=Limits(entries=3))
    ana = await editor()
    for n in range(3):
        await ana.write(f"e{n}", "x")
    luis = await editor()
    await luis.write("e3", "x")
    assert luis.refused == ["too_many_entries"]
    with ana.edit():
        del ana.entries["e0"]
        ana.entries["e4"] = entry("en su lugar")
    await ana.flush()
    assert ana.refused == []


async def test_a_full_pad_still_lets_erase(house: House, editor: OpenEditor) -> None:
    house.default = replace(house.default, limit=Limits(pad_bytes=5_000))
    ana = await editor()
    for n in range(2):
        await ana.write(f"e{n}", "x" * 2_000)
    await ana.write("e3", "x" * 2_000)
    assert ana.refused == ["pad_full"]
    luis = await editor()
    with luis.edit():
        del luis.entries["e0"]
    await luis.flush()
    assert luis.refused == []


async def test_a_reader_reads_and_is_told(house: House, editor: OpenEditor) -> None:
    ana = await editor()
    await ana.write("e1", "texto")
    house.rights[pad_id()] = replace(house.default, can_write=False)
    reader = await editor()
    assert reader.text("e1") == "texto"
    assert reader.refused == []
    await reader.write("e2", "yo también")
    assert reader.refused == ["read_only"]
    assert await stored(house) == 1
    await ana.write("e3", "más")
    await reader.until(lambda: reader.text("e3") == "más")


async def test_a_foreign_client_is_told_by_the_protocols_own_message(house: House, editor: OpenEditor) -> None:
    house.default = replace(house.default, can_write=False)
    ana = await editor(acks=False)
    ana.sent = ana.saved = 0
    with ana.edit():
        ana.entries["e1"] = entry("x")
    await ana.flush()
    assert ana.refused == ["read_only"]


async def test_the_door(house: House) -> None:
    house.rights[pad_id("2")] = Admission(can_read=False)
    house.rights[pad_id("3")] = Admission(can_read=False, refusal=4010)
    for pad, code in ((pad_id("2"), NOT_ALLOWED), (pad_id("3"), 4010), ("panama.mesas", UNKNOWN_PAD)):
        one = await Editor().connect(f"{house.url}/{pad}")
        await one.gone()
        assert one.closed == code
        assert one.sent == 0
    nowhere = await Editor().connect(f"{house.url}/otra.mesas.1")
    await nowhere.gone()
    assert nowhere.closed == UNKNOWN_PAD


async def test_rights_that_end_in_mid_pad(house: House, editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    await ana.write("e1", "antes")
    house.rights[pad_id()] = replace(house.default, can_write=False)
    await house.endpoint.readmit(MEETING)
    await ana.write("e2", "después")
    assert ana.refused == ["read_only"]
    house.rights[pad_id()] = Admission(can_read=False)
    await house.endpoint.readmit(MEETING)
    await luis.gone()
    assert luis.closed == NOT_ALLOWED


async def test_a_flood_waits_and_others_do_not(house: House, editor: OpenEditor) -> None:
    house.rights[pad_id("2")] = replace(house.default, limit=Limits(messages_per_s=20, burst=5))
    flood, calm = await editor(house.pad("2")), await editor()
    for _ in range(30):
        await flood.say(bytes((wire.QUERY_AWARENESS,)))
    with flood.edit():
        flood.entries["e1"] = entry("al final")
    began = time.monotonic()
    await calm.write("e1", "enseguida")
    calm_s = time.monotonic() - began
    await flood.flush()
    assert time.monotonic() - began > max(1, calm_s)
    assert flood.text("e1") == "al final"
    assert flood.refused == []


async def test_nobody_fills_a_pad_alone(house: House, editor: OpenEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house.endpoint, "_peers_per_pad", 5)
    calm = await editor()
    house.rights[pad_id()] = replace(house.default, author="greedy")
    many = [await editor() for _ in range(4)]
    refused = await Editor().connect(house.pad())
    await refused.gone()
    assert refused.closed == FULL
    house.rights[pad_id()] = replace(house.default, author="third")
    third = await editor()
    async with asyncio.timeout(5):
        await asyncio.wait([asyncio.create_task(one.gone()) for one in many], return_when=asyncio.FIRST_COMPLETED)
    assert [one.closed for one in many if one.closed is not None] == [FULL]
    await third.write("e1", "cabe")
    await calm.until(lambda: calm.text("e1") == "cabe")
    await refused.close()


@pytest.mark.parametrize("opcode", [0x89, 0x8A], ids=["pings", "pongs"])
async def test_pings_without_end_are_not_answered_without_end(house: House, editor: OpenEditor, opcode: int) -> None:
    calm = await editor()
    flood, url = frame(b"x" * 125, opcode) * 20_000, urlsplit(house.pad())
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    writer.write(upgrade(url.port or 0, f"{url.path}?{url.query}", {}))
    await reader.readuntil(b"\r\n\r\n")
    hearing = asyncio.create_task(close_code(reader, 10))
    writer.write(flood)
    began = time.monotonic()
    await calm.write("e1", "enseguida")
    assert time.monotonic() - began < 5
    assert await hearing in {4029, 0}  # a reset may overtake the reason
    writer.transport.abort()
