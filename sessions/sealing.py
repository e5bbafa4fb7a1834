"""Closing is one step, counting another. Counting is here: pure, and the same to the byte on every worker."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from pydantic import TypeAdapter

from sessions.activities.kind import Cast
from sessions.activity import Activity, Round
from sessions.actor import Secrecy
from sessions.board import Item
from sessions.breakdown import Split, table, with_breakdown
from sessions.events import OutcomeSealed
from sessions.lineage import Numbers, short_code
from sessions.outcomes import Counted, Outcome, Sources
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
    delegation_of: Callable[[str], str] | None = None,
) -> Seal:
    """Count a closed round. ``voter_of(seat)`` is the voter key of a seat in this round, for the roll;
    ``numbers`` are the meeting's, for the codes of a list, ``names`` those of its delegations; ``split`` tells groups
    of delegations apart, where a breakdown was asked for, ``delegation_of(seat)`` is the key of a seat's delegation.

    The digest (SHA-256) is over the ballots in the order of their bytes, without voters: nothing about who voted first
    or with whom is left in them, and the same ballots always give the same bytes. They are written as they were
    understood, not as they were sent, so that no phone can mark its own by spaces or empty fields.
    """
    if activity.boards:
        return _settled(activity, round_, voter_of, numbers or {}, names or {})
    rules, setup = activity.prepared.kind, activity.prepared.setup
    casts = [Cast(rules.read_ballot(setup, b.ballot), b.delegation) for b in ballots if not _of_envelope(b)]
    nameless = [rules.read_ballot(setup, b.ballot) for b in ballots if _of_envelope(b)]
    shown = [rules.hand(setup, option) for option, number in sorted(round_.hands.items()) for _ in range(number)]
    voted = {ballot.voter for ballot in ballots}
    apart = _apart(round_, voter_of, voted, bool(shown))
    if apart:
        keys = [(delegation_of or str)(seat) for seat in apart]
        casts += _shared_out(sorted([*nameless, *shown], key=_line), keys)
    lines = sorted(_line(cast.ballot) for cast in casts)
    digest = hashlib.sha256(b"\n".join(lines)).hexdigest()
    roll = tuple(sorted({*apart, *(seat for seat in round_.eligible if voter_of(seat) in voted)}))
    outcome = rules.count(setup, casts, seed=int(digest, 16))
    if round_.apart:
        outcome = _with_sources(outcome, round_, len(casts), len(nameless), len(shown))
    if nameless:
        split = None if split is None else replace(split, known=False)
    order = [finding.id for finding in outcome.findings]
    event = OutcomeSealed(
        activity=activity.plan.id,
        round=round_.number,
        digest=digest,
        roll=roll,
        outcome=outcome if split is None else with_breakdown(outcome, table(split, casts, roll, order)),
    )
    return Seal(event, tuple(lines))


def _of_envelope(ballot: StoredBallot) -> bool:
    return ballot.voter.startswith("envelope:")


def _apart(round_: Round, voter_of: Callable[[str], str], voted: set[str], shown: bool) -> list[str]:
    """The seats whose votes came under no name: in envelopes, or as hands that went up."""
    secret = round_.secrecy is Secrecy.SECRET
    on_paper = [seat for seat in round_.on_paper if secret and round_.paper_done and voter_of(seat) not in voted]
    return on_paper + sorted(seat for seat, source in round_.apart.items() if source == "hands" and shown)


def _shared_out(ballots: Sequence[Any], delegations: Sequence[str]) -> list[Cast[Any]]:
    """Ballots under no name, each with the delegation of one of those who cast them, nobody knows which: so that
    together they weigh what they should where delegations count. Drawn, lest the order of the options decide."""
    digest = hashlib.sha256(b"\n".join(map(_line, ballots))).hexdigest()
    drawn = sorted(delegations)
    Random(int(digest, 16)).shuffle(drawn)  # noqa: S311 - seeded, so that every worker draws the same
    return [Cast(ballot, delegation) for ballot, delegation in zip(ballots, drawn, strict=True)]


def _with_sources(outcome: Outcome, round_: Round, all_: int, nameless: int, hands: int) -> Outcome:
    paper = nameless + len(round_.paper)
    sources = Sources(phone=all_ - paper - hands, paper=paper, hands=hands)
    return outcome.model_copy(update={"counted": outcome.counted.model_copy(update={"sources": sources})})


def _line(ballot: Any) -> bytes:
    return _canonical(_PLAIN.dump_python(ballot, mode="json"))


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
