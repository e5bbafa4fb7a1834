"""What a poll says about itself."""

from sessions.activities.kind import in_units
from sessions.activities.poll.setup import PollSetup, Scale
from sessions.method import APART, MethodLine, answer, count, options, question, ties
from sessions.text import Text, pick

ANSWERS: Text = {"es": "Respuestas", "en": "Answers", "pt": "Respostas"}
OPTION: Text = {"es": "Opción", "en": "Option", "pt": "Opção"}
STEP: Text = {"es": "Valor", "en": "Value", "pt": "Valor"}
TEXT: Text = {"es": "Texto", "en": "Text", "pt": "Texto"}
PEOPLE: Text = {"es": "Personas", "en": "People", "pt": "Pessoas"}

_HOW_SINGLE: Text = {
    "es": "Se cuenta cuántas personas eligieron cada opción. «No aplica» y «Abstención» se cuentan aparte.",
    "en": "The people who chose each option are counted. “Not applicable” and “Abstention” are counted apart.",
    "pt": "Conta-se quantas pessoas escolheram cada opção. «Não se aplica» e «Abstenção» contam-se à parte.",
}
_HOW_MULTIPLE: Text = {
    "es": "Se cuenta cuántas personas eligieron cada opción; como cada una podía elegir varias, la suma puede superar "
    "el número de personas. «No aplica» y «Abstención» se cuentan aparte.",
    "en": "The people who chose each option are counted; as each could choose several, the sum may exceed the number "
    "of people. “Not applicable” and “Abstention” are counted apart.",
    "pt": "Conta-se quantas pessoas escolheram cada opção; como cada uma podia escolher várias, a soma pode superar "
    "o número de pessoas. «Não se aplica» e «Abstenção» contam-se à parte.",
}
HOW_SCALE: Text = {
    "es": "Se cuenta cuántas personas eligieron cada valor. La mediana es la respuesta que queda en medio al "
    "ordenarlas todas de menor a mayor; si las dos de en medio difieren, se dan ambas.",
    "en": "The people who chose each value are counted. The median is the answer in the middle when all are put in "
    "order from lowest to highest; where the two in the middle differ, both are given.",
    "pt": "Conta-se quantas pessoas escolheram cada valor. A mediana é a resposta que fica no meio quando todas são "
    "ordenadas da menor para a maior; se as duas do meio diferem, indicam-se ambas.",
}
HOW_TEXT: Text = {
    "es": "Los textos se muestran en orden alfabético y sin autoría. Los que son iguales se juntan con el número de "
    "personas que los escribieron.",
    "en": "The texts are shown in alphabetical order and without their authors. Identical ones are put together with "
    "the number of people who wrote them.",
    "pt": "Os textos são mostrados em ordem alfabética e sem autoria. Os que são iguais são reunidos com o número de "
    "pessoas que os escreveram.",
}


def how_choices(setup: PollSetup) -> Text:
    return _HOW_MULTIPLE if setup.answer == "multiple" else _HOW_SINGLE


def how(setup: PollSetup) -> Text:
    if setup.answer == "scale":
        return HOW_SCALE
    return HOW_TEXT if setup.answer == "text" else how_choices(setup)


def step(value: int, scale: Scale) -> Text:
    """A step as a table shows it: with its words at the ends of the scale."""
    ends = {scale.low: scale.low_label, scale.high: scale.high_label}
    if value not in ends:
        return {"es": str(value)}
    return {lang: f"{value} ({text})" for lang, text in ends[value].items()}


def median(value: str, scale: Scale) -> Text:
    low, high = scale.low, scale.high
    return {
        "es": f"Mediana: {value}, en una escala de {low} a {high}",
        "en": f"Median: {value}, on a scale from {low} to {high}",
        "pt": f"Mediana: {value}, em uma escala de {low} a {high}",
    }


_BRIEF: dict[str, Text] = {
    "choices": {
        "es": "Se cuenta cuántas personas eligieron cada opción",
        "en": "The people who chose each option are counted",
        "pt": "Conta-se quantas pessoas escolheram cada opção",
    },
    "scale": {
        "es": "Se cuenta cada valor y se da la mediana, la respuesta de en medio",
        "en": "Each value is counted, and the median given, the answer in the middle",
        "pt": "Conta-se cada valor e indica-se a mediana, a resposta do meio",
    },
    "text": {
        "es": "Se muestran los textos, sin autoría y en orden alfabético",
        "en": "The texts are shown without their authors, in alphabetical order",
        "pt": "Mostram-se os textos, sem autoria e em ordem alfabética",
    },
}
_TIES: dict[str, Text] = {
    "choices": {
        "es": "No se desempata: las opciones con las mismas respuestas se muestran iguales",
        "en": "None is broken: options with the same answers are shown as equal",
        "pt": "Não se desempata: as opções com as mesmas respostas são mostradas iguais",
    },
    "scale": {
        "es": "No se desempata: si las dos respuestas de en medio difieren, se dan ambas («6-7»)",
        "en": "None is broken: where the two answers in the middle differ, both are given (“6-7”)",
        "pt": "Não se desempata: se as duas respostas do meio diferem, indicam-se ambas («6-7»)",
    },
    "text": {
        "es": "No hay: los textos no se ordenan por puestos",
        "en": "There are none: texts are not ranked",
        "pt": "Não há: os textos não são ordenados por posição",
    },
}


def method(setup: PollSetup) -> tuple[MethodLine, ...]:
    sort = setup.answer if setup.answer in _TIES else "choices"
    lines = [question(setup.question), answer(_answer_type(setup))]
    if setup.options is not None:
        lines += options(option.text for option in setup.options)
    counted = count(in_units(how(setup), setup.unit), in_units(_BRIEF[sort], setup.unit))
    return (*lines, counted, ties(_TIES[sort]), APART)


def _answer_type(setup: PollSetup) -> Text:
    if setup.scale is not None:
        return _scale_type(setup.scale)
    if setup.answer == "text":
        limit = setup.max_length
        return {
            "es": f"Un texto de hasta {limit} caracteres",
            "en": f"A text of up to {limit} characters",
            "pt": f"Um texto de até {limit} caracteres",
        }
    if setup.limit == 1:
        return {"es": "Una opción", "en": "One option", "pt": "Uma opção"}
    return {
        "es": f"De una a {setup.limit} opciones",
        "en": f"One to {setup.limit} options",
        "pt": f"De uma a {setup.limit} opções",
    }


def _scale_type(scale: Scale) -> Text:
    def ends(lang: str) -> tuple[str, str]:
        return f"{scale.low} ({pick(scale.low_label, lang)})", f"{scale.high} ({pick(scale.high_label, lang)})"

    return {
        "es": "Un número de {} a {}".format(*ends("es")),
        "en": "A number from {} to {}".format(*ends("en")),
        "pt": "Um número de {} a {}".format(*ends("pt")),
    }
