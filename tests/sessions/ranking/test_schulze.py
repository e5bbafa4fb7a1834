from fractions import Fraction
from random import Random
from time import process_time

import pytest
from hypothesis import given

from sessions.ranking import Ballot, borda, positions, schulze
from sessions.ranking.profile import Profile
from sessions.ranking.schulze import links, strongest_paths, support
from tests.sessions.ranking.elections import NAMES, drawn_election, drawn_ranking, election, elections
from tests.sessions.ranking.oracle import condorcet_winner, schulze_tiers

FORTY_FIVE_VOTERS = "5 ACBED, 5 ADECB, 8 BEDAC, 3 CABED, 7 CAEBD, 2 CBADE, 7 DCEBA, 8 EBADC"

# From Schulze 2011 and the longer versions of the paper (arXiv:1804.02973): (ballots, tiers).
PUBLISHED = {
    "45 voters, 5 candidates": (FORTY_FIVE_VOTERS, "E A C B D"),
    "21 voters, 4 candidates": ("8 ACDB, 2 BADC, 4 CDBA, 4 DBAC, 3 DCBA", "D A C B"),
    "30 voters, 4 candidates": (
        "5 ACBD, 2 ACDB, 3 ADCB, 4 BACD, 3 CBDA, 3 CDBA, 1 DACB, 5 DBAC, 4 DCBA",
        "D A C B",
    ),
    "9 voters, two potential winners": ("3 ABCD, 2 DABC, 2 DBCA, 2 CBDA", "BD AC"),
}

# Published with their winners only.
WINNERS = {
    "63 voters": ("12 ABCD, 6 ADBC, 9 BCDA, 15 CDAB, 21 DBAC", "D"),
    "15 voters, two winners": ("6 ACDB, 1 BADC, 3 CBDA, 3 DBAC, 2 DCBA", "AD"),
    "19 voters, before": ("3 ADEBCF, 3 BFECDA, 4 CABFDE, 1 DBCEFA, 4 DEFABC, 2 ECBDFA, 2 FACDBE", "A"),
    "21 voters, after two more join": (
        "3 ADEBCF, 3 BFECDA, 4 CABFDE, 1 DBCEFA, 4 DEFABC, 2 ECBDFA, 2 FACDBE, 2 AEFCBD",
        "D",
    ),
    "30 voters without E": ("3 ABDC, 5 ADBC, 1 ADCB, 2 BADC, 2 BDCA, 4 CABD, 6 CBAD, 2 DBCA, 5 DCAB", "A"),
    "30 voters with E": (
        "3 ABDEC, 5 ADEBC, 1 ADECB, 2 BADEC, 2 BDECA, 4 CABDE, 6 CBADE, 2 DBECA, 5 DECAB",
        "B",
    ),
}

# Ties and truncation, chosen by Schulze to tell link strengths apart: by winning votes D, by margins A.
WINNING_VOTES_MATTER = """
    6 ABCD, 8 (AB), 8 (AC), 18 (AC)D, 8 (ACD), 40 B,
    4 CBD, 9 CDA, 8 (CD), 14 DAB, 11 DBC, 4 DCA
"""


def options_of(ballots: list[Ballot]) -> str:
    return "".join(sorted({option for ballot in ballots for tier in ballot.ranking for option in tier}))


@pytest.mark.parametrize(("text", "tiers"), PUBLISHED.values(), ids=PUBLISHED)
def test_published_rankings(text: str, tiers: str) -> None:
    ballots = election(text)
    assert schulze(ballots, options_of(ballots)) == [tuple(tier) for tier in tiers.split()]


@pytest.mark.parametrize(("text", "winners"), WINNERS.values(), ids=WINNERS)
def test_published_winners(text: str, winners: str) -> None:
    ballots = election(text)
    assert schulze(ballots, options_of(ballots))[0] == tuple(winners)


def test_links_are_measured_by_winning_votes() -> None:
    assert schulze(election(WINNING_VOTES_MATTER), "ABCD")[0] == ("D",)


def test_published_strongest_paths() -> None:
    """The matrix of strongest paths of the 45 voters, as published."""
    paths = strongest_paths(links(support(Profile.of(election(FORTY_FIVE_VOTERS), "ABCDE"))))
    assert [[paths[x][y] for y in range(5) if x != y] for x in range(5)] == [
        [28, 28, 30, 24],
        [25, 28, 33, 24],
        [25, 29, 29, 24],
        [25, 28, 28, 24],
        [25, 28, 28, 31],
    ]


