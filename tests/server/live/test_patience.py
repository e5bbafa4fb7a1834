"""Those who were sent away for what they said wait at the door; nobody else does."""

import asyncio

import orjson
import pytest
from websockets.asyncio.client import ClientConnection

from server.live import patience
from server.live.patience import REST_S, Patience
from tests.helpers.house import House, a_house
from tests.helpers.programmes import small
from tests.load.peer import frame
from tests.server.live.test_socket import ends_with, raw, token

REST = 1.5  # longer than a line lingers


def test_the_rest_is_counted_from_the_last_time() -> None:
    now = 100.0
    waits = Patience(lambda: now)
    waits.lost_with("peru")
    now += REST_S / 2
    assert waits.left_s("peru") == pytest.approx(REST_S / 2)
    waits.lost_with("peru")
    assert waits.left_s("peru") == pytest.approx(REST_S)
    assert waits.left_s("panama") == 0
    now += REST_S
    assert waits.left_s("peru") == 0


async def comes_in(house: House, good: str) -> tuple[ClientConnection, float]:
    """A delegate with the first view, and how long it took."""
    loop = asyncio.get_running_loop()
    socket = await raw(house, Authorization=f"Bearer {good}")
    begun = loop.time()
    await socket.send(orjson.dumps({"type": "hello", "meeting": house.meeting, "as": "delegate"}).decode())
    assert orjson.loads(await socket.recv())["type"] == "snapshot"
    return socket, loop.time() - begun


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (frame(b"garbage"), 4500),
        (frame(b'{"type":"ping"}') * 200, 4029),
        (frame(b"\xff\xfe"), 1007),
        (frame(b"", 0x89) * 200, 4029),
    ],
)
async def test_who_was_sent_away_waits(said: bytes, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "REST_S", REST)
    async with a_house(small()) as house:
        good = await token(house)
        socket, _ = await comes_in(house, good)
        socket.transport.write(said)
        await ends_with(socket, code)
        again, waited = await comes_in(house, good)
        await again.close()
    assert waited > 0.2


async def test_a_seat_released_while_its_owner_waits_is_not_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "REST_S", REST)
    async with a_house(small()) as house:
        moderator = await house.moderator()
        good = await token(house)
        socket, _ = await comes_in(house, good)
        await socket.send("garbage")
        await ends_with(socket, 4500)
        again = await raw(house, Authorization=f"Bearer {good}")
        await again.send(orjson.dumps({"type": "hello", "meeting": house.meeting, "as": "delegate"}).decode())
        await moderator.does("release_seat", seat="peru-1")
        await ends_with(again, 4501)
