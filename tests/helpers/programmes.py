"""Small programmes for tests."""

from typing import Any

from sessions.faults import read_programme
from sessions.programme import Programme

CHALLENGES = [{"id": f"C-{n}", "text": f"Desafío {n}", "short": f"D{n}"} for n in range(1, 7)]


def poll(id_: str, **more: Any) -> dict[str, Any]:
    options = [{"id": "yes", "text": "Sí"}, {"id": "no", "text": "No"}]
    setup = {"question": f"¿{id_}?", "answer": "single", "options": options}
    return {"id": id_, "code": id_.upper(), "kind": "poll", "title": id_, "setup": setup, **more}


def ranking(id_: str, **more: Any) -> dict[str, Any]:
    setup = {"question": f"¿{id_}?", "method": "rank", "top": 3, "options": CHALLENGES, "headline": "delegation"}
    return {"id": id_, "code": id_.upper(), "kind": "prioritise", "title": id_, "setup": setup, **more}


def notes(id_: str, **more: Any) -> dict[str, Any]:
    setup = {"question": f"¿{id_}?"}
    return {"id": id_, "code": id_.upper(), "kind": "notes", "title": id_, "setup": setup, **more}


def small(**more: Any) -> Programme:
    """Four States (Panama, Peru, Belize, Mexico) and one organisation; a plenary, a session at tables, a pause."""
    states = [
        ("panama", ["quito", "mirps"]),
        ("peru", ["quito"]),
        ("belize", ["mirps"]),
        ("mexico", ["quito", "mirps"]),
    ]
    day = {"day": "2025-09-24", "minutes": 60}
    raw = {
        "plenaria": 1,
        "id": "small",
        "title": {"es": "Reunión", "en": "Meeting"},
        "place": "Panamá",
        "zone": "America/Panama",
        "languages": ["es", "en", "pt"],
        "rules": {"confidentiality": "Regla", "stored": "Datos", "votes": "Votos"},
        "mechanisms": {"quito": "Proceso de Quito", "mirps": "MIRPS"},
        "delegations": [
            *({"id": id_, "name": id_.title(), "mechanisms": group, "seats": 3} for id_, group in states),
            {"id": "unhcr", "name": "ACNUR", "kind": "organisation", "seats": 2},
        ],
        "sessions": [
            {"id": "plenary", "code": "S1", "title": "Plenaria", "start": "09:00", "regime": "attributable", **day}
            | {"activities": [poll("coffee"), ranking("priorities", secrecy="secret"), poll("tea")]},
            {"id": "pause", "code": "S2", "title": "Café", "start": "10:00", "format": "pause", **day},
            {"id": "tables", "code": "S3", "title": "Mesas", "start": "10:15", "format": "tables", "tables": 3, **day}
            | {"rotation": {"times": 2, "minutes": 18}, "activities": [notes("pads"), poll("after", secrecy="secret")]},
        ],
    }
    return read_programme({**raw, **more})
