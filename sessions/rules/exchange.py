"""Who may say that an offer and a need should meet: the delegations that posted them, until the list is sealed."""

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor
from sessions.board import Item, Status
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.lineage import Sort
from sessions.meeting import Meeting
from sessions.rules import find
from sessions.rules.context import Context


def show_interest(meeting: Meeting, command: c.ShowInterest, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    if not activity.entries.attributed:
        raise Refused(Code.INVALID_ENTRY, "no_pairings")
    if activity.round is None:
        raise Refused(Code.NOT_OPEN)
    if activity.round.finished_at is not None:
        raise Refused(Code.CLOSED)
    offer = _posted(activity, command.offer, Sort.OFFER)
    need = _posted(activity, command.need, Sort.NEED)
    if actor.seat is None:
        raise Refused(Code.NOT_ALLOWED)
    own = find.seat(meeting, actor.seat).delegation
    if offer.delegation == need.delegation or own not in {offer.delegation, need.delegation}:
        raise Refused(Code.NOT_ALLOWED, own)
    if activity.board.interested(offer.id, need.id, own) == command.interested:
        return []
    return [
        e.InterestShown(
            activity=command.activity,
            offer=offer.id,
            need=need.id,
            delegation=own,
            interested=command.interested,
        )
    ]


def _posted(activity: Activity, id_: str, sort: Sort) -> Item:
    item = activity.board.items.get(id_)
    if item is None or item.sort is not sort or item.status is not Status.SHOWN:
        raise Refused(Code.UNKNOWN_ENTRY, id_)
    return item
