"""The smallest programme worth reading, as plain values to change and break."""

from typing import Any

Raw = dict[str, Any]


def small_programme() -> Raw:
    """A fresh copy: one delegation, one theme, one session at tables with a prioritisation and notes."""
    return {
        "plenaria": 1,
        "id": "ensayo",
        "title": "Ensayo",
        "place": {"es": "Ciudad de Panamá", "en": "Panama City"},
        "zone": "America/Panama",
        "rules": {"confidentiality": "Sin atribución.", "stored": "Nada.", "votes": "Secretos."},
        "mechanisms": {"quito": "Proceso de Quito"},
        "delegations": [{"id": "panama", "name": "Panamá", "mechanisms": ["quito"], "seats": 2}],
        "themes": [{"id": "ACC", "name": "Acceso"}],
        "bank": [challenge("ACC-1"), challenge("ACC-2"), challenge("ACC-3")],
        "sessions": [session()],
    }


def challenge(id_: str) -> Raw:
    return {"id": id_, "theme": "ACC", "short": id_, "text": {"es": f"Desafío {id_}", "en": f"Challenge {id_}"}}


def session() -> Raw:
    return {
        "id": "bloque-1",
        "code": "S-01",
        "title": "Bloque 1",
        "day": "2025-09-24",
        "start": "10:30",
        "minutes": 75,
        "format": "tables",
        "tables": 7,
        "activities": [prioritisation(), notes()],
    }


def prioritisation() -> Raw:
    setup = {"question": "¿Qué va primero?", "method": "rank", "top": 2, "options": ["ACC-1", "ACC-3"]}
    return {"id": "orden", "code": "D-01", "kind": "prioritise", "title": "Orden", "setup": setup}


def notes() -> Raw:
    return {"id": "notas", "code": "N-01", "kind": "notes", "title": "Notas", "setup": {"question": "¿Qué queda?"}}
