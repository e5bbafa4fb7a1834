"""Elections to count: written by hand, or drawn."""

from collections.abc import Iterable
from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from sessions.ranking import Ballot, Ranking

NAMES = "ABCDEFGHIJKL"


def ranking(text: str) -> Ranking:
    """ "AC(BD)" is A above C above B and D together; options left out are unranked."""
    tiers: list[tuple[str, ...]] = []
    inside: list[str] | None = None
    for letter in text:
        if letter == "(":
            inside = []
        elif letter == ")":
            tiers.append(tuple(inside or ()))
            inside = None
        elif inside is None:
            tiers.append((letter,))
        else:
            inside.append(letter)
    return tuple(tiers)


def election(text: str) -> list[Ballot]:
    """ "5 ACBED, 8 BEDAC": so many ballots of each ranking, one Ballot for each voter."""
    ballots = []
    for line in text.replace("\n", ",").split(","):
        if line.strip():
            count, order = line.split()
            ballots += [Ballot(ranking(order))] * int(count)
    return ballots


def drawn_ranking(random: Random, options: str, *, full: bool = False) -> Ranking:
    """Strict and complete if `full`; otherwise with ties and truncated somewhere, perhaps to nothing."""
    order = random.sample(options, len(options))
    if full:
        return tuple((option,) for option in order)
    tiers = []
    while order:
        size = random.choice((1, 1, 1, 2, 3))
        tiers.append(tuple(order[:size]))
        order = order[size:]
    return tuple(tiers[: random.randint(0, len(tiers))])


def drawn_election(random: Random, options: str, voters: int, *, full: bool = False) -> list[Ballot]:
    """Few voters relative to options, so that cycles and ties are common; weights are fractions."""
    weights = [Fraction(1), Fraction(1), Fraction(1, 2), Fraction(2, 3), Fraction(3), Fraction(0)]
    return [Ballot(drawn_ranking(random, options, full=full), random.choice(weights)) for _ in range(voters)]


@st.composite
def elections(draw: st.DrawFn, *, full: bool = False) -> tuple[list[Ballot], str]:
    """Ballots and their options."""
    options = NAMES[: draw(st.integers(1, 7))]
    random = Random(draw(st.integers(0, 2**32)))
    return drawn_election(random, options, draw(st.integers(0, 15)), full=full), options


def renamed(ballots: Iterable[Ballot], names: dict[str, str]) -> list[Ballot]:
    return [
        Ballot(tuple(tuple(names[option] for option in tier) for tier in ballot.ranking), ballot.weight)
        for ballot in ballots
    ]
