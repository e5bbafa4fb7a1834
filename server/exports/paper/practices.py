"""A good practice in the fields of the template that the region's practices are shared in."""

from server.exports.paper import Paper, code, run
from server.exports.paper.chain import Chain
from server.exports.words import say
from sessions.report import ReportPractice
from sessions.text import pick

OVERVIEW = ("country", "categories", "tags", "period", "entities", "submitted_by", "partners", "website")
PASSAGES = ("description", "results", "conditions", "replicability", "contact")


def fields(practice: ReportPractice, lang: str) -> dict[str, str]:
    """``OVERVIEW`` and ``PASSAGES`` as texts; empty where nothing is said."""
    country = pick(practice.country.name, lang) if practice.country else say("practice.unnamed", lang)
    told = {name: getattr(practice, name) for name in (*OVERVIEW, *PASSAGES)}
    categories = "; ".join(pick(category, lang) for category in practice.categories)
    return {**told, "country": country, "categories": categories, "tags": "; ".join(practice.tags)}


def practice_sheet(paper: Paper, practice: ReportPractice, level: int = 2, found: Chain | None = None) -> None:
    """``level`` is that of its title; with ``found``, its sources lead to where that paper tells of them."""
    lang = paper.lang
    told = fields(practice, lang)
    paper.heading(f"{practice.code} · {practice.title}", level, listed=level == 1)
    paper.heading(say("practice.overview", lang), level + 1, listed=False)
    for name in OVERVIEW:
        if told[name]:
            paper.pair(say(f"practice.{name}", lang), told[name])
    for name in PASSAGES:
        if told[name]:
            paper.heading(say(f"practice.{name}", lang), level + 1, listed=False)
            paper.text(told[name])
    if practice.sources:
        sources = ", ".join(source.code for source in practice.sources)
        origin = found.told(("practice", practice.id)) if found else ()
        paper.say(
            run(f"{say('line.sources', lang)}: ", "Strong"), *(origin or (code(f"{practice.code} <- {sources}"),))
        )
