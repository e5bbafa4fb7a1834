"""Drafting the roadmap. Who writes for a table writes its lines; the general rapporteur and the desk all of them."""

from typing import Any

from sessions import commands as c
from sessions import events as e
from sessions.actor import DESK, Actor, Regime
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.roadmap.fields import LineFields, changed
from sessions.roadmap.line import Author, Line
from sessions.roadmap.status import DRAFTING, TRANSITIONS, Status
from sessions.rules import find
from sessions.rules.context import Context
from sessions.rules.sources import check_sources, goes_in_a_circle

MAX_LINES = 500


def add_line(meeting: Meeting, command: c.AddLine, actor: Actor, context: Context) -> list[Event]:
    if command.line in meeting.lines:
        raise Refused(Code.TAKEN, command.line)
    if len(meeting.lines) >= MAX_LINES:
        raise Refused(Code.TOO_MANY)
    session = find.session(meeting, _session(meeting, command))
    if session.plan.regime is Regime.RESERVED:
        raise Refused(Code.WITHHELD, session.plan.id)
    table = command.table or actor.table
    _own_table(actor, table)
    if table is not None and not any(table in other.tables for other in meeting.sessions.values()):
        raise Refused(Code.UNKNOWN_TABLE, table)
    _check(meeting, command.line, command.fields, command.fields.model_dump(exclude_unset=True))
    return [
        e.LineAdded(
            line=command.line,
            fields=command.fields,
            session=session.plan.id,
            table=table,
            author=author(meeting, actor),
        )
    ]


def _session(meeting: Meeting, command: c.AddLine) -> str:
    """The one named, else the one that runs, else the latest that ran."""
    if command.session is not None or meeting.running is not None:
        return command.session or meeting.running or ""
    begun = [id_ for id_ in meeting.order if meeting.sessions[id_].started_at is not None]
    return begun[-1] if begun else meeting.order[0]


def _own_table(actor: Actor, table: str | None) -> None:
    if actor.table is not None and actor.table != table:
        raise Refused(Code.NOT_ALLOWED, table or "")


def author(meeting: Meeting, actor: Actor) -> Author:
    delegation = meeting.seats[actor.seat].delegation if actor.seat in meeting.seats else None
    return Author(role=actor.role, table=actor.table, delegation=delegation)


def _check(meeting: Meeting, line: str, fields: LineFields, given: Any) -> None:
    """What the fields cite must be there; only what is ``given`` anew is looked at."""
    if not fields.sources:
        raise Refused(Code.NO_SOURCE)
    if "sources" in given:
        known = meeting.lines[line].fields.sources if line in meeting.lines else ()
        check_sources(meeting, fields.sources, known)
        if goes_in_a_circle(meeting, line, fields.sources):
            raise Refused(Code.UNKNOWN_SOURCE, line)
    if "leads" in given:
        for delegation in fields.leads:
            if find.delegation(meeting, delegation).kind != "state":
                raise Refused(Code.UNKNOWN_DELEGATION, delegation)
    if "theme" in given and fields.theme is not None and fields.theme not in {t.id for t in meeting.themes}:
        raise Refused(Code.INVALID_COMMAND, "theme")


def edit_line(meeting: Meeting, command: c.EditLine, actor: Actor, context: Context) -> list[Event]:
    """No edit is lost: a field that somebody else changed meanwhile is not written over, one that nobody did is."""
    line = _mine(meeting, command.line, actor)
    if line.withdrawn:
        raise Refused(Code.WRONG_STATUS, line.status)
    given = command.changes.given()
    new = changed(line.fields, given)
    if command.version > line.version or line.changed_since(command.version) & set(new):
        raise Refused(Code.STALE_LINE, ", ".join(sorted(line.changed_since(command.version) & set(new))))
    if not new:
        return []
    fields = line.fields.model_copy(update={name: given[name] for name in new})
    _check(meeting, command.line, fields, new)
    return [e.LineEdited(line=command.line, fields=fields, changed=new, author=author(meeting, actor))]


def _mine(meeting: Meeting, id_: str, actor: Actor) -> Line:
    line = find.line(meeting, id_)
    _own_table(actor, line.table)
    if meeting.sessions[line.session].plan.regime is Regime.RESERVED:
        raise Refused(Code.WITHHELD, line.session)
    return line


def withdraw_line(meeting: Meeting, command: c.WithdrawLine, actor: Actor, context: Context) -> list[Event]:
    line = _mine(meeting, command.line, actor)
    _draft_or_desk(line.status, actor)
    return [] if line.withdrawn else [e.LineWithdrawn(line=command.line, author=author(meeting, actor))]


def restore_line(meeting: Meeting, command: c.RestoreLine, actor: Actor, context: Context) -> list[Event]:
    line = _mine(meeting, command.line, actor)
    return [e.LineRestored(line=command.line, author=author(meeting, actor))] if line.withdrawn else []


def _draft_or_desk(status: Status, actor: Actor) -> None:
    """What the chair has settled, only the desk undoes."""
    if status not in DRAFTING | {Status.WITHDRAWN} and actor.role not in DESK:
        raise Refused(Code.NOT_ALLOWED, status)


def move_line(meeting: Meeting, command: c.MoveLine, actor: Actor, context: Context) -> list[Event]:
    find.line(meeting, command.line)
    if actor.table is not None:
        raise Refused(Code.NOT_ALLOWED)
    place = min(command.place, len(meeting.line_order) - 1)
    if meeting.line_order.index(command.line) == place:
        return []
    return [e.LineMoved(line=command.line, place=place)]


def set_line_status(meeting: Meeting, command: c.SetLineStatus, actor: Actor, context: Context) -> list[Event]:
    """``agreed_ad_referendum`` and beyond are the chair's word: nothing here looks at what was answered."""
    line = _mine(meeting, command.line, actor)
    _draft_or_desk(command.status, actor)
    _draft_or_desk(line.status, actor)
    if command.status is line.status:
        return []
    if command.status not in TRANSITIONS[line.status]:
        raise Refused(Code.WRONG_STATUS, line.status)
    return [e.LineStatusSet(line=command.line, status=command.status, author=author(meeting, actor))]


def follow_earlier(meeting: Meeting, command: c.FollowEarlier, actor: Actor, context: Context) -> list[Event]:
    if command.line not in meeting.earlier:
        raise Refused(Code.UNKNOWN_LINE, command.line)
    now = meeting.earlier[command.line]
    if (now.progress, now.note) == (command.progress, command.note):
        return []
    return [e.EarlierFollowed(line=command.line, progress=command.progress, note=command.note)]
