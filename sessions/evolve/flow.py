"""What the run of the meeting changes."""

from sessions import events as e
from sessions.activity import Round
from sessions.evolve.apply import Apply, round_of
from sessions.evolve.entries import number_entries
from sessions.meeting import Meeting


def _meeting_closed(m: Meeting, event: e.MeetingClosed, at: int) -> None:
    m.closed_at, m.running, m.current, m.reading = at, None, None, None


def _session_started(m: Meeting, event: e.SessionStarted, at: int) -> None:
    session = m.sessions[event.session]
    # A session that was ended too early goes on: it began when it first did.
    session.started_at = at if session.started_at is None else session.started_at
    session.ended_at, session.skipped = None, False
    m.running, m.current = event.session, None


def _session_ended(m: Meeting, event: e.SessionEnded, at: int) -> None:
    m.sessions[event.session].ended_at = at
    if m.reading is not None and m.reading.session == event.session:
        m.reading = None
    if m.running == event.session:
        m.running, m.current = None, None


def _opened(m: Meeting, event: e.ActivityOpened, at: int) -> None:
    activity = m.activities[event.activity]
    activity.rounds.append(Round(event.round, event.eligible, event.secrecy, at, event.ends_at))
    activity.skipped = False
    m.current = event.activity


def _time_added(m: Meeting, event: e.TimeAdded, at: int) -> None:
    round_of(m, event).ends_at = event.ends_at


def _closed(m: Meeting, event: e.ActivityClosed, at: int) -> None:
    round_of(m, event).closed_at = at
    number_entries(m, m.activities[event.activity])


def _revealed(m: Meeting, event: e.OutcomeRevealed, at: int) -> None:
    round_of(m, event).revealed_at = at


def _staged(m: Meeting, event: e.StageSet, at: int) -> None:
    m.stage = event.stage


def _messaged(m: Meeting, event: e.MessageSent, at: int) -> None:
    m.message, m.message_at = event.text, at


def _unmessaged(m: Meeting, event: e.MessageCleared, at: int) -> None:
    m.message, m.message_at = None, None


APPLY: dict[type, Apply] = {
    e.MeetingClosed: _meeting_closed,
    e.SessionStarted: _session_started,
    e.SessionEnded: _session_ended,
    e.ActivityOpened: _opened,
    e.TimeAdded: _time_added,
    e.ActivityClosed: _closed,
    e.OutcomeRevealed: _revealed,
    e.StageSet: _staged,
    e.MessageSent: _messaged,
    e.MessageCleared: _unmessaged,
}
