"""The state of a meeting: the fold of its log. Changed in place, by ``evolve`` alone."""

from dataclasses import dataclass, field

from pydantic import TypeAdapter

from sessions.activity import Activity
from sessions.actor import Regime, Role, Secrecy
from sessions.lineage import Numbers, Sort, entry_id, give_number, outcome_id
from sessions.memory import Kept, Memory
from sessions.practice import Practice
from sessions.programme import Challenge, Delegation, Format, Rules, SessionPlan, Theme, Wifi
from sessions.roadmap.earlier import FollowUp
from sessions.roadmap.line import Line
from sessions.roadmap.reading import Reading
from sessions.stage import Stage
from sessions.synthesis import Comment, EntryRegime, Synthesis
from sessions.text import Lang, Text


@dataclass(slots=True)
class Session:
    plan: SessionPlan
    activities: list[str] = field(default_factory=list)
    started_at: int | None = None
    ended_at: int | None = None
    skipped: bool = False
    rotation: int = 0
    assigned: dict[str, str] = field(default_factory=dict)
    rotated_at: int | None = None

    @property
    def phase(self) -> str:
        """planned, running, ended or skipped."""
        if self.ended_at is not None:
            return "ended"
        if self.started_at is not None:
            return "running"
        return "skipped" if self.skipped else "planned"

    @property
    def tables(self) -> tuple[str, ...]:
        """Ids of the tables; a plenary has the one table ``plenary``."""
        if self.plan.format is not Format.TABLES:
            return ("plenary",)
        return tuple(f"t{number}" for number in range(1, self.plan.tables + 1))


@dataclass(slots=True)
class Seat:
    """``number`` counts from 0 within the delegation. ``generation`` counts releases: earlier passes are void."""

    id: str
    delegation: str
    number: int
    head: bool
    claimed: bool = False
    generation: int = 0


@dataclass(slots=True)
class Meeting:
    """``rows`` is the order in which delegations are dealt out to tables. ``entry_regimes`` has what was agreed about
    single notes, by ``lineage.entry_id``.

    ``told`` counts the log's entries but for those of one seat: it is the place that everybody may know, for ``seq``
    would tell of each ballot when it was cast. ``aside`` is whether entries of one seat came after it. -1: written down
    before there was such a count.
    """

    id: str
    code: str
    title: Text
    place: Text
    zone: str
    languages: tuple[Lang, ...]
    entry: str
    keep_days: int
    rules: Rules
    wifi: Wifi | None
    mechanisms: dict[str, Text]
    themes: tuple[Theme, ...]
    bank: tuple[Challenge, ...]
    created_at: int
    rehearsal: bool = False
    closed_at: int | None = None
    delegations: dict[str, Delegation] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    activities: dict[str, Activity] = field(default_factory=dict)
    running: str | None = None
    current: str | None = None
    stage: Stage = field(default_factory=Stage)
    message: Text | None = None
    message_at: int | None = None
    roadmap_year: int | None = None
    numbers: Numbers = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    line_order: list[str] = field(default_factory=list)
    reading: Reading | None = None
    earlier: dict[str, FollowUp] = field(default_factory=dict)
    syntheses: dict[str, Synthesis] = field(default_factory=dict)
    practices: dict[str, Practice] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    entry_regimes: dict[str, EntryRegime] = field(default_factory=dict)
    seq: int = 0
    told: int = -1
    aside: bool = False
    _memory: Kept = field(default=None, init=False, compare=False, repr=False)

    @property
    def memory(self) -> Memory:
        if self._memory is None:
            self._memory = Memory()
        kept: Memory = self._memory
        return kept

    @property
    def followed(self) -> frozenset[str]:
        """The activities that another one follows; asked for several times an activity whenever the room is told."""
        return self.memory.kept("followed", self.memory.touched.everything, self._found_followed)

    def _found_followed(self) -> frozenset[str]:
        return frozenset(a.plan.follows for a in self.activities.values() if a.plan.follows is not None)

    def delegation_of(self, seat: str) -> Delegation:
        return self.delegations[self.seats[seat].delegation]

    def role_of(self, seat: str) -> Role:
        return Role.DELEGATE if self.delegation_of(seat).kind == "state" else Role.OBSERVER

    def seats_of(self, delegation: str) -> list[Seat]:
        return [seat for seat in self.seats.values() if seat.delegation == delegation]

    def secrecy(self, activity: Activity) -> Secrecy:
        """As fixed when the latest round opened, else as planned."""
        last = activity.round
        return last.secrecy if last else self.planned_secrecy(activity)

    def planned_secrecy(self, activity: Activity) -> Secrecy:
        """What a round opened now would have. Nobody's words are attributed in a room that promises not to."""
        plan = self.sessions[activity.session].plan
        if activity.attributed:
            return Secrecy.OPEN if plan.secrecy_of(activity.plan) is Secrecy.OPEN else Secrecy.BY_DELEGATION
        if activity.boards and plan.regime in {Regime.CHATHAM_HOUSE, Regime.RESERVED}:
            return Secrecy.SECRET
        return plan.secrecy_of(activity.plan)

    def regime(self, activity: Activity) -> Regime:
        return self.sessions[activity.session].plan.regime


_MEETING: TypeAdapter[Meeting] = TypeAdapter(Meeting)


def freeze(meeting: Meeting) -> bytes:
    """The state as JSON, for a snapshot; ``thaw`` reads it back equal."""
    return _MEETING.dump_json(meeting)


def thaw(body: bytes) -> Meeting:
    meeting = _MEETING.validate_json(body)
    if not meeting.numbers:
        _number(meeting)
    return meeting


def _number(meeting: Meeting) -> None:
    """Short codes for what a snapshot from before there were codes holds, in the order in which it came about."""
    found: list[tuple[int, Sort, list[str]]] = []
    for id_, activity in meeting.activities.items():
        for table, recorded in activity.recorded.items():
            entries = [entry_id(id_, table, entry.id) for entry in recorded.entries]
            found.append((recorded.at, Sort.ENTRY, entries))
        for sealed in (round_.sealed for round_ in activity.rounds if round_.sealed):
            findings = [outcome_id(id_, finding.id) for finding in sealed.outcome.findings]
            found.append((sealed.at, Sort.OUTCOME, findings))
    for _, sort, ids in sorted(found):
        for id_ in ids:
            give_number(meeting.numbers, sort, id_)
