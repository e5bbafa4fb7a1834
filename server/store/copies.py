"""A meeting's keys as they stand, to be carried elsewhere and put back: which there are, what type, what they hold.

What passes (workers, beats, a log being rewritten) is left out. A name is that of the key without the tag of its
meeting; one that nobody knows is refused, so that a copy can bring nothing but a meeting.
"""

import re
from dataclasses import dataclass
from typing import Any, Protocol

from redis.exceptions import RedisError

from server.store import SCHEMA, StoreError, StoreUnavailable
from server.store.connected import Connected
from server.store.erasure import tagged
from server.store.keys import MEETINGS, Keys, checked
from server.store.log import known_epoch
from server.store.tail import reading

Value = Any
"""A hash and a zset: pairs; a list: its items; a stream: (id, pairs). All of bytes, hashes and zsets sorted."""

_FIXED = {
    "head": "hash",
    "log": "stream",
    "phases": "hash",
    "commands": "hash",
    "outcomes": "hash",
    "sealings": "hash",
    "tombstones": "hash",
    "snapshot": "hash",
    "pads": "hash",
}
_ROUND = {"ballots": "hash", "ballot_ids": "zset", "casts": "list", "sealed": "list", "entered": "hash"}
_PAD = {"pad": "stream", "pad_base": "hash"}
_STAGED = "restore:"
_STAGED_S = 3600
_AT_ONCE = 500

_PUT = """
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
for i = 2, #KEYS, 2 do if redis.call('EXISTS', KEYS[i]) == 0 then return -1 end end
for i = 2, #KEYS, 2 do
  redis.call('RENAME', KEYS[i], KEYS[i + 1])
  redis.call('PERSIST', KEYS[i + 1])
end
return 1
"""
# All of a copy or nothing of it. KEYS: head, then pairs (staged, final).


class ForeignKey(StoreError):
    """A copy holds a key that no meeting has."""


class MeetingExists(StoreError):
    """The store has a meeting of that id already."""


@dataclass(frozen=True, slots=True)
class Key:
    """``type`` is hash, stream, list or zset."""

    name: str
    type: str
    value: Value


class Copying(Protocol):
    """What archives ask of a store."""

    async def copy_out(self, meeting: str) -> list[Key]:
        """All keys of the meeting at one moment, sorted by name. Raises UnknownMeeting, NewerSchema."""

    async def put_back(self, meeting: str, keys: list[Key], created_us: int) -> None:
        """All of them, or nothing: raises MeetingExists, ForeignKey, StoreUnavailable."""


def type_of(name: str, rounds: dict[str, int], pads: set[str]) -> str:
    """What a key of that name holds, given activity -> latest round, and the pads. Raises ForeignKey."""
    if name in _FIXED:
        return _FIXED[name]
    sort, _, rest = name.partition(":")
    if sort in _ROUND:
        activity, _, number = rest.rpartition(":")
        if re.fullmatch(r"[1-9]\d{0,5}", number) and int(number) <= rounds.get(activity, 0):
            return _ROUND[sort]
    if sort in _PAD and rest in pads:
        return _PAD[sort]
    raise ForeignKey(f"no meeting has a key {name[:100]!r}")


