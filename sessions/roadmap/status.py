"""Where a line stands, and where it may go from there."""

from enum import StrEnum


class Status(StrEnum):
    """``AGREED_AD_REFERENDUM`` and what follows are set by the chair after the reading, never by a count."""

    PROPOSED = "proposed"
    REVIEWED = "reviewed"
    AGREED_AD_REFERENDUM = "agreed_ad_referendum"
    CONFIRMED = "confirmed"
    WITH_RESERVATION = "with_reservation"
    WITHDRAWN = "withdrawn"


TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.PROPOSED: frozenset({Status.REVIEWED}),
    Status.REVIEWED: frozenset({Status.PROPOSED, Status.AGREED_AD_REFERENDUM, Status.WITH_RESERVATION}),
    Status.AGREED_AD_REFERENDUM: frozenset({Status.REVIEWED, Status.CONFIRMED, Status.WITH_RESERVATION}),
    Status.CONFIRMED: frozenset({Status.AGREED_AD_REFERENDUM, Status.WITH_RESERVATION}),
    Status.WITH_RESERVATION: frozenset({Status.REVIEWED, Status.AGREED_AD_REFERENDUM, Status.CONFIRMED}),
    Status.WITHDRAWN: frozenset(),
}
"""Withdrawing and restoring have commands of their own: a withdrawn line goes back to where it stood."""

DRAFTING = frozenset({Status.PROPOSED, Status.REVIEWED})
"""What those who draft may set; everything beyond is the chair's."""
