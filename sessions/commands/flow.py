"""What runs the meeting from one session and one round to the next."""

from typing import Annotated, Literal

from pydantic import Field

from sessions.actor import Frozen
from sessions.commands.shapes import Minutes
from sessions.ids import Slug
from sessions.stage import Stage
from sessions.text import Text


class StartSession(Frozen):
    name: Literal["start_session"] = "start_session"
    session: Slug


class EndSession(Frozen):
    name: Literal["end_session"] = "end_session"
    session: Slug


class OpenActivity(Frozen):
    """``minutes`` overrides the time planned."""

    name: Literal["open_activity"] = "open_activity"
    activity: Slug
    minutes: Minutes | None = None


class StartTrial(Frozen):
    """Open the poll that people practise with: the running session's own, in another round where it was counted before,
    else a ready one, which gets the id ``activity``."""

    name: Literal["start_trial"] = "start_trial"
    activity: Slug


class AddTime(Frozen):
    """``seconds`` from the end planned, or from now where that has passed; may be negative. None takes the limit
    away."""

    name: Literal["add_time"] = "add_time"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    seconds: Annotated[int, Field(ge=-3600, le=3600)] | None


class CloseActivity(Frozen):
    """``round`` makes a second press harmless."""

    name: Literal["close_activity"] = "close_activity"
    activity: Slug
    round: Annotated[int, Field(ge=1)]


class RevealOutcome(Frozen):
    name: Literal["reveal_outcome"] = "reveal_outcome"
    activity: Slug
    round: Annotated[int, Field(ge=1)]


class ReopenActivity(Frozen):
    """A new round with new ballots; the rounds before it stay as they were sealed. ``round`` is the one that ended."""

    name: Literal["reopen_activity"] = "reopen_activity"
    activity: Slug
    round: Annotated[int, Field(ge=1)]
    minutes: Minutes | None = None


class SetStage(Frozen):
    name: Literal["set_stage"] = "set_stage"
    stage: Stage


class SendMessage(Frozen):
    """A message over the screen and on phones, until it is cleared or replaced."""

    name: Literal["send_message"] = "send_message"
    text: Text


class ClearMessage(Frozen):
    name: Literal["clear_message"] = "clear_message"


class CloseMeeting(Frozen):
    name: Literal["close_meeting"] = "close_meeting"


FlowCommand = (
    StartSession
    | EndSession
    | OpenActivity
    | StartTrial
    | AddTime
    | CloseActivity
    | RevealOutcome
    | ReopenActivity
    | SetStage
    | SendMessage
    | ClearMessage
    | CloseMeeting
)
