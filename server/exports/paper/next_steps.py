"""What comes next: the lines by when they are due and who leads them, what they lack, what became of earlier ones."""

from server.exports.lines import columns, time_frame
from server.exports.paper import Col, Paper, code, grid, run
from server.exports.words import say
from sessions.report import Report, ReportLine

_NEEDED = ("leads", "institution", "quarter", "indicator")


def next_steps(paper: Paper) -> None:
    lang, report = paper.lang, paper.report
    paper.begin_part(paper.regime_of_each())
    paper.heading(say("chapter.next", lang), 1)
    if not report.roadmap:
        paper.text(say("no_lines", lang))
    else:
        _by_time(paper, report)
        _lacking(paper, report)
    if report.earlier:
        _earlier(paper, report)


def _by_time(paper: Paper, report: Report) -> None:
    lang = paper.lang
    paper.heading(say("next_by_time", lang), 3)
    timed = [line for line in report.roadmap if line.time_frame.year or line.time_frame.quarter]
    if not timed:
        paper.text(say("next_none", lang))
        return
    cols = (
        Col(say("line.time", lang), 2.2),
        Col(say("line.code", lang), 2.2),
        Col(say("line.activity", lang), 6.6),
        Col(say("line.leads", lang), 3.0),
        Col(say("line.status", lang), 2.6),
    )
    timed.sort(key=lambda line: (line.time_frame.year or 9999, line.time_frame.quarter or 9, line.code))
    grid(paper, cols, [_timed(line, lang) for line in timed], small=True)


def _timed(line: ReportLine, lang: str) -> tuple[str, ...]:
    told = columns(line, lang)
    return time_frame(line, lang), told["code"], told["activity"], told["leads"], told["status"]


def _lacking(paper: Paper, report: Report) -> None:
    """What a line needs before it can be followed up."""
    lang = paper.lang
    lacking: dict[tuple[str, ...], list[str]] = {}
    for line in report.roadmap:
        if not line.withheld:
            told = columns(line, lang)
            gone = [
                say("line.time" if name == "quarter" else f"line.{name}", lang) for name in _NEEDED if not told[name]
            ]
            if gone:
                lacking.setdefault(tuple(gone), []).append(line.code)
    if lacking:
        paper.heading(say("next_open", lang), 3)
        for missing, codes in lacking.items():
            paper.say(run(", ".join(missing) + ": ", "Strong"), code(", ".join(codes)), style="ListBullet")


def _earlier(paper: Paper, report: Report) -> None:
    lang = paper.lang
    paper.heading(say("next_earlier", lang), 3)
    cols = (Col(say("line.code", lang), 2.2), Col(say("line.activity", lang), 8.4), Col(say("line.status", lang), 6.0))
    rows = [
        (one.code, one.activity, f"{say(f'progress.{one.progress}', lang)}{': ' if one.note else ''}{one.note}")
        for one in report.earlier
    ]
    grid(paper, cols, rows)
