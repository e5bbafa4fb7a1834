"""How a rating is answered, counted and judged, in words. The rule stands on the card before anybody votes, and under
the outcome in the same words."""

from sessions.activities.rate.setup import Criterion, RateSetup, Rule
from sessions.activities.rate.words import LANGS
from sessions.method import APART, NATURE, MethodLine, answer, count, options, question, ties
from sessions.text import Text, pick

_MEDIAN: Text = {
    "es": "Mediana: la valoración que queda en medio («7-8» si son dos). Mitad central: sin la cuarta parte más baja "
    "ni la más alta.",
    "en": "Median: the rating in the middle (“7-8” where there are two). Middle half: without the lowest and the "
    "highest quarter.",
    "pt": "Mediana: a avaliação que fica no meio («7-8» se são duas). Metade central: sem a quarta parte mais baixa "
    "nem a mais alta.",
}
_WEIGHT: Text = {
    "es": "Cada persona cuenta una vez, sin ponderar por delegación; lo omitido no cuenta.",
    "en": "Each person counts once, delegations are not weighted; what was skipped does not count.",
    "pt": "Cada pessoa conta uma vez, sem ponderar por delegação; o que foi omitido não conta.",
}
_WEIGHT_OF_DELEGATIONS: Text = {
    "es": "Cada delegación cuenta una vez; lo omitido no cuenta.",
    "en": "Each delegation counts once; what was skipped does not count.",
    "pt": "Cada delegação conta uma vez; o que foi omitido não conta.",
}
_BRIEF: Text = {
    "es": "La mediana, la valoración de en medio; cada persona cuenta una vez",
    "en": "The median, the rating in the middle; each person counts once",
    "pt": "A mediana, a avaliação do meio; cada pessoa conta uma vez",
}
_BRIEF_OF_DELEGATIONS: Text = {
    "es": "La mediana, la valoración de en medio; cada delegación cuenta una vez",
    "en": "The median, the rating in the middle; each delegation counts once",
    "pt": "A mediana, a avaliação do meio; cada delegação conta uma vez",
}
_TIES: Text = {
    "es": "No se desempata: los elementos con la misma mediana se muestran iguales, en el orden de la lista",
    "en": "None is broken: items with the same median are shown as equal, in the order of the list",
    "pt": "Não se desempata: os itens com a mesma mediana são mostrados iguais, na ordem da lista",
}
_DISSENT: Text = {
    "es": "«Opiniones muy divididas»: la desviación típica pasa de tres décimas del ancho de la escala.",
    "en": "“Strong dissent”: the standard deviation exceeds three tenths of the width of the scale.",
    "pt": "«Opiniões muito divididas»: o desvio padrão passa de três décimos da largura da escala.",
}


def rule_words(rule: Rule) -> Text:
    """The acceptance rule, in one sentence."""
    top, bottom = rule.from_, rule.to
    return {
        "es": f"Hay consenso si al menos el {rule.at_least} % de quienes valoran da {top} o más y menos del "
        f"{rule.below} % da {bottom} o menos.",
        "en": f"There is consensus if at least {rule.at_least} % of those who rate give {top} or more and fewer than "
        f"{rule.below} % give {bottom} or less.",
        "pt": f"Há consenso se ao menos {rule.at_least} % de quem avalia dá {top} ou mais e menos de {rule.below} % "
        f"dá {bottom} ou menos.",
    }


def how(setup: RateSetup, dissent: bool) -> Text:
    """``dissent`` says whether anything in the outcome is flagged, so that the flag has to be explained."""
    return _joined(
        *([rule_words(setup.rule)] if setup.rule else []), _MEDIAN, _weight(setup), *([_DISSENT] if dissent else [])
    )


def _weight(setup: RateSetup) -> Text:
    return _WEIGHT if setup.unit == "seat" else _WEIGHT_OF_DELEGATIONS


def _joined(*texts: Text) -> Text:
    return {lang: " ".join(pick(text, lang) for text in texts) for lang in LANGS}


def card(setup: RateSetup) -> tuple[MethodLine, ...]:
    lines = [
        question(setup.question),
        answer(_answer(setup)),
        *options(option.text for option in setup.options),
        MethodLine({"es": "Criterios", "en": "Criteria", "pt": "Critérios"}, _criteria(setup)),
        count(_joined(_MEDIAN, _weight(setup)), _BRIEF if setup.unit == "seat" else _BRIEF_OF_DELEGATIONS),
        ties(_TIES),
        MethodLine({"es": "Desacuerdo", "en": "Dissent", "pt": "Desacordo"}, _DISSENT),
    ]
    if setup.rule is not None:
        label: Text = {"es": "Regla de aceptación", "en": "Acceptance rule", "pt": "Regra de aceitação"}
        lines.append(MethodLine(label, rule_words(setup.rule), rule_words(setup.rule)))
    return (*lines, NATURE, APART)


def _answer(setup: RateSetup) -> Text:
    low, high = setup.low, setup.high
    return {
        "es": f"Un número de {low} a {high} por elemento y criterio; se puede omitir",
        "en": f"A number from {low} to {high} for each item and criterion; one may skip",
        "pt": f"Um número de {low} a {high} por item e critério; pode-se omitir",
    }


def _criteria(setup: RateSetup) -> Text:
    return {lang: "; ".join(_ends(setup, criterion, lang) for criterion in setup.criteria) for lang in LANGS}


def _ends(setup: RateSetup, criterion: Criterion, lang: str) -> str:
    low, high = pick(criterion.low_label, lang), pick(criterion.high_label, lang)
    return f"{pick(criterion.title, lang)}: {setup.low} ({low}) – {setup.high} ({high})"
