"""Who sees what of the entries that people write.

Rules: while people write in silence, everyone and the desk hear how many there are and nothing else; a live wall shows
those that may be on it. Nobody is named in a secret round, and no order tells who was quick: what is listed is in the
order of codes, which are chance. A contributor sees the own entries and what became of each.
"""

from collections.abc import Iterator
from typing import Any

from sessions.activity import Activity
from sessions.actor import Secrecy
from sessions.board import Board, Item, Status
from sessions.codes import code_of
from sessions.meeting import Meeting
from sessions.regimes import ATTRIBUTES
from sessions.rules.context import Pseudonyms, plain_voter
from sessions.views import board_shapes as shapes

ON_WALL = 14
"""The latest of a live wall: what a screen shows at once and phones can bear to be told again and again."""


def for_everyone(meeting: Meeting) -> dict[str, Any]:
    return {
        f"wall/{id_}": _wall(activity)
        for id_, activity in _boards(meeting)
        if activity.phase in {"open", "closed"} and activity.round is not None
    }


def for_desk(meeting: Meeting) -> dict[str, Any]:
    return {f"board/{id_}": _board(meeting, activity) for id_, activity in _boards(meeting)}


def for_seat(meeting: Meeting, seat: str, pseudonyms: Pseudonyms) -> dict[str, Any]:
    """While the session runs, and until the board is finished."""
    return {
        f"written/{id_}": _own(meeting, activity, seat, pseudonyms)
        for id_, activity in _boards(meeting)
        if activity.session == meeting.running or activity.to_finish
    }


def former_keys(meeting: Meeting) -> list[str]:
    return [f"written/{id_}" for id_, _ in _boards(meeting)]


def visible(activity: Activity) -> bool:
    """Whether the desk may read what was written. In a secret round it would know who wrote it by watching."""
    latest = activity.round
    if latest is None or latest.closed_at is not None:
        return True
    return latest.secrecy is not Secrecy.SECRET or activity.prepared.setup.wall == "live"


def _boards(meeting: Meeting) -> Iterator[tuple[str, Activity]]:
    """Activities with a board that were opened."""
    return ((id_, activity) for id_, activity in meeting.activities.items() if activity.rounds and activity.boards)


def _written(board: Board) -> int:
    return sum(1 for item in board.items.values() if not item.parents and item.status is not Status.WITHDRAWN)


def _wall(activity: Activity) -> shapes.WallValue:
    live = activity.phase == "open" and activity.prepared.setup.wall == "live"
    latest = list(activity.board.shown())[-ON_WALL:] if live else []
    return {
        "round": len(activity.rounds),
        "count": _written(activity.board),
        "items": [{"id": item.id, "fields": item.fields} for item in reversed(latest)],
    }


def _board(meeting: Meeting, activity: Activity) -> shapes.BoardValue:
    """Made once for as long as nothing of it changes."""
    id_ = activity.plan.id
    return meeting.memory.kept(("board", id_), meeting.memory.as_of(id_), lambda: _board_of(meeting, activity))


def _board_of(meeting: Meeting, activity: Activity) -> shapes.BoardValue:
    board, latest = activity.board, activity.rounds[-1]
    step = board.steps[-1] if board.steps else None
    shown = visible(activity)
    told = [item for item in board.items.values() if item.status is not Status.WITHDRAWN] if shown else []
    attributes = meeting.regime(activity) in ATTRIBUTES
    named = [attributes and round_.secrecy is not Secrecy.SECRET for round_ in activity.rounds]
    return {
        "round": latest.number,
        "count": _written(board),
        "visible": shown,
        "working": activity.to_finish,
        "finished": latest.finished_at is not None,
        "step": {"number": step.number, "verb": step.verb} if step and shown and latest.finished_at is None else None,
        "items": [
            _item(meeting, board, item, named=named[item.round - 1])
            for item in sorted(told, key=lambda item: place(meeting, item))
        ],
    }


def place(meeting: Meeting, item: Item) -> tuple[int, str]:
    """By code, and before there are codes by id, which is chance."""
    return (meeting.numbers.get(item.sort, {}).get(item.id, 0), item.id)


def _code(meeting: Meeting, item: Item) -> str | None:
    return code_of(meeting, item.sort, item.id) if item.id in meeting.numbers.get(item.sort, {}) else None


def _item(meeting: Meeting, board: Board, item: Item, *, named: bool) -> shapes.BoardItem:
    """Made once for as long as it is the same: there may be thousands."""
    sources = board.sources(item)
    objections = [board.objections[one.id] for one in sources if one.id in board.objections] if board.objections else []
    seen = (_code(meeting, item), named, objections)
    of, at, made = meeting.memory.made.get(("item", item.id), (None, None, None))
    if of is not item or at != seen:
        made = _item_value(item, len(sources), *seen)
        meeting.memory.made[("item", item.id)] = item, seen, made
    value: shapes.BoardItem = made
    return value


def _item_value(
    item: Item, contributions: int, code: str | None, named: bool, objections: list[str]
) -> shapes.BoardItem:
    return {
        "id": item.id,
        "code": code,
        "sort": item.sort.value,
        "fields": item.fields,
        "written": item.written,
        "status": item.status.value,
        "contributions": contributions,
        "parents": [{"id": parent.id, "why": parent.why.value} for parent in item.parents],
        "delegation": item.delegation if named else None,
        "objections": objections,
    }


def _own(meeting: Meeting, activity: Activity, seat: str, pseudonyms: Pseudonyms) -> shapes.OwnValue:
    board, latest = activity.board, activity.rounds[-1]
    delegation = meeting.seats[seat].delegation
    mine: list[Item] = []
    for round_ in activity.rounds:
        keys = pseudonyms if round_.secrecy is Secrecy.SECRET else plain_voter
        voter = keys(activity.plan.id, round_.number, seat, delegation).voter
        mine += board.of(voter, round_.number)
    written = sum(1 for item in mine if item.round == latest.number)
    open_ = latest.closed_at is None and latest.admits(seat)
    return {
        "round": latest.number,
        "left": max(0, activity.prepared.setup.per_seat - written) if open_ else 0,
        "items": [_mine(meeting, board, item) for item in mine],
    }


def _mine(meeting: Meeting, board: Board, item: Item) -> shapes.OwnEntry:
    return {
        "id": item.id,
        "round": item.round,
        "code": _code(meeting, item),
        "fields": item.fields,
        "written": item.written,
        "status": item.status.value,
        "changed": board.touched(item.id),
        "objection": board.objections.get(item.id),
        "became": [
            {"code": _code(meeting, heir), "text": heir.text, "status": heir.status.value}
            for heir in board.became(item)
        ],
    }
