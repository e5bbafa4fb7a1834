"""Shared notes: each table writes entries under headings in its own pad. Nobody votes, nothing is counted."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator

from sessions.activities.kind import Cast, Kind, MethodLine, Setup, Tally
from sessions.actor import Frozen
from sessions.ids import Slug
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


def _heading(id_: str, es: str, en: str, pt: str) -> Heading:
    return Heading(id=id_, title={"es": es, "en": en, "pt": pt})


HEADINGS = (
    _heading("challenge", "Desafíos", "Challenges", "Desafios"),
    _heading("good-practice", "Buenas prácticas", "Good practices", "Boas práticas"),
    _heading("lesson", "Lecciones aprendidas", "Lessons learned", "Lições aprendidas"),
    _heading("proposal", "Propuestas", "Proposals", "Propostas"),
    _heading("offer", "Ofertas de cooperación", "Offers of cooperation", "Ofertas de cooperação"),
    _heading("need", "Cooperación requerida", "Cooperation required", "Cooperação necessária"),
    _heading("agreement", "Acuerdos", "Agreements", "Acordos"),
)


class NotesSetup(Setup):
    """``headings`` in the order of the pad, 1 to 20 with distinct ids; by default the seven of an exchange session.

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
                {"es": "Cómo se escribe", "en": "How people write", "pt": "Como se escreve"},
                {
                    "es": "Quienes están en una mesa escriben a la vez en las notas de esa mesa",
                    "en": "Everyone at a table writes in that table’s notes at the same time",
                    "pt": "Quem está em uma mesa escreve ao mesmo tempo nas notas dessa mesa",
                },
            ),
            MethodLine(
                {"es": "Qué se recoge", "en": "What is kept", "pt": "O que se registra"},
                {
                    "es": "El texto registrado al validar o al cerrar la sesión; no hay votación",
                    "en": "The text recorded on validation or when the session ends; there is no vote",
                    "pt": "O texto registrado na validação ou no fim da sessão; não há votação",
                },
            ),
        )


KIND = Notes()
