"""Good-practice sheets, as they were written."""

from typing import Literal

from sessions.actor import Frozen
from sessions.practice import PracticeFields


class PracticeAdded(Frozen):
    type: Literal["practice_added"] = "practice_added"
    practice: str
    session: str
    delegation: str | None
    named: bool
    fields: PracticeFields


class PracticeEdited(Frozen):
    """``changed`` are the names of the fields that are others than before."""

    type: Literal["practice_edited"] = "practice_edited"
    practice: str
    fields: PracticeFields
    changed: tuple[str, ...]
    named: bool


class PracticeNamed(Frozen):
    """The delegation agreed to be named with the sheet as it stood, or no longer does."""

    type: Literal["practice_named"] = "practice_named"
    practice: str
    named: bool


class PracticeWithdrawn(Frozen):
    type: Literal["practice_withdrawn"] = "practice_withdrawn"
    practice: str
    withdrawn: bool


PracticesEvent = PracticeAdded | PracticeEdited | PracticeNamed | PracticeWithdrawn
