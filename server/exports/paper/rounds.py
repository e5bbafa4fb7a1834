"""Rounds side by side: what changed, and what each earlier round settled."""

from server.exports.paper import Paper
from server.exports.paper.outcome import outcome_table
from server.exports.paper.slope import slope
from server.exports.words import moment, say
from sessions.movement import Movement
from sessions.report import ReportActivity, ReportRound
from sessions.text import pick


def rounds(paper: Paper, activity: ReportActivity) -> None:
    """Nothing where there was but one round, and it followed none."""
    if activity.movement is not None:
        _change(paper, activity.code, activity.movement)
    for round_ in reversed(activity.earlier):
        _earlier(paper, activity.code, round_)


def _change(paper: Paper, code: str, movement: Movement) -> None:
    lang = paper.lang
    paper.heading(pick(movement.table.title, lang), 3, listed=False)
    slope(paper, movement)
    outcome_table(paper, code, movement.table)
    for note in movement.notes:
        paper.text(pick(note, lang), style="ListBullet")


def _earlier(paper: Paper, code: str, round_: ReportRound) -> None:
    lang, zone = paper.lang, paper.report.meeting.zone
    paper.heading(say("round_n", lang, round=round_.round), 3, listed=False)
    when = moment(round_.opened_at, zone, lang)
    paper.text(f"{when} · {say('secrecy', lang)}: {say(f'secrecy.{round_.secrecy}', lang)}", style="SmallPrint")
    counted = round_.counted
    paper.text(say("voted_in_round", lang, n=counted.voted, delegations=counted.delegations))
    for table in round_.tables:
        outcome_table(paper, code, table)
    if not round_.places_only:
        paper.text(say("apart", lang, **counted.model_dump(include={"answered", "abstained", "not_applicable"})))
    paper.pair(say("how", lang), pick(round_.how, lang))
    if round_.movement is not None:
        _change(paper, code, round_.movement)
