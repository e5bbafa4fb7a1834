"""A meeting in which notes, an outcome, a synthesis and roadmap lines came about."""

from typing import Any

from sessions.actor import Actor, Role
from sessions.programme import Programme
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told

GENERAL = Actor(role=Role.RAPPORTEUR)
OF_TABLE = Actor(role=Role.RAPPORTEUR, table="t1")
NOTE, SENSITIVE, SYNTHESIS = "Turnos de tres meses", "El caso de una familia", "Los turnos tardan en todas partes"

ENTRY = {"sort": "entry", "id": "pads.t1.e0", "why": "promote"}
PRIVATE = {"sort": "entry", "id": "pads.t1.e1", "why": "quote"}
FINDING = {"sort": "outcome", "id": "coffee", "part": "yes", "why": "promote"}
MERGED = {"sort": "synthesis", "id": "s-1", "why": "promote"}


def noted(programme: Programme | None = None, plenary: str | None = None, **session: Any) -> Told:
    """Everybody came, ``coffee`` was revealed, and table 1 wrote ``NOTE`` and, sensitive, ``SENSITIVE``. ``session``
    changes the session at tables before it begins, ``plenary`` the regime of the other."""
    play = Told(programme or small())
    play.comes(play.meeting.seats)
    if plenary:
        play.does(MODERATOR, "edit_session", session="plenary", regime=plenary)
    if session:
        play.does(MODERATOR, "edit_session", session="tables", **session)
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("coffee", {"panama-1": {"choices": ["yes"]}})
    play.reveals("coffee")
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    play.writes(
        "pads",
        "t1",
        {"heading": "challenge", "text": NOTE},
        {"heading": "challenge", "text": SENSITIVE, "flags": ["sensitive"]},
        why="exported",
    )
    return play


def drafted(plenary: str | None = None, **session: Any) -> Told:
    """And a synthesis of the note, and the line ``l-1`` of the plenary from all of them."""
    play = noted(plenary=plenary, **session)
    merged = {"text": SYNTHESIS, "sources": [{**ENTRY, "why": "merge"}]}
    play.does(GENERAL, "add_synthesis", synthesis="s-1", session="tables", fields=merged)
    fields = {"activity": "Crear una red regional", "sources": [ENTRY, PRIVATE, FINDING, MERGED]}
    play.does(GENERAL, "add_line", line="l-1", session="plenary", fields=fields)
    return play


def reads(play: Told, line: str = "l-1") -> None:
    """The plenary begins its reading with ``line``."""
    play.does(MODERATOR, "close_activity", activity="pads", round=1)
    play.seals("pads")
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "start_reading")
    play.does(MODERATOR, "read_line", line=line)
