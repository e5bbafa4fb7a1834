"""The protocol class that is shipped: foreign cases against an echo of it, and what no case asks."""

import asyncio
from collections.abc import AsyncIterator
from typing import cast

import kosoku
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from server.live.frames import EXTENSION, FramesProtocol, Pusher
from server.live.incoming import BINARY, CLOSE, PING, PONG, TEXT, Broken, Incoming
from server.live.line import Line, encode
from server.serving import configured
from server.settings import Settings
from tests.faults.processes import free_port
from tests.load.peer import frame

MIB = 1024 * 1024


class Echo:
    def __init__(self, line: Line) -> None:
        self._line = line

    def heard(self, message: str | bytes) -> None:
        if isinstance(message, str):
            self._line.write(encode(message.encode(), TEXT))
        else:
            self._line.write(encode(message, BINARY))

    def drained(self) -> None:
        return

    def lost(self) -> None:
        return


async def echo(websocket: WebSocket) -> None:
    await websocket.accept()
    line = cast(Pusher, websocket.scope["extensions"][EXTENSION]).hand_over()
    line.listener = Echo(line)


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """An echo run as the server is run, but for its limits: the cases send megabytes in a hundred thousand pieces."""
    port = free_port()
    config = configured(Starlette(routes=[WebSocketRoute("/", echo)]), Settings(host="127.0.0.1", port=port))
    config.host, config.port, config.ws_max_size = "127.0.0.1", port, 32 * MIB
    config.ws = Roomy
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    async with asyncio.timeout(10):
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
    yield f"ws://127.0.0.1:{port}"
    server.should_exit = True
    await serving


class Roomy(FramesProtocol):
    max_fragments = 1_000_000
    max_bytes = 32 * MIB


async def test_the_autobahn_cases(address: str) -> None:
    """All but compression (12, 13), which is not offered."""
    results = await kosoku.run_fuzzingclient(address, exclude_cases=["12.*", "13.*"])
    assert len(results) == 301


# Reading


def heard(data: bytes, cut: int = 10**9, most: int = 1000) -> list[tuple[int, str | bytes]]:
    reading = Incoming(most)
    return [message for at in range(0, len(data), cut) for message in reading.read(data[at : at + cut])]


@given(st.lists(st.text(max_size=300), max_size=5), st.integers(1, 50))
def test_messages_come_out_whole_however_they_are_cut(texts: list[str], cut: int) -> None:
    data = b"".join(frame(text.encode()) for text in texts)
    assert heard(data, cut, 5000) == [(TEXT, text) for text in texts]


def test_a_mask_is_taken_off() -> None:
    assert heard(b"\x81\x82\x01\x02\x03\x04" + bytes((ord("h") ^ 1, ord("i") ^ 2))) == [(TEXT, "hi")]


def test_a_ping_may_come_between_the_pieces_of_a_message() -> None:
    pieces = frame("a€".encode()[:2], 0x01) + frame(b"p", 0x80 | PING) + frame("a€".encode()[2:], 0x80)
    assert heard(pieces) == [(PING, b"p"), (TEXT, "a€")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x81\x02hi", 1002),  # not masked
        (frame(b"x", 0xC1), 1002),  # a reserved bit
        (frame(b"x", 0x83), 1002),  # an unknown opcode
        (frame(b"x", 0x80), 1002),  # goes on with nothing
        (frame(b"x", 0x01) + frame(b"y", 0x81), 1002),  # begins in the middle of another
        (frame(b"x" * 126, 0x89), 1002),  # a control frame too long
        (frame(b"x", 0x09), 1002),  # and one in pieces
        (frame(b"\x03", 0x88), 1002),  # half a close code
        (frame(b"\x03\xec", 0x88), 1002),  # one that may not be sent
        (frame(b"\xff"), 1007),
        (frame(b"\xff", 0x01), 1007),
        (frame(b"x" * 1001), 1009),
        (frame(b"x" * 600, 0x01) + frame(b"x" * 600, 0x80), 1009),
        (frame(b"", 0x01) + frame(b"", 0x00) * 64, 1009),  # empty pieces without end
        (b"\x81\xff" + b"\x7f" * 8, 1009),  # the head alone says that it is too large
    ],
)
def test_what_is_no_message_says_what_is_wrong(data: bytes, code: int) -> None:
    for cut in (1, 10**9):
        with pytest.raises(Broken) as broken:
            heard(data, cut)
        assert broken.value.code == code


