"""Seats, delegations and who sits where."""

from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting, Seat, Session
from sessions.programme import MAX_DELEGATIONS, MAX_SEATS, Delegation, Format
from sessions.rules import find
from sessions.rules.context import Context
from sessions.tables import base_of, table_of


def claim(meeting: Meeting, delegation: str) -> list[Event]:
    """Take a free seat of ``delegation`` for somebody who came with the join code.

    Heads' seats are given last: they are meant for a card. Raises ``Refused``: ``card_needed`` where the programme
    seats by card only, ``delegation_full``, ``unknown_delegation``, ``meeting_closed``.
    """
    if meeting.closed_at is not None:
        raise Refused(Code.MEETING_CLOSED)
    if meeting.entry != "open":
        raise Refused(Code.CARD_NEEDED)
    find.delegation(meeting, delegation)
    free = [seat for seat in meeting.seats_of(delegation) if not seat.claimed]
    if not free:
        raise Refused(Code.DELEGATION_FULL, delegation)
    seat = min(free, key=lambda seat: seat.head)
    return [e.SeatClaimed(seat=seat.id)]


def claim_card(meeting: Meeting, seat: str) -> list[Event]:
    """Take the seat printed on a card; whoever holds the card may come back to it, on any device."""
    if meeting.closed_at is not None:
        raise Refused(Code.MEETING_CLOSED)
    return [] if find.seat(meeting, seat).claimed else [e.SeatClaimed(seat=seat)]


def choose_table(meeting: Meeting, command: c.ChooseTable, actor: Actor, context: Context) -> list[Event]:
    if meeting.running is None:
        raise Refused(Code.SESSION_NOT_RUNNING)
    if actor.seat is None:
        raise Refused(Code.NOT_ALLOWED)
    session = meeting.sessions[meeting.running]
    return _sit(meeting, session, find.seat(meeting, actor.seat), command.table)


def assign_table(meeting: Meeting, command: c.AssignTable, actor: Actor, context: Context) -> list[Event]:
    session = find.session(meeting, command.session)
    if actor.table is not None and actor.table != command.table:
        raise Refused(Code.NOT_ALLOWED, command.table)
    return _sit(meeting, session, find.seat(meeting, command.seat), command.table)


def _sit(meeting: Meeting, session: Session, seat: Seat, table: str) -> list[Event]:
    if session.plan.format is not Format.TABLES or table not in session.tables:
        raise Refused(Code.UNKNOWN_TABLE, table)
    if table_of(meeting, session, seat.id) == table:
        return []
    return [e.TableAssigned(session=session.plan.id, seat=seat.id, table=base_of(session, table))]


def rotate_tables(meeting: Meeting, command: c.RotateTables, actor: Actor, context: Context) -> list[Event]:
    session = find.session(meeting, command.session)
    if session.phase != "running" or session.plan.format is not Format.TABLES:
        raise Refused(Code.SESSION_NOT_RUNNING)
    if command.rotation == session.rotation:
        return []
    if command.rotation != session.rotation + 1:
        raise Refused(Code.STALE, str(session.rotation))
    return [e.TablesRotated(session=command.session, rotation=command.rotation)]


def release_seat(meeting: Meeting, command: c.ReleaseSeat, actor: Actor, context: Context) -> list[Event]:
    seat = find.seat(meeting, command.seat)
    return [e.SeatReleased(seat=seat.id)] if seat.claimed else []


def add_seat(meeting: Meeting, command: c.AddSeat, actor: Actor, context: Context) -> list[Event]:
    delegation = find.delegation(meeting, command.delegation)
    taken = len(meeting.seats_of(delegation.id))
    if taken >= MAX_SEATS:
        raise Refused(Code.TOO_MANY)
    return [e.SeatAdded(seat=f"{delegation.id}-{taken + 1}", delegation=delegation.id)]


def add_delegation(meeting: Meeting, command: c.AddDelegation, actor: Actor, context: Context) -> list[Event]:
    if command.delegation in meeting.delegations:
        raise Refused(Code.TAKEN, command.delegation)
    if len(meeting.delegations) >= MAX_DELEGATIONS:
        raise Refused(Code.TOO_MANY)
    unknown = [id_ for id_ in command.mechanisms if id_ not in meeting.mechanisms]
    if unknown:
        raise Refused(Code.INVALID_COMMAND, f"mechanisms: {unknown[0]}")
    delegation = Delegation(
        id=command.delegation,
        name=command.title,
        kind=command.kind,
        mechanisms=command.mechanisms,
        seats=command.seats,
    )
    return [e.DelegationAdded(delegation=delegation)]
