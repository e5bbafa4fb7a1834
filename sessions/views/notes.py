"""What rapporteurs and facilitators see beside the meeting: the recorded text of the pads.

Rule: what was said in a ``reserved`` session stays at its table; here only that something was recorded, and when.
"""

from typing import Any

from sessions.actor import Regime
from sessions.meeting import Activity, Meeting, Recorded
from sessions.views import shapes


def project(meeting: Meeting) -> dict[str, Any]:
    return {
        f"entries/{id_}": _entries(meeting, activity)
        for id_, activity in meeting.activities.items()
        if activity.recorded
    }


def _entries(meeting: Meeting, activity: Activity) -> shapes.EntriesValue:
    hidden = meeting.regime(activity) is Regime.RESERVED
    return {
        "tables": {table: [] if hidden else _lines(recorded) for table, recorded in activity.recorded.items()},
        "recorded_at": {table: recorded.at for table, recorded in activity.recorded.items()},
        "validated": [validated(activity, table, hidden=hidden) for table in activity.validated],
    }


def validated(activity: Activity, table: str, *, hidden: bool = False) -> shapes.ValidatedValue:
    """What ``table`` stood by; without the texts where they are ``hidden``."""
    stood = activity.validated[table]
    texts = {} if hidden else {entry.id: entry.text for entry in stood.entries}
    return {"table": table, "at": stood.at, "texts": texts}


def _lines(recorded: Recorded) -> list[shapes.EntryValue]:
    return [
        {"id": entry.id, "heading": entry.heading, "text": entry.text, "flags": list(entry.flags)}
        for entry in recorded.entries
    ]
