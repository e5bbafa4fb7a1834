"""A meeting in which every sort of object came about under every regime, each with words of its own.

One session a regime: ideas (one merged of two, one hidden), a prioritisation of them, a poll, offers and needs with a
pairing, notes (one quoted with consent, one sensitive), a synthesis, a comment, good-practice sheets (named and not),
and a line of the roadmap with remarks, read in plenary. ``autoria`` wrote all that one delegation writes.
"""

from collections.abc import Callable
from typing import Any

from sessions import events as e
from sessions.actor import Actor, Role
from sessions.faults import read_programme
from sessions.programme import Programme
from tests.helpers.play import MODERATOR, delegate
from tests.helpers.report import Told

REGIMES = ("open", "attributable", "chatham_house", "reserved")
WRITTEN_UNDER = {"reserved": "chatham_house"}
"""A session becomes reserved at its end, as it may at any time."""
GENERAL = Actor(role=Role.RAPPORTEUR)
AUTHOR, OTHER, THIRD, OBSERVER = "autoria", "otredad", "tercera", "observadora"
NAMES = {AUTHOR: "Autoria", OTHER: "Otredad", THIRD: "Tercera", OBSERVER: "Observadora"}

Word = Callable[[str, str], str]
"""(object, regime) -> what stands in it."""


def marker(name: str, regime: str) -> str:
    """Letters that nothing else in the meeting has, and that no other marker begins with."""
    return f"Zq{name.title().replace(' ', '')}{regime.title().replace('_', '')}Qz"


def programme(word: Word) -> Programme:
    day = {"day": "2025-09-24", "minutes": 60, "format": "tables", "tables": 2}
    delegations = [{"id": id_, "name": name, "seats": 2} for id_, name in NAMES.items() if id_ != OBSERVER]
    raw = {
        "plenaria": 1,
        "id": "everything",
        "title": "Reunión",
        "place": "Panamá",
        "zone": "America/Panama",
        "rules": {"confidentiality": "c", "stored": "s", "votes": "v"},
        "delegations": [*delegations, {"id": OBSERVER, "name": NAMES[OBSERVER], "kind": "organisation", "seats": 1}],
        "themes": [{"id": "COI", "name": "COI"}],
        "bank": [{"id": "COI-1", "theme": "COI", "short": "Sin unidad", "text": "No hay unidad"}],
        "sessions": [
            {"id": f"s-{n}", "code": f"S{n}", "title": f"Sesión {n}", "start": f"{9 + n:02}:00", **day}
            | {"regime": WRITTEN_UNDER.get(regime, regime), "activities": _activities(n, regime, word)}
            for n, regime in enumerate(REGIMES)
        ],
    }
    return read_programme(raw)


def _activities(n: int, regime: str, word: Word) -> list[dict[str, Any]]:
    options = [{"id": "yes", "text": word("outcome", regime)}, {"id": "no", "text": "No"}]
    theme = [{"id": "COI", "text": "COI"}, {"id": "BKL", "text": "Rezago"}]
    setups = {
        "ideas": ("collect", {"question": word("question", regime), "approval": False}),
        "poll": ("poll", {"question": "¿Sí?", "answer": "single", "options": options}),
        "fair": ("exchange", {"question": "¿Qué ofrece?", "themes": theme}),
        "pads": ("notes", {"question": "¿Qué anota?"}),
    }
    return [
        {"id": f"{id_}-{n}", "code": f"A{id_[:2].upper()}-{n}", "kind": kind, "title": id_, "setup": setup}
        for id_, (kind, setup) in setups.items()
    ]


def everything(word: Word = marker, *, reserves: bool = True, until: int = len(REGIMES)) -> Told:
    """The whole of it; the first ``until`` sessions. Without ``reserves`` the last stays as it was written."""
    play = Told(programme(word))
    play.comes(play.meeting.seats)
    for n, regime in enumerate(REGIMES[:until]):
        _session(play, n, regime, word)
    if reserves and until == len(REGIMES):
        play.does(MODERATOR, "edit_session", session=f"s-{len(REGIMES) - 1}", regime="reserved")
    return play


def _session(play: Told, n: int, regime: str, word: Word) -> None:
    play.does(MODERATOR, "start_session", session=f"s-{n}")
    _ideas(play, n, regime, word)
    play.runs(f"poll-{n}", {f"{AUTHOR}-1": {"choices": ["yes"]}, f"{OTHER}-1": {"choices": ["no"]}})
    play.reveals(f"poll-{n}")
    _fair(play, n, regime, word)
    _notes(play, n, regime, word)
    _sheets(play, n, regime, word)
    _line(play, n, regime, word)
    play.does(MODERATOR, "end_session", session=f"s-{n}")


