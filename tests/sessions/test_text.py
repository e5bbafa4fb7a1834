import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sessions.text import LONGEST_NAME, Line, Text, clean, named, original, pick, shortened

text: TypeAdapter[Text] = TypeAdapter(Text)
line: TypeAdapter[str] = TypeAdapter(Line)


@given(st.text())
def test_cleaning_is_done_once_and_for_all(raw: str) -> None:
    once = clean(raw)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"} and char != "\n" for char in once)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Panamá\t ", "Panamá"),
        ("una\r\ndos\rtres", "una\ndos\ntres"),
        ("a\x00b\x07c", "abc"),
        ("invertido \u202etxt\u202c", "invertido txt"),
        ("\u2066aislado\u2069", "aislado"),
        ("Peru\u0301", "Perú"),
        ("e\x00\u0301", "é"),
        ("q" + "\u0323" * 20 + "r", "q\u0323\u0323\u0323r"),
        ("q" + "\u0323\u0323\u200d" * 3 + "r", "q\u0323\u0323\u200d\u0323\u200d\u200dr"),
    ],
)
def test_what_spoils_a_projector_is_taken_away(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "kept", ["¿Qué va primero?", "criollo ayisyen", "12 × 3 – «así»", "नमस्ते", "עברית", "👩‍🏫", "👩‍❤️‍💋‍👨", "می‌خواهم"]
)
def test_what_people_write_stays(kept: str) -> None:
    assert clean(kept) == unicodedata.normalize("NFC", kept)


def test_a_plain_string_is_spanish() -> None:
    assert text.validate_python(" Mesa ") == {"es": "Mesa"}


def test_languages_without_words_are_left_out() -> None:
    assert text.validate_python({"es": "Mesa", "en": "  "}) == {"es": "Mesa"}


@pytest.mark.parametrize(
    "bad",
    [
        "",
        {"es": "\x00"},
        "\u200b\u200b",
        {"es": "\u0301"},
        {},
        {"de": "Tisch"},
        {"es": 3},
        None,
        ["Mesa"],
        {"es": "x" * 4001},
    ],
)
def test_a_text_says_something_in_a_language_we_speak(bad: object) -> None:
    with pytest.raises(ValidationError):
        text.validate_python(bad)


def test_the_original_is_spanish_or_what_came_first() -> None:
    assert original({"en": "table", "es": "mesa"}) == "mesa"
    assert original({"pt": "mesa (pt)", "en": "table"}) == "mesa (pt)"


def test_a_missing_language_falls_back_to_the_original() -> None:
    assert pick({"es": "mesa", "en": "table"}, "en") == "table"
    assert pick({"es": "mesa", "en": "table"}, "fr") == "mesa"
    assert pick({"en": "table"}, "pt") == "table"


def test_a_line_is_short_and_clean() -> None:
    assert line.validate_python(" hola\x07 ") == "hola"
    with pytest.raises(ValidationError):
        line.validate_python("x" * 501)


def test_a_long_list_is_named_in_part() -> None:
    labels = [text.validate_python(f"Opción {number}") for number in range(15)]
    assert named(labels[:2], "es") == "Opción 0; Opción 1"
    assert named(labels, "es").endswith("Opción 11; 3 más")
    assert named(labels, "pt").endswith("Opción 11; mais 3")


def test_a_long_name_is_cut_between_words() -> None:
    assert shortened("x" * LONGEST_NAME) == "x" * LONGEST_NAME
    assert shortened("x" * (LONGEST_NAME + 1)) == "x" * (LONGEST_NAME - 1) + "…"
    assert shortened("Una idea, " * 10) == "Una idea, Una idea, Una idea, Una idea, Una idea, Una…"
