"""The poll that people practise with before something counts."""

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor, Voters
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting, Session
from sessions.programme import MAX_ACTIVITIES, ActivityPlan
from sessions.rules import flow
from sessions.rules.activities import next_code
from sessions.rules.context import Context
from sessions.text import Text

TITLE: Text = {"es": "Práctica", "en": "Practice", "pt": "Prática"}
SETUP = {
    "question": {"es": "¿Café o té?", "en": "Coffee or tea?", "pt": "Café ou chá?"},
    "answer": "single",
    "options": [
        {"id": "coffee", "text": {"es": "Café", "en": "Coffee", "pt": "Café"}},
        {"id": "tea", "text": {"es": "Té", "en": "Tea", "pt": "Chá"}},
    ],
}


def start_trial(meeting: Meeting, command: c.StartTrial, actor: Actor, context: Context) -> list[Event]:
    """One tap in whatever session runs; a second one while it is open changes nothing."""
    session = meeting.sessions.get(meeting.running or "")
    if session is None:
        raise Refused(Code.SESSION_NOT_RUNNING)
    trial = _of(meeting, session)
    if trial is None:
        return _ready_made(meeting, session, command.activity, context)
    latest = trial.round
    if latest is not None and latest.closed_at is None:
        return []
    if latest is not None and latest.sealed is None:
        raise Refused(Code.NOT_SEALED)
    return flow.opening(meeting, trial, len(trial.rounds) + 1, None, context.now)


def _of(meeting: Meeting, session: Session) -> Activity | None:
    """The session's own trial: one that is open or still to come, else the last that was held."""
    trials = [meeting.activities[id_] for id_ in session.activities if meeting.activities[id_].plan.trial]
    due = (trial for trial in trials if trial.phase in {"open", "draft"})
    return next(due, trials[-1] if trials else None)


def _ready_made(meeting: Meeting, session: Session, id_: str, context: Context) -> list[Event]:
    if id_ in meeting.activities:
        raise Refused(Code.TAKEN, id_)
    if len(session.activities) >= MAX_ACTIVITIES:
        raise Refused(Code.TOO_MANY)
    plan = ActivityPlan(
        id=id_,
        code=next_code(meeting, "poll", trial=True),
        kind="poll",
        title=TITLE,
        voters=Voters.DELEGATES_AND_OBSERVERS,
        trial=True,
        setup=SETUP,
    )
    begun = [i for i, other in enumerate(session.activities, 1) if meeting.activities[other].rounds]
    adding = e.ActivityAdded(session=session.plan.id, plan=plan, place=max(begun, default=0))
    return [adding, *flow.opening(meeting, Activity(plan, session.plan.id), 1, None, context.now)]
