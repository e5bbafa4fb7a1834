"""Which offers and needs found each other, and which did not."""

from collections.abc import Sequence
from dataclasses import dataclass

from sessions.board import Board, Item
from sessions.lineage import Sort


@dataclass(frozen=True, slots=True)
class Pairing:
    """An offer and a need whose delegations both said that they are interested."""

    offer_code: str
    offer: Item
    need_code: str
    need: Item


def pairings(board: Board, listed: Sequence[tuple[str, Item]]) -> tuple[Pairing, ...]:
    """In the order of the offers, then of the needs."""
    needs = [(code, item) for code, item in listed if item.sort is Sort.NEED]
    return tuple(
        Pairing(offer_code, offer, need_code, need)
        for offer_code, offer in listed
        if offer.sort is Sort.OFFER
        for need_code, need in needs
        if board.agreed(offer, need)
    )


def unmet(board: Board, listed: Sequence[tuple[str, Item]]) -> tuple[tuple[str, Item], ...]:
    """Needs without a pairing, then offers without one, each in the order of their codes."""
    paired = {item.id for pair in pairings(board, listed) for item in (pair.offer, pair.need)}
    left = [(code, item) for code, item in listed if item.id not in paired]
    return tuple(sorted(left, key=lambda line: line[1].sort is Sort.OFFER))
