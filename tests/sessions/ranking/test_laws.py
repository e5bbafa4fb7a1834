"""Laws that every counting rule obeys, whatever it counts."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.ranking import (
    Ballot,
    approval,
    borda,
    first_places,
    kendalls_w,
    positions,
    schulze,
    tier_positions,
)
from tests.sessions.ranking.elections import elections, renamed

Places = dict[str, tuple[int, int]]
RULES: dict[str, Callable[[list[Ballot], str], Places]] = {
    "borda": lambda ballots, options: positions(borda(ballots, options)),
    "schulze": lambda ballots, options: tier_positions(schulze(ballots, options)),
    "first places": lambda ballots, options: positions(first_places(ballots, options)),
    "approval": lambda ballots, options: positions(approval(ballots, options)),
}
rules = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


@rules
@given(drawn=elections(), random=st.randoms(use_true_random=False))
def test_neutrality(
    rule: Callable[[list[Ballot], str], Places], drawn: tuple[list[Ballot], str], random: Random
) -> None:
    """Names and the order in which options are listed do not matter."""
    ballots, options = drawn
    names = dict(zip(options, random.sample(options, len(options)), strict=True))
    listed = "".join(random.sample(options, len(options)))
    expected = {names[option]: place for option, place in rule(ballots, options).items()}
    assert rule(renamed(ballots, names), listed) == expected


@rules
@given(drawn=elections(), random=st.randoms(use_true_random=False))
def test_anonymity(
    rule: Callable[[list[Ballot], str], Places], drawn: tuple[list[Ballot], str], random: Random
) -> None:
    """Who cast a ballot, and when, does not matter; nor in which order a tier lists its options."""
    ballots, options = drawn
    shuffled = [
        replace(ballot, ranking=tuple(tuple(random.sample(tier, len(tier))) for tier in ballot.ranking))
        for ballot in random.sample(ballots, len(ballots))
    ]
    assert rule(shuffled, options) == rule(ballots, options)
    assert kendalls_w(shuffled, options) == kendalls_w(ballots, options)


@rules
@given(drawn=elections())
def test_weights_are_repetition(rule: Callable[[list[Ballot], str], Places], drawn: tuple[list[Ballot], str]) -> None:
    """Every weight drawn is a multiple of a sixth: a ballot stands for so many ballots of a sixth."""
    ballots, options = drawn
    repeated = [Ballot(ballot.ranking) for ballot in ballots for _ in range(int(ballot.weight * 6))]
    assert rule(repeated, options) == rule(ballots, options)
    if sum(ballot.weight > 0 for ballot in ballots) > 1:
        assert kendalls_w(repeated, options) == kendalls_w(ballots, options)


@given(drawn=elections())
def test_scores_scale_with_weights(drawn: tuple[list[Ballot], str]) -> None:
    ballots, options = drawn
    third = [replace(ballot, weight=ballot.weight / 3) for ballot in ballots]
    for score in (borda, first_places, approval):
        assert score(third, options) == {o: points / 3 for o, points in score(ballots, options).items()}


@rules
@given(drawn=elections())
def test_what_nobody_ranks_is_last(
    rule: Callable[[list[Ballot], str], Places], drawn: tuple[list[Ballot], str]
) -> None:
    ballots, options = drawn
    places = rule([*ballots, Ballot((tuple(options),), Fraction(1))], options + "Z")
    assert places["Z"][1] == len(options) + 1


def test_input_may_be_read_once() -> None:
    ballots = [Ballot((("A",), ("B",))), Ballot((("B",),))]
    for count in (borda, schulze, first_places, approval, kendalls_w):
        assert count(iter(ballots), iter("ABC")) == count(ballots, "ABC")
