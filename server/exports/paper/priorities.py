"""What was put in order: places with their ties, how firm they are, how many took part, how it was counted."""

from server.exports.paper import Paper, run
from server.exports.paper.context import TABLES, leading, named
from server.exports.paper.outcome import outcome_table
from server.exports.words import of_delegations, of_people, say, shown
from sessions.report import ReportActivity
from sessions.text import pick

_TABLES = 2


def priorities(paper: Paper) -> None:
    """Those of the plenary in full. Where sessions at tables put things in order too, what stands first."""
    lang, sessions = paper.lang, paper.report.sessions
    paper.heading(say("chapter.priorities", lang), 1)
    ranked = [(session.format, a) for session in sessions for a in session.activities if placed(a)]
    if not ranked:
        paper.text(say("no_priorities", lang))
    plenary = [activity for format_, activity in ranked if format_ != TABLES]
    for activity in plenary or [activity for _, activity in ranked]:
        _ranked(paper, activity)
    others = [activity for format_, activity in ranked if format_ == TABLES] if plenary else []
    if others:
        paper.text(say("tables_in_annex", lang), style="KeptText")
    for activity in others:
        first = "; ".join(named(activity, finding, lang) for finding in leading(activity))
        paper.say(run(f"{activity.code} · {shown(activity.title, lang)}: ", "Strong"), run(first), style="ListBullet")


def placed(activity: ReportActivity) -> bool:
    """Whether its outcome is an order."""
    return any(finding.place is not None for finding in activity.outcomes)


def _ranked(paper: Paper, activity: ReportActivity) -> None:
    lang = paper.lang
    paper.heading(f"{activity.code} · {shown(activity.title, lang)}", 2)
    delegations = of_delegations(activity, lang)
    if activity.unit == "delegation":
        told = f"{delegations} ({of_people(activity, lang)})"
    else:
        told = say("turnout", lang, people=of_people(activity, lang), delegations=delegations)
    paper.pair(say("voted", lang), f"{told}.", keep=True)
    for table in activity.tables[:_TABLES]:
        outcome_table(paper, activity.code, table, small=True)
    if activity.movement is not None:
        for note in activity.movement.notes:
            paper.text(pick(note, lang), style="ListBullet")
    if activity.how is not None:
        paper.pair(say("how", lang), pick(activity.how, lang))
