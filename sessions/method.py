"""The lines of a method card: how an activity is answered and counted, in words. A leaf, so that kinds may use it; the
whole card is put together by ``sessions.card``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sessions.text import Lang, Text, pick

LANGS: tuple[Lang, ...] = ("es", "en", "pt")

Part = Literal["rule", "record"]


@dataclass(frozen=True, slots=True)
class MethodLine:
    """``brief`` is the value in few words, for a wall; None where a wall leaves the line out. ``part`` is ``rule`` for
    what holds before anybody answers, ``record`` for what happened in a round."""

    label: Text
    value: Text
    brief: Text | None = None
    part: Part = "rule"


def question(text: Text) -> MethodLine:
    return MethodLine({"es": "Pregunta", "en": "Question", "pt": "Pergunta"}, text)


def answer(value: Text) -> MethodLine:
    """What one answer is."""
    return MethodLine({"es": "Tipo de respuesta", "en": "Type of answer", "pt": "Tipo de resposta"}, value, value)


def options(texts: Iterable[Text]) -> tuple[MethodLine, ...]:
    """The lines on the options: their wording, and their order on phones."""
    return (
        MethodLine({"es": "Opciones", "en": "Options", "pt": "Opções"}, listed(texts)),
        MethodLine(
            {"es": "Orden de las opciones", "en": "Order of the options", "pt": "Ordem das opções"},
            _SHUFFLED,
        ),
    )


def listed(texts: Iterable[Text]) -> Text:
    found = list(texts)
    return {lang: "; ".join(pick(text, lang).removesuffix(".") for text in found) for lang in LANGS}


def count(value: Text, brief: Text | None = None) -> MethodLine:
    return MethodLine({"es": "Recuento", "en": "Count", "pt": "Contagem"}, value, brief)


def ties(value: Text, brief: Text | None = None) -> MethodLine:
    return MethodLine({"es": "Empates", "en": "Ties", "pt": "Empates"}, value, brief)


_SHUFFLED: Text = {
    "es": "Al azar en cada teléfono; el mismo al recargar",
    "en": "Random on each phone; the same after a reload",
    "pt": "Aleatória em cada telefone; a mesma ao recarregar",
}
APART = MethodLine(
    {
        "es": "«No aplica» y «Abstención»",
        "en": "“Not applicable” and “Abstention”",
        "pt": "«Não se aplica» e «Abstenção»",
    },
    {
        "es": "Son respuestas válidas y se cuentan aparte",
        "en": "Valid answers, counted apart",
        "pt": "São respostas válidas e contam-se à parte",
    },
)
"""What every question offers beside its own answers."""
NATURE = MethodLine(
    {"es": "Carácter", "en": "Nature", "pt": "Natureza"},
    {"es": "Indicativo, no vinculante", "en": "Indicative, not binding", "pt": "Indicativa, não vinculante"},
)
