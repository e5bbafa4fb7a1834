"""What was put in order: places with their ties, how firm they are, how many took part, how it was counted."""

from server.exports.paper import Paper
from server.exports.paper.outcome import outcome_table
from server.exports.words import of_delegations, of_people, say, shown
from sessions.report import ReportActivity
from sessions.text import pick

_TABLES = 2


def priorities(paper: Paper) -> None:
    lang = paper.lang
    paper.begin_part(paper.regime_of_each())
    paper.heading(say("chapter.priorities", lang), 1)
    ranked = [activity for session in paper.report.sessions for activity in session.activities if placed(activity)]
    if not ranked:
        paper.text(say("no_priorities", lang))
    for activity in ranked:
        _ranked(paper, activity)


def placed(activity: ReportActivity) -> bool:
    """Whether its outcome is an order."""
    return any(finding.place is not None for finding in activity.outcomes)


def _ranked(paper: Paper, activity: ReportActivity) -> None:
    lang = paper.lang
    paper.heading(f"{activity.code} · {shown(activity.title, lang)}", 2)
    people, delegations = of_people(activity, lang), of_delegations(activity, lang)
    paper.pair(
        say("voted", lang),
        f"{people} ({say('voted_people', lang).lower()}); {delegations} ({say('voted_delegations', lang).lower()}).",
        keep=True,
    )
    for table in activity.tables[:_TABLES]:
        outcome_table(paper, activity.code, table, small=True)
    if activity.movement is not None:
        for note in activity.movement.notes:
            paper.text(pick(note, lang), style="ListBullet")
    if activity.how is not None:
        paper.pair(say("how", lang), pick(activity.how, lang))
