"""What interest in an offer or a need changes."""

from sessions import events as e
from sessions.evolve.apply import Apply
from sessions.meeting import Meeting


def _interested(m: Meeting, event: e.InterestShown, at: int) -> None:
    m.activities[event.activity].board.meet(event.offer, event.need, event.delegation, event.interested)


APPLY: dict[type, Apply] = {e.InterestShown: _interested}
