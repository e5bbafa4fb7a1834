"""All the rest, to read on or to check: sessions in full, the programme, origins, method cards, digests."""

from server.exports.paper import Col, Paper, grid
from server.exports.paper.cards import cards
from server.exports.paper.context import programme
from server.exports.paper.session import session_part
from server.exports.paper.synthesis import held
from server.exports.words import method_cards, say
from sessions.report import ReportActivity


def letters(paper: Paper) -> dict[str, str]:
    """The letter of each annex that there is."""
    report = paper.report
    there = {
        "results": any(held(session) for session in report.sessions),
        "programme": True,
        "chain": bool(report.roadmap),
        "methods": bool(method_cards(report, paper.lang)),
        "digests": True,
    }
    return dict(zip((name for name, is_there in there.items() if is_there), "ABCDE", strict=False))


def annexes(paper: Paper) -> None:
    report = paper.report
    found = letters(paper)
    for number, session in enumerate(session for session in report.sessions if held(session)):
        above = "" if number else _title(paper, found["results"], "annex.results")
        session_part(paper, session, above)
    paper.begin_part(paper.regime_of_each())
    paper.heading(_title(paper, found["programme"], "programme"), 1)
    programme(paper)
    if "chain" in found:
        paper.begin_part(paper.regime_of_each())
        paper.heading(_title(paper, found["chain"], "annex.chain"), 1)
        for line in report.roadmap:
            paper.text(line.chain or line.code, style="ListBullet")
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
