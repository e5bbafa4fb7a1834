"""The store: where a meeting's log, ballots, outcomes and pads are kept. This is its contract, in prose.

**Bytes in, bytes out.** The store never reads an event, a ballot, an outcome or a pad update. What it knows
of a meeting is its numbers: `seq` (every event has one, from 1, without holes), `revision` (how many
appends other than casts there have been), `epoch` (a random word made with the meeting) and the phase of
each activity.

**Recorded means on disk.** A `RECORDED` reply is given after the server has synced it, where the server is
set so (`appendfsync always`; `RedisStore.durability` says how strong the server at hand is).

**Every write has an id** and may be asked again: the same `command_id`, `ballot_id` or round to seal gives
the same verdict (`fresh=False`) and changes nothing. With other words under a known id it is refused, as far as what
was said before is still kept. The store does this by itself for about five seconds
when an answer does not come; after that the verdict is `UNKNOWN`: it may or may not have happened, ask
again with the same id. No write raises because the server is away.

**Order of the guards**: unknown meeting, newer schema, same id (answered as before), then revision or
phase.

| refusal | meaning |
|---|---|
| `unknown_meeting` | there is no meeting of this id |
| `newer_schema` | written by a newer Plenaria |
| `exists` | `create`: the id is taken |
| `stale` | `append`: the meeting's revision is not the one expected; follow the log and decide again |
| `closed` | `cast`, `enter`: the activity is not open |
| `wrong_round` | `cast`, `enter`, `seal`: the activity is in another round |
| `not_closed` | `seal`: only a closed round can be sealed |
| `miscounted` | `seal`: as many ballots must stay as were recorded |
| `too_many` | `enter`: the voter has as many entries as may be |
| `id_used` | `append`, `cast`, `enter`: the id was given to something else before |
| `too_large` | a value is above `MAX_VALUE` bytes |

**Phases** are the words of the domain, kept as `"<round>:<phase>"` per activity and set by `append` in the
same step as the events, so that closing is atomic: of casts that race a close each one is either recorded
before it or refused. The store itself reads two of them (`open` to take ballots, `closed` to seal) and
writes one (`sealed`).

**The last ballot before closing wins**, by (activity, round, voter). A late retry of an older ballot id
hears `RECORDED` and replaces nothing.

**Sealing** keeps one outcome for ever: every later `outcome` returns the same bytes, and sealing again
changes nothing. In a secret round it also erases what links a ballot to its voter: the ballots, the log
entries of its casts (their numbers stay as tombstones), their order, and any snapshot made before; then the
files of the server are rewritten. `follow` and `load` step over tombstones in silence: whoever folds the
log may therefore miss casts of a sealed secret round and must take turnout from the sealing event. A hole
without a tombstone raises `CorruptLog`.

**Reading**: `load`, then `follow` from its `epoch` and `seq`; `follow` misses nothing in between. When the
meeting was lost, replaced or set back, `follow` yields `EpochChanged` and ends: load again, and tell
everyone to start over.

Reads raise `StoreUnavailable` while the server is away. Ids (meeting, activity, pad, voter, delegation,
ballot, command, worker) are 1 to 200 characters without white space, braces or control characters; others
raise `ValueError`.
"""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol

from server.metrics.counts import StoreCounts
from server.store.errors import (
    CorruptLog,
    DataDirectoryError,
    NewerSchema,
    StoreError,
    StoreUnavailable,
    UnfitServer,
    UnknownMeeting,
)

__all__ = [
    "MAX_VALUE",
    "SCHEMA",
    "CorruptLog",
    "DataDirectoryError",
    "Entry",
    "EpochChanged",
    "Loaded",
    "LoadedPad",
    "NewerSchema",
    "PadUpdate",
    "Reply",
    "Store",
    "StoreError",
    "StoreUnavailable",
    "StoredBallot",
    "UnfitServer",
    "UnknownMeeting",
    "Verdict",
]

SCHEMA = 1
"""The schema of keys and data directory that this code writes; it reads this one and older ones."""

MAX_VALUE = 4 * 1024 * 1024
"""The largest event, ballot, outcome or pad update taken, in bytes."""


