"""Requests that come byte by byte, or never end: an end is made of them, and of nobody else."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from server.live import deadline
from tests.helpers.house import House, a_house
from tests.helpers.programmes import small
from tests.load.peer import upgrade


@pytest.fixture
async def house(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    monkeypatch.setattr(deadline, "RECEIVE_S", 0.4)
    async with a_house(small()) as opened:
        yield opened


async def drip(house: House, data: bytes) -> bytes:
    """The first that is answered to bytes that come one by one; empty where the connection just ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", house.settings.port)
    heard = asyncio.create_task(reader.read(100))
    for byte in data:
        writer.write(bytes((byte,)))
        await asyncio.wait([heard], timeout=0.02)
        if heard.done():
            break
    async with asyncio.timeout(5):
        said = await heard
    writer.close()
    return said


async def test_a_head_that_drips_is_ended(house: House) -> None:
    assert (await drip(house, b"GET /healthz HTTP/1.1\r\nX: " + b"x" * 200)).startswith(b"HTTP/1.1 408 ")


async def test_a_body_that_drips_is_ended(house: House) -> None:
    port = house.settings.port
    head = f"POST /api/pass HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{head}Content-Length: 500\r\n\r\n{{".encode())
    async with asyncio.timeout(5):
        assert (await reader.read()).startswith(b"HTTP/1.1 408 ")
    writer.close()


async def test_a_body_that_keeps_coming_is_heard(house: House) -> None:
    moderator, port, size = await house.moderator(), house.settings.port, 20_000
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /api/m/{house.meeting}/command?as=moderator HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    head += f"Authorization: Bearer {moderator.pass_}\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: {3 * size}\r\n\r\n".encode())
    for _ in range(3):
        writer.write(b" " * size)
        await asyncio.sleep(0.25)
    async with asyncio.timeout(5):
        assert (await reader.readline()).startswith(b"HTTP/1.1 400 ")  # all of it was read, and is no message
    writer.close()


async def test_who_says_nothing_is_let_go_without_a_word(house: House) -> None:
    assert await drip(house, b"") == b""


async def test_a_head_without_end_is_ended(house: House) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", house.settings.port)
    writer.write(b"GET /healthz HTTP/1.1\r\nX: " + b"x" * 40_000)
    async with asyncio.timeout(5):
        assert (await reader.read()).startswith(b"HTTP/1.1 431 ")
    writer.close()


async def test_a_head_too_long_in_one_piece_is_refused(house: House) -> None:
    host = f"Host: 127.0.0.1:{house.settings.port}\r\n"
    for headers, status in ((20_000, b"400"), (2_000, b"200")):
        reader, writer = await asyncio.open_connection("127.0.0.1", house.settings.port)
        writer.write(f"GET /healthz HTTP/1.1\r\n{host}".encode() + b"X: y\r\n" * headers + b"\r\n")
        async with asyncio.timeout(5):
            assert (await reader.readuntil(b"\r\n")).startswith(b"HTTP/1.1 " + status)
        writer.close()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Length": "5"}, b"400"),
        ({"Transfer-Encoding": "chunked"}, b"400"),
        ({"Sec-WebSocket-Version": "7"}, b"400"),
        ({f"X-{n}": "y" for n in range(200)}, b"431"),
        ({"X": "y" * 10_000}, b"431"),
    ],
    ids=["body", "chunks", "version", "headers", "header"],
)
async def test_a_request_for_a_socket_that_asks_wrongly_is_answered(
    house: House, headers: dict[str, str], status: bytes
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", house.settings.port)
    writer.write(upgrade(house.settings.port, "/ws", {"Authorization": "Bearer x", **headers}) + b"hello")
    async with asyncio.timeout(5):
        assert (await reader.read()).startswith(b"HTTP/1.1 " + status)
    writer.close()


async def test_requests_on_a_connection_that_stays_are_each_timed_anew(house: House) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", house.settings.port)
    for _ in range(4):
        writer.write(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{house.settings.port}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200 ")
        await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]))
        await asyncio.sleep(0.25)
    writer.close()


async def test_a_socket_and_a_stream_outlive_the_deadline(house: House) -> None:
    moderator, phone = await house.moderator(), await house.phone("peru")
    headers = {"Authorization": f"Bearer {moderator.pass_}", "Accept": "text/event-stream"}
    async with house.http.stream("GET", f"/api/m/{house.meeting}/live?as=moderator", headers=headers) as events:
        await asyncio.sleep(0.8)
        await moderator.starts("plenary")
        await phone.sees("now", session="plenary")
        async for line in events.aiter_lines():
            if "plenary" in line and line.startswith("data:"):
                break
