from collections import defaultdict
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sessions.ranking import Ballot, averaged, borda, by_delegation, delegation_weights, dots, grouped, pooled
from tests.sessions.ranking.elections import drawn_ranking, ranking

THIRD = Fraction(1, 3)


def test_weights_follow_the_ballots() -> None:
    assert delegation_weights(["PA", "BR", "PA", "PA", "CL"]) == [THIRD, 1, THIRD, THIRD, 1]
    assert delegation_weights([]) == []


@given(st.lists(st.sampled_from(["PA", "BR", "CL", "MX"]), max_size=20))
def test_each_delegation_weighs_one(delegations: list[str]) -> None:
    sums: defaultdict[str, Fraction] = defaultdict(Fraction)
    for delegation, weight in zip(delegations, delegation_weights(delegations), strict=True):
        sums[delegation] += weight
    assert set(sums.values()) <= {Fraction(1)}
    linked = [(Ballot(ranking("A")), delegation) for delegation in delegations]
    assert [ballot.weight for ballot in by_delegation(linked)] == delegation_weights(delegations)


def test_a_large_delegation_counts_as_much_as_a_small_one() -> None:
    linked = [(Ballot(ranking("AB")), "PA")] * 8 + [(Ballot(ranking("BA")), "BR")]
    ballots = [ballot for ballot, _ in linked]
    assert borda(ballots, "AB") == {"A": 8, "B": 1}
    assert borda(by_delegation(linked), "AB") == {"A": 1, "B": 1}


def test_unequal_ballots_keep_their_proportions() -> None:
    linked = [(Ballot(ranking("A"), Fraction(2)), "PA"), (Ballot(ranking("B")), "PA")]
    assert [ballot.weight for ballot in by_delegation(linked)] == [2 * THIRD, THIRD]
    nothing = [(Ballot(ranking("A"), Fraction(0)), "PA")]
    assert by_delegation(nothing) == [nothing[0][0]]


def test_dots_of_delegations() -> None:
    weights = delegation_weights(["PA", "PA", "BR"])
    assert dots([{"A": 3}, {"B": 3}, {"B": 3}], weights, "AB") == {"A": Fraction(3, 2), "B": Fraction(9, 2)}


def test_groups_do_not_tell_in_which_order_ballots_came() -> None:
    random = Random(17)
    linked = [(Ballot(drawn_ranking(random, "ABCD")), random.choice(["b", "a", "c"])) for _ in range(12)]
    groups = grouped(linked)
    assert [set(group) for group in groups] == [{b for b, d in linked if d == name} for name in "abc"]
    mixed = random.sample(linked, len(linked))
    assert [set(group) for group in grouped(mixed)] == [set(group) for group in groups]
    assert borda(pooled(groups), "ABCD") == borda([ballot for ballot, _ in mixed], "ABCD")
    assert borda(averaged(groups), "ABCD") == borda(by_delegation(mixed), "ABCD")


def test_a_group_listed_twice_counts_twice() -> None:
    panama, brazil = (Ballot(ranking("AB")),) * 2, (Ballot(ranking("BA")),)
    assert borda(averaged([panama, brazil, panama]), "AB") == {"A": 2, "B": 1}
