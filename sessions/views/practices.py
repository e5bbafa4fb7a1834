"""Good-practice sheets: each delegation sees its own, whoever writes the report all of them.

Rule: outside the delegation the country stands with its sheet only where it agreed; a reserved session's sheets are a
code without content.
"""

from typing import Any

from typing_extensions import TypedDict

from sessions.actor import Regime
from sessions.codes import code_of
from sessions.lineage import Sort
from sessions.meeting import Meeting
from sessions.practice import Practice


class PracticeFieldsValue(TypedDict):
    title: str
    categories: list[str]
    tags: list[str]
    period: str
    entities: str
    submitted_by: str
    partners: str
    website: str
    description: str
    results: str
    conditions: str
    replicability: str
    contact: str
    sources: list[dict[str, Any]]


class PracticeValue(TypedDict):
    """Key ``practice/<id>`` (notes layer); in ``own/practices`` of a delegate's seat those of the own delegation.

    ``delegation`` is None where the country does not want to be named, ``fields`` where a reserved session withholds
    them. ``version`` is what ``edit_practice`` and ``name_practice`` name."""

    id: str
    code: str
    session: str
    regime: str
    delegation: str | None
    named: bool
    fields: PracticeFieldsValue | None
    version: int
    withdrawn: bool
    at: int


class OwnPracticesValue(TypedDict):
    """Key ``own/practices`` of a delegate's seat."""

    practices: list[PracticeValue]


def project(meeting: Meeting) -> dict[str, Any]:
    return {f"practice/{id_}": _value(meeting, practice) for id_, practice in meeting.practices.items()}


def of_delegation(meeting: Meeting, delegation: str) -> dict[str, Any]:
    """For the seats of ``delegation``; nothing while it has written none."""
    own = [
        _value(meeting, practice, own=True)
        for practice in meeting.practices.values()
        if practice.delegation == delegation
    ]
    value: OwnPracticesValue = {"practices": own}
    return {"own/practices": value} if own else {}


def _value(meeting: Meeting, practice: Practice, *, own: bool = False) -> PracticeValue:
    regime = meeting.sessions[practice.session].plan.regime
    hidden = regime is Regime.RESERVED and not own
    fields: Any = practice.fields.model_dump(mode="json")
    return {
        "id": practice.id,
        "code": code_of(meeting, Sort.PRACTICE, practice.id),
        "session": practice.session,
        "regime": regime.value,
        "delegation": practice.delegation if own or (practice.named and not hidden) else None,
        "named": practice.named,
        "fields": None if hidden else fields,
        "version": practice.version,
        "withdrawn": practice.withdrawn,
        "at": practice.at,
    }
