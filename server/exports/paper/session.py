"""One session: what was asked, who could vote, how many did, the outcome, how it was counted, the notes."""

from server.exports.paper import Col, Paper, Span, code, grid, run
from server.exports.paper.context import TABLES
from server.exports.paper.outcome import outcome_table
from server.exports.paper.rounds import rounds
from server.exports.words import cell, moment, say, shown, table_name
from sessions.report import ReportActivity, ReportEntry, ReportSession
from sessions.text import pick


def session_part(paper: Paper, session: ReportSession, above: str = "") -> None:
    """``above`` is the title of the annex, over the first of its sessions."""
    lang, meeting = paper.lang, paper.report.meeting
    regime = say(f"regime.{session.regime}", lang)
    paper.begin_part(regime)
    if above:
        paper.heading(above, 1)
    paper.heading(f"{session.code} · {pick(session.title, lang)}", 2, listed=False)
    when = moment(session.started_at or session.starts_at, meeting.zone, lang)
    paper.text(f"{when} · {say('regime', lang)}: {regime} · {say(f'phase.{session.phase}', lang)}", style="SessionLine")
    if session.withheld:
        paper.text(say("withheld", lang))
    if session.questions:
        paper.say(run(say("questions", lang), "Strong"))
        for question in session.questions:
            paper.text(pick(question, lang), style="ListBullet")
    for activity in session.activities:
        _activity(paper, session, activity)


def _activity(paper: Paper, session: ReportSession, activity: ReportActivity) -> None:
    lang = paper.lang
    paper.heading(f"{activity.code} · {shown(activity.title, lang)}", 3)
    if activity.question is not None:
        paper.text(pick(activity.question, lang), style="Question")
    entries = [entry for entry in session.entries if entry.activity == activity.id]
    if activity.pads:
        _writing(paper, session, activity, entries)
    else:
        _voting(paper, activity)
    if activity.counted is not None and not activity.pads:
        _outcome(paper, activity)
    if activity.how is not None:
        paper.pair(say("how_kept" if activity.pads else "how", lang), pick(activity.how, lang))
    rounds(paper, activity)
    if entries:
        _notes(paper, session, entries)


def _voting(paper: Paper, activity: ReportActivity) -> None:
    lang = paper.lang
    voters = say(f"voters.{activity.voters}", lang)
    paper.pair(say("voters", lang), say("voters_and_vote", lang, voters=voters, vote=_vote(activity, lang)), keep=True)
    turnout = []
    if activity.voted is not None:
        turnout.append(say("of_people", lang, n=activity.voted, of=activity.eligible))
    if activity.delegations_voted is not None:
        key = "of_bodies" if activity.voters == "delegates_and_observers" else "of_delegations"
        turnout.append(say(key, lang, n=activity.delegations_voted, of=activity.delegations))
    paper.pair(say("voted", lang), "; ".join(turnout or [say("not_told", lang)]) + ".", keep=True)
    if activity.round > 1:
        paper.text(say("again", lang, round=activity.round))
    if activity.phase != "revealed":
        paper.pair(say("outcome", lang), say(f"phase.{activity.phase}", lang) + ".")


def _vote(activity: ReportActivity, lang: str) -> str:
    return say(f"secrecy.{activity.secrecy}", lang)


def _outcome(paper: Paper, activity: ReportActivity) -> None:
    lang, counted = paper.lang, activity.counted
    if counted is None or not counted.voted:
        paper.text(say("no_answers", lang))
        return
    for table in activity.tables:
        outcome_table(paper, activity.code, table)
    if not activity.places_only:
        paper.text(say("apart", lang, **counted.model_dump()))
    _wordings(paper, activity)


def _wordings(paper: Paper, activity: ReportActivity) -> None:
    """What the short labels of the tables stand for, each once."""
    lang = paper.lang
    shown_ = {str(cell(row[0], lang)) for table in activity.tables for row in table.rows}
    told: set[str] = set()
    for finding in activity.outcomes:
        label, text = pick(finding.label, lang), pick(finding.text or finding.label, lang)
        short = max((known for known in shown_ if known and label.startswith(known)), key=len, default="")
        if short and text not in {short, *told}:
            told.add(text)
            paper.say(run(f"{short}: ", "Strong"), run(text), style="SmallPrint")


def _writing(paper: Paper, session: ReportSession, activity: ReportActivity, entries: list[ReportEntry]) -> None:
    lang = paper.lang
    if session.withheld:
        return
    if not entries:
        paper.text(say("no_notes", lang))
        return
    if session.format == "tables":
        written = len({entry.table for entry in entries})
        paper.pair(say("wrote", lang), say("of_tables", lang, n=written, of=len(session.tables)) + ".")


def _notes(paper: Paper, session: ReportSession, entries: list[ReportEntry]) -> None:
    """By table, then by heading, in the order of the pads."""
    lang = paper.lang
    open_ = dict.fromkeys(entry.table for entry in entries if not entry.validated)
    if open_:
        paper.text(say("not_validated_tables", lang, tables=", ".join(table_name(table, lang) for table in open_)))
    several = session.format == TABLES
    cols = [
        Col(say("code", lang), 1.6),
        Col(say("heading", lang), 3.8),
        Col(say("text", lang), 9.6 if several else 11.2),
    ]
    grid(
        paper,
        [*([Col(say("table", lang), 1.6)] if several else []), *cols],
        [_note(e, several, lang) for e in entries],
        small=True,
    )


def _note(entry: ReportEntry, several: bool, lang: str) -> tuple[str | tuple[Span, ...], ...]:
    quoted = ", ".join(pick(delegation.name, lang) for delegation in entry.delegations)
    said = (run(entry.text), *([run(f" ({say('quoted', lang)} {quoted})", "Muted")] if quoted else []))
    row = ((code(entry.code, "Muted"),), pick(entry.heading_title, lang), said)
    return (table_name(entry.table, lang), *row) if several else row
