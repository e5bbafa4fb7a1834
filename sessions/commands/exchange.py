"""Offers and needs that meet."""

from typing import Literal

from sessions.actor import Frozen
from sessions.ids import Slug, Token


class ShowInterest(Frozen):
    """The own delegation, which posted the offer or the need, would like the two to meet; ``interested`` false takes it
    back. Where both delegations are, it is a pairing."""

    name: Literal["show_interest"] = "show_interest"
    activity: Slug
    offer: Token
    need: Token
    interested: bool = True


ExchangeCommand = ShowInterest
