"""Who is asking, and how far what is said may travel."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: never changed, and an undeclared field is a mistake in the sender."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(StrEnum):
    SECRETARIAT = "secretariat"
    MODERATOR = "moderator"
    FACILITATOR = "facilitator"
    RAPPORTEUR = "rapporteur"
    DELEGATE = "delegate"
    OBSERVER = "observer"
    SCREEN = "screen"


class Regime(StrEnum):
    """Confidentiality rule of a session, from the freest to the strictest."""

    OPEN = "open"
    ATTRIBUTABLE = "attributable"
    CHATHAM_HOUSE = "chatham_house"
    RESERVED = "reserved"


class Secrecy(StrEnum):
    """Who may link a ballot to its voter."""

    SECRET = "secret"  # noqa: S105 - the word of the domain, not a password
    BY_DELEGATION = "by_delegation"
    OPEN = "open"


class Voters(StrEnum):
    """Who may answer an activity; turned into a list of seats when a round opens."""

    DELEGATES = "delegates"
    HEADS = "heads"
    DELEGATES_AND_OBSERVERS = "delegates_and_observers"


class Actor(Frozen):
    """Whoever gives a command, as their pass says. Only delegates and observers have a seat."""

    role: Role
    seat: str | None = None
    table: str | None = None


DESK = frozenset({Role.SECRETARIAT, Role.MODERATOR})
"""The roles that run the flow from a control page."""


def default_secrecy(regime: Regime) -> Secrecy:
    """Rooms that promise not to attribute vote in secret; the others by delegation."""
    if regime in {Regime.CHATHAM_HOUSE, Regime.RESERVED}:
        return Secrecy.SECRET
    return Secrecy.OPEN if regime is Regime.OPEN else Secrecy.BY_DELEGATION
