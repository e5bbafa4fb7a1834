"""What a voter may ask for."""

from typing import Annotated, Any, Literal

from pydantic import Field

from sessions.actor import Frozen
from sessions.ids import Slug, Token


class CastBallot(Frozen):
    """``ballot`` is the kind's own shape, or ``{"abstain": true}`` / ``{"not_applicable": true}``."""

    name: Literal["cast_ballot"] = "cast_ballot"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    ballot_id: Token
    ballot: dict[str, Any]


BallotsCommand = CastBallot
