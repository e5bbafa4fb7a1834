"""The first view, deflated: what unpacks is what would have been said, and sizes tell nothing of one seat."""

import zlib
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.client import connect

from server.live.packing import Opening, packed
from server.live.view import RoomView
from tests.helpers.house import House, a_house
from tests.helpers.play import Play, masked
from tests.helpers.programmes import small
from tests.sessions.test_law import play_everything

NAMES = ("everyone", "notes")
SEAT = "peru-1"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


def unpacked(message: bytes) -> bytes:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    text = inflating.decompress(message)
    assert inflating.eof
    assert not inflating.unused_data
    return text


def payload(frame: bytes) -> bytes:
    start = {126: 4, 127: 10}.get(frame[1], 2)
    return frame[start:]


@given(st.binary(max_size=200_000), st.binary(max_size=9000), st.binary(max_size=9))
def test_pieces_in_a_row_are_one_message(own: bytes, shared: bytes, end: bytes) -> None:
    assert unpacked(packed(own, Opening(1, shared), end)) == own + shared + end


@given(st.lists(st.text(max_size=40), min_size=2, max_size=2).filter(lambda two: len({*map(len, two)}) == 1))
def test_no_size_depends_on_what_one_seat_is_told(two: list[str]) -> None:
    one, other = (text.encode("utf-32") for text in two)
    shared = Opening(1, b"everybody " * 900)
    assert len(packed(one, shared, b"}}")) == len(packed(other, shared, b"}}"))


def view_of_everything() -> RoomView:
    play, _ = play_everything()
    view = RoomView(masked, lambda: play.meeting)
    view.start_over("epoch")
    view.seat_came(SEAT)
    return view


def test_a_packed_view_is_the_view_in_a_third_of_the_bytes() -> None:
    view = view_of_everything()
    plain, tight = (view.opening(NAMES, SEAT, None, packed=asked) for asked in (False, True))
    assert (plain[0], tight[0]) == (0x81, 0x82)
    assert unpacked(payload(tight)) == payload(plain)
    assert len(tight) < len(plain) / 3
    assert unpacked(payload(view.opening(NAMES, None, None, packed=True))) == payload(view.opening(NAMES, None, None))


def test_a_view_that_changed_is_packed_anew() -> None:
    play = Play(small())
    view = RoomView(masked, lambda: play.meeting)
    view.start_over("epoch")
    before = view.opening(NAMES, None, None, packed=True)
    view.set_presence({"seats": []})
    assert payload(view.opening(("desk",), None, None, packed=True)) != payload(before)
    desk = orjson.loads(unpacked(payload(view.opening((*NAMES, "desk"), None, None, packed=True))))
    assert desk["keys"]["presence"] == {"seats": []}


async def test_who_asks_for_it_gets_it_and_who_comes_back_a_delta(house: House) -> None:
    moderator = await house.moderator()
    headers = {"Authorization": f"Bearer {moderator.pass_}"}

    async def first_of(**more: Any) -> str | bytes:
        hello = {"type": "hello", "meeting": house.meeting, "as": "moderator", **more}
        async with connect(f"{house.ws}/ws", additional_headers=headers, max_size=None) as socket:
            await socket.send(orjson.dumps(hello).decode())
            return await socket.recv()

    plain, tight = await first_of(), await first_of(packed=True)
    assert isinstance(plain, str)
    assert isinstance(tight, bytes)
    heard = orjson.loads(unpacked(tight))
    apart = heard["keys"].keys() ^ orjson.loads(plain)["keys"].keys()
    assert apart <= {"presence"}, "which is told once a second"
    assert isinstance(await first_of(packed=True, cursor=heard["cursor"]), str)
