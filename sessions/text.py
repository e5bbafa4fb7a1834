"""Texts that people read: cleaned once on entry, carried in every language they have."""

import unicodedata
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints

Lang = Literal["es", "en", "pt", "fr"]

# Bidirectional overrides spill over their neighbours on a projector; isolates may stay unclosed.
_DIRECTION = frozenset(chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_MARKS = frozenset({"Mn", "Me"})
_MARKS_PER_BASE = 3


def clean(text: str) -> str:
    """NFC, without control characters (line feeds stay), direction overrides or piles of marks."""
    visible = "".join(filter(_may_stay, text.replace("\r\n", "\n").replace("\r", "\n")))
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", visible):
        category = unicodedata.category(char)
        # Joiners draw nothing: marks on both sides of one stand on the same letter.
        marks = marks + 1 if category in _MARKS else marks if category == "Cf" else 0
        if category not in _MARKS or marks <= _MARKS_PER_BASE:
            kept.append(char)
    return "".join(kept).strip()


def _may_stay(char: str) -> bool:
    if char == "\n":
        return True
    return unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"} and char not in _DIRECTION


def _as_languages(value: Any) -> Any:
    return {"es": value} if isinstance(value, str) else value


def _cleaned(value: dict[Lang, str]) -> dict[Lang, str]:
    texts: dict[Lang, str] = {lang: clean(text) for lang, text in value.items()}
    read = {lang: text for lang, text in texts.items() if any(unicodedata.category(c)[0] in "LNPS" for c in text)}
    if not read:
        raise ValueError("text_empty")
    return read


Text = Annotated[
    dict[Lang, Annotated[str, StringConstraints(max_length=4000)]],
    BeforeValidator(_as_languages),
    AfterValidator(_cleaned),
]
"""``{"es": ..., "en": ...}``, at least one; a plain string is read as Spanish. The first is the original."""

Line = Annotated[str, StringConstraints(max_length=500), AfterValidator(clean)]
"""A short text somebody typed, in whatever language they typed it."""


def original(text: dict[Lang, str]) -> str:
    """The text as first written: Spanish where there is one, else the first language given."""
    return text.get("es") or next(iter(text.values()))


def number_of(number: int, one: str, other: str) -> str:
    """``number`` and the word for so many: "1 idea", "4 ideas"."""
    return f"{number} {one if number == 1 else other}"


def pick(text: dict[Lang, str], lang: str) -> str:
    """``text`` in ``lang``, else as first written."""
    return next((value for key, value in text.items() if key == lang), None) or original(text)


MOST_NAMED = 12
LONGEST_NAME = 60

_MORE: dict[str, str] = {"es": "{} más", "en": "{} more", "pt": "mais {}"}


def named(labels: Sequence[dict[Lang, str]], lang: str) -> str:
    """Labels one after the other, within a sentence: not more than ``MOST_NAMED``, each cut after ``LONGEST_NAME``
    characters. Forty options of two lines are for a table; in a sentence nobody would read them."""
    said = [shortened(pick(label, lang)) for label in labels[:MOST_NAMED]]
    if len(labels) > MOST_NAMED:
        said.append(_MORE.get(lang, _MORE["es"]).format(len(labels) - MOST_NAMED))
    return "; ".join(said)


def shortened(text: str) -> str:
    """At most ``LONGEST_NAME`` characters, cut between words where that is possible."""
    if len(text) <= LONGEST_NAME:
        return text
    cut = text[: LONGEST_NAME - 1]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > LONGEST_NAME // 2 else cut).rstrip(" ,.;:") + "…"
