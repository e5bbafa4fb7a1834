"""The judge of a rehearsal: what is lost, what is doubled, what nobody can know."""

from typing import Any

import pytest

from server.rehearse.books import Books
from server.rehearse.person import Reply

ROUND = ("tea", 1)
RECORDED, UNKNOWN = Reply("recorded"), Reply("unknown")


def books(*replies: tuple[str, str, Reply]) -> Books:
    """``replies`` are (seat, ballot id, reply)."""
    made = Books()
    for seat, id_, reply in replies:
        made.ballot(seat, {"activity": ROUND[0], "round": ROUND[1], "ballot_id": id_}, reply, 0.002)
    return made


THREE = (("a", "a1", RECORDED), ("b", "b1", RECORDED), ("b", "b2", RECORDED), ("c", "c1", UNKNOWN))


@pytest.mark.parametrize(
    ("voted", "uncounted", "lost", "doubled"),
    [
        (2, (), 0, 0),
        (3, (), 0, 0),  # the one who never heard may be in
        (1, (), 1, 0),
        (0, ("a", "b"), 2, 0),
        (2, ("a",), 1, 0),  # somebody else was counted in their place
        (2, ("c",), 0, 0),
        (4, (), 0, 1),
    ],
)
def test_a_round_is_judged_by_its_voters(voted: int, uncounted: tuple[str, ...], lost: int, doubled: int) -> None:
    found = books(*THREE)
    found.judge_round(ROUND, voted, uncounted)
    assert (found.lost, found.doubled) == (lost, doubled)


@pytest.mark.parametrize(("voted", "lost", "doubled"), [(2, 0, 0), (1, 1, 0), (5, 0, 2), (None, 0, 0)])
def test_the_report_is_judged_too(voted: int | None, lost: int, doubled: int) -> None:
    found = books(*THREE)
    found.judge_report({"sessions": [{"activities": [{"id": "tea", "round": 1, "voted": voted}]}], "roadmap": []})
    assert (found.lost, found.doubled) == (lost, doubled)


@pytest.mark.parametrize(
    ("tables", "lost", "doubled"),
    [
        ({"t1": [("e1", "Uno"), ("e2", "Dos")]}, 0, 0),
        ({"t1": [("e1", "Uno")]}, 1, 0),
        ({"t1": [("e1", "Uno"), ("e2", "D")]}, 1, 0),
        ({"t1": [("e1", "Uno"), ("e2", "Dos"), ("e2", "Dos")]}, 0, 1),
        ({"t2": [("e1", "Uno"), ("e2", "Dos")]}, 2, 0),
        ({"t1": [("e1", "Uno"), ("e2", "Dos"), ("x", "Otro")]}, 0, 0),
    ],
)
def test_entries_are_judged_by_table_and_text(
    tables: dict[str, list[tuple[str, str]]], lost: int, doubled: int
) -> None:
    found = Books()
    found.entry("pads", "t1", "e1", "Uno")
    found.entry("pads", "t1", "e2", "Dos")
    recorded: dict[str, list[dict[str, Any]]] = {
        table: [{"id": id_, "text": text} for id_, text in entries] for table, entries in tables.items()
    }
    found.judge_entries("pads", recorded)
    assert (found.lost, found.doubled) == (lost, doubled)


def test_the_summary_counts_ballots_by_their_ids() -> None:
    found = books(*THREE, ("b", "b2", RECORDED), ("d", "d1", Reply("refused", "closed")), ("c", "c1", RECORDED))
    summary = found.summary()
    assert (summary["recorded"], summary["refused"], summary["unknown"]) == (4, 1, 0)
    assert summary["ack_ms"] == {"p50": 2.0, "p99": 2.0}
    assert summary["screen_ms"] == {"p50": 0.0, "p99": 0.0}


def test_percentiles_are_by_nearest_rank() -> None:
    found = Books()
    found.screen_ms = [float(number) for number in range(200, 0, -1)]
    assert found.summary()["screen_ms"] == {"p50": 100.0, "p99": 198.0}


@pytest.mark.parametrize(
    ("told", "lost", "doubled"), [(["l-1", "l-2"], 0, 0), (["l-1"], 1, 0), (["l-1", "l-2", "l-2"], 0, 1)]
)
def test_every_line_is_in_the_report_once(told: list[str], lost: int, doubled: int) -> None:
    found = Books()
    found.lines |= {"l-1", "l-2"}
    lines = [{"id": id_, "withheld": False, "sources": [{}]} for id_ in told]
    found.judge_report({"sessions": [], "roadmap": lines})
    assert (found.lost, found.doubled) == (lost, doubled)


def test_a_line_that_lost_its_sources_is_lost() -> None:
    found = Books()
    found.lines.add("l-1")
    found.judge_report({"sessions": [], "roadmap": [{"id": "l-1", "withheld": False, "sources": []}]})
    assert found.lost == 1
