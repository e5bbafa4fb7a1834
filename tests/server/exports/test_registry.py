"""What every format has in common."""

import json

import pytest

from server.exports import formats
from server.exports.wording import WORDS
from sessions.report import Report
from tests.server.exports.payloads import OF_A_RESERVED_SESSION, SENSITIVE
from tests.server.exports.reading import text_of

NAMES = ("csv", "docx", "json", "md", "xlsx")
LANGUAGES = ("es", "en", "pt")
DRAFT = {"es": "BORRADOR", "en": "DRAFT", "pt": "RASCUNHO"}


def test_the_formats_of_a_report() -> None:
    assert {*NAMES, "pdf", "zip"} == set(formats())
    assert all(name == format_.name for name, format_ in formats().items())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["csv", "docx", "md", "xlsx"])
def test_a_draft_says_so_and_a_closed_meeting_does_not(name: str, lang: str, panama: Report, draft: Report) -> None:
    assert DRAFT[lang] in text_of(name, formats()[name].write(draft, lang))
    assert DRAFT[lang] not in text_of(name, formats()[name].write(panama, lang))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_which_report_it_is(name: str, panama: Report) -> None:
    text = text_of(name, formats()[name].write(panama, "es"))
    assert panama.digest in text
    assert str(panama.cursor[1]) in text


@pytest.mark.parametrize(
    ("name", "lang", "words"),
    [
        ("csv", "es", ("Actividad", "acordada ad referéndum", "Proceso de Quito")),
        ("csv", "en", ("Regime", "agreed ad referendum", "Quito Process")),
        ("csv", "pt", ("Meio de verificação", "Processo de Quito")),
        ("md", "es", ("Hoja de ruta", "51 de 68 personas con derecho")),
        ("md", "en", ("Next steps", "51 of 68 people entitled")),
        ("docx", "es", ("Cómo se contó", "Podían votar", "51 de 68 personas con derecho", "Mesa 3")),
        ("docx", "en", ("How it was counted", "Could vote", "51 of 68 people entitled", "Table 3")),
        ("docx", "pt", ("Como foi contado", "Podiam votar", "51 de 68 pessoas com direito", "Mesa 3")),
        ("xlsx", "es", ("Personas que votaron", "Fichas metodológicas")),
        ("xlsx", "en", ("People who voted", "Method cards")),
        ("xlsx", "pt", ("Pessoas que votaram", "Fichas metodológicas")),
    ],
)
def test_a_file_speaks_the_language_asked_for(name: str, lang: str, words: tuple[str, ...], panama: Report) -> None:
    text = text_of(name, formats()[name].write(panama, lang))
    assert [word for word in words if word not in text] == []


def test_the_words_fill_in_the_same_in_every_language() -> None:
    def holes(text: str) -> list[str]:
        return sorted(part.split("}")[0] for part in text.split("{")[1:])

    assert [key for key, texts in WORDS.items() if len({tuple(holes(text)) for text in texts}) > 1] == []


@pytest.mark.parametrize("name", ["csv", "json", "md"])
def test_the_same_state_gives_the_same_bytes(name: str, panama: Report) -> None:
    again = Report.model_validate(json.loads(panama.model_dump_json()))
    assert formats()[name].write(panama, "es") == formats()[name].write(again, "es")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_meeting_that_nobody_entered_is_a_file_too(name: str, lang: str, empty: Report) -> None:
    text = text_of(name, formats()[name].write(empty, lang))
    assert (empty.digest in text) == (name != "csv"), "a table without a line says of no report"
    assert empty.sessions[3].code in text or name in {"csv", "xlsx"}


def test_nothing_of_a_reserved_session_or_a_sensitive_note_is_in_any_file(poisoned: Report) -> None:
    for name in NAMES:
        text = text_of(name, formats()[name].write(poisoned, "es"))
        assert OF_A_RESERVED_SESSION not in text
        assert SENSITIVE not in text
        assert "Relatoría" in text or name == "csv"
