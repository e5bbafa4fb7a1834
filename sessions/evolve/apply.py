"""What the modules of this package share."""

from collections.abc import Callable
from typing import Any

from sessions.activity import Round
from sessions.meeting import Meeting

Apply = Callable[[Meeting, Any, int], None]
"""Changes the meeting in place as one sort of event says; the last argument is its time."""


def round_of(meeting: Meeting, event: Any) -> Round:
    """The round that an event on an activity names."""
    number: int = event.round
    return meeting.activities[event.activity].rounds[number - 1]
