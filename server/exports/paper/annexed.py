"""Which annexes a report has, and their letters."""

from server.exports.drafts import declared
from server.exports.paper.chain import Chain
from server.exports.words import method_cards
from sessions.report import Report, ReportSession


def held(session: ReportSession) -> bool:
    """Whether there is anything to tell of it."""
    return bool(session.activities or session.entries or (session.withheld and session.started_at is not None))


def letters(report: Report) -> dict[str, str]:
    """The letter of each annex that there is."""
    there = {
        "results": any(session.activities or session.entries for session in report.sessions),
        "programme": True,
        "practices": bool(report.practices),
        "declaration": bool(declared(report)),
        "chain": bool(Chain.of(report).nodes),
        "methods": bool(method_cards(report, "es")),
        "digests": True,
    }
    return dict(zip((name for name, is_there in there.items() if is_there), "ABCDEFG", strict=False))
