"""How far single notes may travel: what those who write the report see of it, and what a delegation is asked.

Rules: a delegation is named here only where the note as it stands names it; before that, only how many agreed. A seat
reads the notes of the tables where it sat, and what its own delegation said.
"""

from typing import Any

from sessions.actor import Role
from sessions.codes import code_of
from sessions.lineage import Sort
from sessions.meeting import Meeting
from sessions.regimes import entry_regime, find_entry, quotable
from sessions.synthesis import EntryRegime, Step
from sessions.tables import tables_sat_at
from sessions.views import roadmap_shapes as shapes


def for_notes(meeting: Meeting) -> dict[str, Any]:
    found = [_agreement(meeting, id_, own) for id_, own in meeting.entry_regimes.items() if find_entry(meeting, id_)]
    value: shapes.AgreementsValue = {"entries": found}
    return {"agreements": value} if found else {}


def _agreement(meeting: Meeting, id_: str, own: EntryRegime) -> shapes.AgreementValue:
    activity = meeting.activities[id_.partition(".")[0]]
    named = quotable(meeting, activity, id_)
    return {
        "entry": id_,
        "regime": entry_regime(meeting, activity, id_).value,
        "session": meeting.regime(activity).value,
        "asked": own.asked.value if own.asked is not None else None,
        "agreed": len(own.quotable),
        "declined": len(own.declined),
        "steps": [_step(step, named) for step in own.steps],
    }


def _step(step: Step, named: tuple[str, ...]) -> shapes.AgreementStep:
    return {
        "at": step.at,
        "what": step.what,
        "regime": step.regime.value if step.regime is not None else None,
        "role": step.author.role.value if step.author is not None else None,
        "table": step.author.table if step.author is not None else None,
        "delegation": step.delegation if step.delegation in named else None,
    }


def for_seat(meeting: Meeting, seat: str) -> dict[str, Any]:
    if meeting.role_of(seat) is not Role.DELEGATE:
        return {}
    delegation = meeting.seats[seat].delegation
    agreed = {
        id_: own.quotable[delegation].value for id_, own in meeting.entry_regimes.items() if delegation in own.quotable
    }
    notes = [
        note
        for id_, own in meeting.entry_regimes.items()
        if own.asked is not None or delegation in own.quotable
        if (note := _own(meeting, id_, own, seat, delegation)) is not None
    ]
    value: shapes.ConsentsValue = {"entries": agreed, "notes": notes}
    return {"own/consents": value} if agreed or notes else {}


def _own(meeting: Meeting, id_: str, own: EntryRegime, seat: str, delegation: str) -> shapes.OwnNoteValue | None:
    found = find_entry(meeting, id_)
    if found is None or found[1] not in tables_sat_at(meeting, meeting.sessions[found[0].session], seat):
        return None
    given = own.quotable.get(delegation)
    return {
        "entry": id_,
        "code": code_of(meeting, Sort.ENTRY, id_),
        "text": found[2].text,
        "regime": entry_regime(meeting, found[0], id_).value,
        "asked": own.asked.value if own.asked is not None else None,
        "agreed": given.value if given is not None else None,
        "declined": delegation in own.declined,
    }


def former_keys(meeting: Meeting) -> list[str]:
    """Keys of a seat that it may have had since the meeting began."""
    return ["own/consents"] if meeting.entry_regimes else []
