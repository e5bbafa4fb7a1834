"""Casting a ballot. The store guards phase and round once more, atomically with the write."""

from sessions.actor import Actor
from sessions.commands import CastBallot
from sessions.errors import Code, Refused
from sessions.events import BallotCast, Event
from sessions.meeting import Meeting
from sessions.rules import find
from sessions.rules.context import Context


def cast(meeting: Meeting, command: CastBallot, actor: Actor, context: Context) -> list[Event]:
    """A round that is over answers ``closed``, whatever the ballot says; then right and shape are checked."""
    activity = find.activity(meeting, command.activity)
    latest = activity.round
    if latest is None:
        raise Refused(Code.NOT_OPEN)
    if command.round != latest.number:
        raise Refused(Code.CLOSED if command.round < latest.number else Code.WRONG_ROUND)
    if latest.closed_at is not None:
        raise Refused(Code.CLOSED)
    if actor.seat is None or not latest.admits(actor.seat):
        raise Refused(Code.NOT_VOTER)
    if actor.seat in latest.apart:
        raise Refused(Code.VOTED_ELSEWHERE, latest.apart[actor.seat])
    prepared = activity.prepared
    prepared.kind.read_ballot(prepared.setup, command.ballot)
    delegation = meeting.seats[actor.seat].delegation
    voter = context.voter(latest.secrecy, command.activity, latest.number, actor.seat, delegation, prepared.unit)
    return [
        BallotCast(
            activity=command.activity,
            round=latest.number,
            voter=voter.voter,
            delegation=voter.delegation,
        )
    ]
