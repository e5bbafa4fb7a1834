"""The Borda count."""

from collections.abc import Iterable
from fractions import Fraction

from sessions.ranking.ballot import Ballot, Ranking
from sessions.ranking.profile import Profile


def borda(ballots: Iterable[Ballot], options: Iterable[str]) -> dict[str, Fraction]:
    """Points of every option, in the order of `options`.

    Of m options the first place of a ballot earns m - 1 points, the next m - 2, the last 0, each
    times the ballot's weight. Options in one tier, and all unranked options together, share the
    average of the places they occupy, so each ballot gives away m(m - 1)/2 points in all, however
    many options it ranks, and nobody gains by ranking fewer. Equivalently, an option earns a point
    for each option below it and half a point for each other option beside it.

    Raises `ValueError` for an option that is unknown or ranked twice.

    Sources: J.-C. de Borda, "Mémoire sur les élections au scrutin", Histoire de l'Académie Royale
    des Sciences, année 1781 (printed 1784), pp. 657-665. For ties and truncated ballots the average
    is taken after D. Black, "Partial justification of the Borda count", Public Choice 28 (1976),
    pp. 1-15. P. Emerson, "The original Borda count and partial voting", Social Choice and Welfare 40
    (2013), pp. 353-358, shows why a first place must not keep its full lead on a ballot whose
    unranked options earn nothing, and proposes another remedy (fewer points on shorter ballots).
    """
    profile = Profile.of(ballots, options)
    doubled = dict.fromkeys(profile.options, 0)
    for ranking, weight in profile.rankings:
        for option, points in doubled_points(ranking).items():
            doubled[option] += points * weight
    return {option: Fraction(points, 2 * profile.scale) for option, points in doubled.items()}


def doubled_points(ranking: Ranking) -> dict[str, int]:
    """Twice the Borda points on one complete ranking: whole numbers even where places are shared."""
    points: dict[str, int] = {}
    below = sum(len(tier) for tier in ranking)
    for tier in ranking:
        below -= len(tier)
        for option in tier:
            points[option] = 2 * below + len(tier) - 1
    return points
