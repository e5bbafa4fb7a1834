"""Offers and needs as everyone sees them, with the delegations that posted them: posting one says so.

Rule: the board is told while its session runs and until it is finished; afterwards the outcome tells it.
"""

from collections.abc import Iterator
from typing import Any

from typing_extensions import TypedDict

from sessions.actor import Regime
from sessions.board import Item
from sessions.chain import code_of
from sessions.lineage import Sort
from sessions.meeting import Activity, Meeting


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
    board, rules = activity.board, activity.entries
    needs = [item for item in shown if item.sort is Sort.NEED]
    for offer in (item for item in shown if item.sort is Sort.OFFER):
        for need in needs:
            fits = rules.fits(offer, need)
            interested = board.interest_in(offer.id, need.id)
            if fits or interested:
                yield {
                    "offer": offer.id,
                    "need": need.id,
                    "fits": fits,
                    "interested": list(interested),
                    "agreed": board.agreed(offer, need),
                }
