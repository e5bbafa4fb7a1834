"""Reads a Yjs update (v1) from end to end without building anything, so that pycrdt never meets a hostile one.

pycrdt reserves memory for counts it has not seen (five bytes cost half a gigabyte), trusts that texts are UTF-8,
recurses into values as deep as they go, and keeps structs that refer to unknown ones out of sight. All of that is
found here first. The format: github.com/yjs/yjs, ``src/utils/encoding.js`` and ``src/structs``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from server.notes.wire import MalformedBytes, Reader

ROOT = "entries"

_MAX_CLOCK = (1 << 31) - 1
_MAX_DEPTH = 4
_GC, _DELETED, _STRING, _TYPE, _ANY, _SKIP = 0, 1, 4, 7, 8, 10
_ARRAY, _MAP, _TEXT = 0, 1, 2


class ForeignShape(ValueError):
    """A sound update with something in it that a pad does not hold: another root, formatting, XML, binaries."""


@dataclass(slots=True)
class Outline:
    """What an update brings and what it needs: clocks per client.

    ``brings`` maps a client to the first clock and the clock after the last; ``needs`` to the clock that must be known
    at least, as an exclusive bound. ``deletes``: it deletes something; ``gap``: its sender lacks a part of it.
    """

    brings: dict[int, tuple[int, int]] = field(default_factory=dict)
    needs: dict[int, int] = field(default_factory=dict)
    deletes: bool = False
    gap: bool = False

    def news(self, known: Mapping[int, int]) -> bool:
        """Whether it brings structs that are not ``known`` (client -> next clock)."""
        return any(end > known.get(client, 0) for client, (_, end) in self.brings.items())

    def pending(self, known: Mapping[int, int]) -> bool:
        """Whether it refers to structs neither known nor brought along."""
        if self.gap:
            return True
        for client, (start, _) in self.brings.items():
            if start > known.get(client, 0):
                return True
        for client, bound in self.needs.items():
            if bound > max(known.get(client, 0), self.brings.get(client, (0, 0))[1]):
                return True
        return False


def read_state_vector(data: bytes) -> dict[int, int]:
    """Client -> next clock. Raises MalformedBytes."""
    reader = Reader(data)
    clocks = {}
    for _ in range(reader.count()):
        client = reader.uint()
        clocks[client] = reader.uint(_MAX_CLOCK)
    reader.finish()
    return clocks


def read_outline(update: bytes) -> Outline:
    """Raises MalformedBytes, or ForeignShape."""
    outline = Outline()
    reader = Reader(update)
    for _ in range(reader.count()):
        structs = reader.count()
        client = reader.uint()
        start = clock = reader.uint(_MAX_CLOCK)
        if client in outline.brings or not structs:
            raise MalformedBytes("clients")
        for _ in range(structs):
            clock += _struct(reader, outline)
            if clock > _MAX_CLOCK:
                raise MalformedBytes("clock")
        outline.brings[client] = (start, clock)
    _deletes(reader, outline)
    reader.finish()
    return outline


def _struct(reader: Reader, outline: Outline) -> int:
    info = reader.byte()
    kind = info & 0x1F
    if kind == _SKIP:
        outline.gap = True
        return _length(reader)
    if kind == _GC:
        return _length(reader)
    if info & 0x80:
        _need(reader, outline)
    if info & 0x40:
        _need(reader, outline)
    if not info & 0xC0:
        _parent(reader, outline, has_key=bool(info & 0x20))
    return _content(reader, kind)


def _need(reader: Reader, outline: Outline) -> None:
    client = reader.uint()
    bound = reader.uint(_MAX_CLOCK) + 1
    if bound > outline.needs.get(client, 0):
        outline.needs[client] = bound


def _parent(reader: Reader, outline: Outline, *, has_key: bool) -> None:
    in_root = reader.uint(1)
    if in_root:
        if reader.varstring() != ROOT or not has_key:
            raise ForeignShape("root")
    else:
        _need(reader, outline)
    if has_key:
        reader.varstring()


def _content(reader: Reader, kind: int) -> int:
    if kind == _STRING:
        text = reader.varstring()
        if not text:
            raise MalformedBytes("empty")
        return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
    if kind == _DELETED:
        return _length(reader)
    if kind == _TYPE:
        if reader.uint() not in (_ARRAY, _MAP, _TEXT):
            raise ForeignShape("type")
        return 1
    if kind == _ANY:
        values = reader.count()
        for _ in range(values):
            _value(reader, 0)
        if not values:
            raise MalformedBytes("empty")
        return values
    if kind in (2, 3, 5, 6, 9, 11):
        raise ForeignShape("content")
    raise MalformedBytes("content")


def _length(reader: Reader) -> int:
    length = reader.uint(_MAX_CLOCK)
    if not length:
        raise MalformedBytes("empty")
    return length


def _value(reader: Reader, depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise ForeignShape("depth")
    tag = reader.byte()
    if tag in (120, 121, 126, 127):  # true, false, null, undefined
        return
    if tag == 119:
        reader.varstring()
    elif tag == 125:
        _signed(reader)
    elif tag in (122, 123):  # 64 bits: integer, float
        reader.skip(8)
    elif tag == 124:
        reader.skip(4)
    elif tag == 117:
        for _ in range(reader.count()):
            _value(reader, depth + 1)
    elif tag == 118:
        for _ in range(reader.count()):
            reader.varstring()
            _value(reader, depth + 1)
    elif tag == 116:
        raise ForeignShape("binary")
    else:
        raise MalformedBytes("value")


def _signed(reader: Reader) -> None:
    # The first byte holds the sign and six bits, the others seven; lib0 stops at 53 bits.
    for _ in range(9):
        if reader.byte() < 128:
            return
    raise MalformedBytes("number")


def _deletes(reader: Reader, outline: Outline) -> None:
    for _ in range(reader.count()):
        client = reader.uint()
        for _ in range(reader.count()):
            bound = reader.uint(_MAX_CLOCK) + reader.uint(_MAX_CLOCK)
            outline.deletes = True
            if bound > outline.needs.get(client, 0):
                outline.needs[client] = bound
