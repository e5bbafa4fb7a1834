"""The paragraphs that were proposed for a declaration, numbered, each with where it comes from."""

from server.exports.drafts import Origin, declared
from server.exports.paper import Paper, code, run
from server.exports.words import say, table_name


def drafted(paper: Paper) -> None:
    found = declared(paper.report)
    if not found:
        paper.text(say("no_declaration", paper.lang))
    for number, (text, origins) in enumerate(found.items(), start=1):
        told = "; ".join(_origin(one, paper.lang) for one in origins)
        paper.say(run(f"{number}. ", "Strong"), run(text), run("  "), code(told, "Muted"))


def _origin(one: Origin, lang: str) -> str:
    if one.session is None or one.entry is None:
        return f"{one.code} ({say('synthesis', lang).lower()})"
    valid = say("valid" if one.entry.validated else "not_validated", lang)
    return f"{one.code} ({one.session.code}, {table_name(one.entry.table, lang)}, {valid})"
