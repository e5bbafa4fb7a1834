"""Who belongs to the meeting, and who sits where."""

from typing import Annotated, Literal

from pydantic import Field

from sessions.actor import Frozen
from sessions.ids import Slug
from sessions.text import Text


class ChooseTable(Frozen):
    """A delegate goes to another table of the running session."""

    name: Literal["choose_table"] = "choose_table"
    table: Slug


class AssignTable(Frozen):
    name: Literal["assign_table"] = "assign_table"
    session: Slug
    seat: Slug
    table: Slug


class RotateTables(Frozen):
    """``rotation`` is the number of moves made after this one, so that a second press is harmless."""

    name: Literal["rotate_tables"] = "rotate_tables"
    session: Slug
    rotation: Annotated[int, Field(ge=1, le=100)]


class ReleaseSeat(Frozen):
    name: Literal["release_seat"] = "release_seat"
    seat: Slug


class AddSeat(Frozen):
    name: Literal["add_seat"] = "add_seat"
    delegation: Slug


class AddDelegation(Frozen):
    name: Literal["add_delegation"] = "add_delegation"
    delegation: Slug
    title: Text
    kind: Literal["state", "organisation"] = "state"
    mechanisms: Annotated[tuple[Slug, ...], Field(max_length=10)] = ()
    seats: Annotated[int, Field(ge=1, le=50)] = 1


SeatsCommand = ChooseTable | AssignTable | RotateTables | ReleaseSeat | AddSeat | AddDelegation
