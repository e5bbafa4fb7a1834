"""What the files say around the content, in three languages: labels, dates, times, places."""

from collections.abc import Iterable
from typing import NamedTuple

from server.exports.roadmap_wording import WORDS as ROADMAP_WORDS
from server.exports.wording import WORDS
from sessions.moments import clock, day, moment, offset
from sessions.outcomes import Cell, Table
from sessions.report import Report, ReportActivity, ReportMethod
from sessions.text import Text, pick

__all__ = [
    "Card",
    "cell",
    "clock",
    "dates",
    "day",
    "decimal",
    "method_cards",
    "moment",
    "number",
    "of_delegations",
    "of_people",
    "offset",
    "place",
    "say",
    "shown",
    "table_name",
    "tie_note",
]

LANGUAGES = ("es", "en", "pt")


def say(key: str, lang: str, **values: object) -> str:
    """The words for ``key`` in ``lang``; raises ``KeyError`` for a key nobody wrote."""
    texts = WORDS.get(key) or ROADMAP_WORDS[key]
    return texts[LANGUAGES.index(lang)].format(**values)


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


def tie_note(table: Table, lang: str) -> str | None:
    """What the first shared place of a table means; None where none is shared."""
    places = [at for at, column in enumerate(table.columns) if column.kind == "place"]
    for at in places:
        for row in table.rows:
            low, _, high = str(cell(row[at], lang)).partition("-")
            if low.isdecimal() and high.isdecimal():
                key = "tie.two" if int(high) == int(low) + 1 else "tie.more"
                return say(key, lang, place=f"{low}-{high}", low=low, high=high)
    return None


def dates(report: Report, lang: str) -> str:
    """The days of the programme, those of a month together: 24 y 25 de septiembre de 2025."""
    months: dict[str, list[str]] = {}
    for told in dict.fromkeys(day(session.starts_at, report.meeting.zone, lang) for session in report.sessions):
        number, _, rest = told.partition(" ")
        months.setdefault(rest, []).append(number)
    return "; ".join(f"{_listed(numbers, lang)} {rest}" for rest, numbers in months.items())


def _listed(numbers: list[str], lang: str) -> str:
    joined = {"es": "y", "en": "and", "pt": "e"}[lang]
    return numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} {joined} {numbers[-1]}"


def shown(text: Text | None, lang: str) -> str:
    """A text of an activity, or that its regime withholds it."""
    return say("withheld_activity", lang) if text is None else pick(text, lang)


def of_people(activity: ReportActivity, lang: str) -> str:
    """How many people voted, as far as that may be told."""
    if activity.unit == "delegation":
        return say("one_a_delegation", lang)
    if activity.voted is None:
        return say("not_told", lang)
    return say("n_of", lang, n=activity.voted, of=activity.eligible)


def of_delegations(activity: ReportActivity, lang: str) -> str:
    if activity.delegations_voted is None:
        return say("not_told", lang)
    return say("n_of", lang, n=activity.delegations_voted, of=activity.delegations)


Lines = list[tuple[str, str]]


class Card(NamedTuple):
    """A method card: whose it is, the lines that held before anybody answered, and what happened in each round, under
    the name of activity and round. The name is empty where there is but one."""

    title: str
    rules: Lines
    records: list[tuple[str, Lines]]


def method_cards(report: Report, lang: str) -> list[Card]:
    """How activities were answered and counted; those whose rules say the same in one card."""
    found: dict[tuple[tuple[str, str], ...], list[ReportActivity]] = {}
    for session in report.sessions:
        for activity in session.activities:
            if activity.method:
                found.setdefault(tuple(_lines(activity.method, "rule", lang)), []).append(activity)
    return [_card(list(rules), activities, lang) for rules, activities in found.items()]


def _card(rules: Lines, activities: list[ReportActivity], lang: str) -> Card:
    title = _together([f"{activity.code} · {shown(activity.title, lang)}" for activity in activities])
    records = [
        (f"{activity.code}, {say('round_n', lang, round=number).lower()}", _lines(lines, "record", lang))
        for activity in activities
        for number, lines in (*((past.round, past.method) for past in activity.earlier), _latest(activity))
    ]
    told = [(name, lines) for name, lines in records if lines]
    return Card(title, rules, [("", told[0][1])] if len(told) == 1 else told)


def _latest(activity: ReportActivity) -> tuple[int, tuple[ReportMethod, ...]]:
    return activity.round, activity.method


def _lines(lines: Iterable[ReportMethod], part: str, lang: str) -> Lines:
    return [(pick(line.label, lang), pick(line.value, lang)) for line in lines if line.part == part]


def _together(titles: list[str]) -> str:
    return titles[0] if len(titles) == 1 else ", ".join(title.partition(" · ")[0] for title in titles)
