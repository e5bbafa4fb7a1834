"""Findings and notes as one table: UTF-8 with a byte order mark, so that Excel reads accents, RFC 4180 quoting.

Separated by semicolons where commas part decimals (Spanish, Portuguese), by commas in English.
"""

import csv
import io
from collections.abc import Iterator

from server.exports import Format
from server.exports.safety import no_control, no_formula
from server.exports.words import place, say, table_name
from sessions.report import Report, ReportSession
from sessions.text import pick

_COLUMNS = ("session", "activity", "kind", "code", "table", "heading", "text", "position", "count", "regime")


def write(report: Report, lang: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="," if lang == "en" else ";", lineterminator="\r\n")
    if report.draft:
        writer.writerow([say("draft", lang)])
    writer.writerow([say(column, lang) for column in _COLUMNS])
    for session in report.sessions:
        for row in _rows(session, lang):
            writer.writerow([no_formula(no_control(value)) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _rows(session: ReportSession, lang: str) -> Iterator[list[str]]:
    regime = say(f"regime.{session.regime}", lang)
    for activity in session.activities:
        for finding in activity.outcomes:
            text = pick(finding.text or finding.label, lang)
            count = "" if finding.count is None else str(finding.count)
            yield [
                session.code,
                activity.code,
                say("kind.finding", lang),
                finding.id,
                "",
                "",
                text,
                place(finding.place),
                count,
                regime,
            ]
    codes = {activity.id: activity.code for activity in session.activities}
    for entry in session.entries:
        yield [
            session.code,
            codes.get(entry.activity, ""),
            say("kind.entry", lang),
            entry.code,
            table_name(entry.table, lang),
            pick(entry.heading_title, lang),
            entry.text,
            "",
            "",
            regime,
        ]


FORMAT = Format("csv", "text/csv; charset=utf-8", write)
