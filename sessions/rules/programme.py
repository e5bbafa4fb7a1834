"""Editing the run sheet while the meeting runs: sessions."""

from datetime import date

from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor, Regime
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting, Session
from sessions.programme import MAX_SESSIONS, Format, SessionPlan
from sessions.rules import find
from sessions.rules.context import Context

_STRICTNESS = tuple(Regime)


def add_session(meeting: Meeting, command: c.AddSession, actor: Actor, context: Context) -> list[Event]:
    if command.session in meeting.sessions:
        raise Refused(Code.TAKEN, command.session)
    if len(meeting.sessions) >= MAX_SESSIONS:
        raise Refused(Code.TOO_MANY)
    if command.format is Format.TABLES and command.tables < 1:
        raise Refused(Code.INVALID_COMMAND, "tables")
    place = len(meeting.order) if command.place is None else min(command.place, len(meeting.order))
    plan = SessionPlan(
        id=command.session,
        code=f"SE-{len(meeting.sessions) + 1:02d}",
        title=command.title,
        day=_day(meeting, command.day, place),
        start=command.start,
        minutes=command.minutes,
        format=command.format,
        regime=command.regime,
        tables=command.tables,
    )
    return [e.SessionAdded(plan=plan, place=place)]


def _day(meeting: Meeting, given: str | None, place: int) -> date:
    """The day given, else that of the session before it in the run sheet."""
    if given is not None:
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise Refused(Code.INVALID_COMMAND, "day") from None
    neighbour = meeting.order[max(place - 1, 0)]
    return meeting.sessions[neighbour].plan.day


def edit_session(meeting: Meeting, command: c.EditSession, actor: Actor, context: Context) -> list[Event]:
    session = find.session(meeting, command.session)
    given = command.model_dump(exclude_none=True, exclude={"name", "session"})
    changes = {key: getattr(command, key) for key in given}
    if command.regime is not None:
        _never_looser(session, command.regime)
    if command.tables is not None and session.plan.format is not Format.TABLES:
        raise Refused(Code.INVALID_COMMAND, "tables")
    if command.tables is not None and session.started_at is not None and command.tables < session.plan.tables:
        raise Refused(Code.STALE, "tables")
    plan = session.plan.model_copy(update=changes)
    return [] if plan == session.plan else [e.SessionEdited(plan=plan)]


def _never_looser(session: Session, regime: Regime) -> None:
    """What was said under a promise keeps it: once begun, a session may only become stricter."""
    looser = _STRICTNESS.index(regime) < _STRICTNESS.index(session.plan.regime)
    if looser and session.started_at is not None:
        raise Refused(Code.STALE, "regime")


def move_session(meeting: Meeting, command: c.MoveSession, actor: Actor, context: Context) -> list[Event]:
    find.session(meeting, command.session)
    place = min(command.place, len(meeting.order) - 1)
    if meeting.order.index(command.session) == place:
        return []
    return [e.SessionMoved(session=command.session, place=place)]


def skip_session(meeting: Meeting, command: c.SkipSession, actor: Actor, context: Context) -> list[Event]:
    session = find.session(meeting, command.session)
    if session.started_at is not None:
        raise Refused(Code.STALE, session.phase)
    if session.skipped == command.skip:
        return []
    return [e.SessionSkipped(session=command.session, skipped=command.skip)]
