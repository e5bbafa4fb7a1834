"""Roadmap lines for a meeting that was played, from what it settled."""

from typing import Any

from sessions.actor import Actor, Regime, Role
from tests.helpers.play import MODERATOR
from tests.helpers.report import Told

GENERAL = Actor(role=Role.RAPPORTEUR)
ACTIVITIES = (
    "Crear una red técnica regional de COI con puntos focales y repositorio compartido",
    "Realizar un intercambio entre pares sobre depuración de inventario de casos pendientes",
    "Elaborar lineamientos regionales para el uso responsable de IA en procedimientos de asilo",
    "Elaborar un diagnóstico y propuesta de banco regional de intérpretes",
    "Diseñar un programa común de inducción para oficiales de elegibilidad",
)


def sources_of(play: Told) -> list[dict[str, Any]]:
    """Something to cite: the notes first, else what was revealed."""
    meeting = play.meeting
    found: list[dict[str, Any]] = []
    for activity in meeting.activities.values():
        if activity.plan.trial or meeting.sessions[activity.session].plan.regime is Regime.RESERVED:
            continue
        for table, recorded in activity.recorded.items():
            ids = (f"{activity.plan.id}.{table}.{entry.id}" for entry in recorded.entries)
            found += [{"sort": "entry", "id": id_, "why": "promote"} for id_ in ids]
        if activity.round and activity.round.sealed and activity.round.revealed_at and not activity.pads:
            parts = (finding.id for finding in activity.round.sealed.outcome.findings)
            found += [{"sort": "outcome", "id": activity.plan.id, "part": part, "why": "quote"} for part in parts]
    return found


def drafts(play: Told, count: int, **fields: Any) -> None:
    """``count`` lines, ``l-0`` ... of the first session that was held; every third one is agreed ad referendum."""
    meeting = play.meeting
    held = next(session for session in meeting.sessions.values() if session.started_at is not None)
    states = [delegation.id for delegation in meeting.delegations.values() if delegation.kind == "state"]
    sources = sources_of(play)
    for number in range(count):
        told: dict[str, Any] = {
            "activity": ACTIVITIES[number % len(ACTIVITIES)],
            "sources": [sources[number * 3 % len(sources)]],
            "output": "Red en funcionamiento con 17 puntos focales",
            "mechanism": ("quito", "mirps", "pac", "joint")[number % 4],
            "alignment": "Eje 4 Quito IV; PAC Asilo de Calidad",
            "leads": [states[number % len(states)]],
            "institution": "CONARE",
            "quarter": 1 + number % 4,
            "year": 2026,
            "indicator": "Productos compartidos",
            "baseline": "0",
            "target": "12",
            "verification": "Registro del repositorio",
            "cooperation": "technical",
        }
        if meeting.bank:
            challenge = meeting.bank[number % len(meeting.bank)]
            told |= {"theme": challenge.theme, "challenge": challenge.id, "position": "1-2", "stability": "high"}
        line = f"l-{number}"
        play.does(GENERAL, "add_line", line=line, session=held.plan.id, fields={**told, **fields})
        play.does(GENERAL, "set_line_status", line=line, status="reviewed")
        if number % 3 == 0:
            play.does(MODERATOR, "set_line_status", line=line, status="agreed_ad_referendum")
