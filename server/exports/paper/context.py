"""What the meeting was: title, place and dates in a sentence, what it settled first; and its programme as it went."""

from server.exports.lines import statuses
from server.exports.paper import Col, Paper, grid, run
from server.exports.paper.annexed import letters
from server.exports.words import clock, dates, day, offset, place, say, shown
from sessions.report import ReportActivity, ReportFinding, ReportSession
from sessions.text import pick

_FIRST_PLACES = 3
_MOST_NAMED = 4


def context(paper: Paper) -> None:
    lang, report = paper.lang, paper.report
    paper.begin_part(paper.regime_of_each())
    paper.heading(say("chapter.context", lang), 1)
    title, place_ = pick(report.meeting.title, lang), pick(report.meeting.place, lang)
    paper.text(say("context_words", lang, title=title, place=place_, dates=dates(report, lang)))
    paper.heading(say("outcomes", lang), 3)
    settled = [a for session in report.sessions if session.format != TABLES for a in session.activities if _ordered(a)]
    for activity in settled:
        names = "; ".join(named(activity, finding, lang) for finding in leading(activity))
        paper.say(run(f"{activity.code} · {shown(activity.title, lang)}: ", "Strong"), run(names), style="ListBullet")
    _counts(paper)
    paper.text(say("outcomes_none_told", lang))


TABLES = "tables"
"""The format of sessions at tables."""


def _ordered(activity: ReportActivity) -> bool:
    return any(finding.place is not None for finding in activity.outcomes)


def _counts(paper: Paper) -> None:
    """How much of what the meeting leaves."""
    lang, report = paper.lang, paper.report
    if report.roadmap:
        told = "; ".join(f"{say(f'status.{status}', lang)}: {n}" for status, n in statuses(report.roadmap).items())
        paper.text(say("brief.lines", lang, n=len(report.roadmap), statuses=told), style="ListBullet")
    if report.practices:
        letter = letters(report).get("practices", "")
        paper.text(say("brief.practices", lang, n=len(report.practices), letter=letter), style="ListBullet")
    notes = sum(len(session.entries) for session in report.sessions)
    if notes:
        made = sum(one.text is not None for one in report.syntheses)
        paper.text(say("brief.notes", lang, n=notes, syntheses=made), style="ListBullet")


def leading(activity: ReportActivity) -> tuple[ReportFinding, ...]:
    """What stands first: the first places of a ranking, or what most people chose; nothing where no one thing leads."""
    placed = [f for f in activity.outcomes if f.place is not None]
    if placed:
        return tuple(f for f in placed if f.place is not None and f.place[0] <= _FIRST_PLACES)
    if len(activity.outcomes) == 1:
        return activity.outcomes
    if not activity.tables or activity.tables[0].chart is None:  # counts that are no answers beside others
        return ()
    most = max((f.count or 0 for f in activity.outcomes), default=0)
    first = tuple(f for f in activity.outcomes if f.count == most)
    return first if most > 0 and len(first) <= _MOST_NAMED else ()


def named(activity: ReportActivity, finding: ReportFinding, lang: str) -> str:
    """A finding with its place or its count. A count tells something only beside others."""
    label = pick(finding.label, lang)
    if finding.place is not None:
        return f"{place(finding.place)}. {label}"
    if len(activity.outcomes) < 2 or activity.counted is None:
        return label
    return f"{label} ({say('n_of', lang, n=finding.count, of=activity.counted.answered)})"


def programme(paper: Paper) -> None:
    """The sessions as they went, a table a day."""
    lang, report = paper.lang, paper.report
    zone = report.meeting.zone
    shift = offset(report.sessions[0].starts_at, zone) if report.sessions else ""
    cols = (
        Col(say("code", lang), 1.7),
        Col(say("session", lang), 7.0),
        Col(say("time_in", lang, zone=shift), 2.1),
        Col(say("regime", lang), 3.0),
        Col(say("state", lang), 2.8),
    )
    days: dict[str, list[ReportSession]] = {}
    for session in report.sessions:
        days.setdefault(day(session.started_at or session.starts_at, zone, lang), []).append(session)
    for date, sessions in days.items():
        paper.text(date, style="Caption")
        grid(paper, cols, [_session(session, zone, lang) for session in sessions], small=True)


def _session(session: ReportSession, zone: str, lang: str) -> tuple[str, ...]:
    return (
        session.code,
        pick(session.title, lang),
        clock(session.started_at or session.starts_at, zone),
        say(f"regime_short.{session.regime}", lang),
        say(f"phase.{session.phase}", lang),
    )
