"""Votes without a phone, for those who enter them: who votes so, and what was entered. Never what it says, but for the
hands that everybody in the room has seen go up."""

from typing import Any

from sessions.activity import Activity, Round
from sessions.meeting import Meeting
from sessions.views import shapes


def project(meeting: Meeting) -> dict[str, Any]:
    """Of the latest rounds in which somebody votes apart, until they are sealed."""
    return {
        f"paper/{id_}": _value(activity, activity.round)
        for id_, activity in meeting.activities.items()
        if activity.round is not None and activity.round.apart and activity.round.sealed is None
    }


def _value(activity: Activity, latest: Round) -> shapes.PaperValue:
    return {
        "round": latest.number,
        "seats": dict(sorted(latest.apart.items())),
        "entered": list(latest.paper),
        "envelopes": list(latest.envelopes),
        "hands": dict(latest.hands),
        "due": activity.paper_due,
    }
