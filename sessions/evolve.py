"""``evolve(meeting, entry)``: what each event changes. No event can fail here: the rules came before."""

from collections.abc import Callable, Iterable
from typing import Any

from sessions import events as e
from sessions.actor import Secrecy
from sessions.events import LogEntry
from sessions.meeting import Activity, Meeting, Recorded, Round, Sealed, Seat, Session
from sessions.programme import Delegation, seat_ids
from sessions.tables import rows


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
        meeting = _created(event, at)
    elif meeting is None:
        raise ValueError("log_without_beginning")
    else:
        _APPLY[type(event)](meeting, event, at)
    meeting.seq = seq
    return meeting


def _created(event: e.MeetingCreated, at: int) -> Meeting:
    plan = event.programme
    meeting = Meeting(
        id=event.meeting,
        code=event.code,
        title=plan.title,
        place=plan.place,
        zone=plan.zone,
        languages=plan.languages,
        entry=plan.entry,
        keep_days=plan.keep_days,
        rules=plan.rules,
        wifi=plan.wifi,
        mechanisms=dict(plan.mechanisms),
        themes=plan.themes,
        bank=plan.bank,
        created_at=at,
        rehearsal=event.rehearsal,
        rows=rows(plan.delegations),
    )
    for delegation in plan.delegations:
        _seat_delegation(meeting, delegation)
    for session in plan.sessions:
        bare = session.model_copy(update={"activities": ()})
        meeting.sessions[session.id] = Session(bare, [activity.id for activity in session.activities])
        meeting.order.append(session.id)
        for activity in session.activities:
            meeting.activities[activity.id] = Activity(activity, session.id)
    return meeting


def _seat_delegation(meeting: Meeting, delegation: Delegation) -> None:
    meeting.delegations[delegation.id] = delegation
    for number, seat in enumerate(seat_ids(delegation)):
        head = number == 0 and delegation.kind == "state"
        meeting.seats[seat] = Seat(seat, delegation.id, number, head)


def _round(meeting: Meeting, event: Any) -> Round:
    number: int = event.round
    return meeting.activities[event.activity].rounds[number - 1]


def _session_started(m: Meeting, event: e.SessionStarted, at: int) -> None:
    session = m.sessions[event.session]
    # A session that was ended too early goes on: it began when it first did.
    session.started_at = at if session.started_at is None else session.started_at
    session.ended_at, session.skipped = None, False
    m.running, m.current = event.session, None


def _session_ended(m: Meeting, event: e.SessionEnded, at: int) -> None:
    m.sessions[event.session].ended_at = at
    if m.running == event.session:
        m.running, m.current = None, None


def _session_added(m: Meeting, event: e.SessionAdded, at: int) -> None:
    m.sessions[event.plan.id] = Session(event.plan)
    m.order.insert(event.place, event.plan.id)


def _session_edited(m: Meeting, event: e.SessionEdited, at: int) -> None:
    m.sessions[event.plan.id].plan = event.plan


def _session_moved(m: Meeting, event: e.SessionMoved, at: int) -> None:
    m.order.remove(event.session)
    m.order.insert(event.place, event.session)


def _session_skipped(m: Meeting, event: e.SessionSkipped, at: int) -> None:
    m.sessions[event.session].skipped = event.skipped


def _activity_added(m: Meeting, event: e.ActivityAdded, at: int) -> None:
    m.activities[event.plan.id] = Activity(event.plan, event.session)
    m.sessions[event.session].activities.insert(event.place, event.plan.id)


def _activity_edited(m: Meeting, event: e.ActivityEdited, at: int) -> None:
    m.activities[event.plan.id].plan = event.plan


def _activity_moved(m: Meeting, event: e.ActivityMoved, at: int) -> None:
    activity = m.activities[event.activity]
    m.sessions[activity.session].activities.remove(event.activity)
    m.sessions[event.session].activities.insert(event.place, event.activity)
    activity.session = event.session


def _activity_skipped(m: Meeting, event: e.ActivitySkipped, at: int) -> None:
    m.activities[event.activity].skipped = event.skipped


