"""Reads a programme from plain values and lists everything that is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from sessions.activities import kinds
from sessions.programme import Format, Programme, SessionPlan

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at ``path`` (keys and indices from the root).

    ``code`` is stable: one of pydantic's error types, or one of our own. ``detail`` names the value, ``limits`` what
    was allowed (``ge``, ``max_length``, ``expected`` and their like).
    """

    path: Path
    code: str
    detail: str = ""
    limits: Mapping[str, Any] = field(default_factory=dict)


class ProgrammeFaults(Exception):
    """A programme that cannot be used; ``faults`` is never empty."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def read_programme(raw: Any) -> Programme:
    """``raw`` is what a YAML or JSON reader yields. Options cited from the bank by id are written out.

    Raises ``ProgrammeFaults`` with every fault found. What holds between parts (ids that appear twice, themes that do
    not exist) is looked at once the parts themselves are sound.
    """
    expanded = _with_bank(raw)
    faults = list(_setup_faults(expanded))
    try:
        programme = Programme.model_validate(expanded)
    except ValidationError as error:
        faults += [_fault(entry) for entry in error.errors() if not _is_echo(entry)]
        raise ProgrammeFaults(faults) from error
    faults += _cross_faults(programme)
    if faults:
        raise ProgrammeFaults(faults)
    return programme.model_copy(update={"sessions": tuple(map(_as_read, programme.sessions))})


def _as_read(session: SessionPlan) -> SessionPlan:
    """Setups with their texts in the shape that everybody else gets them in, however they were written."""
    activities = tuple(
        plan.model_copy(
            update={
                "setup": kinds()[plan.kind].read_setup(plan.setup).model_dump(mode="json", exclude_unset=True),
            }
        )
        for plan in session.activities
    )
    return session.model_copy(update={"activities": activities})


def _is_echo(entry: Any) -> bool:
    """A list is called too short where its items are many enough, but faulty: they have faults of their own."""
    written = entry["input"]
    return entry["type"] == "too_short" and isinstance(written, list) and len(written) >= entry["ctx"]["min_length"]


def _fault(entry: Any, prefix: Path = ()) -> Fault:
    context = entry.get("ctx", {})
    code = str(context["error"]) if entry["type"] == "value_error" else entry["type"]
    limits = {key: value for key, value in context.items() if key != "error"}
    detail = str(entry["input"])[:80] if isinstance(entry["input"], str | int | float) else ""
    return Fault((*prefix, *entry["loc"]), code, detail, limits)


def _with_bank(raw: Any) -> Any:
    if not isinstance(raw, dict):
        return raw
    bank = {item["id"]: item for item in _dicts(raw.get("bank")) if isinstance(item.get("id"), str)}
    sessions = raw.get("sessions")
    if not isinstance(sessions, list):
        return raw
    return {**raw, "sessions": [_session_with_bank(session, bank) for session in sessions]}


def _session_with_bank(session: Any, bank: dict[Any, Any]) -> Any:
    if not isinstance(session, dict) or not isinstance(session.get("activities"), list):
        return session
    return {**session, "activities": [_activity_with_bank(a, bank) for a in session["activities"]]}


def _activity_with_bank(activity: Any, bank: dict[Any, Any]) -> Any:
    setup = activity.get("setup") if isinstance(activity, dict) else None
    if not isinstance(setup, dict) or not isinstance(setup.get("options"), list):
        return activity
    options = [_option(option, bank) for option in setup["options"]]
    return {**activity, "setup": {**setup, "options": options}}


def _option(option: Any, bank: dict[Any, Any]) -> Any:
    item = bank.get(option) if isinstance(option, str) else None
    if item is None:
        return option
    return {key: item[key] for key in ("id", "text", "short") if key in item}


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def _setup_faults(raw: Any) -> Iterator[Fault]:
    sessions = raw.get("sessions") if isinstance(raw, dict) else None
    for i, session in enumerate(sessions if isinstance(sessions, list) else ()):
        activities = session.get("activities") if isinstance(session, dict) else None
        for j, activity in enumerate(activities if isinstance(activities, list) else ()):
            if isinstance(activity, dict):
                yield from _one_setup(activity, ("sessions", i, "activities", j))


def _one_setup(activity: dict[str, Any], at: Path) -> Iterator[Fault]:
    name, setup = activity.get("kind"), activity.get("setup")
    if not isinstance(name, str) or not isinstance(setup, dict):
        return  # the shape of the activity is at fault, which the programme itself reports
    kind = kinds().get(name)
    if kind is None:
        yield Fault((*at, "kind"), "unknown_kind", name)
        return
    try:
        kind.read_setup(setup)
    except ValidationError as error:
        yield from (_setup_fault(_fault(entry, (*at, "setup"))) for entry in error.errors())


def _setup_fault(fault: Fault) -> Fault:
    """Where an option is a text, it was meant as the id of a challenge, and the bank has none of that name."""
    cites = len(fault.path) > 2 and fault.path[-2] == "options" and fault.code == "model_type" and fault.detail
    return Fault(fault.path, "option_unknown", fault.detail) if cites else fault


def _cross_faults(programme: Programme) -> Iterator[Fault]:
    yield from _repeated(programme)
    yield from _session_faults(programme)
    yield from _following(programme)
    yield from _trials(programme)
    yield from _unknown(programme)


def _repeated(programme: Programme) -> Iterator[Fault]:
    sessions = list(enumerate(programme.sessions))
    activities = [(("sessions", i, "activities", j), a) for i, s in sessions for j, a in enumerate(s.activities)]
    named: list[list[tuple[Path, str]]] = [
        [(("languages", i), lang) for i, lang in enumerate(programme.languages)],
        [(("delegations", i, "id"), d.id) for i, d in enumerate(programme.delegations)],
        [(("themes", i, "id"), t.id) for i, t in enumerate(programme.themes)],
        [(("bank", i, "id"), c.id) for i, c in enumerate(programme.bank)],
        [(("sessions", i, "id"), s.id) for i, s in sessions],
        [(("sessions", i, "code"), s.code) for i, s in sessions],
        [((*at, "id"), a.id) for at, a in activities],
        [((*at, "code"), a.code) for at, a in activities],
    ]
    for places in named:
        yield from (Fault(places[index][0], "twice", id_) for index, id_ in _twice(id_ for _, id_ in places))


def _session_faults(programme: Programme) -> Iterator[Fault]:
    for i, session in enumerate(programme.sessions):
        at_tables = session.format is Format.TABLES
        if at_tables and session.tables < 1:
            yield Fault(("sessions", i, "tables"), "tables_missing")
        if session.rotation is not None and not at_tables:
            yield Fault(("sessions", i, "rotation"), "rotation_without_tables")


def _following(programme: Programme) -> Iterator[Fault]:
    """A next round is of the same kind, and comes after what it follows."""
    kinds_before: dict[str, str] = {}
    for i, session in enumerate(programme.sessions):
        for j, activity in enumerate(session.activities):
            at = ("sessions", i, "activities", j, "follows")
            if activity.follows is not None and activity.follows not in kinds_before:
                yield Fault(at, "follows_unknown", activity.follows)
            elif activity.follows is not None and kinds_before[activity.follows] != activity.kind:
                yield Fault(at, "follows_other_kind", activity.follows)
            kinds_before[activity.id] = activity.kind


def _trials(programme: Programme) -> Iterator[Fault]:
    """What is only practised with leaves nothing behind: no entries, no notes, no round that another is compared
    with."""
    trials = {activity.id for session in programme.sessions for activity in session.activities if activity.trial}
    for i, session in enumerate(programme.sessions):
        for j, activity in enumerate(session.activities):
            at = ("sessions", i, "activities", j)
            if activity.trial and kinds()[activity.kind].ballot is None:
                yield Fault((*at, "trial"), "trial_without_ballots", activity.kind)
            if activity.follows is not None and (activity.trial or activity.follows in trials):
                yield Fault((*at, "follows"), "trial_in_series", activity.follows)


def _unknown(programme: Programme) -> Iterator[Fault]:
    themes = {theme.id for theme in programme.themes}
    for i, item in enumerate(programme.bank):
        if themes and item.theme not in themes:
            yield Fault(("bank", i, "theme"), "theme_unknown", item.theme)
    for i, delegation in enumerate(programme.delegations):
        for j, mechanism in enumerate(delegation.mechanisms):
            if mechanism not in programme.mechanisms:
                yield Fault(("delegations", i, "mechanisms", j), "mechanism_unknown", mechanism)


def _twice(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: Counter[str] = Counter()
    for index, id_ in enumerate(ids):
        seen[id_] += 1
        if seen[id_] > 1:
            yield index, id_
