"""Setups of every kind, and valid ballots for them."""

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st

from sessions.activities import kind
from sessions.activities.kind import Cast
from sessions.outcomes import Outcome


def options(letters: str) -> list[dict[str, Any]]:
    return [{"id": letter, "text": {"es": f"Opción {letter}", "en": f"Option {letter}"}} for letter in letters]


SINGLE = {"question": "¿Café o té?", "answer": "single", "options": options("ABC")}
MULTIPLE = {"question": "¿Qué temas?", "answer": "multiple", "options": options("ABCD"), "at_most": 2}
ENDS = {"low_label": {"es": "Nada", "en": "Not at all"}, "high_label": {"es": "Mucho", "en": "Very"}}
SCALE = {"question": "¿Cuánto?", "answer": "scale", "scale": {"low": 1, "high": 9, **ENDS}}
TEXT = {"question": "En una palabra", "answer": "text", "max_length": 20}
RANK = {"question": "¿Qué va primero?", "options": options("ABCDE"), "top": 3}
RANK_PEOPLE = {**RANK, "headline": "person"}
DOTS = {"question": "Reparta", "method": "dots", "options": options("ABCD"), "dots": 5, "per_option": 3, "top": 2}
POINTS = {"question": "Reparta 100", "method": "points", "options": options("ABCD"), "dots": 100, "per_option": 60}
APPROVAL = {"question": "¿Cuáles?", "method": "approval", "options": options("ABCDE"), "top": 3}
CRITERIA: list[dict[str, Any]] = [
    {"id": "ease", "title": {"es": "Factibilidad", "en": "Feasibility"}, **ENDS},
    {"id": "impact", "title": {"es": "Impacto", "en": "Impact"}, **ENDS},
]
RATE: dict[str, Any] = {
    "question": "¿Cuánto?",
    "options": options("AB"),
    "criteria": CRITERIA,
    "quadrant": ["ease", "impact"],
}
RULE: dict[str, Any] = {"at_least": 75, "from": 7, "below": 15, "to": 3}
ACCEPT: dict[str, Any] = {"question": "¿Se acepta?", "options": options("AB"), "criteria": CRITERIA[1:], "rule": RULE}
NOTES = {"question": "¿Qué aprendimos?"}

VOTED = {
    "single": ("poll", SINGLE),
    "multiple": ("poll", MULTIPLE),
    "scale": ("poll", SCALE),
    "text": ("poll", TEXT),
    "rank": ("prioritise", RANK),
    "rank-people": ("prioritise", RANK_PEOPLE),
    "dots": ("prioritise", DOTS),
    "points": ("prioritise", POINTS),
    "approval": ("prioritise", APPROVAL),
    "rate": ("rate", RATE),
    "accept": ("rate", ACCEPT),
}
ABSTAIN = {"abstain": True}
NOT_APPLICABLE = {"not_applicable": True}


def count(kind_name: str, setup: Any, ballots: Iterable[tuple[str, Any]], seed: int = 0) -> Outcome:
    """The outcome of ballots as they come over the wire, each with its delegation."""
    rules = kind(kind_name)
    read = rules.read_setup(setup)
    return rules.count(read, [Cast(rules.read_ballot(read, raw), delegation) for delegation, raw in ballots], seed)


def counts(outcome: Outcome) -> dict[str, int]:
    """A poll's bars."""
    return {bar["id"]: bar["count"] for bar in outcome.result["bars"]}


def _tiers(ranked: list[str], cuts: list[bool]) -> list[Any]:
    tiers: list[list[str]] = [[]]
    for option, cut in zip(ranked, cuts, strict=True):
        if cut and tiers[-1]:
            tiers.append([])
        tiers[-1].append(option)
    return [tier[0] if len(tier) == 1 else tier for tier in tiers]


@st.composite
def _orders(draw: st.DrawFn) -> dict[str, Any]:
    ranked = draw(st.permutations("ABCDE"))[: draw(st.integers(1, 3))]
    return {"ranking": _tiers(ranked, [draw(st.booleans()) for _ in ranked])}


def _ratings(*criteria: str) -> st.SearchStrategy[dict[str, Any]]:
    numbers = st.dictionaries(st.sampled_from(criteria), st.one_of(st.none(), st.integers(1, 9)))
    return (
        st.dictionaries(st.sampled_from("AB"), numbers)
        .filter(lambda ratings: any(n for by_criterion in ratings.values() for n in by_criterion.values()))
        .map(lambda ratings: {"ratings": ratings})
    )


_ANSWERS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "single": st.sampled_from("ABC").map(lambda option: {"choices": [option]}),
    "multiple": st.lists(st.sampled_from("ABCD"), min_size=1, max_size=2, unique=True).map(lambda c: {"choices": c}),
    "scale": st.integers(1, 9).map(lambda n: {"value": n}),
    "text": st.sampled_from(["agua", "Agua", "AGUA", "ágil", "árbol", "zapato", "Ñandú"]).map(lambda t: {"text": t}),
    "rank": _orders(),
    "rank-people": _orders(),
    "dots": st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 3), min_size=1)
    .filter(lambda points: 1 <= sum(points.values()) <= 5)
    .map(lambda points: {"points": points}),
    "points": st.lists(st.sampled_from("ABCD"), min_size=10, max_size=10)
    .map(lambda tens: {"points": {option: 10 * tens.count(option) for option in set(tens)}})
    .filter(lambda ballot: max(ballot["points"].values()) <= 60),
    "approval": st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=3, unique=True).map(lambda o: {"approved": o}),
    "rate": _ratings("ease", "impact"),
    "accept": _ratings("impact"),
}


def ballots(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Valid ballots for ``VOTED[name]``, abstentions among them."""
    return st.one_of(_ANSWERS[name], st.sampled_from([ABSTAIN, NOT_APPLICABLE]))
