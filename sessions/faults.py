"""Reads a programme from plain values and lists everything that is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from sessions.activities import kinds
from sessions.programme import Format, Programme

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at ``path`` (keys and indices from the root). ``code`` is stable, ``detail`` names the value."""

    path: Path
    code: str
    detail: str = ""


class ProgrammeFaults(Exception):
    """A programme that cannot be used; ``faults`` is never empty."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def read_programme(raw: Any) -> Programme:
    """``raw`` is what a YAML or JSON reader yields. Options cited from the bank by id are written out.

    Raises ``ProgrammeFaults`` with every fault found, in the order of the file.
    """
    expanded = _with_bank(raw)
    faults = list(_setup_faults(expanded))
    try:
        programme = Programme.model_validate(expanded)
    except ValidationError as error:
        faults += [_fault(entry) for entry in error.errors()]
        raise ProgrammeFaults(faults) from error
    faults += _cross_faults(programme)
    if faults:
        raise ProgrammeFaults(faults)
    return programme


def _fault(entry: Any, prefix: Path = ()) -> Fault:
    context = entry.get("ctx", {})
    code = str(context["error"]) if entry["type"] == "value_error" else entry["type"]
    limits = {key: value for key, value in context.items() if key != "error"}
    detail = str(entry["input"])[:80] if isinstance(entry["input"], str | int | float) else ""
    return Fault((*prefix, *entry["loc"]), code, detail or ", ".join(f"{k}={v}" for k, v in limits.items()))


def _with_bank(raw: Any) -> Any:
    if not isinstance(raw, dict):
        return raw
    bank = {item.get("id"): item for item in _dicts(raw.get("bank"))}
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
    kind = kinds().get(activity["kind"]) if isinstance(activity.get("kind"), str) else None
    if kind is None:
        yield Fault((*at, "kind"), "unknown_kind", str(activity.get("kind")))
        return
    try:
        kind.read_setup(activity.get("setup"))
    except ValidationError as error:
        yield from (_fault(entry, (*at, "setup")) for entry in error.errors())


def _cross_faults(programme: Programme) -> Iterator[Fault]:
    named = {
        "delegations": [d.id for d in programme.delegations],
        "themes": [t.id for t in programme.themes],
        "bank": [c.id for c in programme.bank],
        "sessions": [s.id for s in programme.sessions],
    }
    for field, ids in named.items():
        yield from (Fault((field, index, "id"), "twice", id_) for index, id_ in _twice(ids))
    activities = [(i, j, a.id) for i, s in enumerate(programme.sessions) for j, a in enumerate(s.activities)]
    for index, id_ in _twice([entry[2] for entry in activities]):
        i, j, _ = activities[index]
        yield Fault(("sessions", i, "activities", j, "id"), "twice", id_)
    for i, session in enumerate(programme.sessions):
        if session.format is Format.TABLES and session.tables < 1:
            yield Fault(("sessions", i, "tables"), "tables_missing")
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
