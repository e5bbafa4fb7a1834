from fractions import Fraction

import pytest

from sessions.ranking import Ballot, approval, dots, first_places
from tests.sessions.ranking.elections import election, ranking

HALF = Fraction(1, 2)


def test_first_places() -> None:
    assert first_places(election("42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM"), "MNCK") == {
        "M": 42,
        "N": 26,
        "C": 15,
        "K": 17,
    }


def test_a_shared_first_place_is_shared() -> None:
    ballots = [Ballot(ranking("(AB)C")), Ballot(ranking("A"), Fraction(2))]
    assert first_places(ballots, "ABC") == {"A": 2 + HALF, "B": HALF, "C": 0}


def test_a_ballot_that_ranks_nothing_has_no_first_place() -> None:
    assert first_places([Ballot(()), Ballot(((),))], "AB") == {"A": 0, "B": 0}


def test_approval_counts_every_ranked_option() -> None:
    ballots = [Ballot(ranking("(AB)")), Ballot(ranking("BC"), HALF), Ballot(())]
    assert approval(ballots, "ABCD") == {"A": 1, "B": 1 + HALF, "C": HALF, "D": 0}


def test_dots_are_weighted() -> None:
    scores = dots([{"A": 3}, {"A": 1, "B": 2}], [Fraction(1), HALF], "BAC")
    assert scores == {"B": 1, "A": 3 + HALF, "C": 0}
    assert list(scores) == ["B", "A", "C"]


def test_dots_without_a_list_of_options() -> None:
    assert dots([{"A": 3}, {"B": 2}], [HALF, HALF]) == {"A": 3 * HALF, "B": 1}
    assert dots([], []) == {}


def test_dots_on_an_unknown_option() -> None:
    with pytest.raises(ValueError, match="'D', which is not among the options"):
        dots([{"D": 1}], [Fraction(1)], "ABC")


def test_negative_dots() -> None:
    with pytest.raises(ValueError, match="-1 dots to 'A'"):
        dots([{"A": -1}], [Fraction(1)])


def test_as_many_weights_as_ballots() -> None:
    with pytest.raises(ValueError, match="shorter"):
        dots([{"A": 1}, {"A": 1}], [Fraction(1)])
