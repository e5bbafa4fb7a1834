"""Which of many short texts may say the same: suggestions for somebody who decides, never a decision.

Texts are compared by their words without accents, case, articles, endings of the plural and the like, in Spanish first,
and in Portuguese and English as far as that goes. Two thousand take well under a second (tests/sessions)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

ALIKE = 76
"""Of 100: from here on two texts are suggested. Found by reading pairs from meetings, not by theory."""

MAX_GROUPS = 40
_STEM = 4

_STOP = frozenset(
    "a al and ante as by com con da das de del do dos e el em en entre for from in is la las lo los me mi mis na nas "
    "no nos o of on os para por que se sea ser si sin sobre su sus the to um uma un una unas uno unos with y mas muy "
    "debe deben deberia hay haber hacer nuestra nuestro nuestros tener todo todos toda todas this that our".split()
)
_NUMBERS = {
    "dos": "2",
    "tres": "3",
    "cuatro": "4",
    "cinco": "5",
    "seis": "6",
    "siete": "7",
    "ocho": "8",
    "nueve": "9",
    "diez": "10",
    "doce": "12",
    "quince": "15",
    "veinte": "20",
    "treinta": "30",
    "sesenta": "60",
    "noventa": "90",
    "cien": "100",
    "primer": "1",
    "primero": "1",
    "segundo": "2",
    "tercer": "3",
    "tercero": "3",
}
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that may say the same, by id, and how alike the two least alike of them are (0 to 100)."""

    ids: tuple[str, ...]
    likeness: int


def words(text: str) -> tuple[str, ...]:
    """The words that count, each cut to its singular where it looks like a plural."""
    plain = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    found = (_NUMBERS.get(word, word) for word in _WORD.findall(bare) if word not in _STOP or word in _NUMBERS)
    return tuple(_singular(word) for word in found)


def _singular(word: str) -> str:
    """``solicitudes`` and ``solicitud`` alike; ``procesos``, ``entrevistas``, ``decisões``, ``jueces`` too."""
    if len(word) <= 4 or not word.endswith("s"):
        return word
    if word.endswith("ces"):
        return word[:-3] + "z"
    if word.endswith("oes"):
        return word[:-3] + "ao"
    if word.endswith("es") and word[-3] not in "aeiou" and word[-3] not in "tbgm":
        return word[:-2]
    return word[:-1]


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """0 to 100, of two texts by their words: the same words in any order, most of the words, or nearly the same
    spelling."""
    if not one or not other:
        return 0
    if one == other:
        return 100
    spelling = fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)))
    first, second = set(one), set(other)
    shared = len(first & second)
    common = 100 * 2 * shared / (len(first) + len(second)) if shared > 1 else 0
    # A short text that is whole inside a longer one says at least a part of it.
    within = 90 * shared / min(len(first), len(second)) if shared > 2 else 0
    return round(max(spelling, common, within))


def groups(texts: Mapping[str, str], at_least: int = ALIKE) -> list[Group]:
    """Texts to look at together, the most alike first; each stands in one group at most. In a group every text is alike
    to every other, so that a chain of likenesses does not join what is far apart."""
    read = {id_: words(text) for id_, text in texts.items()}
    found: dict[tuple[str, str], int] = {}
    for one, other in _candidates(read):
        likeness = alike(read[one], read[other])
        if likeness >= at_least:
            found[(one, other)] = likeness
    return _grouped(found)[:MAX_GROUPS]


def _candidates(read: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Pairs in which the beginnings of at least half the words of the shorter text are in the other one too."""
    # A text is a number with a bit for each beginning: two million pairs are compared in a third of a second.
    bits: dict[str, int] = {}
    texts: list[tuple[str, int, float]] = []
    for id_, own in read.items():
        mask = 0
        for stem in {word[:_STEM] for word in own}:
            mask |= 1 << bits.setdefault(stem, len(bits))
        texts.append((id_, mask, mask.bit_count() / 2))
    texts.sort(key=lambda text: text[2])
    for place, (one, mask, half) in enumerate(texts):
        if mask:
            yield from ((one, id_) for id_, other, _ in texts[place + 1 :] if (mask & other).bit_count() >= half)


def _grouped(found: Mapping[tuple[str, str], int]) -> list[Group]:
    group_of: dict[str, list[str]] = {}

    def likeness(one: str, other: str) -> int:
        return found.get((one, other), found.get((other, one), 0))

    for one, other in sorted(found, key=lambda pair: (-found[pair], pair)):
        first, second = group_of.get(one, [one]), group_of.get(other, [other])
        if first is second or any(not likeness(a, b) for a in first for b in second):
            continue
        joined = first + second
        for id_ in joined:
            group_of[id_] = joined
    distinct = {id(group): group for group in group_of.values()}.values()
    made = [
        Group(tuple(group), min(likeness(a, b) for i, a in enumerate(group) for b in group[i + 1 :]))
        for group in distinct
    ]
    return sorted(made, key=lambda group: (-group.likeness, group.ids))
