"""Counting rules and their honesty: exact, pure, each with its source.

Rules take ballots and the list of options and give exact scores (`Fraction`) or tiers; `positions`
and `tier_positions` turn these into places in which ties stay ties; `stability` says how far the
places can be trusted.
"""

from sessions.ranking.agreement import agreement, kendalls_w
from sessions.ranking.ballot import Ballot, Ranking
from sessions.ranking.borda import borda
from sessions.ranking.delegation import averaged, by_delegation, delegation_weights, grouped, pooled
from sessions.ranking.plurality import approval, dots, first_places
from sessions.ranking.positions import Positions, positions, tier_positions, top
from sessions.ranking.schulze import schulze

__all__ = [
    "Ballot",
    "Positions",
    "Ranking",
    "agreement",
    "approval",
    "averaged",
    "borda",
    "by_delegation",
    "delegation_weights",
    "dots",
    "first_places",
    "grouped",
    "kendalls_w",
    "pooled",
    "positions",
    "schulze",
    "tier_positions",
    "top",
]
