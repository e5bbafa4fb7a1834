"""What a pad may hold, and the codes under which an update that breaks it is refused."""

import math
import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pycrdt import Array, Map, Text

SCHEMA = 1
"""The schema of entries that this code writes; an entry without ``v`` has it too."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_FLAG_CHARS = 40
_FIELDS = frozenset({"heading", "text", "order", "flags", "v"})


class Refusal(StrEnum):
    """Why an update was refused. Clients react to the code."""

    READ_ONLY = "read_only"  # this pass may read the pad, not write in it
    TOO_LARGE = "too_large"  # the message is above the limit
    MALFORMED = "malformed"  # not an update
    PENDING = "pending"  # refers to what the server has not got; a sync step 1 follows
    SHAPE = "shape"  # not a pad's document
    HEADING_UNKNOWN = "heading_unknown"
    TOO_MANY_ENTRIES = "too_many_entries"
    TEXT_TOO_LONG = "text_too_long"
    PAD_FULL = "pad_full"  # all that was ever written and erased takes too much room


class UpdateRefused(Exception):
    """An update that is not taken; the pad is as it was before."""

    def __init__(self, code: Refusal, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes and characters a pad takes, and messages a second a connection may send (with a burst at first)."""

    message_bytes: int = 512 * 1024  # what a table writes in an hour without a network comes as one update
    entries: int = 400
    text_chars: int = 4_000
    flags: int = 16
    pad_bytes: int = 3 * 1024 * 1024
    awareness_bytes: int = 4 * 1024
    messages_per_s: float = 50.0
    burst: float = 200.0


def check_entries(
    before: "Map[Any]", after: "Map[Any]", changed: Iterable[str], headings: Set[str], limits: Limits
) -> None:
    """Check the ``changed`` entries of ``after``. Raises UpdateRefused.

    What two workers took at once may be above a limit: making it smaller is always allowed, so each limit only holds
    against growth since ``before``.
    """
    if len(after) > max(limits.entries, len(before)):
        raise UpdateRefused(Refusal.TOO_MANY_ENTRIES)
    for id_ in changed:
        entry = after.get(id_)
        if entry is None and id_ not in after:
            continue
        if not _ID.fullmatch(id_):
            raise UpdateRefused(Refusal.SHAPE, "id")
        if not isinstance(entry, Map):
            raise UpdateRefused(Refusal.SHAPE, "entry")
        _check_entry(entry, headings, limits)
        length = _text_length(entry)
        if length > limits.text_chars and length > _text_length(before.get(id_)):
            raise UpdateRefused(Refusal.TEXT_TOO_LONG)


def flag_names(value: Any) -> list[str] | None:
    """The flags in any of the forms taken, sorted; None where it is none of them."""
    plain = value.to_py() if isinstance(value, Array | Map) else value
    if isinstance(plain, dict):
        if not all(isinstance(on, bool | int | float) for on in plain.values()):
            return None
        names = [name for name, on in plain.items() if on]
        return sorted(set(names)) if all(len(name) <= _FLAG_CHARS for name in plain) else None
    if isinstance(plain, list) and all(isinstance(name, str) and len(name) <= _FLAG_CHARS for name in plain):
        return sorted(set(plain))
    return None


def _check_entry(entry: "Map[Any]", headings: Set[str], limits: Limits) -> None:
    for name, value in entry.items():
        if name not in _FIELDS:
            raise UpdateRefused(Refusal.SHAPE, "field")
        if name == "heading":
            if not isinstance(value, str) or value not in headings:
                raise UpdateRefused(Refusal.HEADING_UNKNOWN)
        elif name == "text":
            if not isinstance(value, Text):
                raise UpdateRefused(Refusal.SHAPE, "text")
        elif name == "order":
            if not _is_number(value):
                raise UpdateRefused(Refusal.SHAPE, "order")
        elif name == "v":
            if not _is_number(value) or value != SCHEMA:
                raise UpdateRefused(Refusal.SHAPE, "v")
        elif len(value) > limits.flags if isinstance(value, Array | Map | list | dict) else True:
            raise UpdateRefused(Refusal.SHAPE, "flags")
        elif flag_names(value) is None:
            raise UpdateRefused(Refusal.SHAPE, "flags")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _text_length(entry: Any) -> int:
    text = entry.get("text") if isinstance(entry, Map) else None
    return len(str(text)) if isinstance(text, Text) else 0
