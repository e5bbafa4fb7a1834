"""Offers and needs that meet."""

from typing import Literal

from sessions.actor import Frozen


class InterestShown(Frozen):
    """``delegation`` posted one of the two, and is (or no longer is) interested in the other."""

    type: Literal["interest_shown"] = "interest_shown"
    activity: str
    offer: str
    need: str
    delegation: str
    interested: bool


ExchangeEvent = InterestShown
