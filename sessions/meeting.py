"""The state of a meeting: the fold of its log. Changed in place, by ``evolve`` alone."""

from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from sessions.activities import kind
from sessions.activities.kind import Kind, MethodLine, Unit
from sessions.actor import Regime, Role, Secrecy
from sessions.events import RecordedEntry
from sessions.outcomes import Outcome
from sessions.programme import ActivityPlan, Challenge, Delegation, Format, Rules, SessionPlan, Theme, Wifi
from sessions.stage import Stage
from sessions.text import Lang, Text

Kept = Annotated[Any, Field(exclude=True)]
"""Something worked out once from the fields beside it: not part of the state, of snapshots or of comparisons."""


@dataclass(slots=True)
class Sealed:
    """A counted round. Never changes."""

    outcome: Outcome
    digest: str
    roll: tuple[str, ...]
    at: int
    _plain: Kept = field(default=None, init=False, compare=False, repr=False)
    _voted: Kept = field(default=None, init=False, compare=False, repr=False)

    def holds(self, seat: str) -> bool:
        """Whether ``seat`` is on the roll; asked for every seat whenever the room is told."""
        return seat in self.voters

    @property
    def voters(self) -> frozenset[str]:
        """The roll."""
        found: frozenset[str] | None = self._voted
        if found is None:
            found = self._voted = frozenset(self.roll)
        return found

    @property
    def plain(self) -> dict[str, Any]:
        """The outcome as plain JSON values."""
        if self._plain is None:
            self._plain = self.outcome.model_dump(mode="json", exclude_none=True)
        return dict(self._plain)


@dataclass(slots=True)
class Round:
    """``voted`` maps each voter (a pseudonym in secret rounds) to its delegation; empty once sealed in secret."""

    number: int
    eligible: tuple[str, ...]
    secrecy: Secrecy
    opened_at: int
    ends_at: int | None
    voted: dict[str, str] = field(default_factory=dict)
    closed_at: int | None = None
    sealed: Sealed | None = None
    revealed_at: int | None = None
    _voters: Kept = field(default=None, init=False, compare=False, repr=False)

    def admits(self, seat: str) -> bool:
        """Whether ``seat`` may vote; asked for every ballot, and for every seat whenever the room is told."""
        if self._voters is None:
            self._voters = frozenset(self.eligible)
        return seat in self._voters


@dataclass(slots=True)
class Recorded:
    """The text of one pad as last recorded."""

    entries: tuple[RecordedEntry, ...]
    at: int
    why: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan with its kind, its setup read, and what phones are told of both. Reading costs 0.7 ms for a ranking of
    twelve, a ballot 16 µs: so it is done once a plan."""

    plan: ActivityPlan
    kind: Kind[Any, Any]
    setup: Any
    ask: dict[str, Any]
    method: tuple[MethodLine, ...]
    unit: Unit


@dataclass(slots=True)
class Activity:
    plan: ActivityPlan
    session: str
    skipped: bool = False
    rounds: list[Round] = field(default_factory=list)
    recorded: dict[str, Recorded] = field(default_factory=dict)
    _prepared: Kept = field(default=None, init=False, compare=False, repr=False)

    @property
    def prepared(self) -> Prepared:
        made: Prepared | None = self._prepared
        if made is None or made.plan is not self.plan:
            rules = kind(self.plan.kind)
            setup = rules.read_setup(self.plan.setup)
            method, unit = rules.method(setup), rules.unit(setup)
            made = self._prepared = Prepared(self.plan, rules, setup, rules.ask(setup), method, unit)
        return made

    @property
    def round(self) -> Round | None:
        """The latest round; None while the activity is a draft."""
        return self.rounds[-1] if self.rounds else None

    @property
    def phase(self) -> str:
        """draft, open, closed or revealed; a closed round may already be sealed."""
        last = self.round
        if last is None:
            return "draft"
        if last.closed_at is None:
            return "open"
        return "closed" if last.revealed_at is None else "revealed"

    @property
    def pads(self) -> bool:
        return self.prepared.kind.pads


@dataclass(slots=True)
class Session:
    plan: SessionPlan
    activities: list[str] = field(default_factory=list)
    started_at: int | None = None
    ended_at: int | None = None
    skipped: bool = False
    rotation: int = 0
    assigned: dict[str, str] = field(default_factory=dict)

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
    """``rows`` is the order in which delegations are dealt out to tables."""

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
    seq: int = 0

    def delegation_of(self, seat: str) -> Delegation:
        return self.delegations[self.seats[seat].delegation]

    def role_of(self, seat: str) -> Role:
        return Role.DELEGATE if self.delegation_of(seat).kind == "state" else Role.OBSERVER

    def seats_of(self, delegation: str) -> list[Seat]:
        return [seat for seat in self.seats.values() if seat.delegation == delegation]

    def secrecy(self, activity: Activity) -> Secrecy:
        """As fixed when the latest round opened, else as planned."""
        last = activity.round
        return last.secrecy if last else self.sessions[activity.session].plan.secrecy_of(activity.plan)

    def regime(self, activity: Activity) -> Regime:
        return self.sessions[activity.session].plan.regime


_MEETING: TypeAdapter[Meeting] = TypeAdapter(Meeting)


def freeze(meeting: Meeting) -> bytes:
    """The state as JSON, for a snapshot; ``thaw`` reads it back equal."""
    return _MEETING.dump_json(meeting)


def thaw(body: bytes) -> Meeting:
    return _MEETING.validate_json(body)
