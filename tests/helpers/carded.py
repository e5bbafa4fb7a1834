"""A meeting in which every kind of activity was run, one of them twice, for whoever reads its method cards."""

from random import Random
from typing import Any

from server.rehearse.ballots import make_ballot
from server.rehearse.ideas import make_entry
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told

ENDS = {
    "low_label": {"es": "Nada", "en": "None", "pt": "Nada"},
    "high_label": {"es": "Todo", "en": "All", "pt": "Tudo"},
}
OPTIONS = [
    {"id": id_, "text": {"es": f"Opción {id_}", "en": f"Option {id_}", "pt": f"Opção {id_}"}} for id_ in ("A-1", "A-2")
]
ASKED = {"es": "¿Qué conviene?", "en": "What is best?", "pt": "O que convém?"}
SETUPS: dict[str, dict[str, Any]] = {
    "poll": {"answer": "single", "options": OPTIONS},
    "prioritise": {"method": "rank", "top": 2, "options": OPTIONS},
    "rate": {"options": OPTIONS, "criteria": [{"id": "ease", "title": "Facilidad", **ENDS}]},
    "collect": {"per_seat": 3},
    "exchange": {"per_seat": 3, "themes": OPTIONS},
    "notes": {},
}
SEATS = tuple(f"{state}-{n}" for state in ("panama", "peru", "belize", "mexico") for n in (1, 2, 3))


def carded() -> Told:
    """The activities are called as their kinds. The poll is open, with two votes on paper and one show of hands, and is
    opened again; the rest is as the session has it: in secret."""
    activities = [
        {"id": kind, "code": f"A-{place}", "kind": kind, "title": f"El {kind}", "setup": {"question": ASKED, **setup}}
        | ({"secrecy": "open"} if kind == "poll" else {})
        for place, (kind, setup) in enumerate(SETUPS.items(), start=1)
    ]
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    play = Told(small(sessions=[{"id": "s", "code": "S1", "title": "S", "activities": activities, **day}]))
    play.comes(SEATS)
    play.does(MODERATOR, "start_session", session="s")
    for kind in SETUPS:
        play.does(MODERATOR, "open_activity", activity=kind)
        _answered(play, kind)
        _ends(play, kind, 1)
    play.does(MODERATOR, "reopen_activity", activity="poll", round=1)
    _answered(play, "poll", 3)
    _ends(play, "poll", 2)
    return play


def _answered(play: Told, kind: str, people: int = len(SEATS)) -> None:
    activity, random = play.meeting.activities[kind], Random(7)
    if activity.pads:
        play.writes(kind, "plenary", {"heading": "lesson", "text": "Conviene empezar pronto."})
        return
    apart = SEATS[:3] if kind == "poll" and people > 3 else ()
    for seat, source in zip(apart, ("paper", "paper", "hands"), strict=False):
        play.does(MODERATOR, "set_source", activity=kind, round=1, seat=seat, source=source)
        if source == "paper":
            ballot = {"choices": ["A-1"]}
            play.does(MODERATOR, "enter_paper_ballot", activity=kind, round=1, seat=seat, ballot=ballot, again=ballot)
        else:
            counts = {"A-2": 1}
            play.does(MODERATOR, "enter_hands", activity=kind, round=1, counts=counts, again=counts)
    for seat in SEATS[len(apart) : people]:
        setup = activity.prepared.ask
        if activity.boards:
            play.enters(seat, kind, make_entry(kind, setup, random))
        else:
            play.casts(seat, kind, make_ballot(kind, setup, random))


def _ends(play: Told, kind: str, number: int) -> None:
    play.does(MODERATOR, "close_activity", activity=kind, round=number)
    if play.meeting.activities[kind].boards:
        play.does(MODERATOR, "finish_board", activity=kind, round=number)
    play.seals(kind)
    play.reveals(kind)
