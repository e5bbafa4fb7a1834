"""How many may vote in a round, and how many of them are here."""

from typing import NamedTuple

from sessions.activity import Activity, Round
from sessions.meeting import Meeting


class Crowd(NamedTuple):
    """``present`` are the seats that somebody has taken, ``seats`` all of them, ``delegations`` whose they are."""

    present: int
    seats: int
    delegations: int


def crowd(meeting: Meeting, activity: Activity, round_: Round) -> Crowd:
    """Counted once for as long as no seat changes: it is asked for at every ballot, and of every round whenever the
    room is told."""
    place, memory = ("crowd", activity.plan.id, round_.number), meeting.memory
    return memory.kept(place, memory.touched.seats, lambda: _counted(meeting, round_.eligible))


def _counted(meeting: Meeting, eligible: tuple[str, ...]) -> Crowd:
    seats = [meeting.seats[id_] for id_ in eligible if id_ in meeting.seats]
    present = sum(1 for seat in seats if seat.claimed)
    return Crowd(present, len(seats), len({seat.delegation for seat in seats}))
