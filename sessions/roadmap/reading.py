"""The plenary reading: line by line, and what each delegation answers."""

from dataclasses import dataclass, field
from enum import StrEnum

from sessions.actor import Frozen


class Answer(StrEnum):
    """«Sin objeción», «con observación», «ad referéndum», «reserva»."""

    NO_OBJECTION = "no_objection"
    WITH_REMARK = "with_remark"
    AD_REFERENDUM = "ad_referendum"
    RESERVATION = "reservation"


class Answered(Frozen):
    """The answer of a delegation to a line. ``attributed``: it asks that ``text`` be kept in its name."""

    answer: Answer
    text: str = ""
    attributed: bool = False
    head: bool = False
    at: int = 0


@dataclass(slots=True)
class Reading:
    """``line`` is the one being read, ``read`` those that were, in the order of their first reading."""

    session: str
    line: str | None = None
    read: list[str] = field(default_factory=list)
