"""Who was there, and how many took part in what. No person is named, and nobody's vote."""

from server.exports.paper import Col, Paper, grid
from server.exports.paper.annexed import letters
from server.exports.words import of_delegations, of_people, say, shown
from sessions.text import Text, pick


def participation(paper: Paper) -> None:
    lang, meeting = paper.lang, paper.report.meeting
    paper.heading(say("chapter.method", lang), 1)
    letter = letters(paper.report).get("methods")
    if letter:
        paper.text(say("method_words", lang, letter=letter))
    if not meeting.present:
        paper.text(say("nobody_yet", lang))
    else:
        paper.pair(say("people", lang), str(meeting.present))
        _names(paper, "delegations", meeting.delegations)
        _names(paper, "observers", meeting.observers)
    _by_activity(paper)


def _names(paper: Paper, key: str, names: tuple[Text, ...]) -> None:
    if names:
        listed = "; ".join(pick(name, paper.lang) for name in names)
        paper.pair(f"{say(key, paper.lang)} ({len(names)})", f"{listed}.")


def _by_activity(paper: Paper) -> None:
    lang = paper.lang
    voted = [a for session in paper.report.sessions for a in session.activities if not a.pads]
    paper.heading(say("by_activity", lang), 3)
    if not voted:
        paper.text(say("nothing_yet", lang))
        return
    cols = (
        Col(say("code", lang), 1.5),
        Col(say("activity", lang), 7.1),
        Col(say("secrecy", lang), 2.6),
        Col(say("voted_people", lang), 2.7, right=True),
        Col(say("voted_delegations", lang), 2.7, right=True),
    )
    rows = [
        (
            a.code,
            shown(a.title, lang),
            say(f"secrecy.{a.secrecy}", lang),
            of_people(a, lang),
            of_delegations(a, lang),
        )
        for a in voted
    ]
    grid(paper, cols, rows, small=True)
