"""Changes of the programme."""

from typing import Literal

from sessions.actor import Frozen
from sessions.programme import ActivityPlan, SessionPlan


class SessionAdded(Frozen):
    type: Literal["session_added"] = "session_added"
    plan: SessionPlan
    place: int


class SessionEdited(Frozen):
    """``plan`` carries no activities: those have events of their own."""

    type: Literal["session_edited"] = "session_edited"
    plan: SessionPlan


class SessionMoved(Frozen):
    type: Literal["session_moved"] = "session_moved"
    session: str
    place: int


class SessionSkipped(Frozen):
    type: Literal["session_skipped"] = "session_skipped"
    session: str
    skipped: bool = True


class ActivityAdded(Frozen):
    type: Literal["activity_added"] = "activity_added"
    session: str
    plan: ActivityPlan
    place: int


class ActivityEdited(Frozen):
    type: Literal["activity_edited"] = "activity_edited"
    plan: ActivityPlan


class ActivityMoved(Frozen):
    type: Literal["activity_moved"] = "activity_moved"
    activity: str
    session: str
    place: int


class ActivitySkipped(Frozen):
    type: Literal["activity_skipped"] = "activity_skipped"
    activity: str
    skipped: bool = True


ProgrammeEvent = (
    SessionAdded
    | SessionEdited
    | SessionMoved
    | SessionSkipped
    | ActivityAdded
    | ActivityEdited
    | ActivityMoved
    | ActivitySkipped
)
