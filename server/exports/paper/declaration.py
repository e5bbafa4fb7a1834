"""The paragraphs that were proposed for a declaration, numbered, each with where it comes from."""

from server.exports.drafts import Drafted, declared
from server.exports.paper import Paper, Span, code, run
from server.exports.words import say, table_name


def drafted(paper: Paper) -> None:
    found = declared(paper.report)
    if not found:
        paper.text(say("no_declaration", paper.lang))
    for number, one in enumerate(found, start=1):
        paper.say(run(f"{number}. ", "Strong"), run(one.text), run("  "), _origin(one, paper.lang))


def _origin(one: Drafted, lang: str) -> Span:
    if one.session is None or one.entry is None:
        return code(f"{one.code} · {say('synthesis', lang).lower()}", "Muted")
    valid = say("valid" if one.entry.validated else "not_validated", lang)
    return code(f"{one.code} · {one.session.code}, {table_name(one.entry.table, lang)}, {valid}", "Muted")
