"""The bytes of the y-websocket protocol: lib0's variable-length numbers, and the messages built once for all peers."""

import orjson

SYNC, AWARENESS, AUTH, QUERY_AWARENESS, SAVED, REFUSED = 0, 1, 2, 3, 100, 101
STEP_1, STEP_2, UPDATE = 0, 1, 2

_MAX_UINT = (1 << 53) - 1


class MalformedBytes(ValueError):
    """Bytes that end too early, go on too long, or hold a number or text that cannot be."""


class Reader:
    """Reads lib0's encoding; every read raises MalformedBytes rather than run over the end."""

    __slots__ = ("at", "data", "end")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.end = len(data)

    @property
    def left(self) -> int:
        return self.end - self.at

    def byte(self) -> int:
        if self.at >= self.end:
            raise MalformedBytes("end")
        value = self.data[self.at]
        self.at += 1
        return value

    def uint(self, highest: int = _MAX_UINT) -> int:
        data, at, end = self.data, self.at, self.end
        value = shift = 0
        while at < end:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                break
            shift += 7
            if shift > 56:
                raise MalformedBytes("number")
        else:
            raise MalformedBytes("end")
        if value > highest:
            raise MalformedBytes("number")
        self.at = at
        return value

    def count(self) -> int:
        """A number of things of at least one byte each that follow: more than the bytes left is a lie."""
        return self.uint(self.left)

    def skip(self, length: int) -> None:
        if length > self.left:
            raise MalformedBytes("end")
        self.at += length

    def take(self, length: int) -> bytes:
        start = self.at
        self.skip(length)
        return self.data[start : self.at]

    def varbytes(self) -> bytes:
        return self.take(self.uint())

    def varstring(self) -> str:
        try:
            return self.varbytes().decode()
        except UnicodeDecodeError as error:
            raise MalformedBytes("text") from error

    def finish(self) -> None:
        if self.left:
            raise MalformedBytes("too long")


def varuint(number: int) -> bytes:
    encoded = bytearray()
    while number > 127:
        encoded.append(128 | (number & 127))
        number >>= 7
    encoded.append(number)
    return bytes(encoded)


def varbytes(data: bytes) -> bytes:
    return varuint(len(data)) + data


def step_1(state: bytes) -> bytes:
    """Asks for all that a document at this state vector lacks."""
    return bytes((SYNC, STEP_1)) + varbytes(state)


def step_2(update: bytes) -> bytes:
    return bytes((SYNC, STEP_2)) + varbytes(update)


def update_message(update: bytes) -> bytes:
    return bytes((SYNC, UPDATE)) + varbytes(update)


def awareness_message(states: bytes) -> bytes:
    return bytes((AWARENESS,)) + varbytes(states)


HEARTBEAT = awareness_message(varuint(0))
"""The awareness of nobody: means nothing, and keeps providers that give up after 30 s of silence."""


def denied_message(code: str) -> bytes:
    """A refusal as every y-websocket client understands it (y-protocols' auth message)."""
    return bytes((AUTH, 0)) + varbytes(code.encode())


def saved_message(count: int) -> bytes:
    return bytes((SAVED,)) + varuint(count)


def refused_message(code: str) -> bytes:
    return bytes((REFUSED,)) + varbytes(orjson.dumps({"code": code}))
