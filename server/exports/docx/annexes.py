"""How it was done, for whoever wants to check: the method cards, and the digests of what was counted."""

from server.exports.docx.paper import Paper
from server.exports.docx.tables import Col, grid
from server.exports.words import method_cards, say
from sessions.report import ReportActivity


def annexes(paper: Paper) -> None:
    lang = paper.lang
    cards = method_cards(paper.report, lang)
    paper.begin_part(say("regime.each", lang))
    letter = "A"
    if cards:
        paper.heading(f"{say('annex', lang, letter=letter)} · {say('methods', lang)}", 1)
        for codes, lines in cards:
            paper.heading(codes, 3, listed=False)
            for label, value in lines:
                paper.pair(label, value)
        letter = "B"
        paper.begin_part(say("regime.each", lang))
    paper.heading(f"{say('annex', lang, letter=letter)} · {say('digests', lang)}", 1)
    _digests(paper)


def _digests(paper: Paper) -> None:
    lang, report = paper.lang, paper.report
    paper.text(say("digests_why", lang))
    activities = [activity for session in report.sessions for activity in session.activities]
    rows = [
        (activity.code, str(number), digest)
        for activity in activities
        for number, digest in (*((past.round, past.digest) for past in activity.earlier), _latest(activity))
        if digest
    ]
    cols = (Col(say("activity", lang), 2.6), Col(say("round", lang), 1.7), Col(say("digest", lang), 12.3))
    grid(paper, cols, [*rows, (say("digest_report", lang), "", report.digest)])


def _latest(activity: ReportActivity) -> tuple[int, str | None]:
    return activity.round, activity.digest
