"""Who is writing: told to everyone, as far as the regime allows, and gone with the socket."""

from dataclasses import replace

import pytest
from websockets.asyncio.client import connect

from server.notes import wire
from server.notes.awareness import Awareness, Shown
from server.notes.guard import Limits
from server.notes.peer import Message
from server.notes.wire import MalformedBytes
from tests.server.notes.conftest import OpenEditor
from tests.server.notes.house import House

STATE = {"user": {"name": "Ana", "delegation": "pan"}, "writing": "challenge"}


class DeafPeer:
    def send(self, message: Message) -> None: ...

    def close(self, code: int) -> None: ...


async def test_it_is_told_to_all_and_to_those_who_come_later(editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    await ana.show(STATE)
    who = ana.doc.client_id
    for one in (ana, luis):
        await one.sees(who)
    late = await editor()
    await late.until(lambda: who in late.seen)
    assert luis.seen[who] == late.seen[who] == {**STATE, "author": "pan"}
    await ana.close()
    await luis.until(lambda: who not in luis.seen)


async def test_a_strict_regime_shows_no_delegation(house: House, editor: OpenEditor) -> None:
    house.default = replace(house.default, show_author=False)
    ana, luis = await editor(), await editor()
    await ana.show(STATE)
    await luis.until(lambda: ana.doc.client_id in luis.seen)
    assert luis.seen[ana.doc.client_id] == {"writing": "challenge"}


async def test_nobody_speaks_for_another(editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    await ana.show(STATE)
    await luis.until(lambda: ana.doc.client_id in luis.seen)
    await luis.show({"user": "not ana"}, clock=9, client=ana.doc.client_id)
    await luis.show(None, clock=9, client=ana.doc.client_id)
    await luis.show({"writing": "proposal"})
    await ana.until(lambda: luis.doc.client_id in ana.seen)
    assert ana.seen[ana.doc.client_id]["user"] == STATE["user"]


async def test_asking_who_is_there(editor: OpenEditor) -> None:
    ana, luis = await editor(), await editor()
    await ana.show(STATE)
    await luis.until(lambda: ana.doc.client_id in luis.seen)
    luis.seen.clear()
    await luis.say(bytes((wire.QUERY_AWARENESS,)))
    await luis.until(lambda: ana.doc.client_id in luis.seen)


async def test_a_silent_pad_has_a_heartbeat(store_url: str) -> None:
    house = House(store_url, heartbeat_s=0.05)
    await house.start()
    async with connect(house.pad()) as socket:
        frames = [await socket.recv() for _ in range(5)]
    assert frames[2:] == [wire.HEARTBEAT] * 3
    await house.stop()


@pytest.mark.parametrize(
    "update",
    [
        b"\xff\xff\xff\xff\x0f",
        b"\x01\x01\x01\x02{]",
        b"\x01\x01\x01\x02[]",
        b"\x01\x01\x01" + wire.varbytes(b'{"a": "' + b"x" * 5_000 + b'"}'),
        b"\x01\x01\x01" + wire.varbytes(b"[" * 4_000),
        b"\x01\x01\x01\x04null!",
    ],
    ids=["count", "no json", "no object", "large", "deep", "more"],
)
def test_states_that_are_none(update: bytes) -> None:
    with pytest.raises(MalformedBytes):
        Awareness().take(DeafPeer(), update, Shown(True), Limits())


def test_a_peer_has_few_clients() -> None:
    awareness, peer = Awareness(), DeafPeer()
    for client in range(10):
        awareness.take(peer, bytes((1, client, 1)) + b"\x02{}", Shown(True), Limits())
    assert len(awareness.leave(peer)) == 4
