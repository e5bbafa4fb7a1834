"""What changes of the programme change."""

from sessions import events as e
from sessions.activity import Activity
from sessions.evolve.apply import Apply
from sessions.meeting import Meeting, Session
from sessions.regimes import is_looser, tighten


def _session_added(m: Meeting, event: e.SessionAdded, at: int) -> None:
    m.sessions[event.plan.id] = Session(event.plan)
    m.order.insert(event.place, event.plan.id)


def _session_edited(m: Meeting, event: e.SessionEdited, at: int) -> None:
    session = m.sessions[event.plan.id]
    before, session.plan = session.plan.regime, event.plan
    if is_looser(before, event.plan.regime):
        tighten(m, event.plan.id, at)


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


APPLY: dict[type, Apply] = {
    e.SessionAdded: _session_added,
    e.SessionEdited: _session_edited,
    e.SessionMoved: _session_moved,
    e.SessionSkipped: _session_skipped,
    e.ActivityAdded: _activity_added,
    e.ActivityEdited: _activity_edited,
    e.ActivityMoved: _activity_moved,
    e.ActivitySkipped: _activity_skipped,
}