@given(st.binary(max_size=200), st.integers(1, 50))
def test_no_bytes_raise_anything_else(data: bytes, cut: int) -> None:
    try:
        heard(data, cut)
    except Broken:
        pass


def test_no_more_is_read_in_one_go_than_can_be_answered() -> None:
    with pytest.raises(Broken) as broken:
        heard(frame(b"", 0x80 | PONG) * 100_000)
    assert broken.value.code == 4029
    assert len(heard(frame(b"", 0x80 | PONG) * 256)) == 256


# Pings of the protocol


class Deaf(asyncio.Transport):
    """Takes what is written and shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.listens = True
        self.closed = False

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written.append(bytes(data))

    def pause_reading(self) -> None:
        self.listens = False

    def abort(self) -> None:
        self.listens = False


class Quiet:
    """Listens, and says nothing."""

    def heard(self, message: str | bytes) -> None:
        return

    def drained(self) -> None:
        return

    def lost(self) -> None:
        return


async def test_who_does_not_read_is_not_answered_pings() -> None:
    transport = Deaf()
    line = Line(transport, set(), 1000)
    line.data_received(frame(b"one", 0x80 | PING))
    line.pause_writing()
    line.data_received(frame(b"two", 0x80 | PING))
    line.resume_writing()
    line.data_received(frame(b"three", 0x80 | PING))
    assert transport.written == [encode(b"one", PONG), encode(b"three", PONG)]


async def test_who_says_much_at_once_is_answered_in_one_write() -> None:
    transport = Deaf()
    line = Line(transport, set(), 1000)
    said = [b"one", b"two", b"three"]
    line.data_received(b"".join(frame(word, 0x80 | PING) for word in said) + frame(b"\x03\xe8", 0x80 | CLOSE))
    assert transport.written == [b"".join(encode(word, PONG) for word in said), encode(b"\x03\xe8", CLOSE)]
    assert transport.is_closing()


async def test_what_was_answered_goes_out_though_the_next_answer_fails() -> None:
    class Failing(Quiet):
        def heard(self, message: str | bytes) -> None:
            raise RuntimeError("a fault")

    transport = Deaf()
    line = Line(transport, set(), 1000)
    line.listener = Failing()
    with pytest.raises(RuntimeError):
        line.data_received(frame(b"one", 0x80 | PING) + frame(b"two"))
    line.data_received(frame(b"three", 0x80 | PING))
    assert transport.written == [encode(b"one", PONG), encode(b"three", PONG)]


@pytest.mark.parametrize("opcode", [PING, PONG])
async def test_pings_and_pongs_without_end_are_a_flood(opcode: int) -> None:
    transport = Deaf()
    line = Line(transport, set(), 1000)
    for _ in range(1000):
        line.data_received(frame(b"", 0x80 | opcode))
    assert transport.written[-1][2:4] == (4029).to_bytes(2, "big")
    assert len(transport.written) <= 201  # of two seconds, should one have begun
    assert not transport.listens


@pytest.mark.parametrize("size", [0, 125, 126, 65535, 65536])
def test_frames_have_the_length_they_say(size: int) -> None:
    made = encode(b"x" * size)
    head = {126: 4, 127: 10}.get(made[1], 2)
    said = made[1] if head == 2 else int.from_bytes(made[2:head], "big")
    assert (made[0], said, len(made)) == (0x81, size, head + size)
