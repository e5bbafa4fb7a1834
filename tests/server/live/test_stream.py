"""The same meeting for those whose network lets no WebSocket through: events down, requests up."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, TypeVar

import orjson
import pytest

from server.live import pulse
from server.live.connection import BURST
from server.live.eventline import EventEncoding
from server.live.line import encode
from server.live.room import Room
from server.live.wire import MAX_BYTES
from sessions.actor import Role
from tests.helpers.house import House, Person, Phone, a_house
from tests.helpers.old_proxy import OldProxy
from tests.helpers.programmes import small
from tests.helpers.streaming import Streaming, StreamingModerator, StreamingPhone


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def pass_of(house: House, seat: str = "peru-1") -> dict[str, Any]:
    return dict((await house.enters(seat=house.keyring.seat_card(house.meeting, seat))).json())


async def test_a_whole_round_without_a_socket_beside_one_with(house: House) -> None:
    async with OldProxy.to(house.settings.port) as proxy:
        desk = StreamingModerator(house, await desk_pass(house))
        desk.base = proxy.url
        await desk.comes()
        phone = StreamingPhone(house, await pass_of(house))
        phone.base = proxy.url
        await phone.comes()
        other = await house.phone("panama")
        await desk.starts("plenary")
        await desk.opens("coffee")
        await phone.sees("activity/coffee", phase="open")
        ballot = phone.ballot("coffee", {"choices": ["yes"]}, 1, "the-same-ballot")
        assert (await phone.gives("cast_ballot", ballot))["verdict"] == "recorded"
        assert (await phone.gives("cast_ballot", ballot))["verdict"] == "recorded"
        await phone.sees("mine/coffee", recorded=True)
        await other.casts("coffee", {"choices": ["no"]})
        await desk.sees("turnout/coffee", voted=2)
        await desk.closes("coffee")
        assert (await phone.casts("coffee", {"choices": ["no"]}))["code"] == "closed"
        told = await desk.reveals("coffee")
        assert await phone.sees("outcome/coffee") == await other.sees("outcome/coffee") == told
        assert told["outcome"]["counted"]["voted"] == 2
        assert {frame["type"] for frame in phone.frames} <= {"snapshot", "delta", "pong"}
        assert not await missing(phone, other)
        await desk.leaves()
        await phone.leaves()


async def desk_pass(house: House) -> dict[str, Any]:
    return dict((await house.enters(secret=house.keyring.role_link(house.meeting, Role.MODERATOR))).json())


S = TypeVar("S", bound=Streaming)


async def arrived(person: S) -> S:
    await person.comes()
    return person


async def missing(one: Person, other: Person) -> set[str]:
    """Keys, but for those of the seat, that one sees and the other does not."""
    own = {"seat", "table"}
    return {key for key in one.keys ^ other.keys.keys() if key.split("/")[0] not in own | {"mine"}}


async def test_a_socket_is_refused_by_such_a_proxy(house: House) -> None:
    async with OldProxy.to(house.settings.port) as proxy:
        phone = Phone(house, await pass_of(house))
        house.ws = proxy.url.replace("http", "ws")
        with pytest.raises(Exception, match="501"):
            await phone.knocks()
        assert proxy.refused == 1


async def test_the_id_of_an_event_is_where_to_go_on(house: House) -> None:
    moderator = await house.moderator()
    phone = await arrived(StreamingPhone(house, await pass_of(house)))
    assert orjson.loads(phone.ids[-1]) == phone.cursor
    await moderator.starts("plenary")
    await phone.sees("now", session="plenary")
    await phone.leaves()
    await moderator.opens("coffee")
    again = StreamingPhone(house, {"role": "delegate", "seat": phone.seat, "pass": phone.pass_})
    await again.comes(phone.cursor)
    await again.sees("activity/coffee", phase="open")
    assert again.frames[0]["type"] == "delta"
    socket_ = await Phone(house, {"role": "delegate", "seat": phone.seat, "pass": phone.pass_}).comes(again.cursor)
    assert socket_.frames[0]["type"] == "delta"
    await socket_.leaves()
    await again.leaves()


async def test_what_a_stream_may_see_is_what_its_pass_may(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    panama = await arrived(StreamingPhone(house, await pass_of(house, "panama-1")))
    peru = await arrived(StreamingPhone(house, await pass_of(house)))
    reply = await peru.gives("cast_ballot", peru.ballot("priorities", {"ranking": ["C-1"]}, 1, None))
    assert reply == {"type": "reply", "id": reply["id"], "verdict": "recorded"}
    await panama.sees("turnout/priorities", delegations_voted=1)
    heard = orjson.dumps(panama.frames).decode()
    assert "peru-1" not in heard
    assert "preview/" not in heard
    assert "presence" not in panama.keys
    assert (await panama.gives("close_activity", {"activity": "priorities", "round": 1}))["code"] == "not_allowed"
    await panama.leaves()
    await peru.leaves()


async def test_a_released_seat_is_told_so_and_its_pass_is_void(house: House) -> None:
    moderator = await house.moderator()
    phone = Streaming(house, await pass_of(house))
    await phone.comes()
    await moderator.does("release_seat", seat="peru-1")
    assert (await phone.hears("bye")) == {"type": "bye", "code": "seat_released", "again": False}
    await phone.ended()
    answer = await phone.posts({"type": "ping"})
    assert (answer.status_code, answer.json()) == (403, {"code": "no_pass"})
    await phone.leaves()


async def test_present_is_who_listens(house: House) -> None:
    moderator = await house.moderator()
    phone = await arrived(Streaming(house, await pass_of(house)))
    await moderator.sees("presence", total=1)
    await phone.leaves()
    await moderator.sees("presence", total=0)


EVENTS = {"Accept": "text/event-stream"}
JSON = {"Content-Type": "application/json"}


async def test_a_cookie_reads_from_our_own_pages_only(house: House) -> None:
    given = await pass_of(house)
    cookie = {"Cookie": f"plenaria_{house.meeting}_delegate={given['pass']}"}
    for headers, status in (
        (EVENTS, 200),  # as a browser's EventSource asks its own server
        ({**EVENTS, "Sec-Fetch-Site": "same-origin"}, 200),
        ({**EVENTS, "Origin": house.url}, 200),
        ({**EVENTS, "Sec-Fetch-Site": "cross-site"}, 403),
        ({**EVENTS, "Origin": "http://elsewhere.example"}, 403),
        ({"Accept": "image/*"}, 403),
        ({**EVENTS, "Host": "elsewhere.example"}, 421),
    ):
        async with house.http.stream("GET", live(house), headers={**headers, **cookie}) as answer:
            assert answer.status_code == status, headers
            assert "access-control-allow-origin" not in answer.headers
            assert status == 421 or answer.headers["x-content-type-options"] == "nosniff"


async def test_a_cookie_acts_from_our_own_pages_only(house: House) -> None:
    given = await pass_of(house)
    cookie = {"Cookie": f"plenaria_{house.meeting}_delegate={given['pass']}"}
    for headers, status in (
        (JSON, 403),  # browsers name the origin of what they post
        ({**JSON, "Origin": "null"}, 403),
        ({**JSON, "Origin": "http://elsewhere.example"}, 403),
        ({"Content-Type": "text/plain", "Origin": house.url}, 400),
        ({**JSON, "Origin": house.url}, 200),
    ):
        answer = await house.http.post(posting(house), headers={**headers, **cookie}, content=b'{"type":"ping"}')
        assert (answer.status_code, answer.json().get("type")) == (status, "pong" if status == 200 else None), headers


def live(house: House, role: str = "delegate", meeting: str | None = None) -> str:
    return f"/api/m/{meeting or house.meeting}/live?as={role}"


def posting(house: House, role: str = "delegate", meeting: str | None = None) -> str:
    return f"/api/m/{meeting or house.meeting}/command?as={role}"


async def test_who_has_no_pass_or_asks_wrongly_is_told_in_a_word(house: House) -> None:
    given = await pass_of(house)
    bearer = {"Authorization": f"Bearer {given['pass']}", **JSON}
    for path, status, code in [
        (live(house, "moderator"), 403, "no_pass"),
        (live(house, "king"), 400, "bad_message"),
        (live(house, meeting="nowhere"), 404, "unknown_meeting"),
        (live(house, meeting="no%20where"), 404, "unknown_meeting"),
        (live(house) + "&cursor=7", 400, "bad_message"),
        (live(house) + "&cursor=[%22e%22,-1]", 400, "bad_message"),
    ]:
        answer = await house.http.get(path, headers=bearer)
        assert (answer.status_code, answer.json()) == (status, {"code": code}), path
    assert (await house.http.head(live(house), headers=bearer)).status_code == 200


async def test_garbage_is_refused(house: House) -> None:
    phone = Streaming(house, await pass_of(house))
    await phone.comes()
    for body in (
        *(b"", b"{}", b"[]", b"\xff", b'{"type":"ping","type":"ping"}', b'{"type":"ping","more":1}'),
        b'{"type":"hello","meeting":"small","as":"delegate"}',
        b'{"type":"ping"}' + b" " * 4 * MAX_BYTES,
    ):
        answer = await phone.posts(body)
        assert (answer.status_code, answer.json()) == (400, {"code": "bad_message"}), body[:50]
    await phone.leaves()


async def test_a_flood_is_bounded_by_person(house: House) -> None:
    phone = await arrived(Streaming(house, await pass_of(house)))
    other = await arrived(Streaming(house, await pass_of(house, "panama-1")))
    statuses = [(await phone.posts({"type": "ping"})).status_code for _ in range(int(BURST) + 60)]
    assert statuses[: int(BURST)] == [200] * int(BURST)
    assert 429 in statuses
    assert (await other.posts({"type": "ping"})).status_code == 200
    await phone.leaves()
    await other.leaves()


async def test_a_stream_says_that_it_lives(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY_S", 0.05)
    monkeypatch.setattr(pulse, "QUIET_S", 0.1)
    monkeypatch.setattr(pulse, "DEAD_S", 0.4)
    moderator = await house.moderator()
    phone = await arrived(Streaming(house, await pass_of(house)))
    await phone.hears("pong")
    await phone.hears_pongs(8)  # longer than DEAD_S together
    await moderator.starts("plenary")
    await phone.sees("now", session="plenary")
    await phone.leaves()


async def test_who_does_not_read_is_bounded_and_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY_S", 0.05)
    monkeypatch.setattr(pulse, "QUIET_S", 0.3)
    monkeypatch.setattr(pulse, "DEAD_S", 2.5)
    monkeypatch.setattr("server.live.eventline.FAREWELL_S", 0.2)
    rooms: list[Room] = []
    start = Room.start

    async def started(self: Room) -> None:
        await start(self)
        rooms.append(self)

    monkeypatch.setattr(Room, "start", started)
    async with a_house(small()) as second:
        moderator = await second.moderator()
        given = await pass_of(second)
        with socket.socket() as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            deaf.setblocking(False)
            loop = asyncio.get_running_loop()
            await loop.sock_connect(deaf, ("127.0.0.1", second.settings.port))
            request = f"GET {live(second)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {given['pass']}\r\n\r\n"
            await loop.sock_sendall(deaf, request.encode())
            await moderator.sees("presence", total=1)
            [connection] = rooms[0].audience.of_seat("peru-1")
            frame, pushed = encode(b'{"type":"pong"}' + b" " * 60_000), 0
            while connection.push(frame):
                pushed += 1
                assert pushed < 500
                await asyncio.sleep(0)
            waiting = connection.line.transport.waiting()  # type: ignore[attr-defined]  # an event line's
            await moderator.does("send_message", text={"es": "x" * 200})
            assert connection.line.transport.waiting() <= waiting  # type: ignore[attr-defined]  # nothing more is kept for it
            await moderator.sees("presence", total=0)


def test_an_event_is_made_once_for_many() -> None:
    encoding = EventEncoding()
    own, shared = encode(b'{"type":"delta","cursor":["e",4],"keys":{}}'), encode(b'{"type":"pong"}' + b" " * 70_000)
    first = encoding.events(own)
    assert encoding.events(own) is first
    assert first == b'id: ["e",4]\ndata: {"type":"delta","cursor":["e",4],"keys":{}}\n\n'
    both = encoding.events(own + shared)
    assert both == first + b'data: {"type":"pong"}' + b" " * 70_000 + b"\n\n"
    assert encoding.events(encode(b"\x0f\xa0", 0x8)) == b""


async def test_a_second_request_on_the_line_of_a_stream_ends_it(house: House) -> None:
    given = await pass_of(house)
    request = f"GET {live(house)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {given['pass']}\r\n\r\n".encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", house.settings.port)
    writer.write(request)
    assert b" 200 OK" in await reader.readuntil(b"\r\n\r\n")
    writer.write(request)
    async with asyncio.timeout(5):
        with suppress(OSError):
            await reader.read()
    writer.close()
    reader, writer = await asyncio.open_connection("127.0.0.1", house.settings.port)
    writer.write(request * 2)
    assert b" 400 Bad Request" in await reader.readuntil(b"\r\n\r\n")
    writer.close()
    assert (await house.http.get("/healthz")).status_code == 200
