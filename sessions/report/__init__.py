"""The meeting at one place in its log, as neutral values that every export format writes.

Rules: an outcome is in the report once it was revealed, also of rounds before the latest one, as ``rounds`` allows;
a ``reserved`` session is there with its place in the programme, its codes and its turnout, and nothing of its content;
entries marked sensitive stay out; nobody's seat, and no delegation's vote, is ever in it; a trial is not in it at all.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sessions import card
from sessions.activity import Activity, Recorded, Round
from sessions.actor import Regime
from sessions.breakdown import outcome_of
from sessions.codes import code_of
from sessions.events import RecordedEntry
from sessions.lineage import Sort, entry_id, outcome_id
from sessions.meeting import Meeting, Session
from sessions.method import MethodLine
from sessions.outcomes import Finding
from sessions.regimes import SENSITIVE, entry_regime, quotable
from sessions.report import lists, practices, roadmap
from sessions.report.practices import ReportPractice
from sessions.report.roadmap_shapes import (
    ReportDelegation,
    ReportFollowUp,
    ReportLine,
    ReportNode,
    ReportRemark,
    ReportSource,
    ReportSynthesis,
    ReportTombstone,
    ReportWithheld,
)
from sessions.report.shapes import (
    Report,
    ReportActivity,
    ReportEntry,
    ReportFinding,
    ReportMeeting,
    ReportMethod,
    ReportRound,
    ReportSession,
)
from sessions.rounds import earlier, movement, places_only
from sessions.text import Text, clean
from sessions.views.everyone import turnout

__all__ = [
    "Report",
    "ReportActivity",
    "ReportDelegation",
    "ReportEntry",
    "ReportFinding",
    "ReportFollowUp",
    "ReportLine",
    "ReportMeeting",
    "ReportMethod",
    "ReportNode",
    "ReportPractice",
    "ReportRemark",
    "ReportRound",
    "ReportSession",
    "ReportSource",
    "ReportSynthesis",
    "ReportTombstone",
    "ReportWithheld",
    "gather",
]


def gather(meeting: Meeting, epoch: str) -> Report:
    """The report at the state's own place in the log, as everybody may know it; the same state gives the same
    report."""
    report = Report(
        meeting=_meeting(meeting),
        cursor=(epoch, meeting.told),
        draft=meeting.closed_at is None,
        sessions=tuple(_session(meeting, meeting.sessions[id_]) for id_ in meeting.order),
        practices=tuple(practices.tell(meeting)),
        **roadmap.tell(meeting),
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
        until=max(_times(meeting)),
        closed_at=meeting.closed_at,
        delegations=tuple(d.name for d in here if d.kind == "state"),
        observers=tuple(d.name for d in here if d.kind != "state"),
        present=sum(1 for seat in meeting.seats.values() if seat.claimed),
    )


def _times(meeting: Meeting) -> Iterator[int]:
    """When what the report tells of happened."""
    known = [meeting.created_at, meeting.closed_at]
    for session in meeting.sessions.values():
        known += [session.started_at, session.ended_at]
    for activity in (a for a in meeting.activities.values() if not a.plan.trial):
        known += [recorded.at for recorded in activity.recorded.values()]
        for round_ in activity.rounds:
            known += [round_.opened_at, round_.closed_at, round_.revealed_at]
    return (at for at in known if at is not None)


def _session(meeting: Meeting, session: Session) -> ReportSession:
    plan = session.plan
    withheld = plan.regime is Regime.RESERVED
    activities = [meeting.activities[id_] for id_ in session.activities]
    begun = [(activity, activity.rounds[-1]) for activity in activities if activity.rounds and not activity.plan.trial]
    entries = [] if withheld else [entry for activity, _ in begun for entry in _entries(meeting, session, activity)]
    told = _withheld if withheld else _activity
    return ReportSession(
        id=plan.id,
        code=plan.code,
        title=plan.title,
        regime=plan.regime.value,
        format=plan.format.value,
        phase=session.phase,
        starts_at=plan.starts_at(meeting.zone),
        minutes=plan.minutes,
        tables=session.tables,
        started_at=session.started_at,
        ended_at=session.ended_at,
        questions=() if withheld else plan.questions,
        activities=tuple(told(meeting, activity, latest) for activity, latest in begun),
        entries=tuple(entries),
        withheld=withheld,
    )


def _withheld(meeting: Meeting, activity: Activity, latest: Round) -> ReportActivity:
    """Its code and its turnout. Title, question and the options in the method are content."""
    plan = activity.plan
    told = turnout(meeting, activity, latest)
    return ReportActivity(
        id=plan.id,
        code=plan.code,
        kind=plan.kind,
        pads=activity.pads,
        title=None,
        question=None,
        round=latest.number,
        phase=activity.phase,
        secrecy=latest.secrecy.value,
        voters=plan.voters.value,
        unit=activity.prepared.unit,
        eligible=told["eligible"],
        voted=told["voted"],
        delegations=told["delegations"],
        delegations_voted=told["delegations_voted"],
        opened_at=latest.opened_at,
        closed_at=latest.closed_at,
        withheld=True,
    )


def _activity(meeting: Meeting, activity: Activity, latest: Round) -> ReportActivity:
    prepared = activity.prepared
    shown: dict[str, Any] = {
        "title": activity.plan.title,
        "question": prepared.setup.question,
        "method": _method(card.card(meeting, activity)),
        "withheld": False,
        "follows": activity.plan.follows,
        "earlier": () if activity.pads else tuple(_round(meeting, activity, past) for past in earlier(activity)),
    }
    if latest.sealed is not None and latest.revealed_at is not None:
        shown |= _settled(meeting, activity, latest)
    return _withheld(meeting, activity, latest).model_copy(update=shown)


def _method(lines: Iterable[MethodLine]) -> tuple[ReportMethod, ...]:
    return tuple(ReportMethod.model_construct(label=m.label, value=m.value, part=m.part) for m in lines)


def _settled(meeting: Meeting, activity: Activity, round_: Round) -> dict[str, Any]:
    outcome = outcome_of(meeting, activity, round_)
    digest = round_.sealed.digest if round_.sealed else None
    return {
        "digest": None if activity.pads else digest,
        "outcomes": tuple(
            _finding(
                activity.plan.id, finding, code_of(meeting, Sort.OUTCOME, outcome_id(activity.plan.id, finding.id))
            )
            for finding in outcome.findings
        ),
        "counted": outcome.counted,
        "how": outcome.how,
        "result": outcome.result,
        "tables": (*outcome.tables, *lists.tables(meeting, activity)) if activity.boards else outcome.tables,
        "places_only": places_only(meeting, activity, round_),
        "movement": movement(meeting, activity, round_),
    }


def _round(meeting: Meeting, activity: Activity, round_: Round) -> ReportRound:
    told = turnout(meeting, activity, round_)
    place = f"{activity.plan.id}.r{round_.number}"
    findings = outcome_of(meeting, activity, round_).findings
    return ReportRound(
        round=round_.number,
        secrecy=round_.secrecy.value,
        eligible=told["eligible"],
        voted=told["voted"],
        delegations=told["delegations"],
        delegations_voted=told["delegations_voted"],
        opened_at=round_.opened_at,
        closed_at=round_.closed_at,
        method=_method(card.record(meeting, activity, round_)),
        **_settled(meeting, activity, round_) | {"outcomes": tuple(_finding(place, f) for f in findings)},
    )


def _finding(place: str, finding: Finding, code: str = "") -> ReportFinding:
    return ReportFinding(
        **{**dict(finding), "id": f"{place}.{finding.id}", "option": finding.id, "code": code},
    )


def _entries(meeting: Meeting, session: Session, activity: Activity) -> Iterator[ReportEntry]:
    if not activity.pads:
        return
    headings: dict[str, Text] = {heading["id"]: heading["title"] for heading in activity.prepared.ask["headings"]}
    for table in session.tables:
        recorded = activity.recorded.get(table)
        if recorded is None:
            continue
        validated = activity.validated.get(table)
        stood = {entry.id: entry.text for entry in validated.entries} if validated else {}
        for entry, text in _kept(recorded, list(headings)):
            id_ = entry_id(activity.plan.id, table, entry.id)
            regime = entry_regime(meeting, activity, id_)
            if regime is Regime.RESERVED:
                continue
            # Texts of the state are clean: reading them again would hold up the room for 20 ms.
            yield ReportEntry.model_construct(
                id=id_,
                code=code_of(meeting, Sort.ENTRY, id_),
                activity=activity.plan.id,
                table=table,
                heading=entry.heading,
                heading_title=headings.get(entry.heading, {"es": entry.heading}),
                text=text,
                recorded_at=recorded.at,
                validated=stood.get(entry.id) == entry.text,
                regime=regime.value,
                delegations=tuple(
                    ReportDelegation(id=quoted, name=meeting.delegations[quoted].name)
                    for quoted in quotable(meeting, activity, id_)
                ),
            )


def _kept(recorded: Recorded, headings: list[str]) -> list[tuple[RecordedEntry, str]]:
    """Entries with their text, in the order of the pad; without sensitive and empty ones."""

    def place(kept: tuple[RecordedEntry, str]) -> tuple[int, float, str]:
        entry, _ = kept
        known = entry.heading in headings
        return (headings.index(entry.heading) if known else len(headings), entry.order, entry.id)

    told = ((entry, _readable(entry.text)) for entry in recorded.entries if SENSITIVE not in entry.flags)
    return sorted(((entry, text) for entry, text in told if text), key=place)


def _readable(text: str) -> str:
    return clean(text.replace("\t", " "))
