"""Rounds that were voted in."""

from typing import Literal

from sessions.actor import Frozen
from sessions.outcomes import Outcome


class BallotCast(Frozen):
    """A voter's latest ballot of the round is on disk; what it says is not in the log.

    ``voter`` and ``delegation`` are pseudonyms in secret rounds, and the entry then carries no time.
    """

    type: Literal["ballot_cast"] = "ballot_cast"
    activity: str
    round: int
    voter: str
    delegation: str


class OutcomeSealed(Frozen):
    """Counted for good. ``roll`` is the sorted list of seats that voted; ``digest`` is over the counted ballots."""

    type: Literal["outcome_sealed"] = "outcome_sealed"
    activity: str
    round: int
    digest: str
    roll: tuple[str, ...]
    outcome: Outcome


BallotsEvent = BallotCast | OutcomeSealed
