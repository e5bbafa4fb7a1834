"""Outcomes by mechanism: whole or not at all, and nothing in them that subtraction could give away."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions import breakdown, sealing
from sessions.activity import Activity, Round, Sealed
from sessions.actor import Secrecy
from sessions.breakdown_words import FEWEST_BALLOTS, FEWEST_DELEGATIONS, TITLE
from sessions.errors import Code
from sessions.meeting import Meeting
from sessions.outcomes import Outcome
from sessions.rounds import places_only
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import poll, ranking, small
from tests.helpers.report import Told
from tests.sessions.activities.setups import RATE
from tests.sessions.rules.asking import refusal

SIZES = {"q": (4, 4, 3, 2), "b": (3, 3, 3), "m": (3, 3, 2)}
MECHANISMS = {"q": ["quito"], "b": ["mirps", "quito"], "m": ["mirps"]}
QUITO = {"es": "Proceso de Quito", "en": "Quito Process", "pt": "Processo de Quito"}
SEATS = [f"{g}{n}-{k + 1}" for g, sizes in SIZES.items() for n, size in enumerate(sizes) for k in range(size)]
YES_NO = {"question": "¿Sí?", "answer": "single", "options": [{"id": "S", "text": "Sí"}, {"id": "N", "text": "No"}]}


def a_meeting(*activities: dict[str, Any]) -> Told:
    delegations = [
        {"id": f"{g}{n}", "name": f"{g}{n}", "mechanisms": MECHANISMS[g], "seats": size}
        for g, sizes in SIZES.items()
        for n, size in enumerate(sizes)
    ]
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    session = {"id": "s", "code": "S1", "title": "S", "activities": list(activities), **day}
    play = Told(small(mechanisms={"quito": QUITO, "mirps": "MIRPS"}, delegations=delegations, sessions=[session]))
    play.does(MODERATOR, "start_session", session="s")
    return play


def vote(secrecy: str = "secret", **setup: Any) -> dict[str, Any]:
    return {**poll("v"), "secrecy": secrecy, "setup": {**YES_NO, "breakdown": "mechanism", **setup}}


def sealed(play: Told, seats: Iterable[str], answer: Any = None) -> Outcome:
    play.runs("v", {seat: answer or {"choices": ["S" if seat < "m" else "N"]} for seat in seats})
    return outcome_of(play)


def outcome_of(play: Told) -> Outcome:
    activity = play.meeting.activities["v"]
    assert activity.round is not None
    return breakdown.outcome_of(play.meeting, activity, activity.round)


def is_withheld(outcome: Outcome) -> bool:
    assert outcome.breakdown is not None
    assert outcome.tables[-1] == outcome.breakdown
    return outcome.breakdown.rows == ((breakdown.WITHHELD,),)


def test_groups_are_told_where_each_is_large_enough() -> None:
    found = sealed(a_meeting(vote()), SEATS).breakdown
    assert found is not None
    heads = [column.label["es"] for column in found.columns]
    assert heads == ["Opción", "Solo Proceso de Quito (13)", "Proceso de Quito y MIRPS (9)", "Solo MIRPS (8)"]
    assert found.columns[1].label["en"] == "Quito Process only (13)"
    assert [row[1:] for row in found.rows] == [(0, 9, 0), (13, 0, 8)]


@pytest.mark.parametrize("missing", [["m2-1", "m2-2"], ["m0-1", "m0-2", "m1-1", "m2-1"]])
def test_one_group_too_small_withholds_all(missing: list[str]) -> None:
    assert is_withheld(sealed(a_meeting(vote()), [seat for seat in SEATS if seat not in missing]))


def test_an_abstention_is_no_answer() -> None:
    play = a_meeting(vote())
    ballots: dict[str, Any] = {seat: {"choices": ["S"]} for seat in SEATS}
    play.runs("v", {**ballots, **{f"m{n}-{k}": {"abstain": True} for n in (0, 1) for k in (1, 2)}})
    assert is_withheld(outcome_of(play))


def test_three_delegations_are_needed_however_many_people() -> None:
    play = a_meeting(vote())
    assert is_withheld(sealed(play, [seat for seat in SEATS if seat[:2] not in {"b2"}]))


def test_nobody_asked_and_nothing_is_told() -> None:
    outcome = sealed(a_meeting(vote(breakdown="none")), SEATS)
    assert outcome.breakdown is None
    assert all(table.title != TITLE for table in outcome.tables)


@pytest.mark.parametrize("secrecy", ["by_delegation", "open"])
def test_where_nothing_is_secret_there_is_no_limit(secrecy: str) -> None:
    assert not is_withheld(sealed(a_meeting(vote(secrecy)), ["q0-1", "b0-1", "m0-1"]))


def test_a_prioritisation_tells_positions_only() -> None:
    setup = {**ranking("v")["setup"], "breakdown": "mechanism"}
    play = a_meeting({**ranking("v"), "secrecy": "secret", "setup": setup})
    found = sealed(play, SEATS, {"ranking": ["C-2", "C-1"]}).breakdown
    assert found is not None
    assert {column.kind for column in found.columns[1:]} == {"place"}
    assert {row[0]["es"]: row[1:] for row in found.rows if isinstance(row[0], dict)}["D2"] == ("1", "1", "1")


def test_rows_go_as_those_of_the_whole_outcome() -> None:
    activity = ranking("v", secrecy="secret")
    activity["setup"]["breakdown"] = "mechanism"
    options = [option["id"] for option in activity["setup"]["options"]]
    outcome = sealed(a_meeting(activity), SEATS, {"ranking": options[-1:]})
    assert outcome.breakdown is not None
    order = [finding.label for finding in outcome.findings]
    assert outcome.findings[0].id == options[-1]
    assert [row[0] for row in outcome.breakdown.rows] == order


def test_it_cannot_be_asked_for_once_open() -> None:
    play = a_meeting(vote(breakdown="none"))
    play.does(MODERATOR, "open_activity", activity="v")
    setup = {**YES_NO, "breakdown": "mechanism"}
    assert refusal(play, "edit_activity", activity="v", setup=setup) is Code.STALE


def test_people_read_of_it_before_they_vote() -> None:
    play = a_meeting(vote())
    play.does(MODERATOR, "open_activity", activity="v")
    told = play.views()["everyone"]["activity/v"]
    assert told["setup"]["breakdown"] == "mechanism"
    assert any(line["label"] == TITLE for line in told["method"])


def test_texts_are_not_broken_down() -> None:
    setup = {"question": "¿Qué?", "answer": "text", "breakdown": "mechanism"}
    play = a_meeting(vote(breakdown="none"))
    assert refusal(play, "edit_activity", activity="v", setup=setup) is Code.INVALID_SETUP


def test_screen_report_and_later_rounds_say_the_same() -> None:
    play = a_meeting(vote())
    sealed(play, SEATS)
    play.reveals("v")
    play.does(MODERATOR, "reopen_activity", activity="v", round=1)
    play.casts("q0-1", "v", {"choices": ["S"]})
    for seat in SEATS[1:-1]:
        play.casts(seat, "v", {"choices": ["S"]})
    play.does(MODERATOR, "close_activity", activity="v", round=2)
    play.seals("v")
    play.reveals("v")
    view = play.views()["everyone"]
    for told in (view["outcome/v"], *view["rounds/v"]["rounds"]):
        assert len(told["outcome"].get("breakdown", {"columns": [1]})["columns"]) == 1
    (activity,) = [a for session in play.reports().sessions for a in session.activities]
    assert (breakdown.WITHHELD,) in activity.tables[-1].rows


# Subtraction

Vector = tuple[Fraction, ...]


def with_rolls(rolls: Sequence[frozenset[str]], asked: Sequence[bool]) -> tuple[Meeting, Activity]:
    """A meeting whose one vote had these rounds, all in secret."""
    meeting = a_meeting(vote(breakdown="mechanism" if any(asked) else "none")).meeting
    activity = meeting.activities["v"]
    for number, roll in enumerate(rolls, 1):
        round_ = Round(number, tuple(SEATS), Secrecy.SECRET, 0, None, closed_at=1)
        stored = [sealing.StoredBallot(seat, seat[:2], seat, {"choices": ["S"]}) for seat in sorted(roll)]
        groups = breakdown.split(meeting, activity, round_, {seat[:2]: seat[:2] for seat in SEATS})
        event = sealing.seal(activity, round_, stored, lambda seat: seat, split=groups).event
        round_.sealed = Sealed(event.outcome, event.digest, event.roll, 2)
        round_.revealed_at = 3
        activity.rounds.append(round_)
    return meeting, activity


def published(meeting: Meeting, activity: Activity) -> list[frozenset[str]]:
    """The sets of people whose figures can be read, of all rounds."""
    found = []
    for round_ in activity.rounds:
        assert round_.sealed is not None
        if places_only(meeting, activity, round_):
            continue
        roll = round_.sealed.voters
        found.append(roll)
        table = breakdown.outcome_of(meeting, activity, round_).breakdown
        if table is not None and len(table.columns) > 1:
            found += [frozenset(seat for seat in roll if seat[0] == group) for group in SIZES]
    return found


def parts_of(sets: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The people who are in exactly the same sets."""
    parts: dict[tuple[bool, ...], set[str]] = {}
    for seat in frozenset().union(*sets):
        parts.setdefault(tuple(seat in each for each in sets), set()).add(seat)
    return [frozenset(part) for part in parts.values()]


