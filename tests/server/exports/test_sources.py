"""Who voted on paper and by hand, and which ballots delegations had in common, in every file."""

from typing import Any

import pytest

from server.exports import docx, formats, json, md, xlsx
from server.exports.records import records
from sessions.report import Report
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import poll, ranking, small
from tests.helpers.report import Told
from tests.server.exports.reading import text_of

VOTE: dict[str, Any] = {"activity": "v", "round": 1}


def voted(vote: dict[str, Any]) -> Told:
    session = {"id": "s", "code": "S1", "title": "S", "day": "2025-09-24", "start": "09:00", "minutes": 60}
    play = Told(small(sessions=[{**session, "activities": [vote]}]))
    play.comes(("peru-1", "panama-1", "mexico-1", "mexico-2"))
    play.does(MODERATOR, "start_session", session="s")
    play.does(MODERATOR, "open_activity", activity="v")
    return play


def settled(play: Told) -> Report:
    play.does(MODERATOR, "close_activity", **VOTE)
    play.seals("v")
    play.reveals("v")
    return play.reports()


@pytest.fixture(scope="module")
def apart() -> dict[str, str]:
    play = voted(poll("v", secrecy="open"))
    play.casts("peru-1", "v", {"choices": ["yes"]})
    play.does(MODERATOR, "set_source", **VOTE, seat="panama-1", source="paper")
    no = {"choices": ["no"]}
    play.does(MODERATOR, "enter_paper_ballot", **VOTE, seat="panama-1", ballot=no, again=no)
    for seat in ("mexico-1", "mexico-2"):
        play.does(MODERATOR, "set_source", **VOTE, seat=seat, source="hands")
    counts = {"yes": 1, "_abstain": 1}
    play.does(MODERATOR, "enter_hands", **VOTE, counts=counts, again=counts)
    return written(settled(play))


@pytest.fixture(scope="module")
def shared() -> dict[str, str]:
    vote = ranking("v", secrecy="secret")
    play = voted({**vote, "setup": {**vote["setup"], "unit": "delegation"}})
    play.casts("peru-1", "v", {"ranking": ["C-1"]})
    play.casts("mexico-2", "v", {"ranking": ["C-2"]})
    return written(settled(play))


def written(report: Report) -> dict[str, str]:
    writers = {"docx": docx, "xlsx": xlsx, "md": md, "json": json}
    found = {name: text_of(name, module.write(report, "es")) for name, module in writers.items()}
    return {**found, "records": records(report, "es").decode("utf-8-sig")}


@pytest.mark.parametrize("name", ["docx", "xlsx", "md", "json", "records"])
def test_each_source_is_counted_apart(apart: dict[str, str], name: str) -> None:
    assert name == "records" or name in formats()
    assert "4 de 12 posibles: 1 por teléfono, 1 en papel, 2 a mano alzada" in apart[name]


@pytest.mark.parametrize("name", ["docx", "xlsx", "md"])
def test_a_shared_ballot_is_no_persons(shared: dict[str, str], name: str) -> None:
    assert "2 de 4" in shared[name]
    assert "una papeleta por delegación" in shared[name]
    assert "no se informa" not in shared[name]
