"""Looks things up by id, or refuses with the code for what is not there."""

from sessions.activity import Activity, Round
from sessions.errors import Code, Refused
from sessions.meeting import Meeting, Seat, Session
from sessions.programme import Delegation
from sessions.roadmap.line import Line


def session(meeting: Meeting, id_: str) -> Session:
    try:
        return meeting.sessions[id_]
    except KeyError:
        raise Refused(Code.UNKNOWN_SESSION, id_) from None


def activity(meeting: Meeting, id_: str) -> Activity:
    try:
        return meeting.activities[id_]
    except KeyError:
        raise Refused(Code.UNKNOWN_ACTIVITY, id_) from None


def seat(meeting: Meeting, id_: str) -> Seat:
    try:
        return meeting.seats[id_]
    except KeyError:
        raise Refused(Code.UNKNOWN_SEAT, id_) from None


def delegation(meeting: Meeting, id_: str) -> Delegation:
    try:
        return meeting.delegations[id_]
    except KeyError:
        raise Refused(Code.UNKNOWN_DELEGATION, id_) from None


def line(meeting: Meeting, id_: str) -> Line:
    try:
        return meeting.lines[id_]
    except KeyError:
        raise Refused(Code.UNKNOWN_LINE, id_) from None


def round_of(found: Activity, number: int) -> Round:
    """The latest round, which must be ``number``: an order for an earlier one comes too late."""
    latest = found.round
    if latest is None:
        raise Refused(Code.NOT_OPEN, found.plan.id)
    if latest.number != number:
        raise Refused(Code.WRONG_ROUND, str(latest.number))
    return latest
