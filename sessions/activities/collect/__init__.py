"""Gathering ideas: everybody writes in silence, then the moderator makes a clean list of what was written."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from sessions.activities.collect import words
from sessions.board import Board, Item
from sessions.entries import EntriesKind, EntriesSetup
from sessions.method import MethodLine
from sessions.outcomes import Counted, Finding, Outcome, Table
from sessions.text import Text


class CollectSetup(EntriesSetup):
    """What to write about, and how much."""


class Collect(EntriesKind[CollectSetup]):
    name = "collect"
    title: ClassVar[Text] = {"es": "Lluvia de ideas", "en": "Gathering ideas", "pt": "Levantamento de ideias"}
    setup = CollectSetup

    def settle(
        self,
        setup: CollectSetup,
        board: Board,
        list_: Iterable[tuple[str, Item]],
        counted: Counted,
        names: Mapping[str, Text],
    ) -> Outcome:
        """Findings are the list, by short code; ``count`` is how many entries each stands for."""
        findings = tuple(
            Finding(id=code, label={"es": item.text}, count=board.contributions(item)) for code, item in list_
        )
        written = sum(1 for item in board.items.values() if not item.parents and item.status != "withdrawn")
        return Outcome(
            counted=counted,
            result={"written": written, "kept": len(findings)},
            findings=findings,
            tables=(_table(findings),) if findings else (),
            how=words.how(written, len(findings)),
        )

    def method(self, setup: CollectSetup) -> tuple[MethodLine, ...]:
        return words.method(setup.question, setup.per_seat, approval=setup.approval, live=setup.wall == "live")


def _table(findings: tuple[Finding, ...]) -> Table:
    rows = tuple((finding.id, finding.label, finding.count) for finding in findings)
    return Table(title=words.LIST, columns=words.COLUMNS, rows=rows)


KIND = Collect()
