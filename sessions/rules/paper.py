"""Votes entered for people without a phone.

In a secret round who votes and what is entered are two acts that nothing joins: seats are said to vote on paper while
the round is open, and envelopes are opened after it was closed, in any order, without time or name. Their numbers must
agree before anything is counted.
"""

from typing import Any

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity, Round
from sessions.actor import Actor, Secrecy
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.rules import find
from sessions.rules.context import Context
from sessions.tables import table_of


def set_source(meeting: Meeting, command: c.SetSource, actor: Actor, context: Context) -> list[Event]:
    activity, latest = _vote(meeting, command.activity, command.round)
    _may_for(meeting, activity, actor, command.seat)
    if not latest.admits(command.seat):
        raise Refused(Code.NOT_VOTER)
    before = latest.apart.get(command.seat, "phone")
    if before == command.source:
        return []
    if latest.closed_at is not None and command.source != "phone":
        raise Refused(Code.CLOSED)
    if command.source == "hands" and latest.secrecy is not Secrecy.OPEN:
        raise Refused(Code.INVALID_COMMAND, "source: hands go up in open rounds only")
    if command.source != "phone" and _voter(meeting, activity, latest, command.seat, context) in latest.voted:
        raise Refused(Code.VOTED_ELSEWHERE, "phone")
    if command.seat in latest.paper:
        raise Refused(Code.VOTED_ELSEWHERE, "paper")
    return [e.SourceSet(activity=command.activity, round=latest.number, seat=command.seat, source=command.source)]


def enter_paper_ballot(meeting: Meeting, command: c.EnterPaperBallot, actor: Actor, context: Context) -> list[Event]:
    activity, latest = _vote(meeting, command.activity, command.round)
    _typed_alike(activity, command.ballot, command.again)
    if latest.secrecy is Secrecy.SECRET:
        return [_of_envelope(latest, command)]
    if command.seat is None:
        raise Refused(Code.INVALID_COMMAND, "seat: missing")
    if latest.closed_at is not None:
        raise Refused(Code.CLOSED)
    _may_for(meeting, activity, actor, command.seat)
    if latest.apart.get(command.seat) != "paper":
        raise Refused(Code.VOTED_ELSEWHERE, latest.apart.get(command.seat, "phone"))
    delegation = meeting.seats[command.seat].delegation
    return [
        e.PaperCast(activity=command.activity, round=latest.number, voter=command.seat, delegation=delegation),
    ]


def _of_envelope(latest: Round, command: c.EnterPaperBallot) -> e.PaperCast:
    if command.envelope is None:
        raise Refused(Code.INVALID_COMMAND, "envelope: missing")
    if latest.closed_at is None:
        raise Refused(Code.NOT_OPEN, "envelopes are opened after closing")
    if len({*latest.envelopes, command.envelope}) > len(latest.on_paper):
        raise Refused(Code.TOO_MANY, str(len(latest.on_paper)))
    name = f"envelope:{command.envelope}"
    return e.PaperCast(
        activity=command.activity, round=latest.number, voter=name, delegation=name, envelope=command.envelope
    )


def enter_hands(meeting: Meeting, command: c.EnterHands, actor: Actor, context: Context) -> list[Event]:
    activity, latest = _vote(meeting, command.activity, command.round)
    if latest.closed_at is not None:
        raise Refused(Code.CLOSED)
    if command.counts != command.again:
        raise Refused(Code.ENTRIES_DIFFER)
    for option in command.counts:
        activity.prepared.kind.hand(activity.prepared.setup, option)
    hands = sum(source == "hands" for source in latest.apart.values())
    if sum(command.counts.values()) != hands:
        raise Refused(Code.UNMATCHED, str(hands))
    if command.counts == latest.hands:
        return []
    return [e.HandsEntered(activity=command.activity, round=latest.number, counts=command.counts)]


def finish_paper(meeting: Meeting, command: c.FinishPaper, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    latest = find.round_of(activity, command.round)
    if latest.paper_done:
        return []
    if not activity.paper_due:
        raise Refused(Code.NOT_OPEN)
    # A seat whose phone was quicker than the table that noted it votes by phone.
    left = [s for s in latest.on_paper if _voter(meeting, activity, latest, s, context) not in latest.voted]
    if len(left) != len(latest.envelopes):
        raise Refused(Code.UNMATCHED, f"{len(latest.envelopes)} of {len(left)}")
    return [e.PaperFinished(activity=command.activity, round=latest.number)]


def _vote(meeting: Meeting, id_: str, number: int) -> tuple[Activity, Round]:
    activity = find.activity(meeting, id_)
    latest = find.round_of(activity, number)
    if activity.pads or activity.boards or activity.prepared.unit == "delegation":
        raise Refused(Code.INVALID_COMMAND, "activity: only where each seat has a ballot")
    if latest.sealed is not None or latest.paper_done:
        raise Refused(Code.CLOSED)
    return activity, latest


def _may_for(meeting: Meeting, activity: Activity, actor: Actor, seat: str) -> None:
    """Whoever runs one table enters for those who sit there."""
    found = find.seat(meeting, seat)
    if actor.table is not None and table_of(meeting, meeting.sessions[activity.session], found.id) != actor.table:
        raise Refused(Code.NOT_ALLOWED, actor.table)


def _voter(meeting: Meeting, activity: Activity, latest: Round, seat: str, context: Context) -> str:
    delegation = meeting.seats[seat].delegation
    return context.voter(latest.secrecy, activity.plan.id, latest.number, seat, delegation).voter


def _typed_alike(activity: Activity, ballot: dict[str, Any], again: dict[str, Any]) -> None:
    prepared = activity.prepared
    first, second = (prepared.kind.read_ballot(prepared.setup, each) for each in (ballot, again))
    if first != second:
        raise Refused(Code.ENTRIES_DIFFER)
