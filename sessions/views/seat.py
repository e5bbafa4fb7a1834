"""What one voter sees of their own: the seat, the table, and whether the ballot arrived. Never what it says."""

from collections.abc import Callable
from typing import Any

from sessions.activity import Activity, Round
from sessions.actor import Secrecy
from sessions.meeting import Meeting
from sessions.programme import Format
from sessions.rules.context import Pseudonyms, own_voter, plain_voter
from sessions.tables import table_of
from sessions.views import agreements, board, practices, reading, shapes
from sessions.views.notes import validated


def project(meeting: Meeting, id_: str, pseudonyms: Pseudonyms) -> dict[str, Any]:
    view: dict[str, Any] = {"seat": _seat(meeting, id_), **reading.for_seat(meeting, id_)}
    view |= board.for_seat(meeting, id_, pseudonyms)
    view |= agreements.for_seat(meeting, id_)
    view |= practices.of_delegation(meeting, meeting.seats[id_].delegation)
    running = meeting.sessions.get(meeting.running or "")
    if running is None:
        return view
    if running.plan.format is Format.TABLES:
        view[f"table/{running.plan.id}"] = _table(meeting, running.plan.id, id_)
    own = table_of(meeting, running, id_)
    for activity_id in running.activities:
        activity = meeting.activities[activity_id]
        if own in activity.validated:
            view[f"validated/{activity_id}"] = validated(activity, own)
        mine = after_cast(meeting, id_, activity_id, pseudonyms)
        if mine is not None:
            view[f"mine/{activity_id}"] = mine
    return view


def after_cast(meeting: Meeting, id_: str, activity_id: str, pseudonyms: Pseudonyms) -> shapes.MineValue | None:
    """``mine/<activity>`` of an activity in the session that runs: all that a ballot changes of its voter's layer."""
    activity = meeting.activities[activity_id]
    latest = activity.round
    if latest is None or activity.pads:
        return None
    return _mine(meeting, activity, latest, id_, pseudonyms)


def former_keys(meeting: Meeting) -> list[str]:
    """Keys that some seat's layer has had since the meeting began and may have lost since: what a phone that was away
    while the session changed is told to forget."""
    tables = [f"table/{id_}" for id_, session in meeting.sessions.items() if session.started_at is not None]
    stood = [f"validated/{id_}" for id_, activity in meeting.activities.items() if activity.validated]
    return (
        tables
        + stood
        + reading.former_keys(meeting)
        + agreements.former_keys(meeting)
        + board.former_keys(meeting)
        + (["own/practices"] if meeting.practices else [])
        + [f"mine/{id_}" for id_, activity in meeting.activities.items() if activity.rounds]
        + [f"shared/{id_}" for id_, activity in meeting.activities.items() if activity.prepared.unit == "delegation"]
    )


def _seat(meeting: Meeting, id_: str) -> shapes.SeatValue:
    delegation = meeting.delegation_of(id_)
    return {
        "id": id_,
        "delegation": delegation.id,
        "name": delegation.name,
        "head": meeting.seats[id_].head,
        "role": meeting.role_of(id_).value,
    }


Shared = Callable[[str, int, str], Any]
"""(activity, round, voter key) -> what the delegation's ballot says, None while it has none."""


def shared(meeting: Meeting, id_: str, pseudonyms: Pseudonyms, ballots: Shared) -> dict[str, Any]:
    """The ballots that the seat's delegation has in common, while their rounds are open: the one content of a ballot
    that anybody is shown, and only those whose own it is."""
    view: dict[str, Any] = {}
    running = meeting.sessions.get(meeting.running or "")
    for activity_id in running.activities if running is not None else ():
        activity = meeting.activities[activity_id]
        latest = activity.round
        if latest is None or latest.closed_at is not None or activity.prepared.unit != "delegation":
            continue
        if latest.admits(id_):
            voter = _voter(meeting, activity, latest, id_, pseudonyms)
            ballot = ballots(activity_id, latest.number, voter)
            if ballot is not None:
                view[f"shared/{activity_id}"] = {"round": latest.number, "ballot": ballot}
    return view


def _voter(meeting: Meeting, activity: Activity, latest: Round, id_: str, pseudonyms: Pseudonyms) -> str:
    keys = pseudonyms if latest.secrecy is Secrecy.SECRET else plain_voter
    voter = keys(activity.plan.id, latest.number, id_, meeting.seats[id_].delegation)
    return own_voter(voter, activity.prepared.unit).voter


def _mine(meeting: Meeting, activity: Activity, latest: Round, id_: str, pseudonyms: Pseudonyms) -> shapes.MineValue:
    sealed = latest.sealed
    voter = _voter(meeting, activity, latest, id_, pseudonyms)
    return {
        "round": latest.number,
        "voter": latest.admits(id_),
        "recorded": sealed.holds(id_) if sealed else voter in latest.voted,
        "counted": sealed is not None and sealed.holds(id_),
        "apart": latest.apart.get(id_),
    }


def _table(meeting: Meeting, session_id: str, id_: str) -> shapes.TableValue:
    session = meeting.sessions[session_id]
    table = table_of(meeting, session, id_)
    return {"table": table, "number": session.tables.index(table) + 1, "of": len(session.tables)}
