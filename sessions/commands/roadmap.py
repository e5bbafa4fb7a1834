"""The roadmap: its lines and the plenary reading."""

from typing import Annotated, Literal

from pydantic import Field

from sessions.actor import Frozen
from sessions.commands.shapes import Place
from sessions.ids import Slug
from sessions.roadmap.earlier import Progress
from sessions.roadmap.fields import LineChanges, LineFields, Passage, Words
from sessions.roadmap.reading import Answer
from sessions.roadmap.status import Status

Version = Annotated[int, Field(ge=1)]


class AddLine(Frozen):
    """``line`` is an id made by the sender. ``session`` is where it is drafted (by default the one that runs);
    ``table`` is that of a table's own line. Without a source it is refused with ``no_source``."""

    name: Literal["add_line"] = "add_line"
    line: Slug
    fields: LineFields
    session: Slug | None = None
    table: Slug | None = None


class EditLine(Frozen):
    """Only the fields in ``changes`` change; null or an empty text clears one. ``version`` is the line's on which the
    edit was made: a field that has changed since is refused with ``stale_line``, and nothing is changed."""

    name: Literal["edit_line"] = "edit_line"
    line: Slug
    version: Version
    changes: LineChanges


class WithdrawLine(Frozen):
    """Take a line back. Its code stays, and whatever cites it finds a tombstone."""

    name: Literal["withdraw_line"] = "withdraw_line"
    line: Slug


class RestoreLine(Frozen):
    """Back to where the line stood before it was withdrawn."""

    name: Literal["restore_line"] = "restore_line"
    line: Slug


class MoveLine(Frozen):
    """Another position in the roadmap, counted from 0."""

    name: Literal["move_line"] = "move_line"
    line: Slug
    place: Place


class SetLineStatus(Frozen):
    """Drafting knows ``proposed`` and ``reviewed``; everything beyond is the chair's (secretariat or moderator)."""

    name: Literal["set_line_status"] = "set_line_status"
    line: Slug
    status: Status


class JoinLine(Frozen):
    """The own delegation takes part in a line, or (``join`` false) no longer does."""

    name: Literal["join_line"] = "join_line"
    line: Slug
    join: bool = True


class StartReading(Frozen):
    """Begin the plenary reading in the running session."""

    name: Literal["start_reading"] = "start_reading"


class ReadLine(Frozen):
    """Bring a line before the plenary: from here on it follows the regime of this session."""

    name: Literal["read_line"] = "read_line"
    line: Slug


class EndReading(Frozen):
    """End the plenary reading. The answers given stay with their lines."""

    name: Literal["end_reading"] = "end_reading"


class AnswerLine(Frozen):
    """The own delegation's answer to the line being read; the last one counts, but that of the head of delegation is
    changed by the head alone. ``version`` is the line's as it was read. ``text`` goes into the remarks, without the
    delegation's name unless ``attributed``."""

    name: Literal["answer_line"] = "answer_line"
    line: Slug
    version: Version
    answer: Answer
    text: Words = ""
    attributed: bool = False


class FollowEarlier(Frozen):
    """Where a line of an earlier roadmap stands now. ``line`` is its id there."""

    name: Literal["follow_earlier"] = "follow_earlier"
    line: Annotated[str, Field(min_length=1, max_length=100)]
    progress: Progress
    note: Passage = ""


RoadmapCommand = (
    AddLine
    | EditLine
    | WithdrawLine
    | RestoreLine
    | MoveLine
    | SetLineStatus
    | JoinLine
    | StartReading
    | ReadLine
    | EndReading
    | AnswerLine
    | FollowEarlier
)
