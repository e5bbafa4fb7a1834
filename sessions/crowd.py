"""How many may vote in a round, and how many of them are here."""

from typing import NamedTuple

from sessions.meeting import Meeting


class Crowd(NamedTuple):
    """``present`` are the seats that somebody has taken, ``seats`` all of them, ``delegations`` whose they are."""

    present: int
    seats: int
    delegations: int


def crowd(meeting: Meeting, eligible: tuple[str, ...]) -> Crowd:
    """Counted once for as long as no seat changes: it is asked for at every ballot, and of every round whenever the
    room is told."""
    kept: tuple[tuple[str, ...], Crowd] | None = meeting.memory.crowds.get(id(eligible))
    if kept is not None and kept[0] is eligible:
        return kept[1]
    seats = [meeting.seats[id_] for id_ in eligible if id_ in meeting.seats]
    present = sum(1 for seat in seats if seat.claimed)
    counted = Crowd(present, len(seats), len({seat.delegation for seat in seats}))
    meeting.memory.crowds[id(eligible)] = (eligible, counted)
    return counted
