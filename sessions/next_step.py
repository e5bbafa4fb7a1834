"""The one step that comes next: what the moderator's big button does."""

from typing import Any

from sessions.activity import Activity, Round
from sessions.meeting import Meeting, Session
from sessions.text import Text


def next_step(meeting: Meeting) -> dict[str, Any] | None:
    """``{"command", "args", "title", "pending"}``; ``pending`` while a closed round is still being counted.

    What was last opened is brought to its end first, then what else is open, then the session in its order: a step is
    never one that the rules refuse. None once the meeting is closed. Time running out is never a step.
    """
    if meeting.closed_at is not None:
        return None
    session = meeting.sessions.get(meeting.running or "")
    if session is None:
        return _begin(meeting)
    for activity in _in_turn(meeting, session):
        step = _in_activity(activity)
        if step is not None:
            return step
    return _step("end_session", {"session": session.plan.id}, session.plan.title)


def _in_turn(meeting: Meeting, session: Session) -> list[Activity]:
    """Those in the order of the session, but first the current one, then whatever else is open."""
    planned = [meeting.activities[id_] for id_ in session.activities]
    return sorted(planned, key=lambda a: 0 if a.plan.id == meeting.current else 1 if a.phase == "open" else 2)


def _begin(meeting: Meeting) -> dict[str, Any] | None:
    last = max((i for i, id_ in enumerate(meeting.order) if meeting.sessions[id_].started_at), default=-1)
    for id_ in [*meeting.order[last + 1 :], *meeting.order[: last + 1]]:
        session: Session = meeting.sessions[id_]
        if session.phase == "planned":
            return _step("start_session", {"session": id_}, session.plan.title)
    for activity in meeting.activities.values():
        if activity.to_finish and activity.round is not None:
            return _finish(activity, activity.round)
    rounds = [activity.round for activity in meeting.activities.values()]
    counting = any(latest is not None and latest.sealed is None for latest in rounds)
    return _step("close_meeting", {}, meeting.title, pending=counting)


def _in_activity(activity: Activity) -> dict[str, Any] | None:
    plan, latest = activity.plan, activity.round
    if latest is None:
        return None if activity.skipped else _step("open_activity", {"activity": plan.id}, plan.title)
    args = {"activity": plan.id, "round": latest.number}
    if latest.closed_at is None:
        return _step("close_activity", args, plan.title)
    if activity.to_finish:
        return _finish(activity, latest)
    if activity.paper_due:
        return _step("finish_paper", args, plan.title)
    if latest.revealed_at is None:
        return _step("reveal_outcome", args, plan.title, pending=latest.sealed is None)
    return None


def _finish(activity: Activity, latest: Round) -> dict[str, Any]:
    args = {"activity": activity.plan.id, "round": latest.number}
    return _step("finish_board", args, activity.plan.title)


def _step(command: str, args: dict[str, Any], title: Text, pending: bool = False) -> dict[str, Any]:
    return {"command": command, "args": args, "title": title, "pending": pending}
