"""Editing what people will do: activities."""

import re
from typing import Any

from pydantic import ValidationError

from sessions import commands as c
from sessions import events as e
from sessions.activities import kind
from sessions.activity import Activity
from sessions.actor import Actor
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.programme import MAX_ACTIVITIES, ActivityPlan
from sessions.rules import find
from sessions.rules.context import Context

_AFTER_OPENING = frozenset({"title", "minutes"})
_CODE = re.compile(r"([A-Z]{1,8})-\d{1,6}").fullmatch


def add_activity(meeting: Meeting, command: c.AddActivity, actor: Actor, context: Context) -> list[Event]:
    session = find.session(meeting, command.session)
    if command.activity in meeting.activities:
        raise Refused(Code.TAKEN, command.activity)
    if len(session.activities) >= MAX_ACTIVITIES:
        raise Refused(Code.TOO_MANY)
    if session.phase == "ended":
        raise Refused(Code.STALE, "ended")
    plan = ActivityPlan(
        id=command.activity,
        code=next_code(meeting, command.kind, command.trial),
        kind=command.kind,
        title=command.title,
        minutes=command.minutes,
        voters=command.voters,
        secrecy=command.secrecy,
        follows=_follows(meeting, command),
        trial=_trial(command),
        setup=_setup(meeting, command.kind, command.setup),
    )
    end = len(session.activities)
    place = end if command.place is None else min(command.place, end)
    return [e.ActivityAdded(session=command.session, plan=plan, place=place)]


def _follows(meeting: Meeting, command: c.AddActivity) -> str | None:
    """The next round of something of the same kind."""
    if command.follows is None:
        return None
    before = find.activity(meeting, command.follows).plan
    if before.kind != command.kind or before.trial or command.trial:
        raise Refused(Code.INVALID_COMMAND, "follows")
    return command.follows


def _trial(command: c.AddActivity) -> bool:
    """Only what is answered with a ballot leaves nothing behind."""
    if command.trial and kind(command.kind).ballot is None:
        raise Refused(Code.INVALID_COMMAND, "trial")
    return command.trial


def next_code(meeting: Meeting, kind_name: str, trial: bool) -> str:
    """The code of an activity added live: the next of those that the programme gives to its kind, ``X-`` where it gives
    none. Trials are counted apart: a gap in a report would tell of them."""
    number = 1 + sum(1 for activity in meeting.activities.values() if activity.plan.trial == trial)
    if trial:
        return f"T-{number:02d}"
    plans = [activity.plan for activity in meeting.activities.values()]
    letters = next((_letters(plan.code) for plan in plans if plan.kind == kind_name and not plan.trial), "") or "X"
    if letters == "X":
        return f"X-{number:02d}"
    taken = [plan.code for plan in plans] + [session.plan.code for session in meeting.sessions.values()]
    return f"{letters}-{1 + max(int(code.rpartition('-')[2]) for code in taken if _letters(code) == letters):02d}"


def _letters(code: str) -> str:
    """``PR`` of ``PR-03``; nothing of codes in another form."""
    found = _CODE(code)
    return found[1] if found else ""


def _setup(meeting: Meeting, kind_name: str, raw: dict[str, Any]) -> dict[str, Any]:
    rules = kind(kind_name)
    bank = {item.id: item for item in meeting.bank}
    options = raw.get("options")
    if isinstance(options, list):
        cited = [bank.get(o) if isinstance(o, str) else None for o in options]
        written = [
            {"id": item.id, "text": item.text, "short": item.short} if item else option
            for option, item in zip(options, cited, strict=True)
        ]
        raw = {**raw, "options": written}
    try:
        setup = rules.read_setup(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise Refused(Code.INVALID_SETUP, f"{where}: {first['msg']}") from error
    return setup.model_dump(mode="json", exclude_none=True)  # type: ignore[no-any-return]  # any kind's setup


def edit_activity(meeting: Meeting, command: c.EditActivity, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    changes = {
        key: getattr(command, key)
        for key in ("title", "setup", "minutes", "voters", "secrecy")
        if getattr(command, key) is not None
    }
    if activity.rounds and not changes.keys() <= _AFTER_OPENING:
        raise Refused(Code.STALE, activity.phase)
    if command.minutes == 0:
        changes["minutes"] = None
    if command.setup is not None:
        changes["setup"] = _setup(meeting, activity.plan.kind, command.setup)
    plan = activity.plan.model_copy(update=changes)
    return [] if plan == activity.plan else [e.ActivityEdited(plan=plan)]


def move_activity(meeting: Meeting, command: c.MoveActivity, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    target = find.session(meeting, command.session or activity.session)
    if target.plan.id != activity.session:
        _may_leave(activity)
        if target.phase == "ended":
            raise Refused(Code.STALE, "ended")
        if len(target.activities) >= MAX_ACTIVITIES:
            raise Refused(Code.TOO_MANY)
    others = [id_ for id_ in target.activities if id_ != command.activity]
    place = min(command.place, len(others))
    if target.plan.id == activity.session and target.activities.index(command.activity) == place:
        return []
    return [e.ActivityMoved(activity=command.activity, session=target.plan.id, place=place)]


def _may_leave(activity: Activity) -> None:
    """What was begun under one session's regime stays there."""
    if activity.rounds:
        raise Refused(Code.STALE, activity.phase)


def skip_activity(meeting: Meeting, command: c.SkipActivity, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    if activity.rounds:
        raise Refused(Code.STALE, activity.phase)
    if activity.skipped == command.skip:
        return []
    return [e.ActivitySkipped(activity=command.activity, skipped=command.skip)]
