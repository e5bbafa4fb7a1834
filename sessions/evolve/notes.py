"""What the notes of a table change."""

from sessions import events as e
from sessions.evolve.apply import Apply
from sessions.meeting import Meeting, Recorded


def _entries(m: Meeting, event: e.EntriesRecorded, at: int) -> None:
    m.activities[event.activity].recorded[event.table] = Recorded(event.entries, at, event.why)


APPLY: dict[type, Apply] = {
    e.EntriesRecorded: _entries,
}
