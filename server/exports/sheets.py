"""Files of the pack beside the report: good-practice sheets, draft paragraphs for a declaration, method cards."""

from server.exports.paper import Paper, Span, code, run
from server.exports.paper.cards import cards
from server.exports.words import say, table_name
from sessions.report import Report, ReportEntry, ReportPractice, ReportSession
from sessions.text import pick

DECLARATION = "declaration"
_FIELDS = ("period", "entities", "submitted_by", "partners", "website")
_PASSAGES = ("description", "results", "conditions", "replicability", "contact")


def _begun(report: Report, lang: str, title: str, told: str) -> Paper:
    paper = Paper(report, lang)
    paper.text(say(title, lang), style="Title")
    paper.text(pick(report.meeting.title, lang), style="Subtitle")
    if report.draft:
        paper.text(say("draft", lang), style="DraftBanner")
    paper.text(say(told, lang), style="SmallPrint")
    return paper


def practices(report: Report, lang: str) -> Paper:
    """In the fields of the template that the region's practices are shared in."""
    paper = _begun(report, lang, "practices", "practices_told")
    if not report.practices:
        paper.text(say("no_practices", lang))
    for practice in report.practices:
        _practice(paper, practice)
    return paper


def _practice(paper: Paper, practice: ReportPractice) -> None:
    lang = paper.lang
    paper.begin_part(say(f"regime.{practice.regime}", lang))
    paper.heading(f"{practice.code} · {practice.title}", 1)
    if practice.country is not None:
        paper.pair(say("practice.country", lang), pick(practice.country.name, lang))
    listed = {
        "categories": "; ".join(pick(category, lang) for category in practice.categories),
        "tags": "; ".join(practice.tags),
    }
    for name in ("categories", "tags"):
        if listed[name]:
            paper.pair(say(f"practice.{name}", lang), listed[name])
    for name in _FIELDS:
        if value := getattr(practice, name):
            paper.pair(say(f"practice.{name}", lang), value)
    for name in _PASSAGES:
        if value := getattr(practice, name):
            paper.heading(say(f"practice.{name}", lang), 3)
            paper.text(value)
    if practice.sources:
        paper.say(code(", ".join(source.code for source in practice.sources), "Muted"))


def declaration(report: Report, lang: str) -> Paper:
    """Paragraphs that tables proposed, numbered, each with where it comes from."""
    paper = _begun(report, lang, "declaration", "declaration_told")
    found = [(s, entry) for s in report.sessions for entry in s.entries if entry.heading == DECLARATION]
    made = [one for one in report.syntheses if one.heading == DECLARATION and one.text]
    if not found and not made:
        paper.text(say("no_declaration", lang))
    number = 0
    for one in made:
        number += 1
        paper.say(run(f"{number}. ", "Strong"), run(one.text or ""), run("  "), code(one.code, "Muted"))
    for session, entry in found:
        number += 1
        paper.say(run(f"{number}. ", "Strong"), run(entry.text), run("  "), _origin(session, entry, lang))
    return paper


def _origin(session: ReportSession, entry: ReportEntry, lang: str) -> Span:
    valid = say("valid" if entry.validated else "not_validated", lang)
    return code(f"{entry.code} · {session.code}, {table_name(entry.table, lang)}, {valid}", "Muted")


def methods(report: Report, lang: str) -> Paper:
    """How each activity was answered and counted."""
    paper = _begun(report, lang, "methods", "not_binding")
    cards(paper, 2, listed=True)
    return paper