class Copies(Connected):
    """Implements Copying."""

    async def copy_out(self, meeting: str) -> list[Key]:
        client: Any = self.clients.read
        async with reading(self.counts):
            await known_epoch(client, meeting)
            while True:
                names = await self._names(meeting)
                pipeline = client.pipeline(transaction=True)
                for name, kind in names.items():
                    _read(pipeline, f"{_tag(meeting)}{name}", kind)
                values = await pipeline.execute()
                if await self._names(meeting) == names:
                    break
        found = [
            Key(name, kind, _sorted(kind, value)) for (name, kind), value in zip(names.items(), values, strict=True)
        ]
        return sorted((key for key in found if key.value), key=lambda key: key.name)

    async def keys_of(self, meeting: str) -> list[str]:
        """The names of all keys that the servers hold under the meeting's tag, known ones or not."""
        async with reading(self.counts):
            return await tagged(self.clients.read, _tag(meeting))

    async def _names(self, meeting: str) -> dict[str, str]:
        client: Any = self.clients.read
        keys = Keys(meeting)
        phases, pads = await client.hgetall(keys.phases), await client.hkeys(keys.pads)
        names = dict(_FIXED)
        for activity, phase in sorted(phases.items()):
            for number in range(1, int(phase.partition(b":")[0]) + 1):
                names |= {f"{sort}:{activity.decode()}:{number}": kind for sort, kind in _ROUND.items()}
        for pad in sorted(pads):
            names |= {f"{sort}:{pad.decode()}": kind for sort, kind in _PAD.items()}
        return names

    async def put_back(self, meeting: str, keys: list[Key], created_us: int) -> None:
        tag, client = _tag(meeting), self.clients.write
        _require_own(keys)
        try:
            if await client.exists(Keys(meeting).head):
                raise MeetingExists(f"there is a meeting {meeting!r} already: purge it first, or restore elsewhere")
            for key in keys:
                await self._stage(f"{tag}{_STAGED}{key.name}", key)
            await client.execute_command("ZADD", MEETINGS, "NX", created_us, meeting)
            pairs = [name for key in keys for name in (f"{tag}{_STAGED}{key.name}", f"{tag}{key.name}")]
            answer = await client.execute_command("EVAL", _PUT, 1 + len(pairs), Keys(meeting).head, *pairs)
        except (RedisError, OSError, TimeoutError) as error:
            raise StoreUnavailable(f"the store did not take it all, and nothing of it shows: {error}") from error
        if answer == 0:
            raise MeetingExists(f"there is a meeting {meeting!r} already: purge it first, or restore elsewhere")
        if answer != 1:
            raise StoreUnavailable("putting it back took too long: nothing of it was kept")

    async def _stage(self, name: str, key: Key) -> None:
        client: Any = self.clients.write
        await client.unlink(name)
        for first in range(0, len(key.value), _AT_ONCE):
            pipeline = client.pipeline(transaction=False)
            for item in key.value[first : first + _AT_ONCE]:
                _write(pipeline, name, key.type, item)
            pipeline.expire(name, _STAGED_S)
            await pipeline.execute()


def _require_own(keys: list[Key]) -> None:
    hashes: dict[str, dict[bytes, bytes]] = {key.name: dict(key.value) for key in keys if key.type == "hash"}
    rounds = {
        checked(activity.decode()): int(phase.partition(b":")[0])
        for activity, phase in hashes.get("phases", {}).items()
    }
    pads = {checked(pad.decode()) for pad in hashes.get("pads", {})}
    for key in keys:
        if type_of(key.name, rounds, pads) != key.type:
            raise ForeignKey(f"the key {key.name!r} is no {key.type}")
    if "head" not in hashes or int(hashes["head"].get(b"schema", b"0")) > SCHEMA:
        raise ForeignKey("it has no head that this Plenaria reads")


def _tag(meeting: str) -> str:
    return Keys(meeting).head.removesuffix("head")


def _read(pipeline: Any, name: str, kind: str) -> None:
    if kind == "hash":
        pipeline.hgetall(name)
    elif kind == "stream":
        pipeline.xrange(name)
    elif kind == "list":
        pipeline.lrange(name, 0, -1)
    else:
        pipeline.zrange(name, 0, -1)


def _sorted(kind: str, value: Any) -> Value:
    if kind == "hash":
        return sorted(value.items())
    if kind == "stream":
        return [(id_, sorted(fields.items())) for id_, fields in value]
    return list(value) if kind == "list" else [(member, b"0") for member in sorted(value)]


def _write(pipeline: Any, name: str, kind: str, item: Any) -> None:
    if kind == "hash":
        pipeline.hset(name, item[0], item[1])
    elif kind == "stream":
        pipeline.xadd(name, dict(item[1]), id=item[0])
    elif kind == "list":
        pipeline.rpush(name, item)
    else:
        pipeline.zadd(name, {item[0]: 0})