def _opened(m: Meeting, event: e.ActivityOpened, at: int) -> None:
    activity = m.activities[event.activity]
    activity.rounds.append(Round(event.round, event.eligible, event.secrecy, at, event.ends_at))
    activity.skipped = False
    m.current = event.activity


def _time_added(m: Meeting, event: e.TimeAdded, at: int) -> None:
    _round(m, event).ends_at = event.ends_at


def _cast(m: Meeting, event: e.BallotCast, at: int) -> None:
    _round(m, event).voted[event.voter] = event.delegation


def _closed(m: Meeting, event: e.ActivityClosed, at: int) -> None:
    _round(m, event).closed_at = at


def _sealed(m: Meeting, event: e.OutcomeSealed, at: int) -> None:
    round_ = _round(m, event)
    round_.sealed = Sealed(event.outcome, event.digest, event.roll, at)
    if round_.secrecy is Secrecy.SECRET:
        round_.voted.clear()


def _revealed(m: Meeting, event: e.OutcomeRevealed, at: int) -> None:
    _round(m, event).revealed_at = at


def _claimed(m: Meeting, event: e.SeatClaimed, at: int) -> None:
    m.seats[event.seat].claimed = True


def _released(m: Meeting, event: e.SeatReleased, at: int) -> None:
    seat = m.seats[event.seat]
    seat.claimed = False
    seat.generation += 1


def _seat_added(m: Meeting, event: e.SeatAdded, at: int) -> None:
    number = len(m.seats_of(event.delegation))
    m.seats[event.seat] = Seat(event.seat, event.delegation, number, head=False)


def _delegation_added(m: Meeting, event: e.DelegationAdded, at: int) -> None:
    m.rows[event.delegation.id] = len(m.rows)
    _seat_delegation(m, event.delegation)


def _assigned(m: Meeting, event: e.TableAssigned, at: int) -> None:
    m.sessions[event.session].assigned[event.seat] = event.table


def _rotated(m: Meeting, event: e.TablesRotated, at: int) -> None:
    m.sessions[event.session].rotation = event.rotation


def _staged(m: Meeting, event: e.StageSet, at: int) -> None:
    m.stage = event.stage


def _messaged(m: Meeting, event: e.MessageSent, at: int) -> None:
    m.message, m.message_at = event.text, at


def _unmessaged(m: Meeting, event: e.MessageCleared, at: int) -> None:
    m.message, m.message_at = None, None


def _entries(m: Meeting, event: e.EntriesRecorded, at: int) -> None:
    m.activities[event.activity].recorded[event.table] = Recorded(event.entries, at, event.why)


def _meeting_closed(m: Meeting, event: e.MeetingClosed, at: int) -> None:
    m.closed_at, m.running, m.current = at, None, None


_APPLY: dict[type, Callable[[Meeting, Any, int], None]] = {
    e.SessionStarted: _session_started,
    e.SessionEnded: _session_ended,
    e.SessionAdded: _session_added,
    e.SessionEdited: _session_edited,
    e.SessionMoved: _session_moved,
    e.SessionSkipped: _session_skipped,
    e.ActivityAdded: _activity_added,
    e.ActivityEdited: _activity_edited,
    e.ActivityMoved: _activity_moved,
    e.ActivitySkipped: _activity_skipped,
    e.ActivityOpened: _opened,
    e.TimeAdded: _time_added,
    e.BallotCast: _cast,
    e.ActivityClosed: _closed,
    e.OutcomeSealed: _sealed,
    e.OutcomeRevealed: _revealed,
    e.SeatClaimed: _claimed,
    e.SeatReleased: _released,
    e.SeatAdded: _seat_added,
    e.DelegationAdded: _delegation_added,
    e.TableAssigned: _assigned,
    e.TablesRotated: _rotated,
    e.StageSet: _staged,
    e.MessageSent: _messaged,
    e.MessageCleared: _unmessaged,
    e.EntriesRecorded: _entries,
    e.MeetingClosed: _meeting_closed,
}
