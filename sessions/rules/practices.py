"""Good-practice sheets: a delegation writes its own, whoever writes the report any of them.

A country is named only with its consent, and the consent is to the words as they stand.
"""

from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor, Regime
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.practice import Practice, PracticeFields
from sessions.rules import find
from sessions.rules.context import Context
from sessions.rules.sources import check_sources

MAX_PRACTICES = 300
MAX_OF_A_DELEGATION = 30


def add_practice(meeting: Meeting, command: c.AddPractice, actor: Actor, context: Context) -> list[Event]:
    if command.practice in meeting.practices:
        raise Refused(Code.TAKEN, command.practice)
    session = find.session(meeting, command.session or meeting.running or meeting.order[0])
    own = _own(meeting, actor)
    if own is None and session.plan.regime is Regime.RESERVED:
        raise Refused(Code.WITHHELD, session.plan.id)
    delegation = own or command.delegation
    if delegation is not None:
        find.delegation(meeting, delegation)
    of_one = sum(practice.delegation == own for practice in meeting.practices.values()) if own else 0
    if len(meeting.practices) >= MAX_PRACTICES or of_one >= MAX_OF_A_DELEGATION:
        raise Refused(Code.TOO_MANY)
    _check(meeting, command.fields)
    return [
        e.PracticeAdded(
            practice=command.practice,
            session=session.plan.id,
            delegation=delegation,
            named=command.named and own is not None,
            fields=command.fields,
        )
    ]


def _own(meeting: Meeting, actor: Actor) -> str | None:
    """The delegation of a seat; None for those who write the report."""
    return find.seat(meeting, actor.seat).delegation if actor.seat is not None else None


def _check(meeting: Meeting, fields: PracticeFields, before: PracticeFields | None = None) -> None:
    check_sources(meeting, fields.sources, before.sources if before else ())
    unknown = set(fields.categories) - {theme.id for theme in meeting.themes}
    if unknown:
        raise Refused(Code.INVALID_COMMAND, f"categories: {min(unknown)}")


def edit_practice(meeting: Meeting, command: c.EditPractice, actor: Actor, context: Context) -> list[Event]:
    practice = _editable(meeting, command.practice, actor)
    given = command.changes.given()
    new = tuple(name for name, value in given.items() if getattr(practice.fields, name) != value)
    clash = practice.changed_since(command.version) & set(new)
    if command.version > practice.version or clash:
        raise Refused(Code.STALE_LINE, ", ".join(sorted(clash)))
    if not new:
        return []
    fields = practice.fields.model_copy(update={name: given[name] for name in new})
    _check(meeting, fields, practice.fields)
    own = _own(meeting, actor) is not None
    return [
        e.PracticeEdited(practice=command.practice, fields=fields, changed=new, named=practice.named and own),
    ]


def _editable(meeting: Meeting, id_: str, actor: Actor) -> Practice:
    """To a delegation, another's sheet is told like none."""
    practice = meeting.practices.get(id_)
    own = _own(meeting, actor)
    if practice is None or (own is not None and practice.delegation != own):
        raise Refused(Code.UNKNOWN_SOURCE, id_)
    if own is None and meeting.sessions[practice.session].plan.regime is Regime.RESERVED:
        raise Refused(Code.WITHHELD, practice.session)
    return practice


def name_practice(meeting: Meeting, command: c.NamePractice, actor: Actor, context: Context) -> list[Event]:
    """Taking the name back needs no version: it holds for whatever the sheet says now."""
    practice = _editable(meeting, command.practice, actor)
    if _own(meeting, actor) is None:
        raise Refused(Code.NOT_ALLOWED, command.practice)
    if command.named and command.version != practice.version:
        raise Refused(Code.STALE_LINE, str(practice.version))
    if practice.named == command.named:
        return []
    return [e.PracticeNamed(practice=command.practice, named=command.named)]


def withdraw_practice(meeting: Meeting, command: c.WithdrawPractice, actor: Actor, context: Context) -> list[Event]:
    practice = _editable(meeting, command.practice, actor)
    if practice.withdrawn == command.withdrawn:
        return []
    return [e.PracticeWithdrawn(practice=command.practice, withdrawn=command.withdrawn)]
