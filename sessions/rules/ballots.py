"""Casting a ballot. The store guards phase and round once more, atomically with the write."""

from sessions.activity import Round
from sessions.actor import Actor
from sessions.commands import CastBallot
from sessions.errors import Code, Refused
from sessions.events import BallotCast, Event
from sessions.meeting import Meeting
from sessions.rules import find
from sessions.rules.context import Context, Voter


def cast(meeting: Meeting, command: CastBallot, actor: Actor, context: Context) -> list[Event]:
    """A round that is over answers ``closed``, whatever the ballot says; then right and shape are checked."""
    latest = admitting(meeting, command, actor)
    prepared = meeting.activities[command.activity].prepared
    prepared.kind.read_ballot(prepared.setup, command.ballot)
    voter = voter_of(meeting, command.activity, latest, str(actor.seat), context)
    return [
        BallotCast(
            activity=command.activity,
            round=latest.number,
            voter=voter.voter,
            delegation=voter.delegation,
        )
    ]


def admitting(meeting: Meeting, command: CastBallot, actor: Actor) -> Round:
    """The round that takes the actor's ballot, whatever it says. Raises ``Refused``."""
    latest = find.activity(meeting, command.activity).round
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
    return latest


def voter_of(meeting: Meeting, activity: str, latest: Round, seat: str, context: Context) -> Voter:
    """The keys of a seat's ballot in that round."""
    unit = meeting.activities[activity].prepared.unit
    delegation = meeting.seats[seat].delegation
    return context.voter(latest.secrecy, activity, latest.number, seat, delegation, unit)
