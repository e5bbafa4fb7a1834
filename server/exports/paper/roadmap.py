"""The matrix of the roadmap, on pages that lie across."""

from collections import Counter

from server.exports.lines import columns, statuses, time_frame
from server.exports.paper import Cell, Col, Paper, Span, grid, run
from server.exports.paper.chain import Chain
from server.exports.words import say
from sessions.report import ReportLine
from sessions.text import pick

_WIDTHS = (2.2, 2.4, 4.6, 2.5, 2.1, 2.3, 1.3, 3.7, 4.9)
_HEADS = (
    ("code", "sources"),
    ("theme", "challenge"),
    ("activity", "output"),
    ("mechanism", "alignment"),
    ("leads", "participants"),
    ("institution", "support"),
    ("time",),
    ("indicator", "verification"),
    ("status", "cooperation", "reservations"),
)


def roadmap(paper: Paper) -> None:
    lang, lines = paper.lang, paper.report.roadmap
    paper.begin_part(paper.regime_of_each(), wide=True)
    paper.heading(say("chapter.roadmap", lang), 1)
    if not lines:
        paper.text(say("no_lines", lang))
        return
    told = "; ".join(f"{say(f'status.{status}', lang)}: {n}" for status, n in statuses(lines).items())
    paper.text(f"{say('lines_told', lang, n=len(lines), statuses=told)} {say('roadmap_why', lang)}")
    heads = ["\n".join(say(f"line.{name}", lang) for name in names) for names in _HEADS]
    cols = [Col(head, cm) for head, cm in zip(heads, _WIDTHS, strict=True)]
    found = Chain.of(paper.report)
    grid(paper, cols, [_row(line, found, lang) for line in lines], small=True)


def _row(line: ReportLine, found: Chain, lang: str) -> tuple[Cell, ...]:
    told = columns(line, lang)
    named = line.challenge is None and line.theme and line.theme_name
    theme = f"{line.theme} {pick(line.theme_name, lang)}" if named and line.theme_name else told["theme"]
    indicator = _lines(told["indicator"], _arrow(told["baseline"], told["target"]), told["verification"])
    frame = _lines(time_frame(line, lang), told["milestone"])
    cooperation = ": ".join(part for part in (told["cooperation"], told["amount"]) if part)
    return (
        _code(line, found),
        _lines(theme, _challenge(line, lang)),
        _lines(told["activity"], told["output"]),
        _lines(told["mechanism"], told["alignment"]),
        _lines(told["leads"], told["participants"]),
        _lines(told["institution"], told["support"]),
        frame,
        indicator,
        _lines(
            " · ".join(part for part in (told["status"], cooperation) if part),
            told["answers"],
            told["remarks"],
            _each_once(told["reservations"]),
        ),
    )


def _code(line: ReportLine, found: Chain) -> Cell:
    """The code with what it came from, each leading to the annex of origins."""
    spans = found.told(("line", line.id))
    if not spans:
        return line.code
    return (Span(line.code, "Link", whole=True, link=spans[0].link), run("\n"), *spans[1:])


def _each_once(remarks: str) -> str:
    """What several delegations said in the same words stands once."""
    found = Counter(remarks.split("\n"))
    return "\n".join(f"{remark} (×{n})" if n > 1 else remark for remark, n in found.items())


def _challenge(line: ReportLine, lang: str) -> str:
    challenge = line.challenge
    if challenge is None:
        return ""
    words = [challenge.id, pick(challenge.name, lang) if challenge.name else ""]
    if challenge.position:
        words.append(f"({say('line.position', lang).lower()} {challenge.position})")
    if challenge.stability:
        words.append(f"[{say('line.stability', lang).lower()}: {say(f'stability.{challenge.stability}', lang)}]")
    return " ".join(word for word in words if word)


def _arrow(baseline: str, target: str) -> str:
    return f"{baseline or '…'} → {target or '…'}" if baseline or target else ""


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
