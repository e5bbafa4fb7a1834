"""Reading what a browser sends: masked frames, put together to messages (RFC 6455, no extensions)."""

import codecs

from websockets.exceptions import ProtocolError
from websockets.frames import Close

try:
    from websockets.speedups import apply_mask
except ImportError:  # a platform without a wheel
    from websockets.utils import apply_mask

CONT, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
PROTOCOL_ERROR, BAD_TEXT, TOO_BIG = 1002, 1007, 1009

FLOOD = 4029  # what wire.CloseCode calls so: a protocol has no code for it

MAX_FRAGMENTS = 64  # a million empty ones would grow a list for ever, and no limit of bytes sees them
AT_ONCE = 4  # times as many frames may come in one piece: what is read in one go, nobody can be answered during

_DECODER = codecs.getincrementaldecoder("utf-8")

Heard = tuple[int, str | bytes]
"""(opcode, message): text for TEXT, bytes for BINARY and the control frames."""


class Broken(Exception):
    """The peer does not keep to the protocol; ``code`` says how."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Incoming:
    """``max_bytes`` bounds a message, whole or in fragments."""

    __slots__ = ("_buffer", "_decoder", "_fragments", "_max_bytes", "_max_fragments", "_size")

    def __init__(self, max_bytes: int, max_fragments: int = MAX_FRAGMENTS) -> None:
        self._max_bytes = max_bytes
        self._max_fragments = max_fragments
        self._buffer: bytes | bytearray = b""
        self._fragments: list[str | bytes] | None = None
        self._size = 0
        self._decoder: codecs.IncrementalDecoder | None = None

    def read(self, data: bytes) -> list[Heard]:
        """The messages that ``data`` completes. Raises ``Broken``, and is of no use after that."""
        whole: bytes | bytearray = data
        if self._buffer:
            # Those who drip byte by byte must not cost the square of their message.
            whole = self._buffer if isinstance(self._buffer, bytearray) else bytearray(self._buffer)
            whole += data
        heard: list[Heard] = []
        at = 0
        while len(whole) - at >= 2:
            if len(heard) >= AT_ONCE * self._max_fragments:
                raise Broken(FLOOD)
            size, start = _size(whole, at, self._max_bytes)
            if len(whole) < start + size:
                break
            payload = apply_mask(whole[start : start + size], whole[start - 4 : start]) if size else b""
            message = self._message(whole[at], payload)
            if message is not None:
                heard.append(message)
            at += start - at + size
        self._buffer = whole[at:] if at else whole
        return heard

    def _message(self, first: int, payload: bytes) -> Heard | None:
        """What the frame completes; None for a fragment that is not the last."""
        opcode = first & 0x0F
        if first == 0x80 | TEXT and self._fragments is None:
            return TEXT, _text(payload)
        if opcode == CLOSE:
            return CLOSE, _close(payload)
        if opcode in (PING, PONG):
            return opcode, payload
        if (opcode == CONT) is (self._fragments is None):
            raise Broken(PROTOCOL_ERROR)  # goes on with nothing, or begins in the middle of another
        return self._fragment(opcode, payload, last=first >= 0x80)

    def _fragment(self, opcode: int, payload: bytes, *, last: bool) -> Heard | None:
        if self._fragments is None:
            self._fragments, self._size = [], 0
            self._decoder = _DECODER() if opcode == TEXT else None
        decoder = self._decoder
        try:
            self._fragments.append(payload if decoder is None else decoder.decode(payload, last))
        except UnicodeDecodeError:
            raise Broken(BAD_TEXT) from None
        self._size += len(payload)
        if len(self._fragments) > self._max_fragments or self._size > self._max_bytes:
            raise Broken(TOO_BIG)
        if not last:
            return None
        parts, self._fragments, self._decoder = self._fragments, None, None
        if decoder is None:
            return BINARY, b"".join(part for part in parts if isinstance(part, bytes))
        return TEXT, "".join(part for part in parts if isinstance(part, str))


def _size(data: bytes | bytearray, at: int, most: int) -> tuple[int, int]:
    """(size of the payload, where it starts) of the frame at ``at``; a size not yet known is more than there is."""
    first, second = data[at], data[at + 1]
    opcode, size, start = first & 0x0F, second & 0x7F, at + 6
    if first & 0x70 or second < 0x80 or opcode > PONG or BINARY < opcode < CLOSE:
        raise Broken(PROTOCOL_ERROR)
    if opcode >= CLOSE and (size > 125 or first < 0x80):
        raise Broken(PROTOCOL_ERROR)
    if size >= 126:
        wide = 2 if size == 126 else 8
        start += wide
        if len(data) < at + 2 + wide:
            return len(data), start
        size = int.from_bytes(data[at + 2 : at + 2 + wide], "big")
    if size > most:
        raise Broken(TOO_BIG)
    return size, start


def _text(payload: bytes) -> str:
    try:
        return payload.decode()
    except UnicodeDecodeError:
        raise Broken(BAD_TEXT) from None


def _close(payload: bytes) -> bytes:
    """The payload, to be sent back as it came."""
    try:
        Close.parse(payload).check()
    except UnicodeDecodeError:
        raise Broken(BAD_TEXT) from None
    except ProtocolError:
        if payload:
            raise Broken(PROTOCOL_ERROR) from None
    return payload
