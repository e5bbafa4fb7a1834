"""Turns a fault into a sentence that says what is expected and of what."""

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Literal, get_args

from server.programmes import glosses, words
from server.programmes.keys import known_keys, value_at
from server.programmes.tree import Unreadable
from sessions.activities import kinds
from sessions.faults import Fault, Path
from sessions.text import Lang as TextLang

Lang = Literal["es", "en"]

_WHOLE_NUMBER = {"int_type", "int_parsing", "int_parsing_size", "int_from_float", "float_type", "float_parsing"}
_GROUP = {"dict_type", "mapping_type", "model_type", "model_attributes_type"}
_LIST = {"list_type", "tuple_type", "iterable_type"}
_GROUPS = {"setup", "mechanisms"}  # the only mappings that are not a text by language
_SHOWN = 60


def sentence(fault: Fault, raw: Any, lang: Lang) -> str:
    """``raw`` is the whole of the plain values that the fault was found in."""
    path = tuple(step for step in fault.path if step != "[key]")
    code = _wording_of(fault, path, raw)
    owners, inside = _owners(path, raw, lang)
    values = {
        **fault.limits,
        "code": fault.code,
        "value": _shown(fault.detail),
        "key": next((step for step in reversed(path) if isinstance(step, str)), ""),
        "field": _field(inside or path),
        "owner": owners[-1] if owners else "",
        "gloss": _gloss(path, lang),
        "near": _near(fault, path, raw, lang),
        "expected": _expected(fault, lang),
    }
    text = _template(code, fault, lang).format_map(defaultdict(str, values))
    return text if not owners or code == "twice_id" else f"{', '.join(owners[-2:])}: {text}"


def unreadable_sentence(fault: Unreadable, lang: Lang) -> str:
    """Why a file cannot be read at all."""
    if fault.code != "syntax":
        template = _in(words.UNREADABLE.get(fault.code, words.SYNTAX_ELSE), lang)
        return template.format(detail=_shown(fault.detail), limit=fault.limit)
    found = next((pair for needle, *pair in words.SYNTAX if needle in fault.detail), words.SYNTAX_ELSE)
    return _in(found, lang)


def _wording_of(fault: Fault, path: Path, raw: Any) -> str:
    """The words that fit: some codes read differently with the place they are found in."""
    code = fault.code
    if code.endswith("_type") and path and value_at(raw, path) is None:
        return "empty"
    if code in _GROUP:
        return _group_wording(path)
    if code == "literal_error":
        return _literal_wording(fault, path)
    if code == "twice":
        return "twice_id" if path[-1] == "id" else "twice"
    if code.startswith("date_"):
        return "date"
    same = {**dict.fromkeys(_WHOLE_NUMBER, "whole_number"), **dict.fromkeys(_LIST, "list"), "enum": "choice"}
    return same.get(code, code)


def _group_wording(path: Path) -> str:
    if not path:
        return "whole_file"
    named = path[-1] in {*_GROUPS, "rules", "wifi", "rotation", "scale", "rule"} or path[-1] in get_args(TextLang)
    if isinstance(path[-1], int):
        return "text_type" if "questions" in path else "group"
    return "group" if named else "text_type"


def _literal_wording(fault: Fault, path: Path) -> str:
    if fault.path[-1] == "[key]":
        return "language"
    return "format_version" if path == ("plenaria",) else "choice"


def _template(code: str, fault: Fault, lang: Lang) -> str:
    if code == "string_pattern_mismatch":
        return _in(words.SHAPES.get(str(fault.limits.get("pattern")), words.FAULT_ELSE), lang)
    return _in(words.FAULTS.get(code, words.FAULT_ELSE), lang)


def _owners(path: Path, raw: Any, lang: Lang) -> tuple[list[str], Path]:
    """The session, activity, option and so on that ``path`` lies in, and the rest of the path inside the last."""
    names: list[str] = []
    end = 0
    for index, step in enumerate(path[1:], start=1):
        container = path[index - 1]
        if isinstance(step, int) and container in glosses.OWNERS:
            names.append(_named(str(container), step, value_at(raw, path[: index + 1]), lang))
            end = index + 1
    return names, path[end:]


def _named(container: str, index: int, value: Any, lang: Lang) -> str:
    noun = _in(glosses.OWNERS[container], lang)
    id_ = value.get("id") if isinstance(value, dict) else None
    if isinstance(id_, str) and id_:
        return f"{noun} «{_shown(id_)}»"
    return _in(glosses.NUMBER, lang).format(noun, index + 1)


def _field(inside: Path) -> str:
    """«setup → scale → low», or the place in a list: «languages, 2»."""
    names = [str(step) for step in inside if isinstance(step, str)]
    place = inside[-1] if inside and isinstance(inside[-1], int) else None
    return " → ".join(names) + (f", {place + 1}" if place is not None else "")


def _gloss(path: Path, lang: Lang) -> str:
    gloss = glosses.GLOSSES.get(str(path[-1])) if path else None
    return f" ({_in(gloss, lang)})" if gloss else ""


def _near(fault: Fault, path: Path, raw: Any, lang: Lang) -> str:
    """What was probably meant, or what may stand there."""
    if fault.code == "extra_forbidden":
        known = known_keys(path, raw)
        free = [key for key in known if value_at(raw, (*path[:-1], key)) is None]
        return _guess(str(path[-1]), free, lang) or _allowed(free, lang)
    candidates = {
        "theme_unknown": lambda: _ids(raw, "themes"),
        "follows_unknown": lambda: [id_ for one in raw["sessions"] for id_ in _ids(one, "activities")],
        "option_unknown": lambda: _ids(raw, "bank"),
        "mechanism_unknown": lambda: [str(key) for key in value_at(raw, ("mechanisms",)) or ()],
        "unknown_kind": lambda: list(kinds()),
        "enum": lambda: _choices(fault),
        "literal_error": lambda: _choices(fault),
    }
    return _guess(fault.detail, candidates[fault.code](), lang) if fault.code in candidates else ""


def _ids(raw: Any, field: str) -> list[str]:
    items = value_at(raw, (field,))
    return [str(value_at(item, ("id",))) for item in items] if isinstance(items, list) else []


def _choices(fault: Fault) -> list[str]:
    return re.findall(r"'([^']*)'", str(fault.limits.get("expected", "")))


def _expected(fault: Fault, lang: Lang) -> str:
    choices = list(kinds()) if fault.code == "unknown_kind" else _choices(fault)
    return _in(words.ONE_OF, lang).format(", ".join(choices)) if choices else str(fault.limits.get("expected", ""))


def _guess(written: str, candidates: Iterable[str], lang: Lang) -> str:
    by_fold = {candidate.casefold(): candidate for candidate in candidates}
    close = get_close_matches(written.casefold()[:_SHOWN], by_fold, n=1, cutoff=0.6)
    return _in(words.NEAR, lang).format(by_fold[close[0]]) if close else ""


def _allowed(keys: list[str], lang: Lang) -> str:
    return _in(words.ALLOWED, lang).format(", ".join(keys)) if keys else ""


def _shown(value: str) -> str:
    """On one line, and no longer than a glance."""
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _in(pair: Iterable[str], lang: Lang) -> str:
    spanish, english = pair
    return spanish if lang == "es" else english
