"""One layer of a room's view: keys with their values encoded, and since when each has its value."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson

ALWAYS = 2**62
"""The seq of keys that are not of the log (presence): newer than any cursor."""


class Layer:
    """``version`` counts changes within this worker, ``seq`` is the log's: two clocks for two questions, "what has this
    group not been sent yet" and "what is newer than a cursor from elsewhere"."""

    def __init__(self) -> None:
        self._plain: dict[str, Any] = {}
        self._encoded: dict[str, bytes] = {}
        self._changed: dict[str, tuple[int, int]] = {}
        self._gone: dict[str, tuple[int, int]] = {}

    def set_all(self, view: Mapping[str, Any], version: int, seq: int) -> bool:
        """Make ``view`` the content, but for keys set apart by ``set_one`` with ``ALWAYS``; True where it changed."""
        changed = False
        for key, value in view.items():
            changed |= self.set_one(key, value, version, seq)
        for key in [key for key in self._plain if key not in view and self._changed[key][1] != ALWAYS]:
            del self._plain[key], self._encoded[key], self._changed[key]
            self._gone[key] = (version, seq)
            changed = True
        return changed

    def set_one(self, key: str, value: Any, version: int, seq: int) -> bool:
        if key in self._plain and self._plain[key] == value:
            return False
        self._plain[key] = value
        self._encoded[key] = orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS)
        self._changed[key] = (version, seq)
        self._gone.pop(key, None)
        return True

    def all(self) -> Iterator[tuple[str, bytes]]:
        yield from self._encoded.items()

    def since_version(self, version: int) -> tuple[list[tuple[str, bytes]], list[str]]:
        """(keys that changed, keys that went) after ``version``."""
        return self._since(0, version)

    def since_seq(self, seq: int) -> tuple[list[tuple[str, bytes]], list[str]]:
        return self._since(1, seq)

    def _since(self, clock: int, value: int) -> tuple[list[tuple[str, bytes]], list[str]]:
        keys = [(key, self._encoded[key]) for key, when in self._changed.items() if when[clock] > value]
        return keys, [key for key, when in self._gone.items() if when[clock] > value]
