"""Who belongs to the meeting, and who sits where."""

from typing import Literal

from sessions.actor import Frozen
from sessions.programme import Delegation


class SeatClaimed(Frozen):
    type: Literal["seat_claimed"] = "seat_claimed"
    seat: str


class SeatReleased(Frozen):
    """Passes given for the seat before this are void."""

    type: Literal["seat_released"] = "seat_released"
    seat: str


class SeatAdded(Frozen):
    type: Literal["seat_added"] = "seat_added"
    seat: str
    delegation: str


class DelegationAdded(Frozen):
    type: Literal["delegation_added"] = "delegation_added"
    delegation: Delegation


class TableAssigned(Frozen):
    type: Literal["table_assigned"] = "table_assigned"
    session: str
    seat: str
    table: str


class TablesRotated(Frozen):
    type: Literal["tables_rotated"] = "tables_rotated"
    session: str
    rotation: int


SeatsEvent = SeatClaimed | SeatReleased | SeatAdded | DelegationAdded | TableAssigned | TablesRotated
