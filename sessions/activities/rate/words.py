"""What a rating calls its findings and tables."""

from collections.abc import Mapping

from sessions.activities.rate.setup import Criterion, RateSetup
from sessions.activities.rate.summary import Span, Summary
from sessions.outcomes import Column
from sessions.text import Lang, Text, pick

LANGS: tuple[Lang, ...] = ("es", "en", "pt")
AGREE_COLUMN = 6
COLUMNS = (
    Column(label={"es": "Opción", "en": "Option", "pt": "Opção"}),
    Column(label={"es": "Mediana", "en": "Median", "pt": "Mediana"}),
    Column(label={"es": "Mitad central", "en": "Middle half", "pt": "Metade central"}),
    Column(label={"es": "Valoraciones", "en": "Ratings", "pt": "Avaliações"}, kind="count"),
    Column(label={"es": "Omitieron", "en": "Skipped", "pt": "Omitiram"}, kind="count"),
    Column(label={"es": "Opiniones muy divididas", "en": "Strong dissent", "pt": "Opiniões muito divididas"}),
)
DISSENT_YES: Text = {"es": "Sí", "en": "Yes", "pt": "Sim"}
DISSENT_NO: Text = {"es": "No", "en": "No", "pt": "Não"}
VERDICTS: Mapping[str, Text] = {
    "consensus": {"es": "Consenso", "en": "Consensus", "pt": "Consenso"},
    "no_consensus": {"es": "Sin consenso", "en": "No consensus", "pt": "Sem consenso"},
    "": {"es": "Sin valoraciones", "en": "No ratings", "pt": "Sem avaliações"},
}

_NONE = "–"


def rule_columns(setup: RateSetup) -> tuple[Column, ...]:
    rule = setup.rule
    if rule is None:
        return ()
    return (
        Column(label=_gave(rule.from_, setup.high), kind="count"),
        Column(label=_gave(setup.low, rule.to), kind="count"),
        Column(label={"es": "Según la regla", "en": "By the rule", "pt": "Segundo a regra"}),
    )


def _gave(low: int, high: int) -> Text:
    return {"es": f"Dieron {low} a {high}", "en": f"Gave {low} to {high}", "pt": f"Deram {low} a {high}"}


def span(values: Span | tuple[()]) -> str:
    """ "7", or "7-8" where the middle lies between the two."""
    if not values:
        return _NONE
    low, high = values
    return str(low) if low == high else f"{low}-{high}"


def middle_half(quartiles: tuple[Span, Span] | tuple[()]) -> Text | str:
    if not quartiles:
        return _NONE
    low, high = map(span, quartiles)
    return {"es": f"{low} a {high}", "en": f"{low} to {high}", "pt": f"{low} a {high}"}


def distribution(criterion: Criterion) -> Text:
    tail: Text = {"es": "personas por valor", "en": "people by rating", "pt": "pessoas por valor"}
    return {lang: f"{pick(criterion.title, lang)}: {tail[lang]}" for lang in LANGS}


def step(value: int, setup: RateSetup, criterion: Criterion) -> Text:
    """A step as a table shows it: with its words at the ends of the scale."""
    ends = {setup.low: criterion.low_label, setup.high: criterion.high_label}
    if value not in ends:
        return {"es": str(value)}
    return {lang: f"{value} ({text})" for lang, text in ends[value].items()}


def said(option: Text, criterion: Criterion, summary: Summary, single: bool) -> Text:
    """A finding: the option, by what it was rated where there are several criteria, and its median."""
    median = span(summary.median)
    words: Text = {"es": "mediana", "en": "median", "pt": "mediana"}
    by = {lang: "" if single else f"{pick(criterion.title, lang)}, " for lang in LANGS}
    return {lang: f"{pick(option, lang)}: {by[lang]}{words[lang]} {median}" for lang in LANGS}


def rated(option: Text, criterion: Criterion, single: bool) -> Text:
    """What a median in a table of groups is of."""
    tail: Text = {"es": "mediana", "en": "median", "pt": "mediana"}
    by = {lang: "" if single else f"{pick(criterion.title, lang)}, " for lang in LANGS}
    return {lang: f"{pick(option, lang)} ({by[lang]}{tail[lang]})" for lang in LANGS}
