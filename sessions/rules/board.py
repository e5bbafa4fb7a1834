"""The moderator's board: what may be done with what people wrote, and when.

While people write, entries can be let onto the list and taken off it, and nothing more. Once the round is closed they
can be merged, split and reworded too, until the board is finished."""

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor
from sessions.board import STANDING, Item, Made, Status, Verb
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.rules import find
from sessions.rules.context import Context


def approve_entry(meeting: Meeting, command: c.ApproveEntry, actor: Actor, context: Context) -> list[Event]:
    activity = _in_hand(meeting, command.activity)
    item = _standing(activity, command.entry)
    if item.status is Status.SHOWN:
        return []
    return [_step(activity, "approve", (item.id,))]


def hide_entry(meeting: Meeting, command: c.HideEntry, actor: Actor, context: Context) -> list[Event]:
    activity = _in_hand(meeting, command.activity)
    item = _standing(activity, command.entry)
    if (item.status is Status.HIDDEN) == command.hide:
        return []
    if not command.hide and item.status is not Status.HIDDEN:
        return []
    return [_step(activity, "hide" if command.hide else "show", (item.id,))]


def merge_entries(meeting: Meeting, command: c.MergeEntries, actor: Actor, context: Context) -> list[Event]:
    activity = _at_work(meeting, command.activity)
    if command.id in activity.board.items:
        return _made_before(activity, command.id, command.entries)
    _nobodys(activity)
    items = [_standing(activity, id_) for id_ in command.entries]
    if len({item.id for item in items}) < len(items):
        raise Refused(Code.INVALID_COMMAND, "entries: twice")
    if len({item.sort for item in items}) > 1:
        raise Refused(Code.INVALID_COMMAND, "entries: of several sorts")
    return [_step(activity, "merge", command.entries, (Made(command.id, command.text),))]


def _nobodys(activity: Activity) -> None:
    """What stands with the name of a delegation is its own: nobody makes another of it."""
    if activity.attributed:
        raise Refused(Code.INVALID_COMMAND, "entries: attributed")


def split_entry(meeting: Meeting, command: c.SplitEntry, actor: Actor, context: Context) -> list[Event]:
    activity = _at_work(meeting, command.activity)
    ids = [piece.id for piece in command.into]
    if ids[0] in activity.board.items:
        return _made_before(activity, ids[0], (command.entry,))
    _nobodys(activity)
    if len(set(ids)) < len(ids) or any(id_ in activity.board.items for id_ in ids):
        raise Refused(Code.TAKEN)
    item = _standing(activity, command.entry)
    return [_step(activity, "split", (item.id,), tuple(Made(piece.id, piece.text) for piece in command.into))]


def reword_entry(meeting: Meeting, command: c.RewordEntry, actor: Actor, context: Context) -> list[Event]:
    activity = _at_work(meeting, command.activity)
    item = _standing(activity, command.entry)
    if item.text == command.text:
        return []
    return [_step(activity, "reword", (item.id,), text=command.text)]


def undo_board(meeting: Meeting, command: c.UndoBoard, actor: Actor, context: Context) -> list[Event]:
    activity = _in_hand(meeting, command.activity)
    board = activity.board
    standing = [step.number for step in board.steps]
    if command.step not in standing and command.step <= board.stepped:
        return []
    if not standing or standing[-1] != command.step:
        raise Refused(Code.STALE, str(standing[-1] if standing else 0))
    return [e.BoardUndone(activity=command.activity, step=command.step)]


def finish_board(meeting: Meeting, command: c.FinishBoard, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    activity.entries  # noqa: B018 - refuses where nobody writes
    latest = find.round_of(activity, command.round)
    if latest.closed_at is None:
        raise Refused(Code.STALE, "open")
    if latest.finished_at is not None:
        return []
    return [e.BoardFinished(activity=command.activity, round=latest.number)]


def _in_hand(meeting: Meeting, id_: str) -> Activity:
    """An activity whose board may be worked on somehow."""
    activity = find.activity(meeting, id_)
    activity.entries  # noqa: B018 - refuses where nobody writes
    latest = activity.round
    if latest is None:
        raise Refused(Code.NOT_OPEN)
    if latest.finished_at is not None:
        raise Refused(Code.STALE, "finished")
    return activity


def _at_work(meeting: Meeting, id_: str) -> Activity:
    activity = _in_hand(meeting, id_)
    if not activity.to_finish:
        raise Refused(Code.STALE, "open")
    return activity


def _standing(activity: Activity, id_: str) -> Item:
    item = activity.board.items.get(id_)
    if item is None:
        raise Refused(Code.UNKNOWN_ENTRY, id_)
    if item.status not in STANDING:
        raise Refused(Code.STALE, item.status)
    return item


def _made_before(activity: Activity, id_: str, entries: tuple[str, ...]) -> list[Event]:
    """Nothing, where the same step was taken already; else the id is somebody else's."""
    if tuple(parent.id for parent in activity.board.items[id_].parents) != entries:
        raise Refused(Code.TAKEN, id_)
    return []


def _step(
    activity: Activity, verb: Verb, entries: tuple[str, ...], made: tuple[Made, ...] = (), text: str | None = None
) -> Event:
    return e.BoardStepped(
        activity=activity.plan.id,
        step=activity.board.stepped + 1,
        verb=verb,
        entries=entries,
        made=made,
        text=text,
    )
