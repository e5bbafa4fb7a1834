"""Shared notes: each table writes entries under headings in its own pad. Nobody votes, nothing is counted."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator

from sessions.activities.kind import Cast, Kind, Setup, Tally
from sessions.actor import Frozen
from sessions.ids import Slug
from sessions.method import MethodLine, listed
from sessions.outcomes import Counted, Outcome
from sessions.text import Text

MAX_HEADINGS = 20


class Heading(Frozen):
    """What a part of the pad is for. Entries name their heading by ``id``; ``hint`` stands in an empty part."""

    id: Slug
    title: Text
    hint: Text | None = None


def _checked(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    if not headings:
        raise ValueError("headings_missing")
    if len(headings) > MAX_HEADINGS:
        raise ValueError("headings_too_many")
    if len({heading.id for heading in headings}) < len(headings):
        raise ValueError("headings_twice")
    return headings


def _heading(id_: str, es: str, en: str, pt: str, hint: Text | None = None) -> Heading:
    return Heading(id=id_, title={"es": es, "en": en, "pt": pt}, hint=hint)


HEADINGS = (
    _heading("question", "Pregunta orientadora", "Guiding question", "Pergunta orientadora"),
    _heading("challenge", "Desafíos identificados", "Challenges", "Desafios identificados"),
    _heading(
        "good-practice",
        "Buenas prácticas y condiciones de éxito",
        "Good practices and what made them work",
        "Boas práticas e condições de êxito",
    ),
    _heading(
        "lesson",
        "Lecciones aprendidas y lo que no funcionó",
        "Lessons learned and what did not work",
        "Lições aprendidas e o que não funcionou",
    ),
    _heading("proposal", "Propuestas de acción", "Proposed actions", "Propostas de ação"),
    _heading("offer", "Ofertas de cooperación", "Offers of cooperation", "Ofertas de cooperação"),
    _heading("need", "Cooperación requerida", "Cooperation required", "Cooperação necessária"),
    _heading("agreement", "Puntos de consenso", "Points of agreement", "Pontos de consenso"),
    _heading("disagreement", "Puntos sin consenso", "Points without agreement", "Pontos sem consenso"),
    _heading(
        "declaration",
        "Insumo para una declaración",
        "Text for a declaration",
        "Insumo para uma declaração",
        hint={
            "es": "Un párrafo, con el verbo en infinitivo: «Promover…», «Impulsar…»",
            "en": "One paragraph that begins with a verb: “To promote…”, “To advance…”",
            "pt": "Um parágrafo, com o verbo no infinitivo: «Promover…», «Impulsionar…»",
        },
    ),
)


class NotesSetup(Setup):
    """``headings`` in the order of the pad, 1 to 20 with distinct ids; by default those of
    an exchange session's report.

    Faults: ``headings_missing``, ``headings_too_many``, ``headings_twice``.
    """

    headings: Annotated[tuple[Heading, ...], AfterValidator(_checked)] = HEADINGS


class NoBallots(Tally[None]):
    def add(self, cast: Cast[None]) -> None:
        raise TypeError("notes have no ballots")

    def remove(self, cast: Cast[None]) -> None:
        raise TypeError("notes have no ballots")

    def outcome(self) -> Outcome:
        """Nothing counted: the recorded entries stand beside it in reports."""
        return Outcome(
            counted=Counted(),
            result={},
            how={
                "es": "Cada mesa escribió sus notas. Se recogen tal como quedaron registradas, sin votación.",
                "en": "Each table wrote its notes. They are kept as they were recorded, without a vote.",
                "pt": "Cada mesa escreveu suas notas. Elas são mantidas como ficaram registradas, sem votação.",
            },
        )


class Notes(Kind[NotesSetup, None]):
    name = "notes"
    title: ClassVar[Text] = {"es": "Notas compartidas", "en": "Shared notes", "pt": "Notas compartilhadas"}
    setup = NotesSetup

    @property
    def pads(self) -> bool:
        return True

    def tally(self, setup: NotesSetup) -> NoBallots:
        return NoBallots()

    def method(self, setup: NotesSetup) -> tuple[MethodLine, ...]:
        return (
            MethodLine(
                {"es": "Apartados", "en": "Headings", "pt": "Seções"},
                listed(heading.title for heading in setup.headings),
            ),
            MethodLine(
                {"es": "Cómo se escribe", "en": "How people write", "pt": "Como se escreve"}, _WRITTEN, _WRITTEN
            ),
            MethodLine({"es": "Qué se recoge", "en": "What is kept", "pt": "O que se registra"}, _KEPT, _KEPT),
        )


_WRITTEN: Text = {
    "es": "Quienes están en una mesa escriben a la vez en las notas de esa mesa",
    "en": "Everyone at a table writes in that table’s notes at the same time",
    "pt": "Quem está em uma mesa escreve ao mesmo tempo nas notas dessa mesa",
}
_KEPT: Text = {
    "es": "El texto registrado al validar o al cerrar la sesión; no hay votación",
    "en": "The text recorded on validation or when the session ends; there is no vote",
    "pt": "O texto registrado na validação ou no fim da sessão; não há votação",
}


KIND = Notes()
