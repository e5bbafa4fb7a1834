"""What a line or a synthesis may cite: objects that are there, of this meeting or of the roadmap it takes up."""

from collections.abc import Iterable

from sessions.errors import Code, Refused
from sessions.lineage import Parent, Sort
from sessions.meeting import Meeting
from sessions.regimes import find_entry


def check_sources(meeting: Meeting, sources: Iterable[Parent], known: Iterable[Parent] = ()) -> None:
    """Refuses what is not there. Sources that were cited before (``known``) may have gone since."""
    before = frozenset(known)
    for parent in sources:
        if parent not in before and not _there(meeting, parent):
            raise Refused(Code.UNKNOWN_SOURCE, f"{parent.sort} {parent.node}")


def _there(meeting: Meeting, parent: Parent) -> bool:
    if parent.sort is Sort.ENTRY:
        return find_entry(meeting, parent.id) is not None
    if parent.sort is Sort.OUTCOME:
        return _settled(meeting, parent)
    if parent.sort is Sort.SYNTHESIS:
        synthesis = meeting.syntheses.get(parent.id)
        return synthesis is not None and not synthesis.withdrawn
    if parent.sort is Sort.PRACTICE:
        practice = meeting.practices.get(parent.id)
        return practice is not None and not practice.withdrawn
    if parent.sort is Sort.LINE:
        line = meeting.lines.get(parent.id)
        return line is not None and not line.withdrawn
    if parent.sort is Sort.EARLIER:
        return parent.id in meeting.earlier
    return parent.id in meeting.numbers.get(parent.sort, {})


def _settled(meeting: Meeting, parent: Parent) -> bool:
    """Revealed, and no trial; ``part`` is one of its findings."""
    activity = meeting.activities.get(parent.id)
    sealed = activity.latest_revealed if activity and not activity.plan.trial else None
    if sealed is None:
        return False
    return parent.part is None or any(finding.id == parent.part for finding in sealed.outcome.findings)


def goes_in_a_circle(meeting: Meeting, line: str, sources: Iterable[Parent]) -> bool:
    """Whether a line would be its own ancestor."""
    asked = [parent.id for parent in sources if parent.sort is Sort.LINE]
    seen: set[str] = set()
    while asked:
        id_ = asked.pop()
        if id_ == line:
            return True
        if id_ not in seen and id_ in meeting.lines:
            seen.add(id_)
            asked += [parent.id for parent in meeting.lines[id_].fields.sources if parent.sort is Sort.LINE]
    return False
