"""Closing is one step, counting another. Counting is here: pure, and the same to the byte on every worker."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from sessions.activities.kind import Cast
from sessions.board import Item
from sessions.breakdown import Split, table, with_breakdown
from sessions.events import OutcomeSealed
from sessions.lineage import Numbers, short_code
from sessions.meeting import Activity, Round
from sessions.outcomes import Counted
from sessions.text import Text

_PLAIN: TypeAdapter[Any] = TypeAdapter(Any)


@dataclass(frozen=True, slots=True)
class StoredBallot:
    """``ballot`` is the JSON value as accepted; ``voter`` and ``delegation`` are pseudonyms in secret rounds."""

    voter: str
    delegation: str
    ballot_id: str
    ballot: Any


@dataclass(frozen=True, slots=True)
class Seal:
    """What the store writes in one step. ``unlinked`` are the ballots without voters, in the order of their bytes."""

    event: OutcomeSealed
    unlinked: tuple[bytes, ...]


def seal(
    activity: Activity,
    round_: Round,
    ballots: Sequence[StoredBallot],
    voter_of: Callable[[str], str],
    numbers: Numbers | None = None,
    names: Mapping[str, Text] | None = None,
    split: Split | None = None,
) -> Seal:
    """Count a closed round. ``voter_of(seat)`` is the voter key of a seat in this round, for the roll;
    ``numbers`` are the meeting's, for the codes of a list, ``names`` those of its delegations; ``split`` tells groups
    of delegations apart, where a breakdown was asked for.

    The digest (SHA-256) is over the ballots in the order of their bytes, without voters: nothing about who voted first
    or with whom is left in them, and the same ballots always give the same bytes. They are written as they were
    understood, not as they were sent, so that no phone can mark its own by spaces or empty fields.
    """
    if activity.boards:
        return _settled(activity, round_, voter_of, numbers or {}, names or {})
    rules, setup = activity.prepared.kind, activity.prepared.setup
    casts = [Cast(rules.read_ballot(setup, b.ballot), b.delegation) for b in ballots]
    lines = sorted(_canonical(_PLAIN.dump_python(cast.ballot, mode="json")) for cast in casts)
    digest = hashlib.sha256(b"\n".join(lines)).hexdigest()
    voted = {ballot.voter for ballot in ballots}
    roll = tuple(sorted(seat for seat in round_.eligible if voter_of(seat) in voted))
    outcome = rules.count(setup, casts, seed=int(digest, 16))
    event = OutcomeSealed(
        activity=activity.plan.id,
        round=round_.number,
        digest=digest,
        roll=roll,
        outcome=outcome if split is None else with_breakdown(outcome, table(split, casts, roll)),
    )
    return Seal(event, tuple(lines))


def _settled(
    activity: Activity,
    round_: Round,
    voter_of: Callable[[str], str],
    numbers: Numbers,
    names: Mapping[str, Text],
) -> Seal:
    """The list of a finished board; the digest is over its texts, in the order of their bytes."""
    listed = coded(activity, numbers)
    lines = sorted(_canonical(item.fields) for _, item in listed)
    writers = len(round_.voted)
    counted = Counted(voted=writers, answered=writers, delegations=len(set(round_.voted.values())))
    event = OutcomeSealed(
        activity=activity.plan.id,
        round=round_.number,
        digest=hashlib.sha256(b"\n".join(lines)).hexdigest(),
        roll=tuple(sorted(seat for seat in round_.eligible if voter_of(seat) in round_.voted)),
        outcome=activity.entries.settle(activity.prepared.setup, activity.board, listed, counted, names),
    )
    return Seal(event, ())


def coded(activity: Activity, numbers: Numbers) -> list[tuple[str, Item]]:
    """What survived on a board, with its short codes and in their order."""
    numbered = sorted((item.sort, numbers[item.sort][item.id], item.id) for item in activity.board.shown())
    return [(short_code(sort, number), activity.board.items[id_]) for sort, number, id_ in numbered]


def _canonical(ballot: Any) -> bytes:
    return json.dumps(ballot, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
