"""Running the sessions: start, open, close, reveal, and what the screen says meanwhile."""

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor, Voters
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.rules import find
from sessions.rules.context import Context

_REVEALED = frozenset({"outcome", "movement"})


def start_session(meeting: Meeting, command: c.StartSession, actor: Actor, context: Context) -> list[Event]:
    """A session that still runs is ended first, unless something is open in it; one that has ended goes on."""
    session = find.session(meeting, command.session)
    if session.phase == "running":
        return []
    ending: list[Event] = []
    if meeting.running is not None:
        _nothing_open(meeting, meeting.running)
        ending = [e.SessionEnded(session=meeting.running)]
    return [*ending, e.SessionStarted(session=command.session)]


def end_session(meeting: Meeting, command: c.EndSession, actor: Actor, context: Context) -> list[Event]:
    session = find.session(meeting, command.session)
    if session.phase == "ended":
        return []
    if session.phase != "running":
        raise Refused(Code.SESSION_NOT_RUNNING)
    _nothing_open(meeting, command.session)
    return [e.SessionEnded(session=command.session)]


def _nothing_open(meeting: Meeting, session: str) -> None:
    for id_ in meeting.sessions[session].activities:
        if meeting.activities[id_].phase == "open":
            raise Refused(Code.SESSION_RUNNING, id_)


def open_activity(meeting: Meeting, command: c.OpenActivity, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    if activity.phase == "open":
        return []
    if activity.phase != "draft":
        raise Refused(Code.STALE, activity.phase)
    return opening(meeting, activity, 1, command.minutes, context.now)


def reopen_activity(meeting: Meeting, command: c.ReopenActivity, actor: Actor, context: Context) -> list[Event]:
    activity = find.activity(meeting, command.activity)
    latest = activity.round
    if latest is not None and latest.number == command.round + 1:
        return []
    latest = find.round_of(activity, command.round)
    if latest.closed_at is None:
        raise Refused(Code.STALE, "open")
    if latest.sealed is None:
        raise Refused(Code.NOT_SEALED)
    return opening(meeting, activity, latest.number + 1, command.minutes, context.now)


def opening(meeting: Meeting, activity: Activity, number: int, minutes: int | None, now: int) -> list[Event]:
    """A new round of ``activity``, the ``number``-th. Refused outside its session, and while another vote is open."""
    if activity.session != meeting.running:
        raise Refused(Code.SESSION_NOT_RUNNING, activity.session)
    for id_ in meeting.sessions[activity.session].activities:
        other = meeting.activities[id_]
        if other.phase == "open" and not (other.pads or activity.pads):
            raise Refused(Code.STALE, f"{id_} is open")
    given = minutes or activity.plan.minutes
    return [
        e.ActivityOpened(
            activity=activity.plan.id,
            round=number,
            eligible=eligible(meeting, activity),
            secrecy=meeting.planned_secrecy(activity),
            ends_at=now + given * 60_000 if given else None,
        )
    ]


def eligible(meeting: Meeting, activity: Activity) -> tuple[str, ...]:
    """Every seat that may vote, taken or not: who comes in late still finds a ballot."""
    voters = activity.plan.voters
    return tuple(
        seat.id
        for seat in meeting.seats.values()
        if voters is Voters.DELEGATES_AND_OBSERVERS
        or (meeting.delegations[seat.delegation].kind == "state" and (voters is Voters.DELEGATES or seat.head))
    )


def add_time(meeting: Meeting, command: c.AddTime, actor: Actor, context: Context) -> list[Event]:
    latest = find.round_of(find.activity(meeting, command.activity), command.round)
    if latest.closed_at is not None:
        raise Refused(Code.CLOSED)
    start = max(latest.ends_at or context.now, context.now)
    ends_at = None if command.seconds is None else max(start + command.seconds * 1000, context.now)
    if ends_at == latest.ends_at:
        return []
    return [e.TimeAdded(activity=command.activity, round=latest.number, ends_at=ends_at)]


def close_activity(meeting: Meeting, command: c.CloseActivity, actor: Actor, context: Context) -> list[Event]:
    latest = find.round_of(find.activity(meeting, command.activity), command.round)
    if latest.closed_at is not None:
        return []
    return [e.ActivityClosed(activity=command.activity, round=latest.number)]


def reveal_outcome(meeting: Meeting, command: c.RevealOutcome, actor: Actor, context: Context) -> list[Event]:
    latest = find.round_of(find.activity(meeting, command.activity), command.round)
    if latest.closed_at is None:
        raise Refused(Code.NOT_SEALED, "open")
    if latest.sealed is None:
        raise Refused(Code.NOT_SEALED)
    if latest.revealed_at is not None:
        return []
    return [e.OutcomeRevealed(activity=command.activity, round=latest.number)]


def set_stage(meeting: Meeting, command: c.SetStage, actor: Actor, context: Context) -> list[Event]:
    if command.stage.activity is not None:
        activity = find.activity(meeting, command.stage.activity)
        if command.stage.show in _REVEALED and activity.phase != "revealed":
            raise Refused(Code.NOT_SEALED)
    return [] if command.stage == meeting.stage else [e.StageSet(stage=command.stage)]


def send_message(meeting: Meeting, command: c.SendMessage, actor: Actor, context: Context) -> list[Event]:
    if any(len(text) > 280 for text in command.text.values()):
        raise Refused(Code.INVALID_COMMAND, "text: too long")
    return [e.MessageSent(text=command.text)]


def clear_message(meeting: Meeting, command: c.ClearMessage, actor: Actor, context: Context) -> list[Event]:
    return [] if meeting.message is None else [e.MessageCleared()]


def validate_table(meeting: Meeting, command: c.ValidateTable, actor: Actor, context: Context) -> list[Event]:
    """Checks only that the table is there: the server adds the text of the pad, which the rules cannot read."""
    activity = find.activity(meeting, command.activity)
    if not activity.pads or activity.round is None:
        raise Refused(Code.NOT_OPEN)
    if command.table not in meeting.sessions[activity.session].tables:
        raise Refused(Code.UNKNOWN_TABLE, command.table)
    if actor.table is not None and actor.table != command.table:
        raise Refused(Code.NOT_ALLOWED, command.table)
    return []


def close_meeting(meeting: Meeting, command: c.CloseMeeting, actor: Actor, context: Context) -> list[Event]:
    if meeting.running is not None:
        _nothing_open(meeting, meeting.running)
    unsealed = [a.plan.id for a in meeting.activities.values() if a.round is not None and a.round.sealed is None]
    if unsealed:
        raise Refused(Code.NOT_SEALED, unsealed[0])
    ending: list[Event] = [e.SessionEnded(session=meeting.running)] if meeting.running else []
    return [*ending, e.MeetingClosed()]
