"""The first sheet: what the file is, and who took part in what."""

from server.exports.words import dates, moment, of_delegations, of_people, say, shown
from server.exports.xlsx.book import Book, Sheet
from sessions.report import ReportActivity, ReportSession
from sessions.text import pick

_HEADS = ("session", "activity", "regime", "secrecy", "voted_people", "voted_delegations")


def overview(book: Book) -> None:
    sheet = book.sheet(say("overview", book.lang))
    _about(sheet)
    _present(sheet)
    _activities(sheet)
    sheet.finish()


def _about(sheet: Sheet) -> None:
    book, lang, report = sheet.book, sheet.book.lang, sheet.book.report
    meeting = report.meeting
    until = moment(meeting.until, meeting.zone, lang)
    sheet.headline(pick(meeting.title, lang), book.title)
    if report.draft:
        sheet.headline(say("draft_why", lang, until=until), book.warning)
    if meeting.rehearsal:
        sheet.headline(say("rehearsal", lang), book.warning)
    sheet.skip()
    sheet.pair(say("place", lang), pick(meeting.place, lang))
    sheet.pair(say("dates", lang), dates(report, lang))
    sheet.pair(say("until", lang), until)
    sheet.pair(say("people", lang), str(meeting.present))
    sheet.pair(say("cursor", lang), f"{report.cursor[0]} / {report.cursor[1]}")
    sheet.pair(say("digest", lang), report.digest)
    sheet.pair("", f"{say('not_binding', lang)} {say('nobody_named', lang)}")


def _present(sheet: Sheet) -> None:
    lang, meeting = sheet.book.lang, sheet.book.report.meeting
    for key, names in (("delegations", meeting.delegations), ("observers", meeting.observers)):
        if names:
            sheet.pair(f"{say(key, lang)} ({len(names)})", "; ".join(pick(name, lang) for name in names))


def _activities(sheet: Sheet) -> None:
    book, lang = sheet.book, sheet.book.lang
    begun = [(session, activity) for session in book.report.sessions for activity in session.activities]
    sheet.skip()
    sheet.headline(say("by_activity", lang), book.head)
    if not begun:
        sheet.line("", say("nothing_yet", lang))
        return
    sheet.line(*(say(head, lang) for head in _HEADS), style=book.label)
    first = sheet.row
    for session, activity in begun:
        sheet.line(*_activity(session, activity, lang), style=book.cell)
    sheet.sheet.autofilter(first - 1, 0, sheet.row - 1, len(_HEADS) - 1)


def _activity(session: ReportSession, activity: ReportActivity, lang: str) -> tuple[str, ...]:
    title = f"{activity.code} · {shown(activity.title, lang)}"
    return (
        session.code,
        title if activity.phase == "revealed" else f"{title} ({say(f'phase.{activity.phase}', lang)})",
        say(f"regime_short.{session.regime}", lang),
        "" if activity.pads else say(f"secrecy.{activity.secrecy}", lang),
        "" if activity.pads else of_people(activity, lang),
        "" if activity.pads else of_delegations(activity, lang),
    )
