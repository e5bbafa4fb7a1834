"""One layer of a room's view: keys with their values encoded, and since when each has its value."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

ALWAYS = 2**62
"""The seq of keys that are not of the log (presence): newer than any cursor."""


class Layer:
    """``version`` counts changes within this worker, ``seq`` is the log's: two clocks for two questions, "what has this
    group not been sent yet" and "what is newer than a cursor from elsewhere". The layer's own is its newest. One that
    ``remembers`` its values need not encode again what it is given again."""

    __slots__ = ("_gone", "_keys", "_values", "version")

    def __init__(self, *, remembers: bool = False) -> None:
        self._keys: dict[str, tuple[bytes, int, int]] = {}
        self._values: dict[str, Any] | None = {} if remembers else None
        self._gone: dict[str, tuple[int, int]] | None = None
        self.version = 0

    def set_all(self, view: Mapping[str, Any], version: int, seq: int) -> bool:
        """Make ``view`` the content, but for keys set apart by ``set_one`` with ``ALWAYS``; True where it changed."""
        changed = False
        for key, value in view.items():
            changed |= self.set_one(key, value, version, seq)
        for key in [key for key, kept in self._keys.items() if key not in view and kept[2] != ALWAYS]:
            self._forget(key)
            self._gone = self._gone or {}
            self._gone[key] = (version, seq)
            self.version = version
            changed = True
        return changed

    def _forget(self, key: str) -> None:
        del self._keys[key]
        if self._values is not None:
            self._values.pop(key, None)

    def has(self, key: str) -> bool:
        return key in self._keys

    def set_one(self, key: str, value: Any, version: int, seq: int) -> bool:
        if self._values is not None:
            if key in self._values and self._values[key] is value:
                return False
            self._values[key] = value
        encoded = _encoded(value)
        kept = self._keys.get(key)
        if kept is not None and kept[0] == encoded:
            return False
        self._keys[key] = (encoded, version, seq)
        self.version = version
        if self._gone is not None:
            self._gone.pop(key, None)
        return True

    def touch(self, ending: str, seq: int) -> None:
        """Keys that end so may have had another value meanwhile: newer than cursors before ``seq``, and no change."""
        for key, (encoded, version, at) in self._keys.items():
            if key.endswith(ending):
                self._keys[key] = (encoded, version, max(at, seq))

    def all(self) -> Iterator[tuple[str, bytes]]:
        return ((key, kept[0]) for key, kept in self._keys.items())

    def since_version(self, version: int) -> tuple[list[tuple[str, bytes]], list[str]]:
        """(keys that changed, keys that went) after ``version``."""
        if self.version <= version:
            return [], []
        keys = [(key, encoded) for key, (encoded, at, _) in self._keys.items() if at > version]
        return keys, [key for key, (at, _) in (self._gone or {}).items() if at > version]

    def since_seq(self, seq: int) -> tuple[list[tuple[str, bytes]], list[str]]:
        keys = [(key, encoded) for key, (encoded, _, at) in self._keys.items() if at > seq]
        return keys, [key for key, (_, at) in (self._gone or {}).items() if at > seq]


def _encoded(value: Any) -> bytes:
    """Keys that are no plain text are rare, and looking out for them takes a third longer."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS)
