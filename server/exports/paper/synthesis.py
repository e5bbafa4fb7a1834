"""What each session brought, in a few lines: what it settled, what the rapporteurs made of its notes, how many."""

from server.exports.drafts import DECLARATION
from server.exports.paper import Paper, Span, code, run
from server.exports.paper.annexed import held
from server.exports.paper.chain import Chain
from server.exports.paper.context import leading, named
from server.exports.paper.outcome import outcome_table
from server.exports.words import cell, moment, say, shown
from sessions.report import ReportActivity, ReportSession, ReportSynthesis
from sessions.text import Text, pick

_SHORT = 12
_PAIR = 2
_JOINED = 2


def synthesis(paper: Paper) -> None:
    lang = paper.lang
    paper.heading(say("chapter.synthesis", lang), 1)
    told = [session for session in paper.report.sessions if held(session)]
    if not told:
        paper.text(say("nothing_yet", lang))
    found = Chain.of(paper.report)
    for session in told:
        _session(paper, session, found)


def _session(paper: Paper, session: ReportSession, found: Chain) -> None:
    lang, zone = paper.lang, paper.report.meeting.zone
    paper.heading(f"{session.code} · {pick(session.title, lang)}", 2)
    when = moment(session.started_at or session.starts_at, zone, lang)
    regime = say(f"regime.{session.regime}", lang)
    paper.text(f"{when} · {say('regime', lang)}: {regime} · {say(f'phase.{session.phase}', lang)}", style="SessionLine")
    if session.withheld:
        paper.text(say("withheld", lang))
        return
    for activity in session.activities:
        _settled(paper, activity)
    made = [one for one in paper.report.syntheses if one.session == session.id and one.text]
    titles = {entry.heading: entry.heading_title for entry in session.entries}
    for one in (one for one in made if one.heading != DECLARATION):
        _made(paper, one, titles, found)
    if session.entries:
        tables = len({entry.table for entry in session.entries})
        valid = sum(entry.validated for entry in session.entries)
        paper.text(say("notes_told", lang, n=len(session.entries), tables=tables, valid=valid), style="SmallPrint")
    elif not made and not any(activity.outcomes for activity in session.activities):
        paper.text(say("no_synthesis", lang))


def _settled(paper: Paper, activity: ReportActivity) -> None:
    """What stands first, else a short table of it, else how much there is."""
    lang = paper.lang
    head = run(f"{activity.code} · {shown(activity.title, lang)}: ", "Strong")
    if first := leading(activity):
        told = "; ".join(named(activity, finding, lang) for finding in first)
        paper.say(head, run(told), style="ListBullet")
    elif activity.tables and len(activity.tables[0].rows) <= _SHORT:
        _tables(paper, activity, head)
    elif activity.outcomes:
        paper.say(head, run(_listed(activity, lang)), style="ListBullet")


def _tables(paper: Paper, activity: ReportActivity, head: Span) -> None:
    """Its first table and those alike; one of two columns as a line."""
    lang, first = paper.lang, activity.tables[0]
    if len(first.columns) == _PAIR:
        told = "; ".join(f"{cell(row[0], lang)} ({cell(row[1], lang)})" for row in first.rows)
        paper.say(head, run(f"{told}."), style="ListBullet")
        return
    for table in activity.tables:
        if table.columns == first.columns and len(table.rows) <= _SHORT:
            outcome_table(paper, activity.code, table, small=True)


def _listed(activity: ReportActivity, lang: str) -> str:
    if activity.how is not None and all(finding.count is None for finding in activity.outcomes):
        return pick(activity.how, lang)
    most = max(activity.outcomes, key=lambda finding: finding.count or 0)
    if (most.count or 0) < _JOINED:
        return f"{say('on_the_list', lang, n=len(activity.outcomes))}."
    label = pick(most.label, lang)
    return f"{say('most_joined', lang, n=len(activity.outcomes), count=most.count, label=label)}."


def _made(paper: Paper, one: ReportSynthesis, titles: dict[str, Text], found: Chain) -> None:
    title = titles.get(one.heading or "")
    head = (run(f"{pick(title, paper.lang)}: ", "Strong"),) if title else ()
    origin = found.quietly(("synthesis", one.id)) or (code(one.code, "Muted"),)
    paper.say(*head, run(one.text or ""), run("  "), *origin, style="ListBullet")
