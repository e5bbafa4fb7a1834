"""Sessions, activities, outcomes and notes as one plain table: UTF-8 with a byte order mark, so that Excel reads
accents, and RFC 4180 quoting.

Separated by semicolons where commas part decimals (Spanish, Portuguese), by commas in English. One header, then rows
alike, each of which says its regime, whether it is a draft and which report it belongs to.
"""

from collections.abc import Iterator

from server.exports.tabular import frame_of, tabled
from server.exports.words import say, shown, table_name
from sessions.report import Report, ReportActivity, ReportEntry, ReportFinding, ReportMethod, ReportSession
from sessions.text import pick

COLUMNS = (
    *("kind", "session", "activity", "round", "code", "title", "table", "heading", "text", "from_place", "to_place"),
    *("count", "voted_delegations", "validation", "quoted", "regime", "state", "until", "cursor", "digest"),
)
Row = dict[str, object]


def records(report: Report, lang: str) -> bytes:
    rows = (row | frame_of(report, lang) for session in report.sessions for row in _rows(session, lang))
    return tabled([say(column, lang) for column in COLUMNS], ([row.get(c) for c in COLUMNS] for row in rows), lang)


def _rows(session: ReportSession, lang: str) -> Iterator[Row]:
    frame: Row = {"session": session.code, "regime": say(f"regime.{session.regime}", lang)}
    about = say("withheld", lang) if session.withheld else say(f"phase.{session.phase}", lang)
    yield frame | {
        "kind": say("kind.session", lang),
        "code": session.code,
        "title": pick(session.title, lang),
        "text": about,
    }
    for activity in session.activities:
        yield frame | _activity(activity, lang)
        yield from (frame | _finding(activity, activity.round, one, lang) for one in activity.outcomes)
        yield from (frame | _method(activity, activity.round, line, lang) for line in activity.method)
        for past in reversed(activity.earlier):
            yield from (frame | _finding(activity, past.round, one, lang) for one in past.outcomes)
            yield from (frame | _method(activity, past.round, line, lang) for line in past.method)
        notes = (entry for entry in session.entries if entry.activity == activity.id)
        yield from (frame | _note(activity, entry, lang) for entry in notes)


def _activity(activity: ReportActivity, lang: str) -> Row:
    return {
        "kind": say("kind.activity", lang),
        "activity": activity.code,
        "code": activity.code,
        "title": shown(activity.title, lang),
        "text": shown(activity.question, lang),
        "round": None if activity.pads else activity.round,
        "count": None if activity.pads else activity.voted,
        "voted_delegations": None if activity.pads else activity.delegations_voted,
    }


def _finding(activity: ReportActivity, number: int, finding: ReportFinding, lang: str) -> Row:
    low, high = finding.place or (None, None)
    return {
        "kind": say("kind.finding", lang),
        "activity": activity.code,
        "round": None if activity.pads else number,
        "code": finding.option,
        "title": pick(finding.label, lang),
        "text": pick(finding.text or finding.label, lang),
        "from_place": low,
        "to_place": high,
        "count": finding.count,
    }


def _method(activity: ReportActivity, number: int, line: ReportMethod, lang: str) -> Row:
    """A line of the method card."""
    return {
        "kind": say("kind.method", lang),
        "activity": activity.code,
        "round": None if activity.pads else number,
        "title": pick(line.label, lang),
        "text": pick(line.value, lang),
    }


def _note(activity: ReportActivity, entry: ReportEntry, lang: str) -> Row:
    return {
        "kind": say("kind.entry", lang),
        "activity": activity.code,
        "code": entry.code,
        "table": table_name(entry.table, lang),
        "heading": pick(entry.heading_title, lang),
        "text": entry.text,
        "validation": say("valid" if entry.validated else "not_validated", lang),
        "quoted": "; ".join(pick(delegation.name, lang) for delegation in entry.delegations),
        **({"regime": say(f"regime.{entry.regime}", lang)} if entry.regime else {}),
    }
