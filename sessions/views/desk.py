"""What those who run the meeting see beside it: every draft, every seat, the next step, outcomes before the room.

Rule: even here no count exists while a round is open, and no seat's ballot ever.
"""

from typing import Any

from sessions.activity import Activity
from sessions.actor import Secrecy
from sessions.meeting import Meeting, Session
from sessions.next_step import next_step
from sessions.programme import Format
from sessions.tables import seating
from sessions.views import board, shapes
from sessions.views.everyone import method, next_session, outcome


def project(meeting: Meeting) -> dict[str, Any]:
    view: dict[str, Any] = {"next": next_step(meeting), "seats": _seats(meeting)}
    view |= board.for_desk(meeting)
    near = {meeting.running, next_session(meeting)}
    for id_, session in meeting.sessions.items():
        view[f"plan/{id_}"] = _plan(meeting, session, id_ in near)
    for id_, activity in meeting.activities.items():
        latest = activity.round
        if latest is not None and latest.sealed is not None and latest.revealed_at is None:
            view[f"preview/{id_}"] = outcome(meeting, activity, latest)
    return view


def _plan(meeting: Meeting, session: Session, near: bool) -> shapes.PlanValue:
    return {
        "id": session.plan.id,
        "phase": session.phase,
        "skipped": session.skipped,
        "activities": [_activity(meeting, meeting.activities[id_], near) for id_ in session.activities],
    }


def _activity(meeting: Meeting, activity: Activity, near: bool) -> shapes.PlanActivity:
    plan = activity.plan
    latest = activity.round
    secrecy: Secrecy = meeting.secrecy(activity)
    return {
        "id": plan.id,
        "code": plan.code,
        "kind": plan.kind,
        "title": plan.title,
        "phase": activity.phase,
        "round": latest.number if latest else 0,
        "skipped": activity.skipped,
        "sealed": latest is not None and latest.sealed is not None,
        "minutes": plan.minutes,
        "voters": plan.voters.value,
        "secrecy": secrecy.value,
        "trial": plan.trial,
        "setup": plan.setup,
        "follows": plan.follows,
        "method": method(meeting, activity) if near and latest is None else [],
    }


def _seats(meeting: Meeting) -> shapes.SeatsValue:
    """Made once for as long as nothing of it changes: there may be thousands."""
    as_of = meeting.memory.touched.everything, meeting.memory.touched.seats
    return meeting.memory.kept("seats", as_of, lambda: _seats_of(meeting))


def _seats_of(meeting: Meeting) -> shapes.SeatsValue:
    running = meeting.sessions.get(meeting.running or "")
    at_tables = running if running is not None and running.plan.format is Format.TABLES else None
    seated = seating(meeting, at_tables) if at_tables else {}
    lines: dict[str, list[shapes.SeatLine]] = {id_: [] for id_ in meeting.delegations}
    for seat in meeting.seats.values():
        lines[seat.delegation].append(
            {"id": seat.id, "head": seat.head, "claimed": seat.claimed, "table": seated.get(seat.id)}
        )
    return {
        "delegations": [
            {
                "id": id_,
                "name": delegation.name,
                "kind": delegation.kind,
                "mechanisms": list(delegation.mechanisms),
                "seats": lines[id_],
            }
            for id_, delegation in meeting.delegations.items()
        ]
    }
