"""What came from what: a pairing knows the offer and the need that met, and what a board kept knows the idea."""

from collections.abc import Mapping

from sessions.chain import chain, written
from sessions.lineage import Sort, coded
from sessions.meeting import Meeting
from tests.helpers.play import MODERATOR, delegate
from tests.helpers.programmes import small
from tests.helpers.report import Told

POST = {"text": "Pasantías", "theme": "BKL", "support": "training"}
THEMES = {"question": "¿Qué ofrece?", "themes": [{"id": "BKL", "text": "Rezago"}, {"id": "COI", "text": "COI"}]}


def parents(meeting: Meeting, id_: str) -> list[tuple[str, str]]:
    node = next(node for node in chain(meeting) if node.sort is Sort.OUTCOME and node.id == id_)
    return [(parent.sort.value, parent.id) for parent in node.parents]


def boarded(kind: str, setup: Mapping[str, object], entries: Mapping[str, tuple[str, Mapping[str, str]]]) -> Told:
    """The plenary runs an activity ``board`` of ``kind``, into which seats wrote ``entries``: id -> (seat, fields)."""
    play = Told(small())
    play.comes(play.meeting.seats)
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "add_activity", session="plenary", activity="board", kind=kind, title="Tablero", setup=setup)
    play.does(MODERATOR, "open_activity", activity="board")
    for id_, (seat, entry) in entries.items():
        play.does(delegate(seat), "add_entry", activity="board", round=1, entry_id=id_, entry=entry)
    return play


def ends(play: Told) -> Meeting:
    play.does(MODERATOR, "close_activity", activity="board", round=1)
    play.does(MODERATOR, "finish_board", activity="board", round=1)
    play.seals("board")
    play.reveals("board")
    return play.meeting


def test_a_pairing_came_from_the_offer_and_the_need_that_met() -> None:
    sides = {"offer-0001": ("peru-1", POST | {"side": "offer"}), "need-0001": ("mexico-1", POST | {"side": "need"})}
    play = boarded("exchange", THEMES, sides | {"need-0002": ("peru-2", POST | {"side": "need", "theme": "COI"})})
    for seat in ("peru-1", "mexico-1"):
        play.does(delegate(seat), "show_interest", activity="board", offer="offer-0001", need="need-0001")
    meeting = ends(play)
    assert parents(meeting, "board.O-01-B-01") == [("offer", "offer-0001"), ("need", "need-0001")]
    assert parents(meeting, "board.B-02") == [("need", "need-0002")]
    nodes = {(node.sort, node.id): node for node in chain(meeting)}
    assert written(nodes, nodes[(Sort.OUTCOME, "board.O-01-B-01")]) == "P-01 <- B-01, O-01"


def test_what_a_board_kept_came_from_the_idea() -> None:
    play = boarded("collect", {"question": "¿Qué falta?"}, {"idea-0001": ("peru-1", {"text": "Más intérpretes"})})
    assert parents(ends(play), "board.D-01") == [("idea", "idea-0001")]


def test_codes_of_nothing_name_nothing() -> None:
    numbers = {Sort.IDEA: {"one": 1, "two": 2}}
    assert list(coded(numbers, "D-02")) == [(Sort.IDEA, "two")]
    assert list(coded(numbers, "D-03-O-01-X-1-yes")) == []