def _ideas(play: Told, n: int, regime: str, word: Word) -> None:
    activity, author = f"ideas-{n}", delegate(f"{AUTHOR}-1")
    play.does(MODERATOR, "open_activity", activity=activity)
    for name in ("idea", "merged", "absorbed", "hidden"):
        entry = {"text": word(name, regime)}
        play.does(author, "add_entry", activity=activity, round=1, entry_id=f"{name}-{n}-000", entry=entry)
    play.does(MODERATOR, "close_activity", activity=activity, round=1)
    parents = [f"merged-{n}-000", f"absorbed-{n}-000"]
    made = {"entries": parents, "id": f"cluster-{n}-000", "text": word("cluster", regime)}
    play.does(MODERATOR, "merge_entries", activity=activity, **made)
    play.does(MODERATOR, "hide_entry", activity=activity, entry=f"hidden-{n}-000")
    objection = word("objection", regime)
    play.does(author, "object_to_entry", activity=activity, entry=f"merged-{n}-000", text=objection)
    play.does(MODERATOR, "prioritise_entries", activity=activity, into=f"order-{n}")
    play.seals(activity)
    play.reveals(activity)
    first = play.meeting.activities[f"order-{n}"].prepared.setup.options[0].id
    play.runs(f"order-{n}", {f"{id_}-1": {"ranking": [first]} for id_ in (AUTHOR, OTHER, THIRD)})
    play.reveals(f"order-{n}")


def _fair(play: Told, n: int, regime: str, word: Word) -> None:
    activity = f"fair-{n}"
    play.does(MODERATOR, "open_activity", activity=activity)
    sides = (("offer", AUTHOR, "COI"), ("need", OTHER, "COI"), ("lonely", OTHER, "BKL"))
    for name, id_, theme in sides:
        side = "need" if name == "lonely" else name
        entry = {"text": word(name, regime), "side": side, "theme": theme, "support": "training"}
        play.does(delegate(f"{id_}-1"), "add_entry", activity=activity, round=1, entry_id=f"{name}-{n}-00", entry=entry)
    for id_ in (AUTHOR, OTHER):
        pair = {"offer": f"offer-{n}-00", "need": f"need-{n}-00"}
        play.does(delegate(f"{id_}-1"), "show_interest", activity=activity, **pair)
    play.does(MODERATOR, "close_activity", activity=activity, round=1)
    play.does(MODERATOR, "finish_board", activity=activity, round=1)
    play.seals(activity)
    play.reveals(activity)


def _notes(play: Told, n: int, regime: str, word: Word) -> None:
    """Table 1 writes; a delegation that sits there agrees to be quoted with the second note."""
    activity = f"pads-{n}"
    play.does(MODERATOR, "assign_table", session=f"s-{n}", seat=f"{AUTHOR}-1", table="t1")
    play.does(MODERATOR, "open_activity", activity=activity)
    written: list[dict[str, Any]] = [
        {"heading": "challenge", "text": word("note", regime)},
        {"heading": "good-practice", "text": word("quoted note", regime)},
        {"heading": "challenge", "text": word("sensitive note", regime), "flags": ["sensitive"]},
        {"heading": "declaration", "text": word("draft", regime)},
    ]
    play.writes(activity, "t1", *written)
    entry = f"{activity}.t1.e1"
    play.does(GENERAL, "comment_entry", comment=f"c-{n}", entry=f"{activity}.t1.e0", text=word("comment", regime))
    play.does(delegate(f"{AUTHOR}-1"), "consent_entry", entry=entry, regime="open")
    play.does(MODERATOR, "close_activity", activity=activity, round=1)
    play.seals(activity)
    play.reveals(activity)
    sources = [{"sort": "entry", "id": f"{activity}.t1.e0", "why": "merge"}]
    fields = {"text": word("synthesis", regime), "heading": "challenge", "sources": sources}
    play.does(GENERAL, "add_synthesis", synthesis=f"y-{n}", session=f"s-{n}", fields=fields)


def _sheets(play: Told, n: int, regime: str, word: Word) -> None:
    for name, named in (("named sheet", True), ("unnamed sheet", False)):
        practice = f"{name.split()[0]}-{n}"
        fields = {"title": word(name, regime), "results": word(f"{name} results", regime), "categories": ["COI"]}
        told = {"practice": practice, "session": f"s-{n}", "fields": fields, "named": named}
        play.does(delegate(f"{AUTHOR}-1"), "add_practice", **told)


def _line(play: Told, n: int, regime: str, word: Word) -> None:
    sources = [
        {"sort": "entry", "id": f"pads-{n}.t1.e0", "why": "promote"},
        {"sort": "entry", "id": f"pads-{n}.t1.e2", "why": "quote"},
        {"sort": "synthesis", "id": f"y-{n}", "why": "quote"},
        {"sort": "practice", "id": f"named-{n}", "why": "quote"},
        {"sort": "outcome", "id": f"order-{n}", "why": "merge"},
        {"sort": "offer", "id": f"offer-{n}-00", "why": "quote"},
        {"sort": "idea", "id": f"hidden-{n}-000", "why": "quote"},
    ]
    fields = {"activity": word("line", regime), "output": word("output", regime), "sources": sources, "theme": "COI"}
    fields |= {"remarks": word("remark", regime), "leads": [THIRD]}
    line = f"l-{n}"
    play.does(GENERAL, "add_line", line=line, session=f"s-{n}", fields=fields)
    play.does(MODERATOR, "start_reading")
    play.does(MODERATOR, "read_line", line=line)
    answers = ((AUTHOR, "signed reservation", True), (OTHER, "unsigned reservation", False))
    for id_, name, signed in answers:
        said = {"answer": "reservation", "text": word(name, regime), "attributed": signed}
        play.does(delegate(f"{id_}-1"), "answer_line", line=line, version=1, **said)
    play.does(MODERATOR, "end_reading")
    assert play.meeting.lines[line].answers


def events_of(play: Told) -> list[bytes]:
    """The log as a store keeps it."""
    return [e.encode(entry) for entry in play.log]
