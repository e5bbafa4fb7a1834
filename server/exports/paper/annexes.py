"""All the rest, to read on or to check: sessions in full, the programme, origins, method cards, digests."""

from server.exports.paper import Col, Paper, grid
from server.exports.paper.annexed import letters
from server.exports.paper.cards import cards
from server.exports.paper.chain import Chain, chains
from server.exports.paper.context import programme
from server.exports.paper.declaration import drafted
from server.exports.paper.practices import practice_sheet
from server.exports.paper.session import session_part
from server.exports.words import say
from sessions.report import ReportActivity


def annexes(paper: Paper) -> None:
    report = paper.report
    found = letters(report)
    told = [session for session in report.sessions if session.activities or session.entries]
    for number, session in enumerate(told):
        above = "" if number else _title(paper, found["results"], "annex.results")
        session_part(paper, session, above)
    paper.begin_part(paper.regime_of_each())
    paper.heading(_title(paper, found["programme"], "programme"), 1)
    programme(paper)
    if "practices" in found:
        paper.begin_part(paper.regime_of_each())
        paper.heading(_title(paper, found["practices"], "practices"), 1)
        paper.text(say("practices_told", paper.lang))
        origins = Chain.of(report) if "chain" in found else None
        for practice in report.practices:
            practice_sheet(paper, practice, found=origins)
    if "declaration" in found:
        paper.begin_part(paper.regime_of_each())
        paper.heading(_title(paper, found["declaration"], "declaration"), 1)
        paper.text(say("declaration_told", paper.lang))
        drafted(paper)
    if "chain" in found:
        paper.begin_part(paper.regime_of_each())
        paper.heading(_title(paper, found["chain"], "annex.chain"), 1)
        chains(paper)
    if "methods" in found:
        paper.begin_part(paper.regime_of_each())
        paper.heading(_title(paper, found["methods"], "methods"), 1)
        cards(paper, 3, listed=False)
    paper.begin_part(paper.regime_of_each())
    paper.heading(_title(paper, found["digests"], "digests"), 1)
    _digests(paper)


def _title(paper: Paper, letter: str, words: str) -> str:
    return f"{say('annex', paper.lang, letter=letter)} · {say(words, paper.lang)}"


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
