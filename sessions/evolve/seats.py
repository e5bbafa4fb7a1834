"""Who belongs to the meeting, and who sits where."""

from sessions import events as e
from sessions.evolve.apply import Apply
from sessions.evolve.creation import seat_delegation
from sessions.meeting import Meeting, Seat


def _claimed(m: Meeting, event: e.SeatClaimed, at: int) -> None:
    m.seats[event.seat].claimed = True


def _released(m: Meeting, event: e.SeatReleased, at: int) -> None:
    seat = m.seats[event.seat]
    seat.claimed = False
    seat.generation += 1


def _seat_added(m: Meeting, event: e.SeatAdded, at: int) -> None:
    number = len(m.seats_of(event.delegation))
    m.seats[event.seat] = Seat(event.seat, event.delegation, number, head=False)


def _delegation_added(m: Meeting, event: e.DelegationAdded, at: int) -> None:
    m.rows[event.delegation.id] = len(m.rows)
    seat_delegation(m, event.delegation)


def _assigned(m: Meeting, event: e.TableAssigned, at: int) -> None:
    m.sessions[event.session].assigned[event.seat] = event.table


def _rotated(m: Meeting, event: e.TablesRotated, at: int) -> None:
    session = m.sessions[event.session]
    session.rotation, session.rotated_at = event.rotation, at


APPLY: dict[type, Apply] = {
    e.SeatClaimed: _claimed,
    e.SeatReleased: _released,
    e.SeatAdded: _seat_added,
    e.DelegationAdded: _delegation_added,
    e.TableAssigned: _assigned,
    e.TablesRotated: _rotated,
}
