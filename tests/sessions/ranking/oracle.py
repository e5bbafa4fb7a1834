"""The same rules once more, from their definitions, slowly and in another way."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

from sessions.ranking import Ballot


def levels(ballot: Ballot, options: str) -> dict[str, int]:
    """The index of the tier of each option, unranked ones below all."""
    ranked = {option: level for level, tier in enumerate(ballot.ranking) for option in tier}
    return {option: ranked.get(option, len(ballot.ranking)) for option in options}


def preferring(ballots: Sequence[Ballot], x: str, y: str, options: str) -> Fraction:
    return sum((b.weight for b in ballots if levels(b, options)[x] < levels(b, options)[y]), Fraction(0))


def path_strength(matrix: dict[tuple[str, str], Fraction], x: str, y: str, options: str) -> Fraction:
    """The strongest of all paths from x to y, each tried."""
    others = [option for option in options if option not in (x, y)]
    best = Fraction(0)
    for length in range(len(others) + 1):
        for middle in permutations(others, length):
            steps = list(pairwise((x, *middle, y)))
            if all(matrix[a, b] > matrix[b, a] for a, b in steps):
                best = max(best, min(matrix[step] for step in steps))
    return best


def schulze_tiers(ballots: Sequence[Ballot], options: str) -> list[set[str]]:
    pairs = list(permutations(options, 2))
    matrix = {(x, y): preferring(ballots, x, y, options) for x, y in pairs}
    strength = {(x, y): path_strength(matrix, x, y, options) for x, y in pairs}
    beats = {(x, y) for x, y in pairs if strength[x, y] > strength[y, x]}
    tiers, left = [], set(options)
    while left:
        beaten = {y for x, y in beats if x in left}
        tiers.append(left - beaten)
        left &= beaten
    return tiers


def condorcet_winner(ballots: Sequence[Ballot], options: str) -> str | None:
    for x in options:
        rivals = [y for y in options if y != x]
        if all(preferring(ballots, x, y, options) > preferring(ballots, y, x, options) for y in rivals):
            return x
    return None


def borda_points(ballots: Iterable[Ballot], options: str) -> dict[str, Fraction]:
    """Ranks everybody in every way that the ballot leaves open, and takes the average."""
    points = dict.fromkeys(options, Fraction(0))
    for ballot in ballots:
        level = levels(ballot, options)
        orders = [o for o in permutations(options) if all(level[a] <= level[b] for a, b in pairwise(o))]
        for order in orders:
            for place, option in enumerate(order):
                points[option] += ballot.weight * Fraction(len(options) - 1 - place, len(orders))
    return points


def concordance(ballots: Iterable[Ballot], options: str) -> Fraction | None:
    """Kendall's W by the textbook formula, with average ranks and T_j."""
    raters = [ballot for ballot in ballots if ballot.weight]
    n, m = len(options), sum((rater.weight for rater in raters), Fraction(0))
    sums = dict.fromkeys(options, Fraction(0))
    correction = Fraction(0)
    for rater in raters:
        level = levels(rater, options)
        for option in options:
            above = sum(level[other] < level[option] for other in options)
            beside = sum(level[other] == level[option] for other in options)
            sums[option] += rater.weight * (above + Fraction(beside + 1, 2))
            # Summed over the options, beside^2 - 1 is t^3 - t for each tier of t options.
            correction += rater.weight * (beside**2 - 1)
    divisor = m**2 * (n**3 - n) - m * correction
    if len(raters) < 2 or not divisor:
        return None
    mean = sum(sums.values(), Fraction(0)) / n
    return 12 * sum(((total - mean) ** 2 for total in sums.values()), Fraction(0)) / divisor
