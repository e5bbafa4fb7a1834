"""The meeting at one place in its log, as neutral values that every export format writes.

Rules: an outcome is in the report once it was revealed; a ``reserved`` session is there with its turnout and nothing of
its content; entries marked sensitive stay out; nobody's seat is ever in it.
"""

import hashlib
import json
from typing import Any, Literal

from sessions.actor import Frozen, Regime
from sessions.meeting import Activity, Meeting, Round, Session
from sessions.outcomes import Finding, Outcome, Table
from sessions.text import Text
from sessions.views.everyone import turnout

SENSITIVE = "sensitive"


class ReportMethod(Frozen):
    label: Text
    value: Text


class ReportActivity(Frozen):
    """``voted`` and ``delegations_voted`` are None while a secret round is open and may not tell. ``outcome`` is None
    until it was revealed, and where its regime withholds it."""

    id: str
    code: str
    kind: str
    title: Text
    question: Text
    round: int
    phase: str
    secrecy: str
    voters: str
    eligible: int
    voted: int | None
    delegations: int
    delegations_voted: int | None
    opened_at: int | None
    closed_at: int | None
    digest: str | None = None
    outcomes: tuple[Finding, ...] = ()
    outcome: Outcome | None = None
    method: tuple[ReportMethod, ...] = ()
    tables: tuple[Table, ...] = ()
    withheld: bool = False


class ReportEntry(Frozen):
    """``id`` is unique in the report: activity, table and entry."""

    id: str
    code: str
    activity: str
    table: str
    heading: str
    heading_title: Text
    text: str
    recorded_at: int
    validated: bool


class ReportSession(Frozen):
    id: str
    code: str
    title: Text
    regime: str
    format: str
    phase: str
    starts_at: int
    minutes: int
    started_at: int | None
    ended_at: int | None
    questions: tuple[Text, ...]
    activities: tuple[ReportActivity, ...]
    entries: tuple[ReportEntry, ...]
    withheld: bool = False


class ReportMeeting(Frozen):
    id: str
    title: Text
    place: Text
    zone: str
    languages: tuple[str, ...]
    rehearsal: bool
    closed_at: int | None
    delegations: tuple[Text, ...]
    observers: tuple[Text, ...]
    present: int


class Report(Frozen):
    """``digest`` is SHA-256 over everything but itself and ``draft``. ``draft`` until the meeting is closed."""

    plenaria: Literal[1] = 1
    meeting: ReportMeeting
    cursor: tuple[str, int]
    digest: str = ""
    draft: bool
    sessions: tuple[ReportSession, ...]
    roadmap: tuple[dict[str, Any], ...] = ()


def gather(meeting: Meeting, epoch: str) -> Report:
    """The report at the state's own place in the log; the same state gives the same report."""
    report = Report(
        meeting=_meeting(meeting),
        cursor=(epoch, meeting.seq),
        draft=meeting.closed_at is None,
        sessions=tuple(_session(meeting, meeting.sessions[id_]) for id_ in meeting.order),
    )
    content = report.model_dump(mode="json", exclude={"digest", "draft", "cursor"})
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return report.model_copy(update={"digest": hashlib.sha256(canonical.encode()).hexdigest()})


def _meeting(meeting: Meeting) -> ReportMeeting:
    present = {seat.delegation for seat in meeting.seats.values() if seat.claimed}
    here = [meeting.delegations[id_] for id_ in meeting.delegations if id_ in present]
    return ReportMeeting(
        id=meeting.id,
        title=meeting.title,
        place=meeting.place,
        zone=meeting.zone,
        languages=meeting.languages,
        rehearsal=meeting.rehearsal,
        closed_at=meeting.closed_at,
        delegations=tuple(d.name for d in here if d.kind == "state"),
        observers=tuple(d.name for d in here if d.kind != "state"),
        present=sum(1 for seat in meeting.seats.values() if seat.claimed),
    )


def _session(meeting: Meeting, session: Session) -> ReportSession:
    plan = session.plan
    withheld = plan.regime is Regime.RESERVED
    activities = [meeting.activities[id_] for id_ in session.activities]
    begun = [activity for activity in activities if activity.round is not None]
    entries = [] if withheld else [entry for activity in begun for entry in _entries(session, activity)]
    return ReportSession(
        id=plan.id,
        code=plan.code,
        title=plan.title,
        regime=plan.regime.value,
        format=plan.format.value,
        phase=session.phase,
        starts_at=plan.starts_at(meeting.zone),
        minutes=plan.minutes,
        started_at=session.started_at,
        ended_at=session.ended_at,
        questions=plan.questions,
        activities=tuple(_activity(meeting, activity, activity.rounds[-1], withheld) for activity in begun),
        entries=tuple(entries),
        withheld=withheld,
    )


def _activity(meeting: Meeting, activity: Activity, latest: Round, withheld: bool) -> ReportActivity:
    plan = activity.plan
    told = turnout(meeting, activity, latest)
    revealed = latest.sealed is not None and latest.revealed_at is not None and not withheld
    sealed = latest.sealed if revealed else None
    outcome = sealed.outcome if sealed else None
    return ReportActivity(
        id=plan.id,
        code=plan.code,
        kind=plan.kind,
        title=plan.title,
        question=activity.prepared.setup.question,
        round=latest.number,
        phase=activity.phase,
        secrecy=latest.secrecy.value,
        voters=plan.voters.value,
        eligible=told["eligible"],
        voted=told["voted"],
        delegations=told["delegations"],
        delegations_voted=told["delegations_voted"],
        opened_at=latest.opened_at,
        closed_at=latest.closed_at,
        digest=sealed.digest if sealed else None,
        outcomes=outcome.findings if outcome else (),
        outcome=outcome,
        method=tuple(ReportMethod(label=line.label, value=line.value) for line in activity.prepared.method),
        tables=outcome.tables if outcome else (),
        withheld=withheld,
    )


def _entries(session: Session, activity: Activity) -> list[ReportEntry]:
    if not activity.pads:
        return []
    headings = {heading["id"]: heading["title"] for heading in activity.prepared.ask["headings"]}
    order = list(headings)
    found: list[ReportEntry] = []
    for table in session.tables:
        recorded = activity.recorded.get(table)
        if recorded is None:
            continue
        kept = [entry for entry in recorded.entries if SENSITIVE not in entry.flags]
        kept.sort(key=lambda e: (order.index(e.heading) if e.heading in headings else len(order), e.order, e.id))
        for number, entry in enumerate(kept, start=1):
            found.append(
                ReportEntry(
                    id=f"{activity.plan.id}.{table}.{entry.id}",
                    code=f"{session.plan.code}-{table.upper()}-{number:02d}",
                    activity=activity.plan.id,
                    table=table,
                    heading=entry.heading,
                    heading_title=headings.get(entry.heading, {"es": entry.heading}),
                    text=entry.text,
                    recorded_at=recorded.at,
                    validated=recorded.why == "validated",
                )
            )
    return found
