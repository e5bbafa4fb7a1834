"""The live socket against those who do not keep to it. Others in the room notice nothing."""

import contextlib
from collections.abc import AsyncIterator

import orjson
import pytest
import websockets
from websockets.asyncio.client import ClientConnection, connect

from tests.helpers.house import House, a_house
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def token(house: House) -> str:
    answer = await house.enters(seat=house.keyring.seat_card(house.meeting, "peru-1"))
    return str(answer.json()["pass"])


async def raw(house: House, **headers: str) -> ClientConnection:
    return await connect(f"{house.ws}/ws", additional_headers=headers)


async def ends_with(socket: ClientConnection, code: int) -> None:
    with contextlib.suppress(websockets.ConnectionClosed):
        async for _ in socket:
            pass
    assert socket.close_code == code


@pytest.mark.parametrize("text", ["{}", "x" * 20_000, '{"type":"ping"}', '{"type":"command"}'])
async def test_the_first_message_must_be_a_hello(house: House, text: str) -> None:
    socket = await raw(house, Authorization=f"Bearer {await token(house)}")
    await socket.send(text)
    await ends_with(socket, 4500)


async def test_bytes_are_no_message(house: House) -> None:
    socket = await raw(house, Authorization=f"Bearer {await token(house)}")
    await socket.send(b"{}")
    await ends_with(socket, 4500)


async def test_a_message_over_the_limit_closes(house: House) -> None:
    socket = await raw(house, Authorization=f"Bearer {await token(house)}")
    await socket.send("x" * 70_000)
    await ends_with(socket, 1009)


async def test_a_forged_pass_opens_nothing(house: House) -> None:
    good = await token(house)
    for bad in ("x", good[:-3] + "AAA", good + "A"):
        socket = await raw(house, Authorization=f"Bearer {bad}")
        await socket.send(orjson.dumps({"type": "hello", "meeting": house.meeting, "as": "delegate"}).decode())
        await ends_with(socket, 4501)


async def test_a_pass_is_for_its_role_and_meeting(house: House) -> None:
    good = await token(house)
    for meeting, role, code in ((house.meeting, "moderator", 4501), ("other", "delegate", 4504)):
        socket = await raw(house, Authorization=f"Bearer {good}")
        await socket.send(orjson.dumps({"type": "hello", "meeting": meeting, "as": role}).decode())
        await ends_with(socket, code)


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1.evil.example", "http://127.0.0.1:1", "https://localhost:1/x"],
)
async def test_a_foreign_page_may_not_connect(house: House, origin: str) -> None:
    cookie = f"plenaria_{house.meeting}_delegate={await token(house)}"
    with pytest.raises(websockets.InvalidStatus) as refused:
        await raw(house, Origin=origin, Cookie=cookie)
    assert refused.value.response.status_code == 403


async def test_a_cookie_without_a_page_does_not_count(house: House) -> None:
    with pytest.raises(websockets.InvalidStatus):
        await raw(house, Cookie=f"plenaria_{house.meeting}_delegate={await token(house)}")


async def test_our_own_page_comes_in_with_its_cookie(house: House) -> None:
    cookie = f"plenaria_{house.meeting}_delegate={await token(house)}"
    socket = await raw(house, Origin=house.url, Cookie=cookie)
    await socket.send(orjson.dumps({"type": "hello", "meeting": house.meeting, "as": "delegate"}).decode())
    assert orjson.loads(await socket.recv())["type"] == "snapshot"
    await socket.close()


async def test_a_flood_is_cut_off_and_others_vote_on(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    other = await house.phone("panama")
    socket = await raw(house, Authorization=f"Bearer {await token(house)}")
    await socket.send(orjson.dumps({"type": "hello", "meeting": house.meeting, "as": "delegate"}).decode())
    for _ in range(200):
        await socket.send('{"type":"ping"}')
    await ends_with(socket, 4029)
    assert (await other.casts("coffee", {"choices": ["yes"]}))["verdict"] == "recorded"


async def test_a_million_empty_fragments_end_early(house: House) -> None:
    socket = await raw(house, Authorization=f"Bearer {await token(house)}")

    async def pieces() -> AsyncIterator[str]:
        for _ in range(200):
            yield "x"

    await socket.send(pieces())
    await ends_with(socket, 1009)


async def test_unknown_commands_and_wrong_arguments_are_refused_not_punished(house: House) -> None:
    phone = await house.phone("panama")
    await phone.refused("invalid_command", "make_coffee")
    await phone.refused("invalid_command", "cast_ballot", activity="coffee")
    await phone.refused("invalid_command", "cast_ballot", activity="coffee", round=1, ballot_id="b" * 8, ballot=3)
    await phone.refused("not_open", "cast_ballot", activity="coffee", round=1, ballot_id="b" * 8, ballot={"x": 1})
    await phone.refused("unknown_activity", "cast_ballot", activity="x", round=1, ballot_id="b" * 8, ballot={"x": 1})


async def test_nothing_of_another_seat_is_ever_told(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    panama, peru = await house.phone("panama"), await house.phone("peru")
    await peru.casts("priorities", {"ranking": ["C-1"]})
    await panama.sees("turnout/priorities", delegations_voted=1)
    heard = orjson.dumps(panama.frames).decode()
    assert "C-1" in heard  # the option itself
    assert peru.seat is not None
    assert peru.seat not in heard
    assert '"recorded":true' not in heard
