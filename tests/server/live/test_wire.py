"""What arrives on a socket is exactly a message, or it is nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.live import wire
from server.live.wire import BadMessage, CommandMessage, Hello, Ping


def test_the_three_messages() -> None:
    assert wire.read('{"type":"ping"}') == Ping(type="ping")
    hello = wire.read('{"type":"hello","meeting":"m","as":"delegate","cursor":["e",3],"lang":"es"}')
    assert isinstance(hello, Hello)
    assert hello.cursor == ("e", 3)
    command = wire.read('{"type":"command","id":"abcdefgh","name":"cast_ballot","args":{"round":1}}')
    assert isinstance(command, CommandMessage)
    assert command.args == {"round": 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"type":"ping","extra":1}',
        '{"type":"ping","type":"ping"}',
        '{"type":"pong"}',
        '{"type":"hello","meeting":"M","as":"delegate"}',
        '{"type":"hello","meeting":"m","as":"king"}',
        '{"type":"hello","meeting":"m","as":"delegate","cursor":["e",-1]}',
        '{"type":"command","id":"short","name":"x","args":{}}',
        '{"type":"command","id":"abcdefgh","name":"x","args":{"n":NaN}}',
        '{"type":"command","id":"abcdefgh","name":"x","args":{"n":' + "9" * 5000 + "}}",
        '{"type":"command","id":"abcdefgh","name":"x","args":' + '{"a":' * 20 + "1" + "}" * 20 + "}",
        "[" * 100_000,
        '{"type":"ping"}' + " " * 20_000,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadMessage):
        wire.read(text)


@given(st.text())
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        wire.read(text)
    except BadMessage:
        pass


def test_close_codes_say_whether_to_come_back() -> None:
    assert [code for code in wire.CloseCode if code.again] == [
        wire.CloseCode.RESTART,
        wire.CloseCode.SLOW,
        wire.CloseCode.IDLE,
        wire.CloseCode.FLOOD,
    ]
