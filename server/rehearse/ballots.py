"""Ballots that a kind accepts, made from what ``activity/<id>`` says. A kind without a maker is answered by abstaining.

This is the one place outside the kinds that knows their names: it plays a client, and clients know the ballots of
``/protocol.json``.
"""

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Any

Ballot = dict[str, Any]
Maker = Callable[[dict[str, Any], Random], Ballot]

ABSTAIN: Ballot = {"abstain": True}
NOT_APPLICABLE: Ballot = {"not_applicable": True}
ABSTAINING = 0.08
NOT_APPLYING = 0.04
SKIPPING = 0.06
POINTS_STEP = 10

WORDS = ("confianza", "plazos claros", "trabajo conjunto", "datos seguros", "idiomas", "formación", "turnos", "acogida")


def make_ballot(kind: str, setup: dict[str, Any], random: Random) -> Ballot:
    """An answer that the activity takes; now and then an abstention or "not applicable"."""
    draw = random.random()
    if draw < ABSTAINING or kind not in MAKERS:
        return ABSTAIN
    return NOT_APPLICABLE if draw < ABSTAINING + NOT_APPLYING else MAKERS[kind](setup, random)


def _poll(setup: dict[str, Any], random: Random) -> Ballot:
    answer = setup["answer"]
    if answer == "text":
        return {"text": random.choice(WORDS)[: setup.get("max_length", 140)]}
    if answer == "scale":
        return {"value": random.randint(setup["scale"]["low"], setup["scale"]["high"])}
    options = _ids(setup)
    most = setup.get("at_most") or len(options)
    return {"choices": random.sample(options, random.randint(1, most) if answer == "multiple" else 1)}


def _prioritise(setup: dict[str, Any], random: Random) -> Ballot:
    options = _ids(setup)
    if setup["method"] in {"rank", "approval"}:
        first = _leaning(options, random)[: random.randint(1, setup["top"])]
        return {"ranking" if setup["method"] == "rank" else "approved": first}
    step = POINTS_STEP if setup["method"] == "points" else 1
    each = setup.get("per_option") or setup["dots"]
    points: dict[str, int] = {}
    for _ in range(setup["dots"] // step):
        free = [option for option in options if points.get(option, 0) + step <= each]
        chosen = random.choice(free)
        points[chosen] = points.get(chosen, 0) + step
    return {"points": points}


def _leaning(options: list[str], random: Random) -> list[str]:
    """All of them, in an order that leans towards one that everybody knows, so that something comes out first."""
    known = sorted(options, key=lambda option: sum(map(ord, option)) * 7919 % 101)
    return sorted(known, key=lambda option: random.gauss(known.index(option), len(options) / 3))


def _rate(setup: dict[str, Any], random: Random) -> Ballot:
    """Around a middle of its own for each option and criterion, so that there is something to see; some are skipped."""
    low, high = setup["low"], setup["high"]
    ratings: dict[str, dict[str, int | None]] = {}
    for index, option in enumerate(_ids(setup)):
        for place, criterion in enumerate(setup["criteria"]):
            middle = low + (index * 5 + place * 3) % (high - low + 1)
            number = max(low, min(high, middle + random.choice((-1, -1, 0, 0, 0, 1, 1))))
            ratings.setdefault(option, {})[criterion["id"]] = None if random.random() < SKIPPING else number
    if not any(number for by_criterion in ratings.values() for number in by_criterion.values()):
        ratings[_ids(setup)[0]][setup["criteria"][0]["id"]] = low
    return {"ratings": ratings}


def _ids(setup: dict[str, Any]) -> list[str]:
    return [option["id"] for option in setup["options"]]


MAKERS: Mapping[str, Maker] = MappingProxyType({"poll": _poll, "prioritise": _prioritise, "rate": _rate})
