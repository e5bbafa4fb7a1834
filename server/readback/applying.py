"""What a returned file asks for, row by row, decided by the domain: tried on the state, or carried out."""

from typing import Any

from server.exports.returning import EDITABLE
from server.exports.safety import no_control
from server.live.clock import now_ms
from server.live.dispatch import Decide, fresh_id
from server.live.hub import Hub
from server.live.room import Room
from server.readback import Change, FileRefused, Returned, Row
from server.readback.values import UnknownValue, value_of
from server.store import Verdict
from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor
from sessions.codes import code_of
from sessions.commands import read_command
from sessions.errors import Code, Refused
from sessions.lineage import Sort
from sessions.meeting import Meeting
from sessions.rules import decide

Commands = list[c.Command]


async def read_back(hub: Hub, room: Room, actor: Actor, file: Returned, *, apply: bool) -> list[Row]:
    """Every row with what became of it, and the lines that the file lacks; with ``apply`` what is accepted is done.
    Each row is done as a whole or not at all. Raises ``FileRefused`` for the file of another meeting."""
    if file.meeting != room.id:
        raise FileRefused("other_meeting", f"it is the roadmap of the meeting {file.meeting[:60]!r}")
    known = {code_of(room.meeting, Sort.LINE, id_): id_ for id_ in room.meeting.lines}
    rows = []
    for number, code, texts in file.rows:
        line = known.get(code, "")
        row = Row(number, line, code)
        rows.append(row)
        if not line or line not in file.base:
            row.verdict, row.reason = "refused", "unknown_row"
            continue
        await _row(hub, room, actor, row, texts, *file.base[line], apply=apply)
    seen = {row.line for row in rows}
    gone = [id_ for id_ in file.base if id_ not in seen and id_ in room.meeting.lines]
    missing = [Row(0, id_, code_of(room.meeting, Sort.LINE, id_), "refused", "missing_row") for id_ in gone]
    return rows + missing


async def _row(
    hub: Hub,
    room: Room,
    actor: Actor,
    row: Row,
    texts: dict[str, str],
    version: int,
    base: dict[str, str],
    *,
    apply: bool,
) -> None:
    row.changes = [
        Change(name, base.get(name, ""), texts[name])
        for name in EDITABLE
        if name in texts and no_control(texts[name]).strip() != base.get(name, "").strip()
    ]
    if not row.changes:
        return
    try:
        asked = _asked(room.meeting, row, version)
        was = value_of("status", base.get("status", ""), room.meeting)
        events = _decision(room, actor, asked, was, row.line)(room.meeting)
    except UnknownValue as unknown:
        row.verdict, row.reason, row.detail = "refused", "unknown_value", str(unknown)[:200]
    except Refused as refused:
        row.verdict, row.reason, row.detail = "refused", refused.code.value, refused.detail[:200]
    else:
        row.verdict = "accepted" if events else "unchanged"
        if apply and events:
            await _done(hub, room, actor, row, asked, was)


def _asked(meeting: Meeting, row: Row, version: int) -> Commands:
    changed = {change.field: value_of(change.field, change.after, meeting) for change in row.changes}
    status = changed.pop("status", None)
    asked: Commands = []
    if changed:
        args: dict[str, Any] = {"line": row.line, "version": version, "changes": changed}
        asked.append(read_command("edit_line", args))
    if status is not None:
        asked.append(read_command("set_line_status", {"line": row.line, "status": status}))
    return asked


def _decision(room: Room, actor: Actor, asked: Commands, was: str | None, line: str) -> Decide:
    def decision(meeting: Meeting) -> list[e.Event]:
        events: list[e.Event] = []
        for command in asked:
            # An edit names its version; a status has none, so it is compared with what the file saw.
            if isinstance(command, c.SetLineStatus) and meeting.lines[line].status != was:
                raise Refused(Code.STALE_LINE, "status")
            events += decide(meeting, command, actor, room.context(now_ms()))
        return events

    return decision


async def _done(hub: Hub, room: Room, actor: Actor, row: Row, asked: Commands, was: str | None) -> None:
    reply = await hub.dispatch.change(room, fresh_id(), actor, _decision(room, actor, asked, was, row.line))
    if reply.verdict is not Verdict.RECORDED:
        row.verdict, row.reason = "refused", reply.code or reply.verdict.value
