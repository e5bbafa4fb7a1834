from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, cast

import pytest

from sessions.ranking import Ballot, approval, borda, first_places, kendalls_w, schulze
from tests.sessions.ranking.elections import election, ranking

RULES: list[Callable[[Iterable[Ballot], Iterable[str]], object]] = [
    borda,
    schulze,
    first_places,
    approval,
    kendalls_w,
]


@pytest.fixture(params=RULES, ids=lambda rule: rule.__name__)
def rule(request: pytest.FixtureRequest) -> Callable[[list[Ballot], str], object]:
    return cast(Callable[[list[Ballot], str], object], request.param)


def test_an_unknown_option_is_named(rule: Callable[[list[Ballot], str], object]) -> None:
    with pytest.raises(ValueError, match="'D', which is not among the options"):
        rule(election("1 ABD"), "ABC")


@pytest.mark.parametrize("text", ["ABA", "(AA)B", "A(BA)"])
def test_an_option_ranked_twice_is_named(rule: Callable[[list[Ballot], str], object], text: str) -> None:
    with pytest.raises(ValueError, match="ranks 'A' twice"):
        rule([Ballot(ranking(text))], "ABC")


def test_a_faulty_ballot_that_weighs_nothing_is_still_refused(rule: Callable[[list[Ballot], str], object]) -> None:
    with pytest.raises(ValueError, match="ranks 'A' twice"):
        rule([Ballot(ranking("ABA"), Fraction(0))], "ABC")


def test_an_option_listed_twice_is_named(rule: Callable[[list[Ballot], str], object]) -> None:
    with pytest.raises(ValueError, match="'A' is listed twice"):
        rule(election("1 AB"), "ABA")


def test_a_negative_weight_is_refused(rule: Callable[[list[Ballot], str], object]) -> None:
    with pytest.raises(ValueError, match="not negative"):
        rule([Ballot(ranking("AB"), Fraction(-1, 2))], "AB")


def test_a_weight_that_is_not_exact_is_refused(rule: Callable[[list[Ballot], str], object]) -> None:
    inexact = cast(Any, 0.1)
    with pytest.raises(TypeError, match="Fraction"):
        rule([Ballot(ranking("AB"), inexact)], "AB")


def test_a_tier_written_as_text_is_refused(rule: Callable[[list[Ballot], str], object]) -> None:
    flat = cast(Any, ("AB", "C"))
    with pytest.raises(ValueError, match="tuple of options"):
        rule([Ballot(flat)], "ABC")


def test_empty_tiers_take_no_place(rule: Callable[[list[Ballot], str], object]) -> None:
    gaps = [Ballot(((), ("A",), (), ("B", "C"), ())), Ballot((("B",), ()))]
    assert rule(gaps, "ABCD") == rule(election("1 A(BC), 1 B"), "ABCD")


def test_ballots_are_frozen() -> None:
    ballot = Ballot(ranking("AB"))
    with pytest.raises(AttributeError):
        ballot.weight = Fraction(2)  # type: ignore[misc]  # that this is forbidden is the point
