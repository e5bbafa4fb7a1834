"""How far the voters agree with each other."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from sessions.ranking.ballot import Ballot
from sessions.ranking.borda import doubled_points
from sessions.ranking.profile import Profile

Agreement = Literal["low", "medium", "high"]

# Conventional marks, not results: they only choose a word.
LOW_BELOW = Fraction(3, 10)
HIGH_ABOVE = Fraction(1, 2)


def kendalls_w(ballots: Iterable[Ballot], options: Iterable[str]) -> Fraction | None:
    """Kendall's coefficient of concordance, from 0 (no agreement) to 1 (all rank alike).

    Tied options, unranked ones included, take the average of their ranks, and the coefficient is
    corrected for ties. With m raters, n options, R_i the sum of the ranks of option i and
    T_j = sum of t^3 - t over the tiers (of t options) of rater j,

        W = 12 * sum((R_i - mean)^2) / (m^2 (n^3 - n) - m * sum(T_j)).

    Weights count as repetition: sums over raters are weighted, m is the total weight. None where
    the coefficient is undefined: fewer than two ballots that weigh anything, or no ballot that sets
    any option above another. A ballot that ranks nothing is a rater who agrees with nobody.
    Raises `ValueError` for an option that is unknown or ranked twice.

    Sources: M. G. Kendall and B. Babington Smith, "The problem of m rankings", Annals of
    Mathematical Statistics 10 (1939), pp. 275-287; S. Siegel and N. J. Castellan, Nonparametric
    Statistics for the Behavioral Sciences, 2nd ed. (1988), section 9.3.
    """
    profile = Profile.of(ballots, options)
    middle = len(profile.options) - 1
    deviations = dict.fromkeys(profile.options, 0)
    variation = total = 0
    # The same formula, multiplied out: ranks are doubled and measured from the middle rank, so that
    # rater j's squares sum to 4 (n^3 - n - T_j)/12 and all numbers stay whole.
    for ranking, weight in profile.rankings:
        total += weight
        for option, points in doubled_points(ranking).items():
            deviations[option] += (points - middle) * weight
            variation += (points - middle) ** 2 * weight
    if profile.raters < 2 or not variation:
        return None
    return Fraction(sum(deviation**2 for deviation in deviations.values()), total * variation)


def agreement(w: Fraction) -> Agreement:
    """The word for a coefficient: low below 0.3, high above 0.5 (a convention; see `kendalls_w`)."""
    if w < LOW_BELOW:
        return "low"
    return "high" if w > HIGH_ABOVE else "medium"