class Verdict(StrEnum):
    """The three answers to a write."""

    RECORDED = "recorded"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a write.

    `seq` is that of the last event written, when recorded; a cast asked again has none (the store does not
    keep which ballot stands where in the log). `code` is the reason, when refused. `fresh` is False where the
    same id had been answered before.
    """

    verdict: Verdict
    seq: int | None = None
    code: str | None = None
    fresh: bool = True


class Entry(NamedTuple):
    """One event of the log, and the revision of the meeting once it is folded."""

    seq: int
    body: bytes
    revision: int = 0


@dataclass(frozen=True, slots=True)
class EpochChanged:
    """The log followed is gone; `epoch` is that of the log in its place, or None if there is none."""

    epoch: str | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A meeting as it stands: fold `tail` over `snapshot` (or over nothing) to be at `seq` and `revision`.

    `snapshot_seq` is 0 where there is no snapshot. Numbers of tombstones are missing from `tail`.
    """

    epoch: str
    seq: int
    snapshot: bytes | None
    snapshot_seq: int
    tail: list[Entry]
    revision: int = 0


@dataclass(frozen=True, slots=True)
class StoredBallot:
    """A voter's last ballot in a round, linked; gone once a secret round is sealed."""

    voter: str
    ballot_id: str
    delegation: str
    body: bytes


@dataclass(frozen=True, slots=True)
class PadUpdate:
    """One update of a pad; its `seq` counts from 1 within the pad. Applying one twice must do no harm."""

    seq: int
    update: bytes


@dataclass(frozen=True, slots=True)
class LoadedPad:
    """A pad as it stands at `seq` of `epoch`: apply the updates in order, the compacted one first."""

    epoch: str
    seq: int
    updates: list[bytes]


