"""Plain tables: UTF-8 with a byte order mark, so that Excel reads accents, and RFC 4180 quoting.

Separated by semicolons where commas part decimals (Spanish, Portuguese), by commas in English. One header, then rows
alike, each of which says its regime, whether it is a draft and which report it belongs to.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from server.exports.safety import no_control, no_formula
from server.exports.words import moment, say
from sessions.report import Report


def tabled(heads: Sequence[str], rows: Iterable[Sequence[object]], lang: str) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="," if lang == "en" else ";", lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def frame_of(report: Report, lang: str) -> dict[str, object]:
    """What each row says of the report it belongs to."""
    return {
        "state": say("draft" if report.draft else "final", lang),
        "until": moment(report.meeting.until, report.meeting.zone, lang),
        "cursor": "/".join(map(str, report.cursor)),
        "digest": report.digest,
    }


def _cell(value: object) -> str:
    """Whole numbers stay numbers."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else no_formula(no_control(str(value)))
