"""Good-practice sheets in the report."""

import pytest

from sessions.actor import Actor, Role
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told

PERU = Actor(role=Role.DELEGATE, seat="peru-1")
SHEET = {"title": "Triaje por perfiles", "results": "Treinta días menos", "tags": ["COI"]}


@pytest.fixture
def play() -> Told:
    play = Told(small())
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    play.writes("pads", "t1", {"id": "a", "heading": "good-practice", "text": "Triaje"})
    source = {"sort": "entry", "id": "pads.t1.a", "why": "promote"}
    play.does(PERU, "add_practice", practice="f", fields={**SHEET, "sources": [source]}, named=True)
    return play


def test_a_sheet_tells_its_country_and_where_it_comes_from(play: Told) -> None:
    (sheet,) = play.reports().practices
    assert (sheet.code, sheet.title, sheet.results, sheet.tags) == ("F-01", SHEET["title"], SHEET["results"], ("COI",))
    assert sheet.country is not None
    assert sheet.country.id == "peru"
    assert [source.entry for source in sheet.sources] == ["pads.t1.a"]
    assert "F-01" in [node.code for node in play.reports().lineage]


def test_without_consent_no_word_of_the_report_says_whose_it_is(play: Told) -> None:
    play.does(PERU, "name_practice", practice="f", version=1, named=False)
    (sheet,) = play.reports().practices
    assert sheet.country is None
    assert "peru" not in sheet.model_dump_json().lower()
    assert "peru" not in str(play.reports().lineage).lower()


@pytest.mark.parametrize("how", ["reserved", "withdrawn"])
def test_what_is_reserved_or_withdrawn_stays_out(play: Told, how: str) -> None:
    if how == "reserved":
        play.does(MODERATOR, "edit_session", session="tables", regime="reserved")
    else:
        play.does(PERU, "withdraw_practice", practice="f")
    report = play.reports()
    assert report.practices == ()
    assert "Triaje por perfiles" not in report.model_dump_json()
