"""Offers and needs: who posts, who says that two should meet, and what is settled."""

from typing import Any

import pytest

from sessions.actor import Actor, Role
from sessions.errors import Code
from sessions.lineage import Sort
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told
from tests.sessions.rules.asking import changes_nothing, refusal

THEMES = [{"id": "BKL", "text": "Rezago"}, {"id": "COI", "text": "Información"}]
PAIR = {"activity": "fair", "offer": "offer-0001", "need": "need-0001"}


def delegate(seat: str) -> Actor:
    return Actor(role=Role.DELEGATE, seat=seat)


PERU, MEXICO, BELIZE = delegate("peru-1"), delegate("mexico-1"), delegate("belize-1")


@pytest.fixture
def play() -> Told:
    play = Told(small())
    play.comes(play.meeting.seats)
    setup = {"question": "¿Qué ofrece y qué necesita?", "themes": THEMES}
    play.does(MODERATOR, "add_activity", session="tables", activity="fair", kind="exchange", title="Feria", setup=setup)
    play.does(MODERATOR, "edit_session", session="tables", regime="chatham_house")
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="fair")
    posts(play, PERU, "offer", "Pasantías de dos semanas")
    posts(play, MEXICO, "need", "Formar a oficiales nuevos")
    return play


def posts(play: Told, actor: Actor, side: str, text: str, *, theme: str = "BKL", number: int = 1) -> None:
    entry = {"text": text, "side": side, "theme": theme, "support": "training"}
    play.does(actor, "add_entry", activity="fair", round=1, entry_id=f"{side}-{number:04}", entry=entry)


def points(play: Told) -> list[dict[str, Any]]:
    return list(play.views()["everyone"]["exchange/fair"]["points"])


def settles(play: Told) -> Any:
    play.does(MODERATOR, "close_activity", activity="fair", round=1)
    play.does(MODERATOR, "finish_board", activity="fair", round=1)
    play.seals("fair")
    play.reveals("fair")
    return next(a for s in play.reports().sessions for a in s.activities if a.id == "fair")


def test_a_post_stands_with_its_delegation_whatever_the_regime(play: Told) -> None:
    told = play.views()["everyone"]["exchange/fair"]["posts"]
    assert {(post["sort"], post["delegation"]) for post in told} == {("offer", "peru"), ("need", "mexico")}


def test_what_names_the_same_theme_and_support_fits(play: Told) -> None:
    posts(play, BELIZE, "need", "Sistema de citas", theme="COI", number=2)
    assert [(point["offer"], point["need"], point["fits"]) for point in points(play)] == [
        ("offer-0001", "need-0001", True)
    ]


def test_it_is_a_pairing_once_both_said_so(play: Told) -> None:
    play.does(PERU, "show_interest", **PAIR)
    assert (points(play)[0]["interested"], points(play)[0]["agreed"]) == (["peru"], False)
    assert changes_nothing(play, "show_interest", delegate("peru-2"), **PAIR)
    play.does(MEXICO, "show_interest", **PAIR)
    assert points(play)[0]["agreed"] is True
    play.does(PERU, "show_interest", **PAIR, interested=False)
    assert points(play)[0]["agreed"] is False


def test_two_that_do_not_fit_may_meet_all_the_same(play: Told) -> None:
    posts(play, BELIZE, "need", "Sistema de citas", theme="COI", number=2)
    asked = {**PAIR, "need": "need-0002"}
    for actor in (PERU, BELIZE):
        play.does(actor, "show_interest", **asked)
    assert [point["agreed"] for point in points(play) if point["need"] == "need-0002"] == [True]


def test_only_the_two_say_whether_they_meet(play: Told) -> None:
    assert refusal(play, "show_interest", BELIZE, **PAIR) is Code.NOT_ALLOWED
    swapped = {"activity": "fair", "offer": "need-0001", "need": "offer-0001"}
    assert refusal(play, "show_interest", PERU, **swapped) is Code.UNKNOWN_ENTRY
    posts(play, PERU, "need", "Intérpretes", number=3)
    assert refusal(play, "show_interest", PERU, **{**PAIR, "need": "need-0003"}) is Code.NOT_ALLOWED


def test_nobody_makes_another_of_what_a_delegation_posted(play: Told) -> None:
    posts(play, PERU, "offer", "Otra pasantía", number=2)
    play.does(MODERATOR, "close_activity", activity="fair", round=1)
    both = {"activity": "fair", "entries": ["offer-0001", "offer-0002"], "id": "merged-0001", "text": "Pasantías"}
    assert refusal(play, "merge_entries", MODERATOR, **both) is Code.INVALID_COMMAND


@pytest.mark.parametrize(
    "wrong", [{"side": "gift"}, {"theme": "ZZZ"}, {"support": "money"}, {"text": ""}, {"delegation": "peru"}]
)
def test_what_is_no_post_is_refused(play: Told, wrong: dict[str, str]) -> None:
    entry = {"text": "x", "side": "offer", "theme": "BKL", "support": "peer", **wrong}
    args = {"activity": "fair", "round": 1, "entry_id": "offer-0009", "entry": entry}
    assert refusal(play, "add_entry", PERU, **args) is Code.INVALID_ENTRY


def test_the_outcome_has_pairings_and_what_found_no_partner(play: Told) -> None:
    posts(play, BELIZE, "need", "Sistema de citas", theme="COI", number=2)
    for actor in (PERU, MEXICO):
        play.does(actor, "show_interest", **PAIR)
    told = settles(play)
    assert [(finding.option, finding.label["es"]) for finding in told.outcomes] == [
        ("O-01-B-01", "Peru → Mexico"),
        ("B-02", "Necesidad sin respuesta"),
    ]
    assert [table.title["es"] for table in told.tables] == ["Emparejamientos confirmados", "Necesidades sin respuesta"]
    assert (told.counted.voted, told.counted.delegations) == (3, 3)
    codes = {(node.sort, node.code) for node in play.reports().lineage}
    assert {(Sort.OFFER, "O-01"), (Sort.NEED, "B-01"), (Sort.NEED, "B-02")} <= codes


def test_once_sealed_nobody_changes_their_mind(play: Told) -> None:
    settles(play)
    assert refusal(play, "show_interest", PERU, **PAIR) is Code.CLOSED
