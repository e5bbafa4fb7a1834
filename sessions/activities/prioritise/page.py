"""The outcome of a prioritisation, as the result page, the roadmap and the exports read it."""

from fractions import Fraction
from math import floor
from typing import Any

from sessions.activities.kind import Option
from sessions.activities.prioritise import words
from sessions.activities.prioritise.count import Count
from sessions.activities.prioritise.panel import Panel
from sessions.activities.prioritise.panel_tables import tables
from sessions.activities.prioritise.setup import Headline, PrioritiseSetup
from sessions.outcomes import Column, Counted, Finding, Outcome, Table
from sessions.ranking.wording import place


def outcome(setup: PrioritiseSetup, counted: Counted, count: Count, panel: Panel | None) -> Outcome:
    """Result: ``{"method", "headline", "top", "rows", "of", "ties_at_cut", "panel"}``.

    Where each delegation has one ballot nobody counts people, and rows have no ``other_place``.

    A row is ``{"id", "label", "text", "place": [lo, hi], "score", "share", "other_place": [lo, hi], "first"}``:
    ``score`` a number as text, ``share`` its thousandths of the best possible score. Rows go by place, level ones in
    the order of the setup. ``top`` is 0 where the setup names no number of priorities.

    Where people count, ``score`` is exact (``"45/2"``). Where delegations do, it is rounded to whole points, and
    ``first`` (people who put the option first) is left out: the exact share of a delegation of seven could be told
    from its sevenths, and a count of people beside one of delegations tells how the large ones voted.

    ``panel``, missing where nobody answered, is ``{"counts": [{"name", "places": {option: [lo, hi]}}], "moved",
    "removals": {"changed", "cases"}, "ranges": {option: [lo, hi]}, "bands": [{"name": "high"|"medium"|"lower",
    "options"}], "agreement": "low"|"medium"|"high"|null, "cut", "list": {"asked", "shown", "why": "tie"|null}}``. The
    first of ``counts`` settles the order; ``Panel`` says when a part is missing.
    """
    # Sorting is stable, so options that share a place stay as the setup lists them.
    ordered = sorted(setup.options, key=lambda option: count.places[option.id])
    return Outcome(
        counted=counted,
        result={
            "method": setup.method,
            "headline": setup.headline,
            "top": setup.cut,
            "rows": [_row(setup, option, count) for option in ordered],
            "of": counted.answered,
            "ties_at_cut": counted.answered > 0 and _tied(count, setup.cut),
            **({} if panel is None else {"panel": panel.plain}),
        },
        findings=tuple(_finding(option, count) for option in ordered) if counted.answered else (),
        tables=(_table(setup, ordered, count), *(() if panel is None else tables(ordered, panel))),
        how=words.how(setup, _shared(count) if counted.answered else ()),
    )


def _row(setup: PrioritiseSetup, option: Option, count: Count) -> dict[str, Any]:
    people = setup.headline == "person"
    score = count.scores[option.id]
    shown = score if people else Fraction(_whole(score))
    return {
        "id": option.id,
        "label": dict(option.label),
        "text": dict(option.text),
        "place": list(count.places[option.id]),
        "score": str(shown),
        "share": _share(shown, count.best),
        **({"other_place": list(count.other_places[option.id])} if setup.unit == "seat" else {}),
        **({"first": count.firsts[option.id]} if people else {}),
    }


def _whole(score: Fraction) -> int:
    """Rounded, halves up."""
    return floor(score + Fraction(1, 2))


def _share(score: Fraction, best: Fraction) -> int:
    return min(1000, int(score * 1000 / best)) if best else 0


def _tied(count: Count, cut: int) -> bool:
    return any(lo <= cut < hi for lo, hi in count.places.values())


def _shared(count: Count) -> list[tuple[int, int]]:
    return sorted({span for span in count.places.values() if span[0] < span[1]})


def _finding(option: Option, count: Count) -> Finding:
    return Finding(id=option.id, label=option.label, text=option.text, place=count.places[option.id])


def _table(setup: PrioritiseSetup, ordered: list[Option], count: Count) -> Table:
    other: Headline = "person" if setup.headline == "delegation" else "delegation"
    people = setup.headline == "person" and setup.method != "approval"
    seats = setup.unit == "seat"
    columns: tuple[Column, ...] = (
        Column(label=words.OPTION),
        Column(label=words.POSITION[setup.headline], kind="place"),
        Column(label=words.POINTS[setup.method], kind="count"),
        *((Column(label=words.FIRST, kind="count"),) if people else ()),
        *((Column(label=words.POSITION[other], kind="place"),) if seats else ()),
    )
    rows = tuple(
        (
            option.label,
            place(*count.places[option.id]),
            _whole(count.scores[option.id]),
            *((count.firsts[option.id],) if people else ()),
            *((place(*count.other_places[option.id]),) if seats else ()),
        )
        for option in ordered
    )
    return Table(title=words.PRIORITIES, columns=columns, rows=rows, chart=2)
