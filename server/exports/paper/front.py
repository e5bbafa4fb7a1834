"""What the document is: title, draft or not, place, dates, how far the data go."""

from server.exports.paper import Paper, run
from server.exports.words import dates, moment, say
from sessions.text import pick


def front(paper: Paper) -> None:
    report, lang = paper.report, paper.lang
    meeting = report.meeting
    until = moment(meeting.until, meeting.zone, lang)
    paper.text(pick(meeting.title, lang), style="Title")
    paper.text(say("report", lang), style="Subtitle")
    if report.draft:
        paper.text(say("draft_why", lang, until=until), style="DraftBanner")
    if meeting.rehearsal:
        paper.text(say("rehearsal", lang), style="DraftBanner")
    paper.pair(say("place", lang), pick(meeting.place, lang))
    paper.pair(say("dates", lang), dates(report, lang))
    paper.pair(say("until", lang), until)
    paper.text(f"{say('not_binding', lang)} {say('nobody_named', lang)}")
    paper.say(
        run(f"{say('cursor', lang)}: {report.cursor[0]} / {report.cursor[1]}\n{say('digest', lang)}: {report.digest}"),
        style="SmallPrint",
    )
