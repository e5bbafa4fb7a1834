"""The Schulze method."""

from collections.abc import Iterable

from sessions.ranking.ballot import Ballot
from sessions.ranking.profile import Profile

Matrix = list[list[int]]


def schulze(ballots: Iterable[Ballot], options: Iterable[str]) -> list[tuple[str, ...]]:
    """Tiers of options, best first; within a tier the order of `options`.

    The link from x to y is as strong as the ballots (by weight) that rank x above y, if they are
    more than those that rank y above x; otherwise there is none (winning votes; a ballot on which
    both stand level supports neither). A path is as strong as its weakest link. x beats y if the
    strongest path from x to y is stronger than the strongest from y to x. The tiers are formed by
    taking, again and again, the options that no remaining option beats; all paths lead through all
    options throughout. Between links of equal support the opposition is not compared.

    Clones are options that stand together on every ballot. Whether an option beats another, and
    whether it is in the first tier, does not depend on clones of a third. Ballots cut after k options
    may keep clones apart: there this holds only approximately.

    Raises `ValueError` for an option that is unknown or ranked twice.

    Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and
    Condorcet-consistent single-winner election method", Social Choice and Welfare 36 (2011),
    pp. 267-303.
    """
    profile = Profile.of(ballots, options)
    paths = strongest_paths(links(support(profile)))
    tiers = []
    remaining = list(range(len(profile.options)))
    while remaining:
        # "Beats" is transitive (Schulze 2011, section 4.1), so some option is always unbeaten.
        unbeaten = [x for x in remaining if all(paths[x][y] >= paths[y][x] for y in remaining)]
        tiers.append(tuple(profile.options[x] for x in unbeaten))
        remaining = [x for x in remaining if x not in unbeaten]
    return tiers


def support(profile: Profile) -> Matrix:
    """For each pair of indices the scaled weight of the rankings that put the first above the second."""
    index = {option: place for place, option in enumerate(profile.options)}
    counts = [[0] * len(index) for _ in index]
    for ranking, weight in profile.rankings:
        lower: list[int] = []
        for tier in reversed(ranking):
            level = [index[option] for option in tier]
            for x in level:
                row = counts[x]
                for y in lower:
                    row[y] += weight
            lower += level
    return counts


def links(counts: Matrix) -> Matrix:
    """Winning votes: the support of the stronger side of each pair; 0 for the weaker side and for ties."""
    size = range(len(counts))
    return [[counts[x][y] if counts[x][y] > counts[y][x] else 0 for y in size] for x in size]


def strongest_paths(strengths: Matrix) -> Matrix:
    """Floyd-Warshall with (max, min) in place of (min, +); the diagonal means nothing."""
    paths = [row.copy() for row in strengths]
    for middle in range(len(paths)):
        onward = paths[middle]
        for row in paths:
            first = row[middle]
            if first:
                for end, second in enumerate(onward):
                    detour = first if first < second else second
                    if detour > row[end]:
                        row[end] = detour
    return paths
