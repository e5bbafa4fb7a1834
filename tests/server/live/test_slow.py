"""Those who do not read, those who drip, and a tick that fails: the others notice nothing."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Self

import orjson
import pytest

from server.live import connection as connection_module
from server.live import pulse
from server.live.line import encode
from server.live.room import Room
from server.live.view import RoomView
from tests.helpers.house import House, Moderator, a_house
from tests.helpers.programmes import small
from tests.load.peer import frame, upgrade


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> list[Room]:
    """The rooms that are opened in the server, which runs in the process of the tests."""
    opened: list[Room] = []
    start = Room.start

    async def started(self: Room) -> None:
        await start(self)
        opened.append(self)

    monkeypatch.setattr(Room, "start", started)
    return opened


class Deaf:
    """A phone that opens its socket and then reads nothing until it is asked to."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    @classmethod
    @asynccontextmanager
    async def comes(cls, house: House, seat: str) -> AsyncIterator[Self]:
        answer = (await house.enters(seat=house.keyring.seat_card(house.meeting, seat))).json()
        with socket.socket() as line:
            yield await cls(line)._open(house, str(answer["pass"]))

    async def _open(self, house: House, token: str) -> Self:
        line, loop = self._line, asyncio.get_running_loop()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.setblocking(False)
        await loop.sock_connect(line, ("127.0.0.1", house.settings.port))
        await loop.sock_sendall(line, upgrade(house.settings.port, "/ws", {"Authorization": f"Bearer {token}"}))
        await loop.sock_recv(line, 1024)
        hello = {"type": "hello", "meeting": house.meeting, "as": "delegate"}
        await loop.sock_sendall(line, frame(orjson.dumps(hello)))
        return self

    async def says(self, data: bytes) -> None:
        await asyncio.get_running_loop().sock_sendall(self._line, data)

    async def listens(self, until: bytes) -> bytes:
        """All there is, up to and with ``until``, or to the end."""
        heard = b""
        async with asyncio.timeout(20):
            while until not in heard:
                some = await asyncio.get_running_loop().sock_recv(self._line, 65536)
                if not some:
                    break
                heard += some
        return heard


async def shouts(moderator: Moderator, times: int) -> None:
    """Enough to fill what stands between the server and somebody who does not read."""
    for number in range(times):
        await moderator.does("send_message", text={"es": f"{number:04d} " + "x" * 100, "en": "y" * 100})


async def fill(room: Room, moderator: Moderator, seat: str) -> None:
    """Until the server notices that the one at ``seat`` is behind."""
    async with asyncio.timeout(30):
        while all(connection.line.ready for connection in room.audience.of_seat(seat)):
            for connection in room.audience.of_seat(seat):
                connection.push(encode(b'{"type":"pong"}' + b" " * 60_000))
            await asyncio.sleep(0)
    await shouts(moderator, 3)


async def test_who_does_not_read_is_skipped_and_caught_up_by_one_delta(rooms: list[Room], house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    other = await house.phone("panama")
    async with Deaf.comes(house, "peru-1") as deaf:
        await moderator.sees("presence", total=2)
        await fill(rooms[0], moderator, "peru-1")
        await moderator.opens("coffee")
        await other.sees("activity/coffee", phase="open")
        assert (await other.casts("coffee", {"choices": ["yes"]}))["verdict"] == "recorded"
        heard = await deaf.listens(b'"activity/coffee"')
    assert b'"0000 xxx' not in heard  # superseded while it was behind
    assert heard.count(b'"0002 xxx') == 1
    assert heard.count(b'"mine/coffee"') == 1


async def test_who_stays_behind_is_sent_away(rooms: list[Room], house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "SLOW_AFTER_S", 0.0)
    moderator = await house.moderator()
    await moderator.starts("plenary")
    other = await house.phone("panama")
    async with Deaf.comes(house, "peru-1") as deaf:
        await moderator.sees("presence", total=2)
        await fill(rooms[0], moderator, "peru-1")
        await moderator.opens("coffee")
        assert (await other.casts("coffee", {"choices": ["yes"]}))["verdict"] == "recorded"
        heard = await deaf.listens((4001).to_bytes(2, "big"))
    assert b'{"type":"bye","code":"slow","again":true}' in heard
    assert heard.endswith(b"\x88\x02" + (4001).to_bytes(2, "big"))


async def test_the_dead_are_found_and_those_who_answer_stay(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY_S", 0.05)
    monkeypatch.setattr(pulse, "QUIET_S", 0.2)
    monkeypatch.setattr(pulse, "DEAD_S", 0.6)
    moderator = await house.moderator()
    other = await house.phone("panama")
    async with Deaf.comes(house, "peru-1") as deaf:
        await moderator.sees("presence", total=2)
        dripping = asyncio.create_task(_drip(deaf))
        assert b'"code":"idle","again":true' in await deaf.listens((4002).to_bytes(2, "big"))
        dripping.cancel()
        with suppress(asyncio.CancelledError, OSError):
            await dripping
    await moderator.sees("presence", total=1)
    assert not [message for message in other.frames if message["type"] == "bye"]


async def _drip(deaf: Deaf) -> None:
    """Byte by byte of a frame that never ends: that is no sign of life."""
    await deaf.says(frame(b" " * 1000)[:8])
    while True:
        await asyncio.sleep(0.05)
        await deaf.says(b" ")


async def test_a_tick_that_fails_is_made_up_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    moderator = await house.moderator()
    phone = await house.phone("panama")
    await moderator.starts("plenary")
    await phone.sees("now", session="plenary")
    plain, failures = RoomView.shared_since, iter([True, True])

    def fails_twice(self: RoomView, names: tuple[str, ...], version: int) -> bytes | None:
        if next(failures, False):
            raise ZeroDivisionError("a fault of ours")
        return plain(self, names, version)

    monkeypatch.setattr(RoomView, "shared_since", fails_twice)
    await moderator.opens("coffee")
    await phone.sees("activity/coffee", phase="open")
    await moderator.sees("activity/coffee", phase="open")
    assert (await phone.casts("coffee", {"choices": ["yes"]}))["verdict"] == "recorded"
    await phone.sees("turnout/coffee", voted=1)


async def test_what_is_said_in_one_breath_is_answered_in_order(house: House) -> None:
    """Hello and commands in one packet; of two ballots the one said last stays."""
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    phone = await house.phone("peru")
    ballots = [phone.ballot("coffee", {"choices": [choice]}, 1, None) for choice in ("yes", "no", "yes", "no")]
    replies = await asyncio.gather(*(phone.gives("cast_ballot", ballot) for ballot in ballots))
    assert [reply["verdict"] for reply in replies] == ["recorded"] * 4
    await moderator.closes("coffee")
    outcome = await moderator.reveals("coffee")
    assert [bar["count"] for bar in outcome["outcome"]["result"]["bars"]] == [0, 1]
