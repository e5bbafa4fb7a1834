"""What happened to the roadmap. ``author`` says what the history of a line shows: the role, the table, and of a seat
its delegation."""

from typing import Literal

from sessions.actor import Frozen
from sessions.roadmap.earlier import Progress
from sessions.roadmap.fields import LineFields
from sessions.roadmap.line import Author
from sessions.roadmap.reading import Answer
from sessions.roadmap.status import Status


class LineAdded(Frozen):
    type: Literal["line_added"] = "line_added"
    line: str
    fields: LineFields
    session: str
    table: str | None = None
    author: Author


class LineEdited(Frozen):
    """``fields`` are all of them as they are now, ``changed`` the names of those that are new."""

    type: Literal["line_edited"] = "line_edited"
    line: str
    fields: LineFields
    changed: tuple[str, ...]
    author: Author


class LineWithdrawn(Frozen):
    type: Literal["line_withdrawn"] = "line_withdrawn"
    line: str
    author: Author


class LineRestored(Frozen):
    type: Literal["line_restored"] = "line_restored"
    line: str
    author: Author


class LineMoved(Frozen):
    type: Literal["line_moved"] = "line_moved"
    line: str
    place: int


class LineStatusSet(Frozen):
    type: Literal["line_status_set"] = "line_status_set"
    line: str
    status: Status
    author: Author


class LineJoined(Frozen):
    """A delegation takes part in a line, or no longer does."""

    type: Literal["line_joined"] = "line_joined"
    line: str
    delegation: str
    joined: bool
    author: Author


class ReadingStarted(Frozen):
    type: Literal["reading_started"] = "reading_started"
    session: str


class LineRead(Frozen):
    """Brought before the plenary of ``session``."""

    type: Literal["line_read"] = "line_read"
    line: str
    session: str


class ReadingEnded(Frozen):
    type: Literal["reading_ended"] = "reading_ended"


class LineAnswered(Frozen):
    type: Literal["line_answered"] = "line_answered"
    line: str
    delegation: str
    answer: Answer
    text: str = ""
    attributed: bool = False
    head: bool = False
    author: Author


class EarlierFollowed(Frozen):
    type: Literal["earlier_followed"] = "earlier_followed"
    line: str
    progress: Progress
    note: str = ""


RoadmapEvent = (
    LineAdded
    | LineEdited
    | LineWithdrawn
    | LineRestored
    | LineMoved
    | LineStatusSet
    | LineJoined
    | ReadingStarted
    | LineRead
    | ReadingEnded
    | LineAnswered
    | EarlierFollowed
)
