"""What the files say around the content, in three languages: labels, dates, times, places."""

from datetime import datetime
from zoneinfo import ZoneInfo

from server.exports.roadmap_wording import WORDS as ROADMAP_WORDS
from server.exports.wording import WORDS
from sessions.outcomes import Cell
from sessions.report import Report, ReportActivity
from sessions.text import Text, pick

LANGUAGES = ("es", "en", "pt")
_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "January February March April May June July August September October November December".split(),
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(),
)


def say(key: str, lang: str, **values: object) -> str:
    """The words for ``key`` in ``lang``; raises ``KeyError`` for a key nobody wrote."""
    texts = WORDS.get(key) or ROADMAP_WORDS[key]
    return texts[LANGUAGES.index(lang)].format(**values)


def day(ms: int, zone: str, lang: str) -> str:
    """A date as it is written out: 24 de septiembre de 2025."""
    local = datetime.fromtimestamp(ms / 1000, ZoneInfo(zone))
    month = _MONTHS[LANGUAGES.index(lang)][local.month - 1]
    return f"{local.day} {month} {local.year}" if lang == "en" else f"{local.day} de {month} de {local.year}"


def moment(ms: int, zone: str, lang: str) -> str:
    """Date and time of day in the meeting's zone, 24 hours."""
    return f"{day(ms, zone, lang)}, {clock(ms, zone)}"


def clock(ms: int, zone: str) -> str:
    """The time of day in the meeting's zone, 24 hours."""
    return f"{datetime.fromtimestamp(ms / 1000, ZoneInfo(zone)):%H:%M}"


def table_name(table: str, lang: str) -> str:
    """``t3`` is table 3; a plenary has one of its own."""
    return say("plenary", lang) if table == "plenary" else f"{say('table', lang)} {table.removeprefix('t')}"


def place(span: tuple[int, int] | None) -> str:
    """A shared place is written with both ends: 3-4."""
    if span is None:
        return ""
    low, high = span
    return str(low) if low == high else f"{low}-{high}"


def cell(value: Cell, lang: str) -> str | int:
    """A table's cell as a file shows it."""
    if value is None:
        return ""
    return pick(value, lang) if isinstance(value, dict) else value


def number(value: str | int, kind: str) -> str | int | float:
    """What a cell of a column of ``kind`` amounts to: exact values such as 45/2 are numbers (to two decimals), places
    text."""
    if kind not in {"number", "count"} or isinstance(value, int):
        return value
    top, _, bottom = value.partition("/")
    try:
        return int(top) if not bottom else round(int(top) / int(bottom), 2)
    except (ValueError, ZeroDivisionError):
        return value


def decimal(value: str | int | float, lang: str) -> str:
    """A number as people write it, with two decimals at most: 22,5 (in English 22.5)."""
    if not isinstance(value, float):
        return str(value)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text if lang == "en" else text.replace(".", ",")


def dates(report: Report, lang: str) -> str:
    """The days of the programme."""
    days = dict.fromkeys(day(session.starts_at, report.meeting.zone, lang) for session in report.sessions)
    return "; ".join(days)


def shown(text: Text | None, lang: str) -> str:
    """A text of an activity, or that its regime withholds it."""
    return say("withheld_activity", lang) if text is None else pick(text, lang)


def of_people(activity: ReportActivity, lang: str) -> str:
    """How many people voted, as far as that may be told."""
    if activity.voted is None:
        return say("not_told", lang)
    return say("n_of", lang, n=activity.voted, of=activity.eligible)


def of_delegations(activity: ReportActivity, lang: str) -> str:
    if activity.delegations_voted is None:
        return say("not_told", lang)
    return say("n_of", lang, n=activity.delegations_voted, of=activity.delegations)


def method_cards(report: Report, lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """How activities were answered and counted, as (their codes and titles, lines); those that say the same in one."""
    cards: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for session in report.sessions:
        for activity in session.activities:
            if activity.method:
                lines = tuple((pick(line.label, lang), pick(line.value, lang)) for line in activity.method)
                cards.setdefault(lines, []).append(f"{activity.code} · {shown(activity.title, lang)}")
    return [(_together(titles), list(lines)) for lines, titles in cards.items()]


def _together(titles: list[str]) -> str:
    return titles[0] if len(titles) == 1 else ", ".join(title.partition(" · ")[0] for title in titles)
