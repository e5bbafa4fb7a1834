"""The state of a meeting: the fold of its log. Changed in place, by ``evolve`` alone."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from sessions import breakdown_words
from sessions.activities import kind
from sessions.activities.kind import Kind, Unit
from sessions.actor import Regime, Role, Secrecy
from sessions.board import Board
from sessions.entries import EntriesKind
from sessions.errors import Code, Refused
from sessions.events import RecordedEntry
from sessions.lineage import Numbers, Sort, entry_id, give_number, outcome_id
from sessions.method import MethodLine
from sessions.outcomes import Outcome
from sessions.practice import Practice
from sessions.programme import ActivityPlan, Challenge, Delegation, Format, Rules, SessionPlan, Theme, Wifi
from sessions.roadmap.earlier import FollowUp
from sessions.roadmap.line import Line
from sessions.roadmap.reading import Reading
from sessions.stage import Stage
from sessions.synthesis import Comment, EntryRegime, Synthesis
from sessions.text import Lang, Text
from sessions.touched import Touched

Kept = Annotated[Any, Field(exclude=True)]
"""Something worked out once from the fields beside it: not part of the state, of snapshots or of comparisons."""

MOST_MADE = 50_000


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
    """``voted`` maps each voter (a pseudonym in secret rounds) to its delegation; empty once sealed in secret.

    ``apart`` are the seats without a phone, and how they vote; ``paper`` those of them whose ballot was entered under
    their name, ``envelopes`` the numbers of those entered under none, ``hands`` what was counted for each option.
    """

    number: int
    eligible: tuple[str, ...]
    secrecy: Secrecy
    opened_at: int
    ends_at: int | None
    voted: dict[str, str] = field(default_factory=dict)
    closed_at: int | None = None
    sealed: Sealed | None = None
    revealed_at: int | None = None
    finished_at: int | None = None
    apart: dict[str, Literal["paper", "hands"]] = field(default_factory=dict)
    paper: list[str] = field(default_factory=list)
    envelopes: list[int] = field(default_factory=list)
    hands: dict[str, int] = field(default_factory=dict)
    paper_done: bool = False
    _voters: Kept = field(default=None, init=False, compare=False, repr=False)

    @property
    def on_paper(self) -> list[str]:
        return sorted(seat for seat, source in self.apart.items() if source == "paper")

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
    boards: bool


@dataclass(slots=True)
class Activity:
    """``recorded`` has the latest text of each table's pad, ``validated`` the latest that the table stood by."""

    plan: ActivityPlan
    session: str
    skipped: bool = False
    rounds: list[Round] = field(default_factory=list)
    recorded: dict[str, Recorded] = field(default_factory=dict)
    validated: dict[str, Recorded] = field(default_factory=dict)
    board: Board = field(default_factory=Board)
    _prepared: Kept = field(default=None, init=False, compare=False, repr=False)

    @property
    def prepared(self) -> Prepared:
        made: Prepared | None = self._prepared
        if made is None or made.plan is not self.plan:
            rules = kind(self.plan.kind)
            setup = rules.read_setup(self.plan.setup)
            method, unit = (*rules.method(setup), *breakdown_words.method(setup)), rules.unit(setup)
            boards = isinstance(rules, EntriesKind)
            made = self._prepared = Prepared(self.plan, rules, setup, rules.ask(setup), method, unit, boards)
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
    def latest_revealed(self) -> Sealed | None:
        """What the room saw last: of an activity that was opened again, until the new round is revealed, the one
        before it."""
        return next((r.sealed for r in reversed(self.rounds) if r.sealed and r.revealed_at is not None), None)

    @property
    def pads(self) -> bool:
        return self.prepared.kind.pads

    @property
    def boards(self) -> bool:
        """Whether people write entries in it, which the moderator makes a list of."""
        return self.prepared.boards

    @property
    def entries(self) -> EntriesKind[Any]:
        """Its kind, where people write entries in it. Raises ``Refused(invalid_entry)`` elsewhere."""
        rules = self.prepared.kind
        if not isinstance(rules, EntriesKind):
            raise Refused(Code.INVALID_ENTRY, "no_entries")
        return rules

    @property
    def attributed(self) -> bool:
        """Whether what people post in it stands with the name of their delegation."""
        return self.boards and self.entries.attributed

    @property
    def to_finish(self) -> bool:
        """Whether the latest round is closed and its board is still being worked on."""
        last = self.round
        return self.boards and last is not None and last.closed_at is not None and last.finished_at is None

    @property
    def paper_due(self) -> bool:
        """Whether the latest round is closed, and envelopes are still being opened."""
        last = self.round
        secret = last is not None and last.closed_at is not None and last.secrecy is Secrecy.SECRET
        return last is not None and secret and bool(last.on_paper) and not last.paper_done

    @property
    def to_seal(self) -> bool:
        """Whether the latest round is to be counted now."""
        last = self.round
        waits = self.to_finish or self.paper_due
        return last is not None and last.closed_at is not None and last.sealed is None and not waits


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
    _crowds: Kept = field(default=None, init=False, compare=False, repr=False)
    _followed: Kept = field(default=None, init=False, compare=False, repr=False)
    _made: Kept = field(default=None, init=False, compare=False, repr=False)
    _touched: Kept = field(default=None, init=False, compare=False, repr=False)

    @property
    def made(self) -> dict[Any, Any]:
        """What was made of parts of the state that seldom change, by all that it was made of: for whoever makes it
        again at every change of any other."""
        if self._made is None or len(self._made) > MOST_MADE:
            self._made = {}
        kept: dict[Any, Any] = self._made
        return kept

    @property
    def touched(self) -> Touched:
        if self._touched is None:
            self._touched = Touched()
        kept: Touched = self._touched
        return kept

    def as_of(self, activity: str) -> int:
        """What was made of this activity alone, and of the plan and the seats, is as good as new for as long as this
        is the same. Ballots do not count."""
        touched = self.touched
        return max(touched.activities.get(activity, 0), touched.everything)

    @property
    def crowds(self) -> dict[int, Any]:
        """What was counted of those who may vote, by the identity of their list; empty again when a seat changes."""
        if self._crowds is None:
            self._crowds = {}
        kept: dict[int, Any] = self._crowds
        return kept

    @property
    def followed(self) -> frozenset[str]:
        """The activities that another one follows; asked for several times an activity whenever the room is told."""
        at, found = self._followed or (None, frozenset[str]())
        if at != self.seq:
            found = frozenset(a.plan.follows for a in self.activities.values() if a.plan.follows is not None)
            self._followed = (self.seq, found)
        return found

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
