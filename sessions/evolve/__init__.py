"""``evolve(meeting, entry)``: what each event changes. No event can fail here: the rules came before."""

from collections.abc import Iterable

from sessions import events as e
from sessions.events import LogEntry
from sessions.evolve import (
    ballots,
    entries,
    exchange,
    flow,
    notes,
    paper,
    practices,
    programme,
    roadmap,
    seats,
    synthesis,
)
from sessions.evolve.apply import Apply
from sessions.evolve.creation import created
from sessions.meeting import Meeting

_APPLY: dict[type, Apply] = {
    **ballots.APPLY,
    **paper.APPLY,
    **entries.APPLY,
    **flow.APPLY,
    **programme.APPLY,
    **seats.APPLY,
    **notes.APPLY,
    **roadmap.APPLY,
    **synthesis.APPLY,
    **practices.APPLY,
    **exchange.APPLY,
}

_OF_ONE_SEAT = (e.BallotCast, e.PaperCast, e.EntryAdded, e.EntryEdited, e.EntryWithdrawn, e.EntryObjected)
"""What single people do in a round. Some of it is erased at a sealing: no count that others see may rest on it."""

_OF_NO_ACTIVITY = (
    e.SeatClaimed,
    e.StageSet,
    e.MessageSent,
    e.MessageCleared,
    e.SynthesisAdded,
    e.SynthesisEdited,
    e.SynthesisWithdrawn,
    e.EntryCommented,
    e.CommentResolved,
    *roadmap.APPLY,
    *practices.APPLY,
)
"""What changes nothing of any activity, nor of the plan and of who there is."""

_OF_NO_CHAIN = (
    e.BallotCast,
    e.PaperCast,
    e.SourceSet,
    e.HandsEntered,
    e.PaperFinished,
    e.EntryAdded,
    e.EntryObjected,
    e.InterestShown,
    e.SeatClaimed,
    e.StageSet,
    e.MessageSent,
    e.MessageCleared,
    e.SessionStarted,
    e.SessionEnded,
    e.ActivityOpened,
    e.ActivityClosed,
    e.TimeAdded,
    e.TableAssigned,
    e.TablesRotated,
    e.LineAnswered,
    e.LineRead,
    e.ReadingStarted,
    e.ReadingEnded,
    e.EntryCommented,
    e.CommentResolved,
)
"""What changes nothing in the chain, but that it may give numbers."""


def fold(entries: Iterable[tuple[int, LogEntry]], meeting: Meeting | None = None) -> Meeting | None:
    """The state after ``entries`` ((seq, entry), in order), from nothing or from ``meeting``."""
    for seq, entry in entries:
        meeting = evolve(meeting, seq, entry)
    return meeting


def evolve(meeting: Meeting | None, seq: int, entry: LogEntry) -> Meeting:
    """Apply one log entry in place. The first entry of a log must be ``MeetingCreated``."""
    event = entry.event
    at = entry.at or 0
    if isinstance(event, e.MeetingCreated):
        meeting = created(event, at)
        meeting.told = 0
    elif meeting is None:
        raise ValueError("log_without_beginning")
    else:
        _APPLY[type(event)](meeting, event, at)
        if type(event) in seats.APPLY:
            meeting.memory.touched.seats = seq
        _touch(meeting, seq, event)
    meeting.seq = seq
    _count(meeting, event)
    return meeting


def evolve_cast(meeting: Meeting, seq: int, event: e.CastFields) -> None:
    """What ``evolve`` does with a ``BallotCast``, for hundreds of thousands."""
    ballots.cast(meeting, event)
    meeting.seq = seq
    meeting.aside = meeting.aside or meeting.told >= 0


def _touch(meeting: Meeting, seq: int, event: e.Event) -> None:
    touched = meeting.memory.touched
    if not isinstance(event, _OF_NO_CHAIN):
        touched.chain = seq
    if isinstance(event, _OF_NO_ACTIVITY):
        return
    one: str | None = None if type(event) in programme.APPLY else getattr(event, "activity", None)
    if one is None:
        touched.everything = seq
    else:
        touched.activities[one] = seq


def _count(meeting: Meeting, event: e.Event) -> None:
    if meeting.told >= 0:
        meeting.aside = isinstance(event, _OF_ONE_SEAT)
        meeting.told += not meeting.aside