class Store(Protocol):
    """What the rest of the server may ask of the store. See the module for the promises."""

    counts: StoreCounts

    async def meetings(self) -> list[str]:
        """Ids of all meetings, in order of creation."""

    async def create(self, meeting: str, events: Sequence[bytes]) -> Reply:
        """Begin a meeting's log with these events (seq 1 ... n, revision 1).

        Asked again after UNKNOWN it may say `exists` of what it made itself.
        """

    async def load(self, meeting: str, whole: bool = False) -> Loaded:
        """The last snapshot and what came after it, or the `whole` log. Raises UnknownMeeting, NewerSchema,
        CorruptLog."""

    def follow(self, meeting: str, epoch: str, after_seq: int) -> AsyncGenerator[Entry | EpochChanged, None]:
        """Events after `after_seq`, each once and in order, for ever; reconnects by itself.

        Ends after EpochChanged. Raises CorruptLog. Holds a connection of its own: `aclose()` it.
        """

    async def append(
        self,
        meeting: str,
        *,
        command_id: str,
        revision: int | None,
        events: Sequence[bytes],
        phases: Mapping[str, str],
        digest: str = "",
    ) -> Reply:
        """Append events (at least one) in one step and set `phases`, as `activity -> "<round>:<phase>"`.

        With a `revision`, only if the meeting is still at it. Adds one to the revision. `digest` (a word) is that of
        what is asked: under one id there is only one.
        """

    async def cast(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        voter: str,
        delegation: str,
        ballot_id: str,
        ballot: bytes,
        event: bytes,
        phase: Literal["open", "closed"] = "open",
    ) -> Reply:
        """Record a voter's ballot in place of an earlier one; append its event. Leaves the revision alone.

        The round must be in `phase`.
        """

    def cast_soon(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        voter: str,
        delegation: str,
        ballot_id: str,
        ballot: bytes,
        event: bytes,
        told: Callable[[Reply], None],
    ) -> None:
        """The same for thousands at once, in an open round: `told` hears the reply, later and once, instead of a task
        that waits. Without its seq, which would tell how many voted before.
        """

    async def enter(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        voter: str,
        entry_id: str,
        event: bytes,
        change: int,
        limit: int,
        while_open: bool,
        mark: int = 0,
    ) -> Reply:
        """Append the event of what a voter does with an entry. `change` (1, 0, -1) is what that adds to the number of
        entries the voter has in the round, `limit` the most there may be. `mark` (below 2**53) is a number of what is
        asked: under one id there is only one. Leaves the revision alone.
        """

    async def ballots(self, meeting: str, activity: str, round: int) -> list[StoredBallot]:
        """The linked ballots of a round, one a voter, by voter. Empty once a secret round is sealed."""

    async def ballot_verdict(
        self,
        meeting: str,
        activity: str,
        round: int,
        ballot_id: str,
        *,
        voter: str = "",
        ballot: bytes = b"",
        mark: int = 0,
    ) -> Reply | None:
        """Recorded if this ballot id ever was in this round, also after sealing; else None.

        With a `voter`, refused where the voter's ballot stands under this id and is another than `ballot`; with a
        `mark`, where the id was entered with another. UNKNOWN while the server is away.
        """

    async def seal(
        self,
        meeting: str,
        *,
        activity: str,
        round: int,
        event: bytes,
        outcome: bytes,
        secret: bool,
        shuffled: Sequence[bytes] = (),
    ) -> Reply:
        """Keep the outcome of a closed round for ever and append its event; the phase becomes `sealed`.

        In a secret round `shuffled` are the ballots to stay, one for each recorded, without voter or
        delegation. Their order does not matter: the store sorts them by their bytes, to tell nothing.
        """

    async def outcome(self, meeting: str, activity: str, round: int) -> bytes | None:
        """The sealed outcome, the same bytes for ever; None before."""

    async def sealed_ballots(self, meeting: str, activity: str, round: int) -> list[bytes]:
        """What a secret round kept: ballots without voters, sorted by their bytes. Empty for other rounds."""

    async def save_snapshot(self, meeting: str, epoch: str, seq: int, body: bytes) -> bool:
        """Keep a fold of the log up to `seq`, so that loading is quick.

        Not kept (False) where the epoch is another, a later one is there, or a secret round was sealed after
        `seq`.
        """

    async def purge(self, meeting: str) -> None:
        """Erase all of a meeting, pads too, also from the files of the server. Unknown ids are no error."""

    async def beat(self, meeting: str, worker: str, body: bytes, ttl_s: float) -> None:
        """Say what this worker sees of who is present, for `ttl_s` seconds. Lost beats raise nothing."""

    async def beats(self, meeting: str) -> dict[str, bytes]:
        """The workers' latest beats that have not run out; `worker -> body`."""

    async def publish(self, worker: str, numbers: bytes, ttl_s: float) -> None:
        """Let every worker know this one's numbers, for ``ttl_s`` seconds. What is lost raises nothing."""

    async def published(self) -> dict[str, bytes]:
        """The workers' latest numbers that have not run out; `worker -> numbers`."""

    async def ready(self) -> bool:
        """Whether a ballot could be recorded now, found out by a real write; the caller limits how often."""

    async def pads(self, meeting: str) -> list[str]:
        """Ids of the meeting's pads that were ever written, sorted."""

    async def pad_append(self, meeting: str, pad: str, update: bytes) -> int:
        """Put an update on disk; its seq within the pad. Raises StoreUnavailable, UnknownMeeting.

        After StoreUnavailable it may be there, once or more.
        """

    async def pad_load(self, meeting: str, pad: str) -> LoadedPad:
        """All of a pad, at seq 0 where nothing was written. Raises UnknownMeeting, NewerSchema."""

    def pad_follow(
        self, meeting: str, pad: str, epoch: str, after_seq: int
    ) -> AsyncGenerator[PadUpdate | EpochChanged, None]:
        """Updates after `after_seq` by whichever worker, own ones too, like `follow`.

        A follower that compaction has overtaken gets the compacted update, with the seq it reaches up to.
        """

    async def pad_compact(self, meeting: str, pad: str, snapshot: bytes, upto: int) -> bool:
        """Let one update stand for all up to seq `upto` (included). False where a later one already does."""

    async def aclose(self) -> None:
        """Send what is waiting, then close all connections."""
