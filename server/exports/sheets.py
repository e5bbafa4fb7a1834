"""Files of the pack beside the report: good-practice sheets, draft paragraphs for a declaration, method cards."""

from server.exports.paper import Paper
from server.exports.paper.cards import cards
from server.exports.paper.declaration import drafted
from server.exports.paper.practices import OVERVIEW, PASSAGES, fields, practice_sheet
from server.exports.tabular import frame_of, tabled
from server.exports.words import say
from sessions.report import Report
from sessions.text import pick

_FRAME = ("regime", "state", "until", "cursor", "digest")


def _begun(report: Report, lang: str, title: str, told: str) -> Paper:
    paper = Paper(report, lang)
    paper.text(say(title, lang), style="Title")
    paper.text(pick(report.meeting.title, lang), style="Subtitle")
    if report.draft:
        paper.text(say("draft", lang), style="DraftBanner")
    paper.text(say(told, lang), style="SmallPrint")
    return paper


def practices(report: Report, lang: str) -> Paper:
    """A sheet a page, under its regime."""
    paper = _begun(report, lang, "practices", "practices_told")
    if not report.practices:
        paper.text(say("no_practices", lang))
    for practice in report.practices:
        paper.begin_part(say(f"regime.{practice.regime}", lang))
        practice_sheet(paper, practice, level=1)
    return paper


def practices_table(report: Report, lang: str) -> bytes:
    """The same as one plain table, a sheet a row."""
    names = (*OVERVIEW, *PASSAGES)
    heads = [say("code", lang), say("title", lang), *(say(f"practice.{name}", lang) for name in names)]
    heads += [say("line.sources", lang), *(say("version" if column == "state" else column, lang) for column in _FRAME)]
    rows = []
    for practice in report.practices:
        told: dict[str, object] = {**frame_of(report, lang), "regime": say(f"regime.{practice.regime}", lang)}
        said = fields(practice, lang)
        sources = ", ".join(source.code for source in practice.sources)
        own = [practice.code, practice.title, *(said[name] for name in names), sources]
        rows.append([*own, *(told[column] for column in _FRAME)])
    return tabled(heads, rows, lang)


def declaration(report: Report, lang: str) -> Paper:
    """Paragraphs that tables proposed, numbered, each with where it comes from."""
    paper = _begun(report, lang, "declaration", "declaration_told")
    drafted(paper)
    return paper


def methods(report: Report, lang: str) -> Paper:
    """How each activity was answered and counted."""
    paper = _begun(report, lang, "methods", "not_binding")
    cards(paper, 2, listed=True)
    return paper
