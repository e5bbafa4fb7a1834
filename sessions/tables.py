"""Who sits where: a default that mixes mechanisms, and what people and moderators changed of it."""

from collections.abc import Iterable

from sessions.meeting import Meeting, Seat, Session
from sessions.programme import Delegation, Format


def seating(meeting: Meeting, session: Session) -> dict[str, str]:
    """The table of every seat in ``session``, after the rotations made so far.

    By default delegations are dealt out in the order of their mechanisms, so that each table mixes them, and the seats
    of one delegation go to consecutive tables: never two at one table while it has no more seats than there are tables.
    A delegation that is added later is dealt last, so that nobody who sits already has to move.
    """
    tables = session.tables
    place = {table: index for index, table in enumerate(tables)}
    return {seat.id: _table(meeting, session, seat, tables, place) for seat in meeting.seats.values()}


def _table(meeting: Meeting, session: Session, seat: Seat, tables: tuple[str, ...], place: dict[str, int]) -> str:
    dealt = meeting.rows.get(seat.delegation, 0) + seat.number
    start = place.get(session.assigned.get(seat.id, ""), dealt)
    return tables[(start + session.rotation) % len(tables)]


def table_of(meeting: Meeting, session: Session, seat: str) -> str:
    """The table of one seat; a plenary has one."""
    if session.plan.format is not Format.TABLES:
        return session.tables[0]
    tables = session.tables
    place = {table: index for index, table in enumerate(tables)}
    return _table(meeting, session, meeting.seats[seat], tables, place)


def tables_sat_at(meeting: Meeting, session: Session, seat: str) -> frozenset[str]:
    """The tables where a seat has been so far in ``session``, all of its rotations included."""
    tables = session.tables
    now = tables.index(table_of(meeting, session, seat))
    return frozenset(tables[(now - moves) % len(tables)] for moves in range(session.rotation + 1))


def base_of(session: Session, table: str) -> str:
    """The table before any rotation of whoever sits at ``table`` now: what an assignment stores."""
    tables = session.tables
    return tables[(tables.index(table) - session.rotation) % len(tables)]


def rows(delegations: Iterable[Delegation]) -> dict[str, int]:
    """The order in which delegations are dealt out to the tables."""
    order = sorted(delegations, key=lambda d: (d.kind != "state", d.mechanisms, d.id))
    return {delegation.id: row for row, delegation in enumerate(order)}


def rotation_ends_at(meeting: Meeting, session: Session) -> int | None:
    """When it is planned to move on from the tables where people sit now, milliseconds since 1970 UTC. Counted from the
    last move, before it from when the tables began to write; None while they have not, without a plan, after the last
    group. Nothing happens by itself then."""
    planned = session.plan.rotation
    if planned is None or session.phase != "running" or session.rotation > planned.times:
        return None
    begun = session.rotated_at if session.rotated_at is not None else _began_writing(meeting, session)
    return None if begun is None else begun + planned.minutes * 60_000


def _began_writing(meeting: Meeting, session: Session) -> int | None:
    """Where the session has no notes to write, its own start."""
    pads = [meeting.activities[id_] for id_ in session.activities if meeting.activities[id_].pads]
    opened = [activity.rounds[0].opened_at for activity in pads if activity.rounds]
    return min(opened, default=None) if pads else session.started_at
