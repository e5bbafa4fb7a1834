"""The plenary reading: the moderator reads line by line, each delegation answers on its phone."""

from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor, Regime
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.roadmap.reading import Answered
from sessions.rules import find
from sessions.rules.context import Context
from sessions.rules.roadmap import author


def start_reading(meeting: Meeting, command: c.StartReading, actor: Actor, context: Context) -> list[Event]:
    if meeting.running is None:
        raise Refused(Code.SESSION_NOT_RUNNING)
    if meeting.sessions[meeting.running].plan.regime is Regime.RESERVED:
        raise Refused(Code.WITHHELD, meeting.running)
    return [] if meeting.reading is not None else [e.ReadingStarted(session=meeting.running)]


def read_line(meeting: Meeting, command: c.ReadLine, actor: Actor, context: Context) -> list[Event]:
    """What a reserved session keeps to itself is not read to the plenary."""
    if meeting.reading is None:
        raise Refused(Code.NOT_READING)
    line = find.line(meeting, command.line)
    if line.withdrawn:
        raise Refused(Code.WRONG_STATUS, line.status)
    if meeting.sessions[line.session].plan.regime is Regime.RESERVED:
        raise Refused(Code.WITHHELD, line.session)
    if meeting.reading.line == command.line:
        return []
    return [e.LineRead(line=command.line, session=meeting.reading.session)]


def end_reading(meeting: Meeting, command: c.EndReading, actor: Actor, context: Context) -> list[Event]:
    return [] if meeting.reading is None else [e.ReadingEnded()]


def answer_line(meeting: Meeting, command: c.AnswerLine, actor: Actor, context: Context) -> list[Event]:
    """One answer a delegation. To the words as they were read: an edited line is read again."""
    if meeting.reading is None or meeting.reading.line != command.line:
        raise Refused(Code.NOT_READING)
    line = find.line(meeting, command.line)
    if command.version != line.version:
        raise Refused(Code.STALE_LINE)
    if actor.seat is None:
        raise Refused(Code.NOT_ALLOWED)
    seat = find.seat(meeting, actor.seat)
    before = line.answers.get(seat.delegation)
    if before is not None and before.head and not seat.head:
        raise Refused(Code.HEAD_ANSWERED)
    attributed = command.attributed and bool(command.text)
    given = Answered(answer=command.answer, text=command.text, attributed=attributed, head=seat.head)
    if before is not None and before.model_copy(update={"at": 0}) == given:
        return []
    return [
        e.LineAnswered(
            line=command.line,
            delegation=seat.delegation,
            answer=command.answer,
            text=command.text,
            attributed=attributed,
            head=seat.head,
            author=author(meeting, actor),
        )
    ]


def join_line(meeting: Meeting, command: c.JoinLine, actor: Actor, context: Context) -> list[Event]:
    """A delegation takes part where it wants to: nobody else puts it down."""
    line = find.line(meeting, command.line)
    if actor.seat is None:
        raise Refused(Code.NOT_ALLOWED)
    if line.withdrawn:
        raise Refused(Code.WRONG_STATUS, line.status)
    delegation = find.seat(meeting, actor.seat).delegation
    if (delegation in line.participants) == command.join:
        return []
    return [e.LineJoined(line=command.line, delegation=delegation, joined=command.join, author=author(meeting, actor))]
