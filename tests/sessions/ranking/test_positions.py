from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.ranking import positions, tier_positions, top
from sessions.ranking.wording import place

SCORES = {"E": 1, "A": 9, "D": 4, "C": 4, "B": 7}


def fractions(scores: dict[str, int]) -> dict[str, Fraction]:
    return {option: Fraction(score) for option, score in scores.items()}


def test_two_options_that_share_the_third_place() -> None:
    places = positions(fractions(SCORES))
    assert places == {"A": (1, 1), "B": (2, 2), "D": (3, 4), "C": (3, 4), "E": (5, 5)}
    assert list(places) == ["A", "B", "D", "C", "E"]


def test_scores_that_differ_in_the_slightest_are_no_tie() -> None:
    tiny = Fraction(1, 10**30)
    assert positions({"A": Fraction(1, 3), "B": Fraction(1, 3) + tiny}) == {"B": (1, 1), "A": (2, 2)}


def test_places_of_tiers() -> None:
    assert tier_positions([("B", "D"), ("A",), ("C",)]) == {"B": (1, 2), "D": (1, 2), "A": (3, 3), "C": (4, 4)}
    assert tier_positions([]) == positions({}) == {}


@given(st.dictionaries(st.sampled_from("ABCDEFGHIJKL"), st.fractions(0, 3, max_denominator=3), max_size=12))
def test_places_partition_the_list(scores: dict[str, Fraction]) -> None:
    places = positions(scores)
    assert places.keys() == scores.keys()
    covered = sorted(rank for lo, hi in set(places.values()) for rank in range(lo, hi + 1))
    assert covered == list(range(1, len(scores) + 1))
    for option, (lo, hi) in places.items():
        assert lo == 1 + sum(score > scores[option] for score in scores.values())
        assert hi - lo + 1 == sum(score == scores[option] for score in scores.values())


@pytest.mark.parametrize(
    ("size", "extended", "shortened"),
    [(0, "", ""), (1, "A", "A"), (2, "AB", "AB"), (3, "ABDC", "AB"), (4, "ABDC", "ABDC"), (9, "ABDCE", "ABDCE")],
)
def test_a_cut_inside_a_tie_takes_all_or_none(size: int, extended: str, shortened: str) -> None:
    places = positions(fractions(SCORES))
    assert top(places, size) == tuple(extended)
    assert top(places, size, "shorten") == tuple(shortened)


def test_the_top_is_listed_best_first_however_places_are_kept() -> None:
    assert top({"C": (3, 3), "A": (1, 1), "B": (2, 2)}, 2) == ("A", "B")


def test_places_as_people_read_them() -> None:
    assert place(3, 3) == "3"
    assert place(3, 4) == "3-4"
