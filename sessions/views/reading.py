"""The plenary reading: what the room sees of it, and a delegation of its own answer.

Rule: counts for everyone; which delegation answered what only where the regime of the session names delegations.
"""

from typing import Any

from sessions.actor import Regime, Role
from sessions.codes import code_of
from sessions.lineage import Sort
from sessions.meeting import Meeting
from sessions.regimes import ATTRIBUTES, line_regime
from sessions.roadmap.line import Line
from sessions.roadmap.reading import Answer, Reading
from sessions.views import roadmap_shapes as shapes
from sessions.views.roadmap import counts, fields_of


def for_everyone(meeting: Meeting) -> dict[str, Any]:
    return {} if meeting.reading is None else {"reading": _reading(meeting, meeting.reading)}


def _reading(meeting: Meeting, reading: Reading) -> shapes.ReadingValue:
    regime = meeting.sessions[reading.session].plan.regime
    line = _readable(meeting, reading)
    standing = [id_ for id_ in meeting.line_order if not meeting.lines[id_].withdrawn]
    named = line is not None and regime in ATTRIBUTES
    return {
        "session": reading.session,
        "regime": regime.value,
        "line": _line(meeting, line) if line else None,
        "place": standing.index(line.id) + 1 if line else 0,
        "of": len(standing),
        "counts": counts(line) if line else {answer.value: 0 for answer in Answer},
        "delegations": sum(1 for delegation in meeting.delegations.values() if delegation.kind == "state"),
        "who": _who(line) if line and named else None,
    }


def _readable(meeting: Meeting, reading: Reading) -> Line | None:
    """The line being read, unless its session has become a reserved one meanwhile."""
    line = meeting.lines.get(reading.line or "")
    return None if line is None or line_regime(meeting, line) is Regime.RESERVED else line


def _who(line: Line) -> list[shapes.WhoValue]:
    return [{"delegation": id_, "answer": given.answer.value} for id_, given in sorted(line.answers.items())]


def _line(meeting: Meeting, line: Line) -> shapes.ReadLineValue:
    return {
        "id": line.id,
        "code": code_of(meeting, Sort.LINE, line.id),
        "version": line.version,
        "status": line.status.value,
        "fields": fields_of(line),
        "participants": list(line.participants),
        "sources": [code_of(meeting, parent.sort, parent.node) for parent in line.fields.sources],
    }


def for_seat(meeting: Meeting, seat: str) -> dict[str, Any]:
    delegation = meeting.seats[seat].delegation
    line = _readable(meeting, meeting.reading) if meeting.reading else None
    if line is None or meeting.role_of(seat) is not Role.DELEGATE:
        return {}
    return {"own/reading": _own(line, delegation)}


def _own(line: Line, delegation: str) -> shapes.OwnReadingValue:
    given = line.answers.get(delegation)
    return {
        "line": line.id,
        "answer": given.answer.value if given else None,
        "text": given.text if given else "",
        "attributed": given.attributed if given else False,
        "by_head": given.head if given else False,
        "joined": delegation in line.participants,
    }


def former_keys(meeting: Meeting) -> list[str]:
    """Keys of a seat that it may have had since the meeting began."""
    return ["own/reading"] if meeting.lines else []
