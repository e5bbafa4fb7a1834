"""What the roadmap and its reading change."""

from typing import Any

from sessions import events as e
from sessions.evolve.apply import Apply
from sessions.lineage import Sort, give_number
from sessions.meeting import Meeting
from sessions.roadmap.line import Author, Change, Line
from sessions.roadmap.reading import Answered, Reading
from sessions.roadmap.status import Status


def _added(m: Meeting, event: e.LineAdded, at: int) -> None:
    give_number(m.numbers, Sort.LINE, event.line)
    plain = event.fields.model_dump(mode="json", exclude_defaults=True)
    m.lines[event.line] = Line(
        id=event.line,
        number=m.numbers[Sort.LINE][event.line],
        fields=event.fields,
        session=event.session,
        table=event.table,
        created_at=at,
        changed_at=at,
        versions=dict.fromkeys(plain, 1),
        history=[Change(at, event.author, "added", {}, plain, event.session)],
    )
    m.line_order.append(event.line)


def _edited(m: Meeting, event: e.LineEdited, at: int) -> None:
    """What the delegations answered was to the words as they were: a new wording is read again."""
    line = m.lines[event.line]
    names = set(event.changed)
    before = line.fields.model_dump(mode="json", include=names)
    line.fields = event.fields
    line.version += 1
    line.versions.update(dict.fromkeys(event.changed, line.version))
    line.answers.clear()
    _noted(m, event, "edited", at, before, event.fields.model_dump(mode="json", include=names))


def _noted(m: Meeting, event: Any, what: str, at: int, before: dict[str, Any], after: dict[str, Any]) -> None:
    line = m.lines[event.line]
    author: Author = event.author
    line.history.append(Change(at, author, what, before, after, line.session))
    line.changed_at = at


def _withdrawn(m: Meeting, event: e.LineWithdrawn, at: int) -> None:
    line = m.lines[event.line]
    line.before, line.status = line.status, Status.WITHDRAWN
    if m.reading is not None and m.reading.line == event.line:
        m.reading.line = None
    _noted(m, event, "withdrawn", at, {}, {})


def _restored(m: Meeting, event: e.LineRestored, at: int) -> None:
    line = m.lines[event.line]
    line.status = line.before
    _noted(m, event, "restored", at, {}, {})


def _moved(m: Meeting, event: e.LineMoved, at: int) -> None:
    m.line_order.remove(event.line)
    m.line_order.insert(event.place, event.line)


def _status_set(m: Meeting, event: e.LineStatusSet, at: int) -> None:
    line = m.lines[event.line]
    before, line.status = line.status, event.status
    _noted(m, event, "status", at, {"status": before.value}, {"status": event.status.value})


def _joined(m: Meeting, event: e.LineJoined, at: int) -> None:
    line = m.lines[event.line]
    if event.joined:
        line.participants.append(event.delegation)
    else:
        line.participants.remove(event.delegation)
    _noted(m, event, "joined" if event.joined else "left", at, {}, {})


def _reading_started(m: Meeting, event: e.ReadingStarted, at: int) -> None:
    m.reading = Reading(event.session)


def _read(m: Meeting, event: e.LineRead, at: int) -> None:
    if m.reading is not None:
        m.reading.line = event.line
        if event.line not in m.reading.read:
            m.reading.read.append(event.line)
    m.lines[event.line].session = event.session


def _reading_ended(m: Meeting, event: e.ReadingEnded, at: int) -> None:
    m.reading = None


def _answered(m: Meeting, event: e.LineAnswered, at: int) -> None:
    line = m.lines[event.line]
    given = Answered(answer=event.answer, text=event.text, attributed=event.attributed, head=event.head, at=at)
    line.answers[event.delegation] = given
    _noted(m, event, "answered", at, {}, {"answer": event.answer.value, "attributed": event.attributed})


def _followed(m: Meeting, event: e.EarlierFollowed, at: int) -> None:
    earlier = m.earlier[event.line]
    earlier.progress, earlier.note, earlier.at = event.progress, event.note, at


APPLY: dict[type, Apply] = {
    e.LineAdded: _added,
    e.LineEdited: _edited,
    e.LineWithdrawn: _withdrawn,
    e.LineRestored: _restored,
    e.LineMoved: _moved,
    e.LineStatusSet: _status_set,
    e.LineJoined: _joined,
    e.ReadingStarted: _reading_started,
    e.LineRead: _read,
    e.ReadingEnded: _reading_ended,
    e.LineAnswered: _answered,
    e.EarlierFollowed: _followed,
}
