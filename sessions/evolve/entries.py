"""What entries and the board's steps change."""

from sessions import events as e
from sessions.activity import Activity
from sessions.board import Item, Status
from sessions.evolve.apply import Apply, round_of
from sessions.lineage import give_number
from sessions.meeting import Meeting


def _added(m: Meeting, event: e.EntryAdded, at: int) -> None:
    activity = m.activities[event.activity]
    sort = activity.entries.sort(event.fields)
    status = Status.WAITING if event.waiting else Status.SHOWN
    activity.board.add(
        Item(event.entry, sort, event.round, event.fields, status, event.voter, event.delegation),
    )
    round_of(m, event).voted[event.voter] = event.delegation


def _edited(m: Meeting, event: e.EntryEdited, at: int) -> None:
    board = m.activities[event.activity].board
    item = board.items[event.entry]
    if item.author != event.voter or item.status is Status.WITHDRAWN:
        return  # withdrawn on another device at the same moment
    status = Status.WAITING if event.waiting and item.status is not Status.HIDDEN else item.status
    board.put(Item(item.id, item.sort, item.round, event.fields, status, item.author, item.delegation))


def _withdrawn(m: Meeting, event: e.EntryWithdrawn, at: int) -> None:
    board = m.activities[event.activity].board
    item = board.items[event.entry]
    if item.author != event.voter:
        return
    fields = {"text": ""}
    board.put(Item(item.id, item.sort, item.round, fields, Status.WITHDRAWN, item.author, item.delegation))
    if not any(board.of(event.voter, event.round)):
        round_of(m, event).voted.pop(event.voter, None)


def _objected(m: Meeting, event: e.EntryObjected, at: int) -> None:
    board = m.activities[event.activity].board
    board.objections[event.entry] = event.text
    board.revision += 1


def _stepped(m: Meeting, event: e.BoardStepped, at: int) -> None:
    board = m.activities[event.activity].board
    board.take(event.verb, event.entries, event.made, event.text)
    for new in event.made:
        give_number(m.numbers, board.items[new.id].sort, new.id)


def _undone(m: Meeting, event: e.BoardUndone, at: int) -> None:
    m.activities[event.activity].board.undo()


def _finished(m: Meeting, event: e.BoardFinished, at: int) -> None:
    round_of(m, event).finished_at = at


def number_entries(m: Meeting, activity: Activity) -> None:
    """Short codes for what was written, once nobody writes any more: in the order of ids, which are chance, so that a
    code does not tell who was quick."""
    for id_ in sorted(activity.board.items):
        item = activity.board.items[id_]
        if item.status is not Status.WITHDRAWN:
            give_number(m.numbers, item.sort, id_)


APPLY: dict[type, Apply] = {
    e.EntryAdded: _added,
    e.EntryEdited: _edited,
    e.EntryWithdrawn: _withdrawn,
    e.EntryObjected: _objected,
    e.BoardStepped: _stepped,
    e.BoardUndone: _undone,
    e.BoardFinished: _finished,
}
