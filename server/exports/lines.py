"""A line of the roadmap as texts: in the columns of the matrix, one text a column, as tables and files show them."""

from collections.abc import Iterable

from server.exports.words import say
from sessions.report import ReportDelegation, ReportLine, ReportRemark
from sessions.text import pick

COLUMNS = (
    *("code", "theme", "challenge", "position", "stability", "activity", "output", "mechanism", "alignment", "leads"),
    *("participants", "institution", "support", "quarter", "year", "milestone", "indicator", "baseline", "target"),
    *("verification", "cooperation", "amount", "status", "remarks", "reservations", "answers", "sources"),
)
"""In the order of the region's matrix, with one field a column, so that each can be changed on its own."""


def columns(line: ReportLine, lang: str) -> dict[str, str]:
    """What each of ``COLUMNS`` says of ``line``; a withheld line has its code, its status and the reason."""
    challenge, time, indicator = line.challenge, line.time_frame, line.indicator
    return {
        "code": line.code,
        "theme": line.theme or "",
        "challenge": challenge.id if challenge else "",
        "position": (challenge.position or "") if challenge else "",
        "stability": _valued("stability", challenge.stability if challenge else None, lang),
        "activity": f"({say('line_withheld', lang)})" if line.activity is None else line.activity,
        "output": line.output,
        "mechanism": _valued("mechanism", line.mechanism, lang),
        "alignment": line.alignment,
        "leads": names(line.leads, lang),
        "participants": names(line.participants, lang),
        "institution": line.institution,
        "support": line.support,
        "quarter": str(time.quarter or ""),
        "year": str(time.year or ""),
        "milestone": time.milestone,
        "indicator": indicator.text,
        "baseline": indicator.baseline,
        "target": indicator.target,
        "verification": line.verification,
        "cooperation": _valued("cooperation", line.cooperation.kind, lang),
        "amount": line.cooperation.amount,
        "status": say(f"status.{line.status}", lang),
        "remarks": "\n".join(remark.text for remark in line.remarks if remark.answer is None),
        "reservations": "\n".join(_remark(remark, lang) for remark in line.remarks if remark.answer is not None),
        "answers": answered(line, lang),
        "sources": line.chain.partition(" <- ")[2] or ", ".join(source.code for source in line.sources),
    }


def _valued(kind: str, value: str | None, lang: str) -> str:
    return say(f"{kind}.{value}", lang) if value else ""


def names(delegations: Iterable[ReportDelegation], lang: str) -> str:
    return "; ".join(pick(delegation.name, lang) for delegation in delegations)


def answered(line: ReportLine, lang: str) -> str:
    """How many delegations answered what in the plenary reading."""
    return "; ".join(f"{say(f'answer.{answer}', lang)}: {n}" for answer, n in line.answers.items() if n)


def _remark(remark: ReportRemark, lang: str) -> str:
    who = f"{pick(remark.delegation.name, lang)}, " if remark.delegation else ""
    return f"{remark.text} ({who}{say(f'answer.{remark.answer}', lang)})"


def time_frame(line: ReportLine, lang: str) -> str:
    """``T2 2026`` (``Q2 2026`` in English), whatever of it is known."""
    time = line.time_frame
    quarter = f"{'Q' if lang == 'en' else 'T'}{time.quarter}" if time.quarter else ""
    return " ".join(part for part in (quarter, str(time.year or "")) if part)


def statuses(lines: Iterable[ReportLine]) -> dict[str, int]:
    """How many lines stand where, in the order of the words' table."""
    found: dict[str, int] = {}
    for line in lines:
        found[line.status] = found.get(line.status, 0) + 1
    order = ("proposed", "reviewed", "agreed_ad_referendum", "confirmed", "with_reservation", "withdrawn")
    return {status: found[status] for status in order if status in found}
