"""What was made of a meeting's state and is worth keeping until the state changes. No part of the state itself."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import Field

Kept = Annotated[Any, Field(exclude=True)]
"""Something worked out once from the fields beside it: not part of the state, of snapshots or of comparisons."""

MOST = 50_000
_NEVER = object()

Made = TypeVar("Made")


@dataclass(slots=True)
class Touched:
    """Places in the log. ``activities``: of the last entry that changed anything of an activity; ballots do not count.
    ``everything``: that may have changed something of all of them, or of the plan and the seats. ``seats``: that
    changed a seat, be it that somebody took it. ``chain``: that may have changed what is in the chain, or what it says.
    """

    activities: dict[str, int] = field(default_factory=dict)
    everything: int = 0
    seats: int = 0
    chain: int = 0


@dataclass(slots=True)
class Memory:
    touched: Touched = field(default_factory=Touched)
    _made: dict[Any, Any] = field(default_factory=dict)

    @property
    def made(self) -> dict[Any, Any]:
        """By what it is, with what it was made of: whoever looks here compares the two."""
        if len(self._made) > MOST:
            self._made.clear()
        return self._made

    def kept(self, place: Hashable, as_of: Hashable, make: Callable[[], Made]) -> Made:
        """What was made at ``place`` when ``as_of`` was what it is, else what ``make`` makes now."""
        at, made = self.made.get(place, (_NEVER, None))
        if at != as_of:
            made = make()
            self.made[place] = as_of, made
        found: Made = made
        return found

    def as_of(self, activity: str) -> int:
        """What was made of this activity alone, and of the plan and the seats, is as good as new for as long as this
        is the same."""
        return max(self.touched.activities.get(activity, 0), self.touched.everything)
