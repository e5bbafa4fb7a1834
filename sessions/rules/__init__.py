"""``decide``: what a command does to a meeting, or why it is refused. Deny by default."""

from collections.abc import Callable
from typing import Any

from sessions import commands as c
from sessions.activity import Prepared, Round
from sessions.actor import Actor
from sessions.commands import Command
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.rules import (
    activities,
    ballots,
    board,
    carrying,
    entries,
    exchange,
    flow,
    paper,
    practices,
    programme,
    reading,
    roadmap,
    seats,
    synthesis,
    trial,
)
from sessions.rules.context import Context, Voter
from sessions.rules.permissions import may

Decider = Callable[[Meeting, Any, Actor, Context], list[Event]]


def decide(meeting: Meeting, command: Command, actor: Actor, context: Context) -> list[Event]:
    """The events that ``command`` leads to; an empty list where it changes nothing (asked twice).

    Raises ``Refused``. Looks at nothing but its arguments; changes none of them.
    """
    _require(meeting, command.name, actor)
    return _DECIDERS[type(command)](meeting, command, actor, context)


def decide_cast(
    meeting: Meeting, command: c.CastBallot, actor: Actor, context: Context, read: Callable[[Prepared, Any], object]
) -> tuple[Round, Voter]:
    """What ``decide`` says of a ballot, for thousands at once: the round, and the keys under which it is kept.

    ``read`` stands for the kind's ``read_ballot``, of which every ballot with the same words gets the same answer.
    """
    _require(meeting, command.name, actor)
    latest = ballots.admitting(meeting, command, actor)
    read(meeting.activities[command.activity].prepared, command.ballot)
    return latest, ballots.voter_of(meeting, command.activity, latest, str(actor.seat), context)


def _require(meeting: Meeting, command: str, actor: Actor) -> None:
    if not may(actor.role, command):
        raise Refused(Code.NOT_ALLOWED, command)
    if meeting.closed_at is not None:
        raise Refused(Code.MEETING_CLOSED)


_DECIDERS: dict[type, Decider] = {
    c.CastBallot: ballots.cast,
    c.SetSource: paper.set_source,
    c.EnterPaperBallot: paper.enter_paper_ballot,
    c.EnterHands: paper.enter_hands,
    c.FinishPaper: paper.finish_paper,
    c.ShowInterest: exchange.show_interest,
    c.AddPractice: practices.add_practice,
    c.EditPractice: practices.edit_practice,
    c.NamePractice: practices.name_practice,
    c.WithdrawPractice: practices.withdraw_practice,
    c.AddEntry: entries.add_entry,
    c.EditEntry: entries.edit_entry,
    c.WithdrawEntry: entries.withdraw_entry,
    c.ObjectToEntry: entries.object_to_entry,
    c.ApproveEntry: board.approve_entry,
    c.HideEntry: board.hide_entry,
    c.MergeEntries: board.merge_entries,
    c.SplitEntry: board.split_entry,
    c.RewordEntry: board.reword_entry,
    c.UndoBoard: board.undo_board,
    c.FinishBoard: board.finish_board,
    c.PrioritiseEntries: carrying.prioritise_entries,
    c.StartSession: flow.start_session,
    c.EndSession: flow.end_session,
    c.OpenActivity: flow.open_activity,
    c.ReopenActivity: flow.reopen_activity,
    c.StartTrial: trial.start_trial,
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
    c.AddLine: roadmap.add_line,
    c.EditLine: roadmap.edit_line,
    c.WithdrawLine: roadmap.withdraw_line,
    c.RestoreLine: roadmap.restore_line,
    c.MoveLine: roadmap.move_line,
    c.SetLineStatus: roadmap.set_line_status,
    c.FollowEarlier: roadmap.follow_earlier,
    c.JoinLine: reading.join_line,
    c.StartReading: reading.start_reading,
    c.ReadLine: reading.read_line,
    c.EndReading: reading.end_reading,
    c.AnswerLine: reading.answer_line,
    c.AddSynthesis: synthesis.add_synthesis,
    c.EditSynthesis: synthesis.edit_synthesis,
    c.WithdrawSynthesis: synthesis.withdraw_synthesis,
    c.CommentEntry: synthesis.comment_entry,
    c.ResolveComment: synthesis.resolve_comment,
    c.SetRegime: synthesis.set_regime,
    c.ConsentEntry: synthesis.consent_entry,
}
