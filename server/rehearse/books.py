"""What the simulated people were promised, and whether it was kept: every recorded ballot is counted exactly once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from server.rehearse.person import Reply

Round = tuple[str, int]
"""(activity, round)."""


@dataclass(slots=True)
class Promised:
    """Seats of one round: ``recorded`` were told so, ``unsure`` never heard, so that either count is right."""

    recorded: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)


class Books:
    """``lost`` and ``doubled`` count voters, entries of pads and roadmap lines (``lines``, by id) that are missing or
    counted too often."""

    def __init__(self) -> None:
        self.joined = 0
        self.lost = 0
        self.doubled = 0
        self.refusals: dict[str, int] = defaultdict(int)
        self.rounds: dict[Round, Promised] = defaultdict(Promised)
        self.lines: set[str] = set()
        self.acks_ms: list[float] = []
        self.screen_ms: list[float] = []
        self.meetings = 0  # how often somebody said that an offer and a need should meet
        self._recorded: set[str] = set()
        self._unknown: set[str] = set()
        self._entries: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)

    def ballot(self, seat: str, args: dict[str, Any], reply: Reply, took_s: float | None) -> None:
        """``took_s`` is None where the socket was lost on purpose: that is no answer time."""
        promised = self.rounds[(args["activity"], args["round"])]
        if reply.verdict == "recorded":
            promised.recorded.add(seat)
            self._recorded.add(args["ballot_id"])
            self._unknown.discard(args["ballot_id"])
        elif reply.verdict == "refused":
            self.refusals[reply.code or ""] += 1
        else:
            promised.unsure.add(seat)
            self._unknown.add(args["ballot_id"])
        if took_s is not None:
            self.acks_ms.append(took_s * 1000)

    def entry(self, activity: str, table: str, id_: str, text: str) -> None:
        """Something written that the server confirmed."""
        self._entries[(activity, table)][id_] = text

    def judge_round(self, round_: Round, voted: int, uncounted: Iterable[str]) -> None:
        """``voted`` is the sealed count; ``uncounted`` are seats whose own view does not say that they were counted."""
        promised = self.rounds[round_]
        missing = promised.recorded.intersection(uncounted)
        self.lost += max(len(promised.recorded) - voted, len(missing), 0)
        self.doubled += max(voted - len(promised.recorded | promised.unsure), 0)

    def judge_entries(self, activity: str, tables: dict[str, list[dict[str, Any]]]) -> None:
        """``tables`` are the entries as recorded at closing."""
        for (of, table), written in self._entries.items():
            if of != activity:
                continue
            found = [entry["id"] for entry in tables.get(table, ()) if written.get(entry["id"]) == entry["text"]]
            self.lost += len(written.keys() - set(found))
            self.doubled += len(found) - len(set(found))

    def judge_report(self, report: dict[str, Any]) -> None:
        """The report must say of each latest round what sealing said, and hold every line with its sources."""
        told = [line["id"] for line in report["roadmap"] if line["withheld"] or line["sources"]]
        self.lost += len(self.lines - set(told))
        self.doubled += len(told) - len(set(told))
        for session in report["sessions"]:
            for activity in session["activities"]:
                promised = self.rounds.get((activity["id"], activity["round"]))
                if promised is not None and activity["voted"] is not None:
                    self.lost += max(len(promised.recorded) - activity["voted"], 0)
                    self.doubled += max(activity["voted"] - len(promised.recorded | promised.unsure), 0)

    def summary(self) -> dict[str, Any]:
        """The object of the contract. ``recorded`` and ``unknown`` count ballots by their ids."""
        return {
            "joined": self.joined,
            "recorded": len(self._recorded),
            "refused": sum(self.refusals.values()),
            "unknown": len(self._unknown),
            "lost": self.lost,
            "doubled": self.doubled,
            "ack_ms": _percentiles(self.acks_ms),
            "screen_ms": _percentiles(self.screen_ms),
        }


def _percentiles(values: list[float]) -> dict[str, float]:
    """Nearest rank; 0 where nothing was measured."""
    ordered = sorted(values) or [0.0]
    return {name: round(ordered[-(-len(ordered) * share // 100) - 1], 1) for name, share in (("p50", 50), ("p99", 99))}
