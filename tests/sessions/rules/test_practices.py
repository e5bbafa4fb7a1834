"""Good-practice sheets: whose they are, who may change them, and when a country is named."""

from typing import Any

import pytest

from sessions.actor import Actor, Role
from sessions.errors import Code
from tests.helpers.play import MODERATOR, Play
from tests.helpers.programmes import small
from tests.sessions.rules.asking import changes_nothing, refusal

PERU = Actor(role=Role.DELEGATE, seat="peru-1")
MEXICO = Actor(role=Role.DELEGATE, seat="mexico-1")
RAPPORTEUR = Actor(role=Role.RAPPORTEUR)


@pytest.fixture
def play() -> Play:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="tables")
    play.does(PERU, "add_practice", practice="f", fields={"title": "Triaje"}, named=True)
    return play


def told(play: Play, layer: str = "notes") -> dict[str, Any]:
    return dict(play.views()[layer]["practice/f"])


def test_a_sheet_belongs_to_the_delegation_that_wrote_it(play: Play) -> None:
    assert told(play)["code"] == "F-01"
    assert told(play)["delegation"] == "peru"
    views = play.views()
    assert [sheet["id"] for sheet in views["seat:peru-2"]["own/practices"]["practices"]] == ["f"]
    assert "own/practices" not in views["seat:mexico-1"]
    assert (
        refusal(play, "edit_practice", MEXICO, practice="f", version=1, changes={"results": "x"}) is Code.UNKNOWN_SOURCE
    )
    assert refusal(play, "withdraw_practice", MEXICO, practice="f") is Code.UNKNOWN_SOURCE


def test_a_country_is_named_only_while_it_agrees(play: Play) -> None:
    play.does(PERU, "name_practice", practice="f", version=1, named=False)
    assert told(play)["delegation"] is None
    assert told(play)["fields"]["title"] == "Triaje"
    assert "peru" not in str(told(play))


def test_words_changed_by_somebody_else_void_the_consent(play: Play) -> None:
    play.does(PERU, "edit_practice", practice="f", version=1, changes={"results": "Treinta días menos"})
    assert told(play)["named"] is True
    play.does(RAPPORTEUR, "edit_practice", practice="f", version=2, changes={"results": "Un mes menos"})
    assert (told(play)["named"], told(play)["delegation"]) == (False, None)
    assert refusal(play, "name_practice", PERU, practice="f", version=2) is Code.STALE_LINE
    play.does(PERU, "name_practice", practice="f", version=3)
    assert told(play)["delegation"] == "peru"


def test_nobody_names_a_country_for_it(play: Play) -> None:
    play.does(RAPPORTEUR, "add_practice", practice="g", delegation="mexico", fields={"title": "Citas"}, named=True)
    assert play.views()["notes"]["practice/g"]["delegation"] is None
    assert refusal(play, "name_practice", RAPPORTEUR, practice="g", version=1) is Code.NOT_ALLOWED
    play.does(MEXICO, "name_practice", practice="g", version=1)
    assert play.views()["notes"]["practice/g"]["delegation"] == "mexico"


def test_two_may_write_one_sheet_and_neither_loses_a_word(play: Play) -> None:
    play.does(PERU, "edit_practice", practice="f", version=1, changes={"results": "Treinta días menos"})
    play.does(RAPPORTEUR, "edit_practice", practice="f", version=1, changes={"conditions": "Un equipo de cuatro"})
    late = {"practice": "f", "version": 1, "changes": {"results": "Otra cosa"}}
    assert refusal(play, "edit_practice", RAPPORTEUR, **late) is Code.STALE_LINE
    fields = told(play)["fields"]
    assert (fields["results"], fields["conditions"]) == ("Treinta días menos", "Un equipo de cuatro")
    same = {"practice": "f", "version": 3, "changes": {"results": "Treinta días menos"}}
    assert changes_nothing(play, "edit_practice", RAPPORTEUR, **same)


def test_of_a_reserved_session_only_the_delegation_reads_its_sheet(play: Play) -> None:
    play.does(MODERATOR, "edit_session", session="tables", regime="reserved")
    assert (told(play)["fields"], told(play)["delegation"]) == (None, None)
    own = play.views()["seat:peru-1"]["own/practices"]["practices"][0]
    assert own["fields"]["title"] == "Triaje"
    assert refusal(play, "edit_practice", RAPPORTEUR, practice="f", version=1, changes={"title": "x"}) is Code.WITHHELD


def test_a_sheet_may_be_withdrawn_and_brought_back(play: Play) -> None:
    play.does(PERU, "withdraw_practice", practice="f")
    assert told(play)["withdrawn"] is True
    assert changes_nothing(play, "withdraw_practice", PERU, practice="f")
    play.does(RAPPORTEUR, "withdraw_practice", practice="f", withdrawn=False)
    assert told(play)["withdrawn"] is False


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": " "}, Code.INVALID_COMMAND),
        ({"title": "x", "website": "javascript:alert(1)"}, Code.INVALID_COMMAND),
        ({"title": "x", "categories": ["ZZZ"]}, Code.INVALID_COMMAND),
        ({"title": "x", "sources": [{"sort": "entry", "id": "pads.t1.e9", "why": "promote"}]}, Code.UNKNOWN_SOURCE),
    ],
)
def test_what_a_sheet_cannot_say(play: Play, fields: dict[str, Any], code: Code) -> None:
    assert refusal(play, "add_practice", PERU, practice="h", fields=fields) is code