def test_paths_lead_through_options_already_placed() -> None:
    """Strongest paths are found once, among all options, not anew among those that remain."""
    random = Random(2011)
    for _ in range(200):
        ballots = drawn_election(random, NAMES[:6], 9, full=True)
        first, *rest = schulze(ballots, NAMES[:6])
        left = "".join(option for option in NAMES[:6] if option not in first)
        kept = [Ballot(tuple((o,) for (o,) in ballot.ranking if o in left), ballot.weight) for ballot in ballots]
        if schulze(kept, left) != rest:
            return
    pytest.fail("no election was drawn in which the two ways differ")


def test_nothing_to_tell_apart() -> None:
    assert schulze([], "AB") == [("A", "B")]
    assert schulze([], "") == []
    assert schulze(election("1 AB, 1 BA"), "BA") == [("B", "A")]
    assert schulze(election("1 ABC, 1 BCA, 1 CAB"), "ABC") == [("A", "B", "C")]


def test_a_ballot_that_ranks_nothing_changes_nothing() -> None:
    ballots = election(FORTY_FIVE_VOTERS)
    assert schulze([*ballots, *[Ballot(())] * 50], "ABCDE") == schulze(ballots, "ABCDE")


def test_every_path_tried_gives_the_same_tiers() -> None:
    random = Random(267)
    for _ in range(2000):
        options = NAMES[: random.choice((2, 3, 3, 4, 4, 4))]
        ballots = drawn_election(random, options, random.randint(0, 9))
        assert [set(tier) for tier in schulze(ballots, options)] == schulze_tiers(ballots, options)
    for _ in range(60):
        ballots = drawn_election(random, NAMES[:6], random.randint(5, 12))
        assert [set(tier) for tier in schulze(ballots, NAMES[:6])] == schulze_tiers(ballots, NAMES[:6])


@given(elections())
def test_a_condorcet_winner_stands_first_alone(drawn: tuple[list[Ballot], str]) -> None:
    ballots, options = drawn
    winner = condorcet_winner(ballots, options)
    if winner:
        assert schulze(ballots, options)[0] == (winner,)


def test_borda_may_pass_over_a_condorcet_winner() -> None:
    ballots = election("3 ABC, 2 BCA")
    assert condorcet_winner(ballots, "ABC") == schulze(ballots, "ABC")[0][0] == "A"
    assert positions(borda(ballots, "ABC"))["B"] == (1, 1)


def beaten(ballots: list[Ballot], options: str) -> set[tuple[str, str]]:
    paths = strongest_paths(links(support(Profile.of(ballots, options))))
    size = range(len(options))
    return {(options[x], options[y]) for x in size for y in size if x != y and paths[x][y] > paths[y][x]}


def test_clones_change_nothing_for_the_others() -> None:
    """A is split into A, X and Y, which stand together on every ballot, in an order of each voter's own."""
    random = Random(28)
    for _ in range(400):
        options = NAMES[: random.randint(2, 5)]
        ballots = drawn_election(random, options, random.randint(1, 9), full=True)
        cloned = [Ballot(split(ballot, random), ballot.weight) for ballot in ballots]
        before, after = beaten(ballots, options), beaten(cloned, options + "XY")
        for clone in "AXY":
            others = set(options.replace("A", clone))
            assert {pair for pair in after if others.issuperset(pair)} == {
                (x.replace("A", clone), y.replace("A", clone)) for x, y in before
            }
        first, widened = set(schulze(ballots, options)[0]), set(schulze(cloned, options + "XY")[0])
        assert first - {"A"} == widened - set("AXY")
        assert ("A" in first) == bool(widened & set("AXY"))


def split(ballot: Ballot, random: Random) -> tuple[tuple[str, ...], ...]:
    tiers: list[tuple[str, ...]] = []
    for tier in ballot.ranking:
        tiers += [(clone,) for clone in random.sample("AXY", 3)] if tier == ("A",) else [tier]
    return tuple(tiers)


def test_two_thousand_distinct_ballots_are_counted_in_a_moment() -> None:
    """A bound for a busy machine; an idle one needs about 40 ms."""
    random = Random(12)
    ballots = [Ballot(drawn_ranking(random, NAMES, full=True), Fraction(1, random.randint(1, 8))) for _ in range(2000)]
    started = process_time()
    schulze(ballots, NAMES)
    assert process_time() - started < 0.5
