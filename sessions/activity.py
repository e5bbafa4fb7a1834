"""An activity with its rounds: what was asked, who may answer, and what came of it. Changed in place, by ``evolve``
alone."""

from dataclasses import dataclass, field
from typing import Any, Literal

from sessions import breakdown_words
from sessions.activities import kind
from sessions.activities.kind import Kind, Unit
from sessions.actor import Secrecy
from sessions.board import Board
from sessions.entries import EntriesKind
from sessions.errors import Code, Refused
from sessions.events import RecordedEntry
from sessions.memory import Kept
from sessions.method import MethodLine
from sessions.outcomes import Outcome
from sessions.programme import ActivityPlan


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
