"""What good-practice sheets change."""

from sessions import events as e
from sessions.evolve.apply import Apply
from sessions.lineage import Sort, give_number
from sessions.meeting import Meeting
from sessions.practice import Practice


def _added(m: Meeting, event: e.PracticeAdded, at: int) -> None:
    give_number(m.numbers, Sort.PRACTICE, event.practice)
    given = event.fields.model_dump(exclude_defaults=True)
    m.practices[event.practice] = Practice(
        id=event.practice,
        session=event.session,
        delegation=event.delegation,
        fields=event.fields,
        at=at,
        named=event.named,
        versions=dict.fromkeys(given, 1),
    )


def _edited(m: Meeting, event: e.PracticeEdited, at: int) -> None:
    practice = m.practices[event.practice]
    practice.fields, practice.named, practice.at = event.fields, event.named, at
    practice.version += 1
    practice.versions.update(dict.fromkeys(event.changed, practice.version))


def _named(m: Meeting, event: e.PracticeNamed, at: int) -> None:
    m.practices[event.practice].named = event.named


def _withdrawn(m: Meeting, event: e.PracticeWithdrawn, at: int) -> None:
    m.practices[event.practice].withdrawn = event.withdrawn


APPLY: dict[type, Apply] = {
    e.PracticeAdded: _added,
    e.PracticeEdited: _edited,
    e.PracticeNamed: _named,
    e.PracticeWithdrawn: _withdrawn,
}
