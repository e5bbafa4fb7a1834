"""Lines of a roadmap agreed at an earlier meeting: the starting point of this one, and what became of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from sessions.actor import Frozen
from sessions.roadmap.fields import Activity, Passage

MAX_EARLIER = 500


class Progress(StrEnum):
    """What became of an earlier line."""

    NOT_REPORTED = "not_reported"
    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class EarlierLine(Frozen):
    """``id`` is that of the line in the earlier meeting; ``meeting`` its id."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    code: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$")]
    meeting: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    activity: Activity
    theme: Annotated[str, StringConstraints(max_length=40)] | None = None
    target: Annotated[str, StringConstraints(max_length=120)] = ""
    status: Annotated[str, StringConstraints(max_length=40)] = ""


EarlierLines = Annotated[tuple[EarlierLine, ...], Field(max_length=MAX_EARLIER)]


@dataclass(slots=True)
class FollowUp:
    """Where an earlier line stands now."""

    line: EarlierLine
    progress: Progress = Progress.NOT_REPORTED
    note: Passage = ""
    at: int | None = None
