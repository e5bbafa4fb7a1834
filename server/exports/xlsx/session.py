"""One session: what was asked, how many answered, the outcomes with their charts, the notes."""

from server.exports.words import (
    cell,
    method_cards,
    moment,
    number,
    of_delegations,
    of_people,
    say,
    shown,
    table_name,
    tie_note,
)
from server.exports.xlsx.book import Book, Sheet
from server.exports.xlsx.chart import chart
from server.exports.xlsx.rounds import rounds
from sessions.outcomes import Table
from sessions.report import ReportActivity, ReportSession
from sessions.text import pick


def session_sheet(book: Book, session: ReportSession) -> None:
    lang, meeting = book.lang, book.report.meeting
    sheet = book.sheet(f"{session.code} {pick(session.title, lang)}")
    sheet.headline(f"{session.code} · {pick(session.title, lang)}", book.title)
    if book.report.draft:
        until = moment(meeting.until, meeting.zone, lang)
        sheet.headline(say("draft_why", lang, until=until), book.warning)
    sheet.pair(say("regime", lang), say(f"regime.{session.regime}", lang))
    sheet.pair(say("dates", lang), moment(session.started_at or session.starts_at, meeting.zone, lang))
    if session.withheld:
        sheet.pair("", say("withheld", lang))
    for activity in session.activities:
        _activity(sheet, activity)
    if session.entries:
        _notes(sheet, session)
    sheet.finish()


def _activity(sheet: Sheet, activity: ReportActivity) -> None:
    lang = sheet.book.lang
    sheet.skip()
    sheet.begin_block()
    sheet.headline(f"{activity.code} · {shown(activity.title, lang)}", sheet.book.head)
    if activity.question is not None:
        sheet.pair(say("question", lang), pick(activity.question, lang))
    if not activity.pads:
        _turnout(sheet, activity)
    if activity.phase != "revealed":
        sheet.pair(say("outcome", lang), say(f"phase.{activity.phase}", lang))
    if activity.counted is not None and activity.counted.voted:
        for table in activity.tables:
            _table(sheet, table)
    if activity.how is not None:
        sheet.pair(say("how_kept" if activity.pads else "how", lang), pick(activity.how, lang))
    if activity.digest:
        sheet.pair(say("digest", lang), activity.digest)
    rounds(sheet, activity, _table)


def _turnout(sheet: Sheet, activity: ReportActivity) -> None:
    lang = sheet.book.lang
    secrecy, voters = say(f"secrecy.{activity.secrecy}", lang), say(f"voters.{activity.voters}", lang)
    sheet.pair(say("voters", lang), f"{voters} ({activity.eligible})")
    sheet.pair(say("secrecy", lang), secrecy)
    sheet.pair(say("voted_people", lang), of_people(activity, lang))
    sheet.pair(say("voted_delegations", lang), of_delegations(activity, lang))
    if activity.counted is not None and not activity.places_only:
        sheet.pair("", say("apart", lang, **activity.counted.model_dump()))
    if activity.round > 1:
        sheet.pair("", say("again", lang, round=activity.round))


def _table(sheet: Sheet, table: Table) -> None:
    """Numbers stand in the columns for numbers, so labels go where texts go, unless a text stands beside them."""
    lang, book = sheet.book.lang, sheet.book
    left = 0 if table.columns[1:] and table.columns[1].kind == "text" else 1
    sheet.skip()
    sheet.begin_block()
    sheet.put(left, pick(table.title, lang), book.key)
    sheet.row += 1
    for place, column in enumerate(table.columns, start=left):
        sheet.put(place, pick(column.label, lang), book.label)
    sheet.row += 1
    first = sheet.row
    for row in table.rows:
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True), start=left):
            shown_value = number(cell(value, lang), column.kind)
            sheet.put(place, shown_value, book.cell if column.kind == "text" else book.value)
        sheet.row += 1
    if note := tie_note(table, lang):
        sheet.put(left, note, book.text)
        sheet.row += 1
    if table.chart is not None and table.rows:
        chart(sheet, table, first, left)
    sheet.skip()


def _notes(sheet: Sheet, session: ReportSession) -> None:
    lang, book = sheet.book.lang, sheet.book
    plenary = session.format != "tables"
    sheet.skip()
    sheet.begin_block()
    sheet.headline(say("plenary_notes" if plenary else "table_notes", lang), book.head)
    heads = ("code", "text", "heading", "table", "validation", "quoted")
    sheet.sheet.repeat_rows(sheet.row)
    sheet.line(*(say(head, lang) for head in heads), style=book.label)
    for entry in session.entries:
        sheet.line(
            entry.code,
            entry.text,
            pick(entry.heading_title, lang),
            table_name(entry.table, lang),
            say("valid" if entry.validated else "not_validated", lang),
            "; ".join(pick(delegation.name, lang) for delegation in entry.delegations),
            style=book.cell,
        )


def methods_sheet(book: Book) -> None:
    """How every activity was answered and counted, those that say the same together."""
    sheet = book.sheet(say("methods", book.lang))
    sheet.headline(say("methods", book.lang), book.title)
    for card in method_cards(book.report, book.lang):
        sheet.skip()
        sheet.begin_block()
        sheet.headline(card.title, book.head)
        for name, lines in (("", card.rules), *card.records):
            if name:
                sheet.line(name, style=book.label)
            for label, value in lines:
                sheet.pair(label, value)
    sheet.finish()
