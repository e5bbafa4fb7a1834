"""Offers and needs as everyone sees them, with the delegations that posted them: posting one says so.

Rule: the board is told while its session runs and until it is finished; afterwards the outcome tells it.
"""

from collections.abc import Iterator
from typing import Any

from typing_extensions import TypedDict

from sessions.activity import Activity
from sessions.actor import Regime
from sessions.board import Item
from sessions.codes import code_of
from sessions.lineage import Sort
from sessions.meeting import Meeting


class PostValue(TypedDict):
    """``code`` is None until nobody posts any more."""

    id: str
    code: str | None
    sort: str
    fields: dict[str, Any]
    delegation: str | None


class MeetingPoint(TypedDict):
    """An offer and a need that fit, or that somebody thinks should meet. ``interested``: the delegations that said so;
    both of them make it a pairing."""

    offer: str
    need: str
    fits: bool
    interested: list[str]
    agreed: bool


class ExchangeValue(TypedDict):
    """Key ``exchange/<activity>``: what was posted, and what of it fits."""

    round: int
    open: bool
    posts: list[PostValue]
    points: list[MeetingPoint]


def for_everyone(meeting: Meeting) -> dict[str, Any]:
    return {
        f"exchange/{id_}": _value(meeting, activity)
        for id_, activity in meeting.activities.items()
        if activity.rounds and activity.attributed and _told(meeting, activity)
    }


def _told(meeting: Meeting, activity: Activity) -> bool:
    runs = activity.session == meeting.running
    return runs or (activity.to_finish and meeting.regime(activity) is not Regime.RESERVED)


def _value(meeting: Meeting, activity: Activity) -> ExchangeValue:
    latest = activity.rounds[-1]
    shown = sorted(activity.board.shown(), key=lambda item: (item.sort, item.id))
    return {
        "round": latest.number,
        "open": latest.closed_at is None,
        "posts": [_post(meeting, item) for item in shown],
        "points": list(_points(activity, shown)),
    }


def _post(meeting: Meeting, item: Item) -> PostValue:
    numbered = item.id in meeting.numbers.get(item.sort, {})
    return {
        "id": item.id,
        "code": code_of(meeting, item.sort, item.id) if numbered else None,
        "sort": item.sort.value,
        "fields": item.fields,
        "delegation": item.delegation,
    }


def _points(activity: Activity, shown: list[Item]) -> Iterator[MeetingPoint]:
    """By offer, then by need. Of hundreds of either, few have anything to do with each other."""
    board, topic = activity.board, activity.entries.topic
    needs = {item.id: item for item in shown if item.sort is Sort.NEED}
    on: dict[tuple[str, ...], list[Item]] = {}
    for need in needs.values():
        on.setdefault(topic(need), []).append(need)
    sought = board.sought()
    for offer in (item for item in shown if item.sort is Sort.OFFER):
        fitting = {need.id for need in on.get(topic(offer), ()) if need.delegation != offer.delegation}
        for id_ in sorted(fitting.union(sought.get(offer.id, ())) & needs.keys()):
            yield {
                "offer": offer.id,
                "need": id_,
                "fits": id_ in fitting,
                "interested": list(board.interest_in(offer.id, id_)),
                "agreed": board.agreed(offer, needs[id_]),
            }
