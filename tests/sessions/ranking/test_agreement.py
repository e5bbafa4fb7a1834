from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from random import Random

import pytest
from hypothesis import given

from sessions.ranking import Ballot, Ranking, agreement, kendalls_w
from tests.sessions.ranking.elections import NAMES, drawn_election, election, elections, ranking
from tests.sessions.ranking.oracle import concordance


def by_size(values: Sequence[float]) -> Ranking:
    """The options A, B, ... from the smallest value to the largest, equal values together."""
    order = sorted(range(len(values)), key=lambda index: values[index])
    groups = groupby(order, key=lambda index: values[index])
    return tuple(tuple(NAMES[index] for index in group) for _, group in groups)


def test_without_ties() -> None:
    """Six readers rank four papers (a course example; W = 0.6)."""
    ranks = [(4, 3, 2, 1), (3, 4, 2, 1), (4, 3, 1, 2), (3, 4, 1, 2), (4, 2, 1, 3), (4, 2, 3, 1)]
    assert kendalls_w([Ballot(by_size(row)) for row in ranks], "ABCD") == Fraction(3, 5)


def test_with_ties() -> None:
    """Zar, Biostatistical Analysis, example 20.5: wing, tail and bill lengths of twelve birds."""
    wing = (10.4, 10.8, 11.1, 10.2, 10.3, 10.2, 10.7, 10.5, 10.8, 11.2, 10.6, 11.4)
    tail = (7.4, 7.6, 7.9, 7.2, 7.4, 7.1, 7.4, 7.2, 7.8, 7.7, 7.8, 8.3)
    bill = (17.0, 17.0, 20.0, 14.5, 15.5, 13.0, 19.5, 16.0, 21.0, 20.0, 18.0, 22.0)
    w = kendalls_w([Ballot(by_size(lengths)) for lengths in (wing, tail, bill)], NAMES)
    # The published rank sums: 14.5, 21, 30.5, 6, 11, 3.5, 20, 11.5, 29, 28.5, 22.5, 36, mean 19.5.
    sums = [29, 42, 61, 12, 22, 7, 40, 23, 58, 57, 45, 72]
    squares = sum(Fraction(total - 39, 2) ** 2 for total in sums)
    ties = 2 * 6 + (2 * 6 + 24) + 2 * 6  # wing: two pairs; tail: two pairs and three together; bill: two pairs
    assert w == 12 * squares / (9 * (12**3 - 12) - 3 * ties)


def test_the_extremes() -> None:
    assert kendalls_w(election("7 ABCD"), "ABCD") == 1
    assert kendalls_w(election("3 AB"), "ABCD") == 1  # the tie correction: all leave the same options out
    assert kendalls_w(election("2 ABCD, 2 DCBA"), "ABCD") == 0


@pytest.mark.parametrize(
    ("ballots", "options"),
    [
        ([], "ABC"),
        (election("1 ABC"), "ABC"),
        ([Ballot(ranking("ABC")), Ballot(ranking("CBA"), Fraction(0))], "ABC"),
        ([Ballot(()), Ballot(ranking("(ABC)"))], "ABC"),
        (election("2 A"), "A"),
        ([], ""),
    ],
    ids=["no ballot", "one rater", "one that weighs", "no variation", "one option", "no option"],
)
def test_undefined(ballots: list[Ballot], options: str) -> None:
    assert kendalls_w(ballots, options) is None


def test_a_ballot_that_ranks_nothing_agrees_with_nobody() -> None:
    assert kendalls_w([*election("2 ABC"), Ballot(())], "ABC") == Fraction(2, 3)


@given(elections())
def test_the_textbook_formula_and_the_range(drawn: tuple[list[Ballot], str]) -> None:
    ballots, options = drawn
    w = kendalls_w(ballots, options)
    assert w == concordance(ballots, options)
    assert w is None or 0 <= w <= 1


def test_the_textbook_formula_often() -> None:
    random = Random(1939)
    for _ in range(1000):
        options = NAMES[: random.randint(2, 8)]
        ballots = drawn_election(random, options, random.randint(0, 12))
        assert kendalls_w(ballots, options) == concordance(ballots, options)


def test_words() -> None:
    words = [agreement(Fraction(tenths, 100)) for tenths in (0, 29, 30, 50, 51, 100)]
    assert words == ["low", "low", "medium", "medium", "high", "high"]
