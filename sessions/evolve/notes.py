"""What the notes of a table change."""

from sessions import events as e
from sessions.activity import Recorded
from sessions.evolve.apply import Apply
from sessions.lineage import Sort, entry_id, give_number
from sessions.meeting import Meeting
from sessions.regimes import settle_texts


def _entries(m: Meeting, event: e.EntriesRecorded, at: int) -> None:
    activity, recorded = m.activities[event.activity], Recorded(event.entries, at, event.why)
    activity.recorded[event.table] = recorded
    if event.why == "validated":
        activity.validated[event.table] = recorded
    for entry in event.entries:
        give_number(m.numbers, Sort.ENTRY, entry_id(event.activity, event.table, entry.id))
    settle_texts(m, activity, event.table, validated=event.why == "validated")


APPLY: dict[type, Apply] = {
    e.EntriesRecorded: _entries,
}
