"""A pad's entries as plain values: what reports read and the log records."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pycrdt import Map

from server.notes.guard import flag_names
from sessions.text import clean


@dataclass(frozen=True, slots=True)
class PadEntry:
    """One entry; ``text`` is cleaned of control characters and not empty, ``flags`` are sorted."""

    id: str
    heading: str
    text: str
    order: float
    flags: tuple[str, ...]


def read_entries(entries: "Map[Any]", headings: Sequence[str] = ()) -> list[PadEntry]:
    """Entries that have a heading and a text, by heading (in the order given, then others by name), order and id."""
    places = {heading: place for place, heading in enumerate(headings)}

    def rank(entry: PadEntry) -> tuple[int, str, float, str]:
        place = places.get(entry.heading, len(places))
        return (place, entry.heading if place == len(places) else "", entry.order, entry.id)

    return sorted(_read(entries), key=rank)


def count_entries(entries: Iterable[PadEntry]) -> dict[str, int]:
    """How many entries each heading has; headings without any are missing."""
    return dict(Counter(entry.heading for entry in entries))


def _read(entries: "Map[Any]") -> Iterator[PadEntry]:
    for id_, entry in entries.items():
        if not isinstance(entry, Map):
            continue
        heading, order = entry.get("heading"), entry.get("order")
        text = clean(str(entry.get("text") or ""))
        if isinstance(heading, str) and text:
            number = float(order) if isinstance(order, int | float) else 0.0
            flags = flag_names(entry.get("flags")) or []
            yield PadEntry(id_, heading, text, number, tuple(flags))
