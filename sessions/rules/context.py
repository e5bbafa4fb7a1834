"""What the rules need from outside: given, never fetched."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from sessions.activities.kind import Unit
from sessions.actor import Secrecy


class Voter(NamedTuple):
    """The keys under which a ballot is stored: seat and delegation, or their pseudonyms in a secret round."""

    voter: str
    delegation: str


Pseudonyms = Callable[[str, int, str, str], Voter]
"""(activity, round, seat, delegation) -> the keys of that voter in that round, the same on every worker."""


def plain_voter(activity: str, round_: int, seat: str, delegation: str) -> Voter:
    """Keys of a round that is not secret."""
    return Voter(seat, delegation)


def own_voter(keys: Voter, unit: Unit) -> Voter:
    """Where a delegation has one ballot, all of its seats vote under the delegation's key."""
    return keys if unit == "seat" else Voter(keys.delegation, keys.delegation)


@dataclass(frozen=True, slots=True)
class Context:
    """``now`` is milliseconds since 1970 UTC."""

    now: int
    pseudonyms: Pseudonyms

    def voter(
        self, secrecy: Secrecy, activity: str, round_: int, seat: str, delegation: str, unit: Unit = "seat"
    ) -> Voter:
        keys = self.pseudonyms if secrecy is Secrecy.SECRET else plain_voter
        return own_voter(keys(activity, round_, seat, delegation), unit)
