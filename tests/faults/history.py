"""The oracle of every fault test: what voters were told, held against what was counted.

Drivers log each ballot as it was answered. After the run: everything recorded is counted; nothing is counted that was
not recorded or unknown; nobody counts twice; nothing refused is counted.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one ballot, as its voter was told. ``choice`` tells the ballots of a run apart."""

    voter: str
    choice: str
    verdict: str


@dataclass(slots=True)
class History:
    """Answers in the order in which each voter got them."""

    answers: list[Answer] = field(default_factory=list)

    def add(self, voter: str, choice: str, verdict: str) -> None:
        self.answers.append(Answer(voter, choice, verdict))

    def last_choices(self) -> dict[str, set[str]]:
        """By voter, the choices that may be counted: the last one recorded and any unknown after it."""
        possible: dict[str, set[str]] = {}
        for answer in self.answers:
            if answer.verdict == "recorded":
                possible[answer.voter] = {answer.choice}
            elif answer.verdict == "unknown":
                possible.setdefault(answer.voter, {""}).add(answer.choice)
        return possible


@dataclass(frozen=True, slots=True)
class Verdict:
    """``acked`` voters were told recorded; ``lost`` of them are not counted; ``doubled`` counts too many; ``foreign``
    choices were counted that nobody can have cast."""

    acked: int
    counted: int
    lost: int
    doubled: int
    foreign: int

    @property
    def clean(self) -> bool:
        return self.lost == self.doubled == self.foreign == 0


def judge(history: History, counted: Iterable[str]) -> Verdict:
    """``counted`` are the choices in the sealed outcome, one for each ballot counted."""
    possible = history.last_choices()
    owners = {choice: voter for voter, choices in possible.items() for choice in choices if choice}
    found = Counter(counted)
    by_voter = Counter(owners[choice] for choice in found.elements() if choice in owners)
    acked = {voter for voter, choices in possible.items() if "" not in choices}
    return Verdict(
        acked=len(acked),
        counted=found.total(),
        lost=sum(1 for voter in acked if not by_voter[voter]),
        doubled=sum(count - 1 for count in by_voter.values() if count > 1),
        foreign=sum(count for choice, count in found.items() if choice not in owners),
    )
