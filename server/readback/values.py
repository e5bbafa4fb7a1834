"""Cells as the domain's values: words of a list in any language, names of delegations, numbers."""

from typing import Any

from server.exports.words import LANGUAGES, say
from sessions.meeting import Meeting
from sessions.roadmap.fields import Cooperation, Mechanism
from sessions.roadmap.status import Status

_LISTED: dict[str, tuple[str, ...]] = {
    "mechanism": tuple(Mechanism),
    "cooperation": tuple(Cooperation),
    "stability": ("high", "medium", "lower"),
    "status": tuple(Status),
}
_OPTIONAL = frozenset({"theme", "challenge", "position"})
_NUMBERS = frozenset({"quarter", "year"})


class UnknownValue(Exception):
    """A cell that says nothing the column can hold."""


def value_of(column: str, text: str, meeting: Meeting) -> Any:
    """Raises ``UnknownValue``."""
    plain = text.strip()
    if column in _LISTED:
        return _listed(column, plain)
    if column in _NUMBERS:
        return _number(plain)
    if column == "leads":
        return [_delegation(name.strip(), meeting) for name in plain.replace("\n", ";").split(";") if name.strip()]
    if column in _OPTIONAL:
        return plain or None
    return plain


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > 6:
        raise UnknownValue(text)
    return int(text)


def _listed(column: str, text: str) -> str | None:
    if not text:
        return None
    for value in _LISTED[column]:
        words = {str(value), *(say(f"{column}.{value}", lang).lower() for lang in LANGUAGES)}
        if text.lower() in words:
            return str(value)
    raise UnknownValue(text)


def _delegation(name: str, meeting: Meeting) -> str:
    for id_, delegation in meeting.delegations.items():
        if name.lower() in {id_, *(told.lower() for told in delegation.name.values())}:
            return id_
    raise UnknownValue(name)
