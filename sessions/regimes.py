"""Which regime an object follows, and what each regime lets others see of it.

An object shows of its parents only what their regime allows; its own fields follow the session that agrees it. Nobody
outside its table reads what was said in a ``reserved`` session: elsewhere it is a code without content.
"""

from sessions.activity import Activity
from sessions.actor import Regime
from sessions.events import RecordedEntry
from sessions.meeting import Meeting
from sessions.roadmap.line import Line
from sessions.synthesis import EntryRegime, Step, Synthesis

SENSITIVE = "sensitive"
"""The flag of a note that its table wants in no publication."""

ATTRIBUTES = frozenset({Regime.OPEN, Regime.ATTRIBUTABLE})
"""The regimes under which a delegation may be named with what it said."""

_STRICTNESS = tuple(Regime)


def stricter(one: Regime, other: Regime) -> Regime:
    return max(one, other, key=_STRICTNESS.index)


def is_looser(one: Regime, other: Regime) -> bool:
    return _STRICTNESS.index(one) < _STRICTNESS.index(other)


def find_entry(meeting: Meeting, id_: str) -> tuple[Activity, str, RecordedEntry] | None:
    """Activity, table and note of an ``entry_id``, as last recorded; None where it is not (or no longer) there."""
    activity_id, _, rest = id_.partition(".")
    table, _, own = rest.partition(".")
    activity = meeting.activities.get(activity_id)
    recorded = activity.recorded.get(table) if activity else None
    if activity is None or recorded is None:
        return None
    return next(((activity, table, entry) for entry in recorded.entries if entry.id == own), None)


def entry_regime(meeting: Meeting, activity: Activity, id_: str) -> Regime:
    """What was agreed for the note itself, else what holds in its session."""
    own = meeting.entry_regimes.get(id_)
    return own.set if own is not None and own.set is not None else meeting.regime(activity)


def quotable(meeting: Meeting, activity: Activity, id_: str) -> tuple[str, ...]:
    """The delegations that a note may be attributed to: those that agreed to it, under a regime that names any."""
    own = meeting.entry_regimes.get(id_)
    if own is None or entry_regime(meeting, activity, id_) not in ATTRIBUTES:
        return ()
    return tuple(sorted(id_ for id_, agreed in own.quotable.items() if agreed in ATTRIBUTES))


def line_regime(meeting: Meeting, line: Line) -> Regime:
    return meeting.sessions[line.session].plan.regime


def synthesis_regime(meeting: Meeting, synthesis: Synthesis) -> Regime:
    return meeting.sessions[synthesis.session].plan.regime


def settle_texts(meeting: Meeting, activity: Activity, table: str, *, validated: bool) -> None:
    """The notes of a table were recorded again. What was agreed for one wording does not hold for another, unless the
    table stands by it; what was asked for holds once the table has validated."""
    session, at = meeting.regime(activity), activity.recorded[table].at
    for id_, own in meeting.entry_regimes.items():
        if not id_.startswith(f"{activity.plan.id}.{table}."):
            continue
        found = find_entry(meeting, id_)
        text = found[2].text if found else ""
        if text != own.text:
            if own.quotable:
                own.steps.append(Step(at, "voided"))
            own.quotable.clear()
            own.declined.clear()
            if own.set is not None and is_looser(own.set, session) and not validated:
                own.set = None
        if validated and own.asked is not None:
            own.set, own.asked = own.asked, None
            own.declined.clear()
            own.steps.append(Step(at, "validated", own.set))
        own.text = text


def tighten(meeting: Meeting, session: str, at: int) -> None:
    """A session has become stricter: so has every note of it, and what was agreed before counts no more."""
    regime = meeting.sessions[session].plan.regime
    for id_, own in meeting.entry_regimes.items():
        if meeting.activities[id_.partition(".")[0]].session == session:
            _tighten(own, regime, at)


def _tighten(own: EntryRegime, regime: Regime, at: int) -> None:
    own.asked = None
    own.quotable.clear()
    own.declined.clear()
    own.steps.append(Step(at, "voided", regime))
    if own.set is not None:
        own.set = stricter(own.set, regime)
