"""What rapporteurs and facilitators see beside the meeting: the recorded text of the pads.

Rule: what was said in a ``reserved`` session stays at its table; here only that something was recorded, and when.
"""

from typing import Any

from sessions.activity import Activity, Recorded
from sessions.actor import Regime
from sessions.lineage import entry_id
from sessions.meeting import Meeting
from sessions.views import agreements, paper, practices, roadmap, shapes


def project(meeting: Meeting) -> dict[str, Any]:
    entries = {
        f"entries/{id_}": _entries(meeting, activity)
        for id_, activity in meeting.activities.items()
        if activity.recorded
    }
    return {
        **entries,
        **practices.project(meeting),
        **paper.project(meeting),
        **roadmap.project(meeting),
        **agreements.for_notes(meeting),
    }


def _entries(meeting: Meeting, activity: Activity) -> shapes.EntriesValue:
    """Made once for as long as nothing of it changes."""
    id_ = activity.plan.id
    return meeting.memory.kept(("entries", id_), meeting.memory.as_of(id_), lambda: _entries_of(meeting, activity))


def _entries_of(meeting: Meeting, activity: Activity) -> shapes.EntriesValue:
    hidden = meeting.regime(activity) is Regime.RESERVED
    return {
        "tables": {
            table: [] if hidden else _lines(recorded, reserved_entries(meeting, activity, table))
            for table, recorded in activity.recorded.items()
        },
        "recorded_at": {table: recorded.at for table, recorded in activity.recorded.items()},
        "validated": [
            validated(activity, table, hidden=hidden, without=reserved_entries(meeting, activity, table))
            for table in activity.validated
        ],
    }


def reserved_entries(meeting: Meeting, activity: Activity, table: str) -> frozenset[str]:
    """The notes of a table that were moved to ``reserved`` one by one."""
    start = entry_id(activity.plan.id, table, "")
    reserved = (id_ for id_, own in meeting.entry_regimes.items() if own.set is Regime.RESERVED)
    return frozenset(id_.removeprefix(start) for id_ in reserved if id_.startswith(start))


def validated(
    activity: Activity, table: str, *, hidden: bool = False, without: frozenset[str] = frozenset()
) -> shapes.ValidatedValue:
    """What ``table`` stood by; without the texts where they are ``hidden``, or those of some entries."""
    stood = activity.validated[table]
    texts = {} if hidden else {entry.id: entry.text for entry in stood.entries if entry.id not in without}
    return {"table": table, "at": stood.at, "texts": texts}


def _lines(recorded: Recorded, without: frozenset[str]) -> list[shapes.EntryValue]:
    return [
        {"id": entry.id, "heading": entry.heading, "text": entry.text, "flags": list(entry.flags)}
        for entry in recorded.entries
        if entry.id not in without
    ]
