"""The short codes that people read and quote."""

from sessions.lineage import Sort, line_code, short_code
from sessions.meeting import Meeting


def roadmap_year(meeting: Meeting) -> int:
    """As the programme says, else the year after its first session."""
    if meeting.roadmap_year is not None:
        return meeting.roadmap_year
    return min(session.plan.day for session in meeting.sessions.values()).year + 1


def code_of(meeting: Meeting, sort: Sort, id_: str) -> str:
    """The short code of an object by its id in the chain; the id itself for what never had a number."""
    if sort is Sort.EARLIER:
        return meeting.earlier[id_].line.code if id_ in meeting.earlier else id_
    number = meeting.numbers.get(sort, {}).get(id_)
    if sort is Sort.LINE:
        return line_code(roadmap_year(meeting), number or 0)
    if sort is Sort.OUTCOME and id_ in meeting.activities:
        return meeting.activities[id_].plan.code
    return id_ if number is None else short_code(sort, number)
