from fractions import Fraction
from random import Random

from hypothesis import given

from sessions.ranking import Ballot, borda
from tests.sessions.ranking.elections import NAMES, drawn_election, election, elections, ranking
from tests.sessions.ranking.oracle import borda_points


def test_bordas_own_election() -> None:
    """Borda 1784: by plurality A leads 8-7-6, by merit C. His marks 3, 2, 1 give 37, 42, 47 for 21 voters."""
    scores = borda(election("1 ABC, 7 ACB, 7 BCA, 6 CBA"), "ABC")
    assert scores == {"A": 37 - 21, "B": 42 - 21, "C": 47 - 21}


def test_tennessee_chooses_a_capital() -> None:
    """The textbook example: Memphis, Nashville, Chattanooga, Knoxville, in percent of the voters."""
    scores = borda(election("42 MNCK, 26 NCKM, 15 CKNM, 17 KCNM"), "MNCK")
    assert scores == {"M": 126, "N": 194, "C": 173, "K": 107}


def test_fifteen_people_choose_a_drink() -> None:
    """Saari's milk, wine and beer: plurality puts wine last, Borda first."""
    assert borda(election("6 MWB, 5 BWM, 4 WBM"), "MWB") == {"M": 12, "W": 19, "B": 14}


def test_unranked_options_share_the_places_left() -> None:
    half = Fraction(1, 2)
    assert borda([Ballot(ranking("AB"))], "ABCD") == {"A": 3, "B": 2, "C": half, "D": half}


def test_choosing_five_of_twelve() -> None:
    scores = borda([Ballot(ranking("ABCDE"))], NAMES)
    assert [scores[option] for option in "ABCDE"] == [11, 10, 9, 8, 7]
    assert {scores[option] for option in NAMES[5:]} == {3}  # the average of 6, 5, 4, 3, 2, 1 and 0


def test_a_tier_shares_its_places_in_the_middle() -> None:
    assert borda([Ballot(ranking("A(BC)D"))], "ABCD") == {"A": 3, "B": Fraction(3, 2), "C": Fraction(3, 2), "D": 0}


def test_a_ballot_that_ranks_nothing_favours_nobody() -> None:
    assert borda([Ballot(())], "ABC") == {"A": 1, "B": 1, "C": 1}


def test_no_ballots_and_no_options() -> None:
    assert borda([], "AB") == {"A": 0, "B": 0}
    assert borda([], "") == {}
    assert borda(election("3 A"), "A") == {"A": 0}


def test_scores_are_fractions_in_the_order_of_the_options() -> None:
    scores = borda(election("1 CAB"), "BCA")
    assert list(scores) == ["B", "C", "A"]
    assert all(type(score) is Fraction for score in scores.values())


@given(elections())
def test_every_ballot_gives_away_the_same_total(drawn: tuple[list[Ballot], str]) -> None:
    ballots, options = drawn
    m = len(options)
    weight = sum((ballot.weight for ballot in ballots), Fraction(0))
    assert sum(borda(ballots, options).values()) == weight * m * (m - 1) / 2


def test_the_average_over_all_ways_to_complete_the_ballots() -> None:
    random = Random(1784)
    for _ in range(300):
        options = NAMES[: random.randint(1, 5)]
        ballots = drawn_election(random, options, random.randint(0, 5))
        assert borda(ballots, options) == borda_points(ballots, options)