def rank(rows: Iterable[Vector]) -> int:
    left, found = [list(row) for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        for row in left[found + 1 :]:
            factor = row[column] / pivot[column]
            row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
        found += 1
    return found


def small_sets(parts: Sequence[frozenset[str]]) -> Iterable[tuple[int, ...]]:
    every = range(len(parts))
    for chosen in chain.from_iterable(combinations(every, size) for size in range(1, len(parts) + 1)):
        people = frozenset().union(*(parts[place] for place in chosen))
        if len(people) < FEWEST_BALLOTS or len({seat[:2] for seat in people}) < FEWEST_DELEGATIONS:
            yield chosen


@st.composite
def rolls(draw: st.DrawFn) -> list[frozenset[str]]:
    """Rounds as they come: nearly all vote, and a few more or fewer the next time."""
    first = frozenset(SEATS) - draw(st.frozensets(st.sampled_from(SEATS), max_size=3))
    others = draw(st.lists(st.frozensets(st.sampled_from(SEATS), max_size=10), min_size=1, max_size=2))
    return [first, *(first ^ change for change in others)]


@settings(max_examples=120)
@given(rolls())
def test_no_sum_or_difference_of_what_is_published_is_of_a_few(found: list[frozenset[str]]) -> None:
    meeting, activity = with_rolls(found, [True] * len(found))
    sets = published(meeting, activity)
    if not sets:
        return
    parts = parts_of(sets)
    vectors = [tuple(Fraction(part <= each) for part in parts) for each in sets]
    known = rank(vectors)
    for chosen in small_sets(parts):
        indicator = tuple(Fraction(place in chosen) for place in range(len(parts)))
        if rank([*vectors, indicator]) == known:
            raise AssertionError([sorted(parts[place]) for place in chosen])


def test_the_search_finds_a_few_that_subtraction_gives_away() -> None:
    everybody = frozenset(SEATS)
    sets = [everybody, everybody - {"q0-1"}]
    parts = parts_of(sets)
    vectors = [tuple(Fraction(part <= each) for part in parts) for each in sets]
    caught = [
        chosen
        for chosen in small_sets(parts)
        if rank([*vectors, tuple(Fraction(place in chosen) for place in range(len(parts)))]) == rank(vectors)
    ]
    assert [parts[place] for (place,) in caught] == [{"q0-1"}]


def test_a_rating_tells_medians() -> None:
    setup = {**RATE, "breakdown": "mechanism"}
    play = a_meeting({**vote(), "kind": "rate", "setup": setup})
    ratings = {option["id"]: {"impact": 5, "ease": 3} for option in RATE["options"]}
    found = sealed(play, SEATS, {"ratings": ratings}).breakdown
    assert found is not None
    assert {row[1:] for row in found.rows} == {("5", "5", "5"), ("3", "3", "3")}
