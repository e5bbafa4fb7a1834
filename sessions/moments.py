"""Dates and times of day as people read them, in the meeting's zone."""

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from sessions.method import LANGS
from sessions.text import Text

_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "January February March April May June July August September October November December".split(),
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(),
)


_MINUS = "\u2212"


def day(ms: int, zone: str, lang: str) -> str:
    """A date as it is written out: 24 de septiembre de 2025. ``ms`` is milliseconds since 1970 UTC; ``lang`` is es, en
    or pt."""
    local = datetime.fromtimestamp(ms / 1000, ZoneInfo(zone))
    month = _MONTHS[[str(known) for known in LANGS].index(lang)][local.month - 1]
    return f"{local.day} {month} {local.year}" if lang == "en" else f"{local.day} de {month} de {local.year}"


def clock(ms: int, zone: str) -> str:
    """The time of day, 24 hours."""
    return f"{datetime.fromtimestamp(ms / 1000, ZoneInfo(zone)):%H:%M}"


@lru_cache(maxsize=4096)  # of a whole meeting every moment is written again at every change
def moment(ms: int, zone: str, lang: str) -> str:
    """Date and time of day with the zone: 24 de septiembre de 2025, 09:00 (UTC−5)."""
    return f"{day(ms, zone, lang)}, {clock(ms, zone)} ({offset(ms, zone)})"


def offset(ms: int, zone: str) -> str:
    """How far the zone's clocks were from UTC then: UTC−5, UTC+5:30. With a true minus: no line breaks behind it."""
    shift = datetime.fromtimestamp(ms / 1000, ZoneInfo(zone)).utcoffset() or timedelta()
    minutes = round(shift.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = _MINUS if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02d}' if rest else ''}"


def moment_text(ms: int, zone: str) -> Text:
    return {lang: moment(ms, zone, lang) for lang in LANGS}
