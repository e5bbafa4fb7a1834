"""``decide``: what a command does to a meeting, or why it is refused. Deny by default."""

from collections.abc import Callable
from typing import Any

from sessions import commands as c
from sessions.actor import Actor
from sessions.commands import Command
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.rules import activities, ballots, flow, programme, seats
from sessions.rules.context import Context
from sessions.rules.permissions import may

Decider = Callable[[Meeting, Any, Actor, Context], list[Event]]


def decide(meeting: Meeting, command: Command, actor: Actor, context: Context) -> list[Event]:
    """The events that ``command`` leads to; an empty list where it changes nothing (asked twice).

    Raises ``Refused``. Looks at nothing but its arguments; changes none of them.
    """
    if not may(actor.role, command.name):
        raise Refused(Code.NOT_ALLOWED, command.name)
    if meeting.closed_at is not None:
        raise Refused(Code.MEETING_CLOSED)
    return _DECIDERS[type(command)](meeting, command, actor, context)


_DECIDERS: dict[type, Decider] = {
    c.CastBallot: ballots.cast,
    c.StartSession: flow.start_session,
    c.EndSession: flow.end_session,
    c.OpenActivity: flow.open_activity,
    c.ReopenActivity: flow.reopen_activity,
    c.AddTime: flow.add_time,
    c.CloseActivity: flow.close_activity,
    c.RevealOutcome: flow.reveal_outcome,
    c.SetStage: flow.set_stage,
    c.SendMessage: flow.send_message,
    c.ClearMessage: flow.clear_message,
    c.ValidateTable: flow.validate_table,
    c.CloseMeeting: flow.close_meeting,
    c.AddSession: programme.add_session,
    c.EditSession: programme.edit_session,
    c.MoveSession: programme.move_session,
    c.SkipSession: programme.skip_session,
    c.AddActivity: activities.add_activity,
    c.EditActivity: activities.edit_activity,
    c.MoveActivity: activities.move_activity,
    c.SkipActivity: activities.skip_activity,
    c.ChooseTable: seats.choose_table,
    c.AssignTable: seats.assign_table,
    c.RotateTables: seats.rotate_tables,
    c.ReleaseSeat: seats.release_seat,
    c.AddSeat: seats.add_seat,
    c.AddDelegation: seats.add_delegation,
}
