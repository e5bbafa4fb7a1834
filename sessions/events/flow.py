"""The run of the meeting."""

from typing import Literal

from sessions.actor import Frozen, Secrecy
from sessions.programme import Programme
from sessions.roadmap.earlier import EarlierLines
from sessions.stage import Stage
from sessions.text import Text


class MeetingCreated(Frozen):
    """``earlier`` is the roadmap that this meeting takes up."""

    type: Literal["meeting_created"] = "meeting_created"
    meeting: str
    code: str
    programme: Programme
    rehearsal: bool = False
    earlier: EarlierLines = ()


class MeetingClosed(Frozen):
    type: Literal["meeting_closed"] = "meeting_closed"


class SessionStarted(Frozen):
    type: Literal["session_started"] = "session_started"
    session: str


class SessionEnded(Frozen):
    type: Literal["session_ended"] = "session_ended"
    session: str


class ActivityOpened(Frozen):
    """A round begins. ``eligible`` seats may vote in it, whoever comes or goes meanwhile."""

    type: Literal["activity_opened"] = "activity_opened"
    activity: str
    round: int
    eligible: tuple[str, ...]
    secrecy: Secrecy
    ends_at: int | None


class TimeAdded(Frozen):
    type: Literal["time_added"] = "time_added"
    activity: str
    round: int
    ends_at: int | None


class ActivityClosed(Frozen):
    type: Literal["activity_closed"] = "activity_closed"
    activity: str
    round: int


class OutcomeRevealed(Frozen):
    type: Literal["outcome_revealed"] = "outcome_revealed"
    activity: str
    round: int


class StageSet(Frozen):
    type: Literal["stage_set"] = "stage_set"
    stage: Stage


class MessageSent(Frozen):
    type: Literal["message_sent"] = "message_sent"
    text: Text


class MessageCleared(Frozen):
    type: Literal["message_cleared"] = "message_cleared"


FlowEvent = (
    MeetingCreated
    | MeetingClosed
    | SessionStarted
    | SessionEnded
    | ActivityOpened
    | TimeAdded
    | ActivityClosed
    | OutcomeRevealed
    | StageSet
    | MessageSent
    | MessageCleared
)
