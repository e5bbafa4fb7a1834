"""What everybody in the meeting sees: the plan, where it stands, open questions, turnout, revealed outcomes.

Rules: a draft is nobody's business (its title might sway people); while a round is open only turnout is shown, never a
count by option; an outcome appears when it is revealed; what a reserved session asked and settled is gone once it does
not run. Nothing here names a seat.
"""

from typing import Any, cast

from sessions import card
from sessions.activity import Activity, Round
from sessions.actor import Regime, Secrecy
from sessions.breakdown import outcome_of
from sessions.crowd import crowd
from sessions.meeting import Meeting, Session
from sessions.method import MethodLine
from sessions.movement import Movement
from sessions.programme import Format
from sessions.rounds import earlier, movement, places_only
from sessions.tables import rotation_ends_at, seating
from sessions.views import board, exchange, reading, shapes


def project(meeting: Meeting) -> dict[str, Any]:
    view: dict[str, Any] = {
        "meeting": _meeting(meeting),
        "programme": _programme(meeting),
        "now": _now(meeting),
        **reading.for_everyone(meeting),
        **board.for_everyone(meeting),
        **exchange.for_everyone(meeting),
        **_card(meeting),
    }
    running = meeting.sessions.get(meeting.running or "")
    if running is not None and running.plan.format is Format.TABLES:
        view["tables"] = _tables(meeting, running)
    for id_, activity in meeting.activities.items():
        latest = activity.round
        if latest is None or _behind_doors(meeting, activity):
            continue
        view |= _opened(meeting, activity, latest)
        if not activity.pads:
            view[f"turnout/{id_}"] = turnout(meeting, activity, latest)
    return view


def _opened(meeting: Meeting, activity: Activity, latest: Round) -> dict[str, Any]:
    """Made once for as long as nothing of it changes: there may be hundreds. What others follow shows more or less with
    every round of theirs."""
    id_ = activity.plan.id
    if activity.plan.follows is not None or id_ in meeting.followed:
        return _made_of(meeting, activity, latest)
    return meeting.memory.kept(("opened", id_), meeting.memory.as_of(id_), lambda: _made_of(meeting, activity, latest))


def _made_of(meeting: Meeting, activity: Activity, latest: Round) -> dict[str, Any]:
    id_ = activity.plan.id
    view: dict[str, Any] = {f"activity/{id_}": _activity(meeting, activity, latest)}
    if latest.sealed is not None and latest.revealed_at is not None:
        view[f"outcome/{id_}"] = outcome(meeting, activity, latest)
    past = earlier(activity)
    if past:
        view[f"rounds/{id_}"] = {"rounds": [outcome(meeting, activity, round_) for round_ in past]}
    return view


def _behind_doors(meeting: Meeting, activity: Activity) -> bool:
    """What a reserved session asked and settled is for those in the room, while it runs."""
    return meeting.regime(activity) is Regime.RESERVED and activity.session != meeting.running


def _meeting(meeting: Meeting) -> shapes.MeetingValue:
    rules = meeting.rules
    wifi = meeting.wifi
    return {
        "id": meeting.id,
        "title": meeting.title,
        "place": meeting.place,
        "zone": meeting.zone,
        "languages": list(meeting.languages),
        "entry": meeting.entry,
        "code": meeting.code,
        "rules": {
            "confidentiality": rules.confidentiality,
            "stored": rules.stored,
            "votes": rules.votes,
            "contact": rules.contact,
        },
        "wifi": {"name": wifi.name, "password": wifi.password} if wifi else None,
        "rehearsal": meeting.rehearsal,
        "closed_at": meeting.closed_at,
        "message": meeting.message,
        "message_at": meeting.message_at,
        "keep_days": meeting.keep_days,
    }


def _programme(meeting: Meeting) -> shapes.ProgrammeValue:
    near = {meeting.running, next_session(meeting)}
    return {
        "sessions": [_session(meeting, meeting.sessions[id_], id_ in near) for id_ in meeting.order],
        "delegations": {id_: delegation.name for id_, delegation in meeting.delegations.items()},
    }


def _session(meeting: Meeting, session: Session, near: bool) -> shapes.SessionLine:
    plan = session.plan
    opened = [meeting.activities[id_] for id_ in session.activities if meeting.activities[id_].rounds]
    return {
        "id": plan.id,
        "code": plan.code,
        "title": plan.title,
        "about": plan.about if near else None,
        "questions": list(plan.questions) if near else [],
        "starts_at": plan.starts_at(meeting.zone),
        "minutes": plan.minutes,
        "format": plan.format.value,
        "regime": plan.regime.value,
        "tables": list(session.tables),
        "rotation": session.rotation,
        "rotations": plan.rotation.times if plan.rotation else 0,
        "rotation_minutes": plan.rotation.minutes if plan.rotation else 0,
        "rotation_ends_at": rotation_ends_at(meeting, session),
        "phase": session.phase,
        "started_at": session.started_at,
        "ended_at": session.ended_at,
        "activities": [
            {
                "id": a.plan.id,
                "code": a.plan.code,
                "kind": a.plan.kind,
                "title": a.plan.title,
                "phase": a.phase,
            }
            for a in opened
        ],
    }


def _tables(meeting: Meeting, session: Session) -> shapes.TablesValue:
    """Made once for as long as nothing of it changes: there may be thousands of seats."""
    as_of = meeting.memory.touched.everything, meeting.memory.touched.seats
    return meeting.memory.kept("tables", as_of, lambda: _tables_of(meeting, session))


