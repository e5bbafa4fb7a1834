"""The messages of the live socket, subprotocol ``plenaria.v1``: read strictly, written once per audience."""

import json
import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Annotated, Any, Literal, NamedTuple, NoReturn

import orjson
from pydantic import Field, TypeAdapter, ValidationError

from sessions.actor import Frozen, Role
from sessions.commands import CastBallot
from sessions.ids import MADE_ID_PATTERN, Slug, Token
from sessions.text import Lang

SUBPROTOCOL = "plenaria.v1"
MAX_BYTES = 16 * 1024
MAX_DEPTH = 8


class CloseCode(IntEnum):
    """4000-4499: come back; 4500-4999: do not."""

    RESTART = 4000
    SLOW = 4001
    IDLE = 4002
    FLOOD = 4029
    BAD_MESSAGE = 4500
    NO_PASS = 4501
    SEAT_RELEASED = 4502
    UNKNOWN_MEETING = 4504
    FORBIDDEN = 4505

    @property
    def again(self) -> bool:
        return self.value < 4500

    @property
    def word(self) -> str:
        return self.name.lower()


Cursor = tuple[str, Annotated[int, Field(ge=0)]]
"""(epoch, seq): a place in the log, as everybody may know it: neither ballots nor entries of single people count.
Another epoch means start over."""


class Hello(Frozen):
    """The first message; binds the socket to the pass of that meeting and role. ``packed``: the first view may come as
    a binary frame, the raw deflate (RFC 1951) of what would be the text; event streams know nothing of it."""

    type: Literal["hello"]
    meeting: Slug
    as_: Annotated[Role, Field(alias="as")]
    cursor: Cursor | None = None
    lang: Lang | None = None
    packed: bool = False


class CommandMessage(Frozen):
    """``id`` is made by the client and kept until answered."""

    type: Literal["command"]
    id: Token
    name: Annotated[str, Field(max_length=64)]
    args: dict[str, Any] = Field(default_factory=dict)


class CastMessage(NamedTuple):
    """A ``CommandMessage`` that casts a ballot, with its command read already."""

    id: str
    command: CastBallot
    name: str = "cast_ballot"


class Ping(Frozen):
    """``asleep``: nobody has the page on view. Only the desk is told, as ``presence``."""

    type: Literal["ping"]
    asleep: bool = False


class Snapshot(Frozen):
    """All keys; whatever was there before is forgotten."""

    type: Literal["snapshot"] = "snapshot"
    cursor: Cursor
    keys: dict[str, Any]


class Delta(Frozen):
    """These keys now have these values; those are gone. Several may carry one cursor."""

    type: Literal["delta"] = "delta"
    cursor: Cursor
    keys: dict[str, Any]
    gone: list[str]


class ReplyMessage(Frozen):
    """The answer to a command. ``unknown``: ask again with the same id. Once a cursor is at ``seq`` or later, the view
    shows what the command did; never for ballots and entries."""

    type: Literal["reply"] = "reply"
    id: str
    verdict: Literal["recorded", "refused", "unknown"]
    code: str | None = None
    seq: int | None = None


class Pong(Frozen):
    type: Literal["pong"] = "pong"


class Bye(Frozen):
    """The server closes. ``again`` says whether to come back."""

    type: Literal["bye"] = "bye"
    code: str
    again: bool


Up = Annotated[Hello | CommandMessage | Ping, Field(discriminator="type")]
Down = Annotated[Snapshot | Delta | ReplyMessage | Pong | Bye, Field(discriminator="type")]

_UP: TypeAdapter[Up] = TypeAdapter(Up)


class BadMessage(Exception):
    """What arrived is not a message of this protocol."""


