"""The paragraphs that were proposed for a declaration: the rapporteurs' first, then those of the tables."""

from typing import NamedTuple

from sessions.report import Report, ReportEntry, ReportSession, ReportSynthesis

DECLARATION = "declaration"
"""The heading under which tables write them."""


class Drafted(NamedTuple):
    """``entry`` and ``session`` are None where the rapporteurs wrote it."""

    text: str
    code: str
    id: str
    session: ReportSession | None = None
    entry: ReportEntry | None = None


def declared(report: Report) -> list[Drafted]:
    made = [_made(one) for one in report.syntheses if one.heading == DECLARATION and one.text]
    found = [(session, entry) for session in report.sessions for entry in session.entries]
    written = [Drafted(e.text, e.code, e.id, session, e) for session, e in found if e.heading == DECLARATION]
    return [*made, *written]


def _made(one: ReportSynthesis) -> Drafted:
    return Drafted(one.text or "", one.code, one.id)