def _tables_of(meeting: Meeting, session: Session) -> shapes.TablesValue:
    here: dict[str, set[str]] = {table: set() for table in session.tables}
    for seat, table in seating(meeting, session).items():
        if meeting.seats[seat].claimed:
            here[table].add(meeting.seats[seat].delegation)
    return {"session": session.plan.id, "delegations": {table: sorted(ids) for table, ids in here.items()}}


def _now(meeting: Meeting) -> shapes.NowValue:
    activity = meeting.activities.get(meeting.current or "")
    latest = activity.round if activity else None
    stage = meeting.stage
    return {
        "session": meeting.running,
        "activity": meeting.current,
        "phase": activity.phase if activity else None,
        "round": latest.number if latest else None,
        "opened_at": latest.opened_at if latest else None,
        "ends_at": latest.ends_at if latest else None,
        "next": next_session(meeting),
        "stage": {"show": stage.show, "activity": stage.activity, "table": stage.table},
    }


def next_session(meeting: Meeting) -> str | None:
    """The first session still to come, in the order of the run sheet, after the one running (or last ended)."""
    begun = [i for i, id_ in enumerate(meeting.order) if meeting.sessions[id_].started_at is not None]
    start = meeting.order.index(meeting.running) if meeting.running else max(begun, default=-1)
    later = (id_ for id_ in meeting.order[start + 1 :] if meeting.sessions[id_].phase == "planned")
    return next(later, None)


def _activity(meeting: Meeting, activity: Activity, latest: Round) -> shapes.ActivityValue:
    plan = activity.plan
    prepared = activity.prepared
    return {
        "id": plan.id,
        "code": plan.code,
        "session": activity.session,
        "kind": plan.kind,
        "title": plan.title,
        "phase": activity.phase,
        "round": latest.number,
        "setup": prepared.ask,
        "secrecy": latest.secrecy.value,
        "voters": plan.voters.value,
        "regime": meeting.regime(activity).value,
        "trial": plan.trial,
        "pads": prepared.kind.pads,
        "boards": activity.boards,
        "method": method(meeting, activity),
        "opened_at": latest.opened_at,
        "ends_at": latest.ends_at,
        "closed_at": latest.closed_at,
        "sealed": latest.sealed is not None,
    }


def method(meeting: Meeting, activity: Activity) -> list[shapes.MethodValue]:
    return [_method(line) for line in card.card(meeting, activity, short=True)]


def _method(line: MethodLine) -> shapes.MethodValue:
    value: shapes.MethodValue = {"label": line.label, "value": line.value}
    if line.brief is not None:
        value["brief"] = None if line.brief == line.value else line.brief
    return value


def _card(meeting: Meeting) -> dict[str, Any]:
    """What the wall shows of an activity that may not have been opened yet, because the moderator chose to."""
    stage = meeting.stage
    activity = meeting.activities.get(stage.activity or "") if stage.show == "method" else None
    if activity is None:
        return {}
    plan = activity.plan
    value: shapes.CardValue = {
        "activity": plan.id,
        "code": plan.code,
        "title": plan.title,
        "question": activity.prepared.setup.question,
        "method": method(meeting, activity),
    }
    return {"card": value}


def turnout(meeting: Meeting, activity: Activity, latest: Round) -> shapes.TurnoutValue:
    """People and delegations, never options; delegations alone where each has one ballot. In a secret round people are
    counted only where each delegation that can vote has at least two seats, else the number would tell who of a
    delegation of one has voted."""
    present, everybody, delegations = crowd(meeting, activity, latest)
    sealed = latest.sealed
    people = activity.prepared.unit == "seat"
    return {
        "round": latest.number,
        "voted": _voted(meeting, latest) if people else None,
        "present": present,
        "eligible": everybody,
        "delegations_voted": sealed.outcome.counted.delegations if sealed else len(set(latest.voted.values())),
        "delegations": delegations,
        "apart": len(latest.apart),
    }


def _voted(meeting: Meeting, latest: Round) -> int | None:
    if latest.sealed:
        return latest.sealed.outcome.counted.voted
    return len(latest.voted) if _people_may_be_told(meeting, latest) else None


def _people_may_be_told(meeting: Meeting, latest: Round) -> bool:
    if latest.secrecy is not Secrecy.SECRET:
        return True
    sizes: dict[str, int] = {}
    for id_ in latest.eligible:
        delegation = meeting.seats[id_].delegation
        sizes[delegation] = sizes.get(delegation, 0) + 1
    return min(sizes.values(), default=0) >= 2


def outcome(meeting: Meeting, activity: Activity, round_: Round) -> shapes.OutcomeValue:
    """Raises ``ValueError`` where the round is not sealed."""
    if round_.sealed is None:
        raise ValueError("not sealed")
    shown = outcome_of(meeting, activity, round_)
    whole = shown is round_.sealed.outcome
    value: shapes.OutcomeValue = {
        "round": round_.number,
        "sealed_at": round_.sealed.at,
        "digest": round_.sealed.digest,
        "places_only": places_only(meeting, activity, round_),
        "outcome": round_.sealed.plain if whole else shown.model_dump(mode="json", exclude_none=True),
    }
    moved = movement(meeting, activity, round_)
    if moved is not None:
        value["movement"] = cast(Movement, moved.model_dump(mode="json"))  # as plain values, like everything here
    return value