def read(text: str) -> Up | CastMessage:
    """One message from a client. Raises ``BadMessage`` for anything that is not exactly one: too large, too deep,
    doubled keys, NaN, unknown fields."""
    if len(text) > MAX_BYTES:
        raise BadMessage("too_large")
    # Nothing is deeper than it has brackets; counting those is quick, and most messages have few.
    shallow = text.count("{") + text.count("[") <= MAX_DEPTH
    if shallow and '"cast_ballot"' in text:
        message = _cast(text)
        if message is not None:
            return message
    try:
        raw = _JSON.decode(text)
    except (ValueError, RecursionError) as error:
        raise BadMessage("not_json") from error
    if not shallow and _depth(raw) > MAX_DEPTH:
        raise BadMessage("too_deep")
    try:
        return _UP.validate_python(raw)
    except ValidationError as error:
        raise BadMessage("shape") from error


def _cast(text: str) -> CastMessage | None:
    """A ballot that is exactly what it must be, in a third of the time; None for whatever needs a closer look."""
    try:
        raw = orjson.loads(text)
        id_, args = raw["id"], raw["args"]
        # Of a key that comes twice orjson says nothing, but each has a colon.
        keys = len(raw) + len(args) + (len(args["ballot"]) if text.count("{") == _FLAT else _keys(args["ballot"]))
        if keys != text.count(":") or len(raw) != len(_COMMAND) or raw["type"] != "command":
            return None
        if raw["name"] != "cast_ballot" or not _TOKEN(id_):
            return None
        return CastMessage(id_, _CAST(args))
    except (ValueError, TypeError, KeyError):
        return None


def _keys(value: Any) -> int:
    """How many keys the objects have, at any depth."""
    if type(value) is dict:
        return len(value) + sum([_keys(child) for child in value.values() if type(child) in _NESTED])
    if type(value) is list:
        return sum([_keys(child) for child in value if type(child) in _NESTED])
    return 0


_FLAT = 3  # objects: the message, its args, and a ballot in which there are no more
_NESTED = frozenset({dict, list})
_COMMAND = CommandMessage.model_fields
_CAST = CastBallot.__pydantic_validator__.validate_python
_TOKEN = re.compile(MADE_ID_PATTERN.removesuffix("$")).fullmatch


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice")
    return found


def _constant(name: str) -> NoReturn:
    raise ValueError(name)


_JSON = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def _depth(value: Any) -> int:
    """Nesting of lists and objects, without recursion: a hostile message must not reach the limit of the stack."""
    level, depth = [value], 0
    while level := [
        child
        for item in level
        if isinstance(item, dict | list)
        for child in (item.values() if isinstance(item, dict) else item)
    ]:
        depth += 1
        if depth > MAX_DEPTH:
            break
    return depth


def reply(id_: str, verdict: str, code: str | None = None, seq: int | None = None) -> bytes:
    message: dict[str, Any] = {"type": "reply", "id": id_, "verdict": verdict}
    if code is not None:
        message["code"] = code
    if seq is not None:
        message["seq"] = seq
    return orjson.dumps(message)


def bye(code: CloseCode) -> bytes:
    return orjson.dumps({"type": "bye", "code": code.word, "again": code.again})


PONG = b'{"type":"pong"}'


def snapshot(epoch: str, seq: int, *parts: bytes) -> bytes:
    """``parts`` are what ``members`` makes."""
    return b'{"type":"snapshot","cursor":%b,"keys":{%b}}' % (_cursor(epoch, seq), b",".join(filter(None, parts)))


def delta(epoch: str, seq: int, keys: Iterable[tuple[str, bytes]], gone: list[str]) -> bytes:
    """``keys`` are names with values already encoded."""
    return b'{"type":"delta","cursor":%b,"keys":{%b},"gone":%b}' % (
        _cursor(epoch, seq),
        members(keys),
        orjson.dumps(gone),
    )


def _cursor(epoch: str, seq: int) -> bytes:
    return orjson.dumps([epoch, seq])


def members(keys: Iterable[tuple[str, bytes]]) -> bytes:
    """The inside of a JSON object; ``keys`` are names with values already encoded."""
    return b",".join(b"%b:%b" % (orjson.dumps(key), value) for key, value in keys)
