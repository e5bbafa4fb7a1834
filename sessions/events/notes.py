"""Notes, as they stood."""

from typing import Literal

from sessions.actor import Frozen


class RecordedEntry(Frozen):
    id: str
    heading: str
    text: str
    order: float = 0
    flags: tuple[str, ...] = ()


class EntriesRecorded(Frozen):
    """The text of a table's pad as it stood: what reports read from here on."""

    type: Literal["entries_recorded"] = "entries_recorded"
    activity: str
    table: str
    entries: tuple[RecordedEntry, ...]
    why: Literal["closed", "ended", "validated", "exported"]


NotesEvent = EntriesRecorded
