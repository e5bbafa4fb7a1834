"""What each session brought, in a few lines: what it settled, what the rapporteurs made of its notes, how many."""

from server.exports.paper import Paper, code, run
from server.exports.paper.context import leading, named
from server.exports.words import moment, say, shown
from sessions.report import ReportSession, ReportSynthesis
from sessions.text import pick


def synthesis(paper: Paper) -> None:
    lang = paper.lang
    paper.begin_part(paper.regime_of_each())
    paper.heading(say("chapter.synthesis", lang), 1)
    told = [session for session in paper.report.sessions if held(session)]
    if not told:
        paper.text(say("nothing_yet", lang))
    for session in told:
        _session(paper, session)


def held(session: ReportSession) -> bool:
    """Whether there is anything to tell of it."""
    return bool(session.activities or session.entries or (session.withheld and session.started_at is not None))


def _session(paper: Paper, session: ReportSession) -> None:
    lang, zone = paper.lang, paper.report.meeting.zone
    paper.heading(f"{session.code} · {pick(session.title, lang)}", 2)
    when = moment(session.started_at or session.starts_at, zone, lang)
    regime = say(f"regime.{session.regime}", lang)
    paper.text(f"{when} · {say('regime', lang)}: {regime} · {say(f'phase.{session.phase}', lang)}", style="SmallPrint")
    if session.withheld:
        paper.text(say("withheld", lang))
        return
    settled = [activity for activity in session.activities if leading(activity)]
    for activity in settled:
        first = "; ".join(named(activity, finding, lang) for finding in leading(activity))
        paper.say(run(f"{activity.code} · {shown(activity.title, lang)}: ", "Strong"), run(first), style="ListBullet")
    made = [one for one in paper.report.syntheses if one.session == session.id and one.text]
    for one in made:
        _made(paper, one)
    if session.entries:
        tables = len({entry.table for entry in session.entries})
        valid = sum(entry.validated for entry in session.entries)
        paper.text(say("notes_told", lang, n=len(session.entries), tables=tables, valid=valid))
    elif not settled and not made:
        paper.text(say("no_synthesis", lang))


def _made(paper: Paper, one: ReportSynthesis) -> None:
    sources = ", ".join(source.code for source in one.sources)
    origin = (run("  "), code(f"{one.code} ← {sources}" if sources else one.code, "Muted"))
    paper.say(run(one.text or ""), *origin, style="ListBullet")
