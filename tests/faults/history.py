"""The oracle of every fault test: what voters were told, held against what was counted.

Drivers log each ballot as it is sent and as it is answered. After the run: everything recorded is counted; nothing is
counted that was not recorded or unknown; nobody counts twice; nothing refused is counted; the tally is the fold of the
ballots that were kept; what was sealed is the same bytes at every reading; and nobody's cursor goes back in an epoch.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field

Cursor = tuple[str, int]
UNKNOWN = "unknown"


@dataclass(slots=True)
class Answer:
    """What became of one ballot, as its voter was told; unknown until then. ``voter`` is whoever counts once: a seat,
    or a delegation. ``choice`` tells the ballots of a run apart. ``sent`` and ``heard`` are moments of the history."""

    voter: str
    choice: str
    sent: int
    verdict: str = UNKNOWN
    heard: int | None = None


@dataclass(slots=True)
class History:
    """``answers`` in the order in which they were sent; ``cursors`` as each client was told them."""

    answers: list[Answer] = field(default_factory=list)
    cursors: dict[str, list[Cursor]] = field(default_factory=dict)
    _moments: "itertools.count[int]" = field(default_factory=itertools.count)

    def sends(self, voter: str, choice: str) -> Answer:
        """A ballot leaves; the answer is unknown, and may stay so."""
        answer = Answer(voter, choice, next(self._moments))
        self.answers.append(answer)
        return answer

    def hears(self, answer: Answer, verdict: str) -> None:
        answer.verdict, answer.heard = verdict, next(self._moments)

    def add(self, voter: str, choice: str, verdict: str) -> None:
        """Sent and answered at once."""
        self.hears(self.sends(voter, choice), verdict)

    def sees(self, client: str, cursor: Cursor) -> None:
        self.cursors.setdefault(client, []).append(cursor)

    def possible(self) -> dict[str, set[str]]:
        """By voter, the choices that may be counted: recorded or unknown, and not known to have been replaced by one
        that was recorded later. Empty text among them: perhaps none."""
        found: dict[str, set[str]] = {}
        for voter, mine in itertools.groupby(sorted(self.answers, key=lambda a: (a.voter, a.sent)), lambda a: a.voter):
            found[voter] = _possible(list(mine))
        return found


def _possible(mine: Sequence[Answer]) -> set[str]:
    recorded = [answer for answer in mine if answer.verdict == "recorded"]
    last_sent = max((answer.sent for answer in recorded), default=-1)
    choices = {a.choice for a in recorded if a.heard is None or a.heard >= last_sent}
    # What was never answered may have come at any time, but not before an answer that the same voter waited for.
    choices |= {a.choice for a in mine if a.verdict == UNKNOWN and (a.heard is None or a.heard >= last_sent)}
    return choices if recorded else choices | {""}


@dataclass(frozen=True, slots=True)
class Verdict:
    """``acked`` voters were told recorded; ``lost`` of them are not counted; ``doubled`` counts too many; ``refused``
    were counted all the same; ``foreign`` choices were counted that nobody can have cast, or only before a later one;
    ``unlike`` readings differ from the first of their sort; ``unfolded`` is true where the tally is not the fold of the
    ballots that were kept; ``backwards`` are steps back of a cursor. ``recorded`` answers were given in all, those to
    ballots that were replaced too."""

    acked: int
    counted: int
    lost: int
    doubled: int
    refused: int
    foreign: int
    unlike: int = 0
    unfolded: bool = False
    backwards: int = 0
    recorded: int = 0

    @property
    def clean(self) -> bool:
        wrong = self.lost, self.doubled, self.refused, self.foreign, self.unlike, self.unfolded, self.backwards
        return not any(wrong)


VERDICTS: ContextVar[list[Verdict]] = ContextVar("VERDICTS", default=[])  # noqa: B039 - only rows set and read it
"""Where a row of the matrix gathers what was judged in it."""


def judge(
    history: History,
    counted: Iterable[str],
    *,
    kept: Iterable[str] | None = None,
    reads: Mapping[str, Sequence[bytes]] | None = None,
) -> Verdict:
    """``counted`` are the choices in the sealed outcome, one for each ballot counted; ``kept`` those of the ballots in
    the store; ``reads`` are what was sealed, by the sort of reading, as it was read at several times."""
    possible = history.possible()
    owners = {choice: voter for voter, choices in possible.items() for choice in choices if choice}
    refused = {answer.choice for answer in history.answers if answer.verdict == "refused"}
    found = Counter(counted)
    by_voter = Counter(owners[choice] for choice in found.elements() if choice in owners)
    acked = {voter for voter, choices in possible.items() if "" not in choices}
    return Verdict(
        acked=len(acked),
        counted=found.total(),
        lost=sum(1 for voter in acked if not by_voter[voter]),
        doubled=sum(count - 1 for count in by_voter.values() if count > 1),
        refused=sum(count for choice, count in found.items() if choice in refused),
        foreign=sum(count for choice, count in found.items() if choice not in owners and choice not in refused),
        unlike=sum(sum(1 for read in same if read != same[0]) for same in (reads or {}).values()),
        unfolded=kept is not None and Counter(kept) != found,
        backwards=sum(_backwards(cursors) for cursors in history.cursors.values()),
        recorded=sum(answer.verdict == "recorded" for answer in history.answers),
    )


def _backwards(cursors: Sequence[Cursor]) -> int:
    highest: dict[str, int] = {}
    steps = 0
    for epoch, seq in cursors:
        steps += seq < highest.get(epoch, 0)
        highest[epoch] = max(seq, highest.get(epoch, 0))
    return steps
