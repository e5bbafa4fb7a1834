"""The paragraphs that were proposed for a declaration: the rapporteurs' first, then those of the tables."""

from typing import NamedTuple

from sessions.report import Report, ReportEntry, ReportSession

DECLARATION = "declaration"
"""The heading under which tables write them."""


class Origin(NamedTuple):
    """``entry`` and ``session`` are None where the rapporteurs wrote it."""

    code: str
    session: ReportSession | None = None
    entry: ReportEntry | None = None


def declared(report: Report) -> dict[str, list[Origin]]:
    """By its words, each paragraph with everything that says it."""
    found: dict[str, list[Origin]] = {}
    for one in report.syntheses:
        if one.heading == DECLARATION and one.text:
            found.setdefault(one.text, []).append(Origin(one.code))
    for session in report.sessions:
        for entry in session.entries:
            if entry.heading == DECLARATION:
                found.setdefault(entry.text, []).append(Origin(entry.code, session, entry))
    return found
