"""Writing entries. The store guards round, phase and how many a seat may have once more, with the write."""

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity, Round
from sessions.actor import Actor
from sessions.board import Item, Status
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.rules import find
from sessions.rules.context import Context, Voter


def add_entry(meeting: Meeting, command: c.AddEntry, actor: Actor, context: Context) -> list[Event]:
    """A known id of the same author changes nothing, also once the round is over."""
    activity, round_, voter = _writer(meeting, command, actor, context)
    known = activity.board.items.get(command.entry_id)
    if known is not None:
        if known.author == voter.voter:
            return []
        raise Refused(Code.TAKEN, command.entry_id)
    _takes(activity, round_)
    setup = activity.prepared.setup
    fields = activity.entries.read_entry(setup, command.entry)
    if sum(1 for _ in activity.board.of(voter.voter, round_.number)) >= setup.per_seat:
        raise Refused(Code.TOO_MANY, str(setup.per_seat))
    return [
        e.EntryAdded(
            activity=command.activity,
            round=round_.number,
            voter=voter.voter,
            delegation=voter.delegation,
            entry=command.entry_id,
            fields=fields,
            waiting=setup.approval,
        )
    ]


def edit_entry(meeting: Meeting, command: c.EditEntry, actor: Actor, context: Context) -> list[Event]:
    activity, round_, voter = _writer(meeting, command, actor, context)
    item = _own(activity, command.entry_id, voter)
    _takes(activity, round_)
    _untouched(item, round_)
    setup = activity.prepared.setup
    fields = activity.entries.read_entry(setup, command.entry)
    if fields == item.fields:
        return []
    return [
        e.EntryEdited(
            activity=command.activity,
            round=round_.number,
            voter=voter.voter,
            entry=item.id,
            fields=fields,
            waiting=setup.approval,
        )
    ]


def withdraw_entry(meeting: Meeting, command: c.WithdrawEntry, actor: Actor, context: Context) -> list[Event]:
    activity, round_, voter = _writer(meeting, command, actor, context)
    item = _own(activity, command.entry_id, voter)
    if item.status is Status.WITHDRAWN:
        return []
    _takes(activity, round_)
    _untouched(item, round_)
    number = round_.number
    return [e.EntryWithdrawn(activity=command.activity, round=number, voter=voter.voter, entry=item.id)]


def object_to_entry(meeting: Meeting, command: c.ObjectToEntry, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    item = activity.board.items.get(command.entry)
    if item is None:
        raise Refused(Code.UNKNOWN_ENTRY, command.entry)
    round_ = activity.rounds[item.round - 1]
    voter = _voter(meeting, activity, round_, actor, context)
    _own(activity, command.entry, voter)
    if not activity.board.touched(item.id):
        raise Refused(Code.STALE, item.status)
    text = command.text or ""
    if activity.board.objections.get(item.id) == text:
        return []
    number = round_.number
    return [
        e.EntryObjected(activity=activity.plan.id, round=number, voter=voter.voter, entry=item.id, text=text),
    ]


def _writer(
    meeting: Meeting, command: c.AddEntry | c.EditEntry | c.WithdrawEntry, actor: Actor, context: Context
) -> tuple[Activity, Round, Voter]:
    activity = find.activity(meeting, command.activity)
    latest = activity.round
    if latest is None:
        raise Refused(Code.NOT_OPEN)
    if command.round > latest.number:
        raise Refused(Code.WRONG_ROUND)
    round_ = activity.rounds[command.round - 1]
    return activity, round_, _voter(meeting, activity, round_, actor, context)


def _voter(meeting: Meeting, activity: Activity, round_: Round, actor: Actor, context: Context) -> Voter:
    activity.entries  # noqa: B018 - refuses where nobody writes
    if actor.seat is None or not round_.admits(actor.seat):
        raise Refused(Code.NOT_VOTER)
    delegation = meeting.seats[actor.seat].delegation
    return context.voter(round_.secrecy, activity.plan.id, round_.number, actor.seat, delegation)


def _takes(activity: Activity, round_: Round) -> None:
    if round_.closed_at is not None:
        raise Refused(Code.CLOSED)


def _own(activity: Activity, id_: str, voter: Voter) -> Item:
    """The entry, if it is there and the voter's; somebody else's is told like none."""
    item = activity.board.items.get(id_)
    if item is None or item.author != voter.voter:
        raise Refused(Code.UNKNOWN_ENTRY, id_)
    return item


def _untouched(item: Item, round_: Round) -> None:
    if item.round != round_.number or item.status is Status.WITHDRAWN:
        raise Refused(Code.STALE, item.status)
