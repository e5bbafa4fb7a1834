"""Meetings played to the end in memory, for whoever reads what came out: reports, pages, exports.

``Play`` holds the law of views against every command; ``Told`` leaves that aside and plays a meeting in a fraction
of a second.
"""

from collections.abc import Iterable
from random import Random
from typing import Any

from server.programmes import default_programme
from server.rehearse.ballots import make_ballot
from server.rehearse.ideas import make_entry
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor
from sessions.commands import read_command
from sessions.programme import Programme
from sessions.report import Report, gather
from sessions.rules import decide
from tests.helpers.play import MODERATOR, Play

NOTES = (
    "Los turnos para registrarse se otorgan con más de tres meses de espera en las zonas de frontera.",
    "Una ventanilla móvil recorre los municipios de la frontera cada quince días y registra a quienes solicitan asilo.",
    "Conviene acordar un formulario único de registro.\nPrimero, con los datos mínimos; después, con los de cada país.",
    "Se ofrece una pasantía de dos semanas para el personal que entrevista.",
)


class Told(Play):
    """Decides and evolves as ``Play`` does, without looking at anybody's views."""

    def does(self, actor: Actor, name: str, **args: Any) -> list[e.Event]:
        command = read_command(name, args)
        events = decide(self.meeting, command, actor, self.context())
        for event in events:
            self.happens(event)
        self._keep(command, events)
        return events

    def comes(self, seats: Iterable[str]) -> None:
        for seat in seats:
            self.happens(e.SeatClaimed(seat=seat))

    def writes(self, activity: str, table: str, *entries: dict[str, Any], why: str = "validated") -> None:
        """Record the pad of a table; an entry is ``{"heading", "text", "flags"?, "id"?}``."""
        lines = [{"id": f"e{number}", "order": number, **entry} for number, entry in enumerate(entries)]
        event = {"type": "entries_recorded", "activity": activity, "table": table, "entries": lines, "why": why}
        self.happens(e.EntriesRecorded.model_validate(event))

    def reveals(self, activity: str) -> None:
        number = len(self.meeting.activities[activity].rounds)
        self.does(MODERATOR, "reveal_outcome", activity=activity, round=number)

    def reports(self) -> Report:
        return gather(self.meeting, "epoch-1")


def played(
    programme: Programme | None = None,
    *,
    seed: int = 1,
    people: int = 3,
    entries: int = 6,
    until: str | None = None,
    closes: bool = True,
) -> Told:
    """A whole meeting: the first ``people`` seats of every delegation come and vote, every table writes ``entries``.

    It stops, unfinished, before the session ``until``; ``closes`` says whether the meeting is closed at the end.
    """
    random = Random(seed)
    play = Told(programme or default_programme())
    play.comes(seat.id for seat in play.meeting.seats.values() if seat.number < people)
    for session in play.meeting.order:
        if session == until:
            return play
        play.does(MODERATOR, "start_session", session=session)
        for activity in play.meeting.sessions[session].activities:
            _runs(play, play.meeting.activities[activity], random, entries)
        play.does(MODERATOR, "end_session", session=session)
    if closes:
        play.does(MODERATOR, "close_meeting")
    return play


def _runs(play: Told, activity: Activity, random: Random, entries: int) -> None:
    plan, setup = activity.plan, activity.prepared.ask
    play.does(MODERATOR, "open_activity", activity=plan.id)
    latest = activity.round
    assert latest is not None
    if activity.pads:
        headings = [heading["id"] for heading in setup["headings"]]
        for number, table in enumerate(play.meeting.sessions[activity.session].tables):
            lines = ({"heading": headings[i % len(headings)], "text": random.choice(NOTES)} for i in range(entries))
            play.writes(plan.id, table, *lines, why="validated" if number else "closed")
    else:
        for seat in latest.eligible:
            if not play.meeting.seats[seat].claimed:
                continue
            if activity.boards:
                play.enters(seat, plan.id, make_entry(plan.kind, setup, random))
            else:
                play.casts(seat, plan.id, make_ballot(plan.kind, setup, random))
    play.does(MODERATOR, "close_activity", activity=plan.id, round=latest.number)
    if activity.boards:
        play.does(MODERATOR, "finish_board", activity=plan.id, round=latest.number)
    play.seals(plan.id)
    play.reveals(plan.id)
