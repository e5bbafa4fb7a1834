"""Writing entries and working on the board, as the rules have it."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.activity import Activity
from sessions.actor import Role, Secrecy
from sessions.board import Board, Status
from sessions.errors import Code
from sessions.meeting import freeze, thaw
from sessions.report import gather
from sessions.views import project
from tests.helpers.play import MODERATOR, Play, delegate, masked
from tests.helpers.programmes import small
from tests.sessions.rules.asking import changes_nothing, refusal

IDEAS = {
    "idea-0001": ("peru-1", "Más personal en fronteras"),
    "idea-0002": ("peru-2", "Personal en las fronteras"),
    "idea-0003": ("panama-1", "Plazos y portales"),
    "idea-0004": ("belize-1", "Intérpretes"),
}


def opened(regime: str = "attributable", **setup: Any) -> Play:
    play = Play(small())
    play.does(MODERATOR, "edit_session", session="plenary", title="x", regime=regime)
    play.does(
        MODERATOR,
        "add_activity",
        session="plenary",
        activity="ideas",
        kind="collect",
        title="Ideas",
        setup={"question": "¿Qué falta?", **setup},
        place=0,
    )
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity="ideas")
    return play


def writes(play: Play, seat: str, id_: str, text: str) -> None:
    play.does(delegate(seat), "add_entry", activity="ideas", round=1, entry_id=id_, entry={"text": text})


def closed(**setup: Any) -> Play:
    play = opened(**setup)
    for id_, (seat, text) in IDEAS.items():
        writes(play, seat, id_, text)
    play.does(MODERATOR, "close_activity", activity="ideas", round=1)
    return play


def ideas(play: Play) -> Activity:
    return play.meeting.activities["ideas"]


def on_desk(play: Play) -> dict[str, Any]:
    board: dict[str, Any] = project(play.meeting, "desk", masked)["board/ideas"]
    return {item["id"]: item for item in board["items"]}


def own(play: Play, seat: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = project(play.meeting, f"seat:{seat}", masked)["written/ideas"]["items"]
    return items


MERGE: dict[str, Any] = {
    "activity": "ideas",
    "entries": ["idea-0001", "idea-0002"],
    "id": "merged-01",
    "text": "Personal",
}


class TestWriting:
    def test_a_text_is_one_clean_line_of_140_characters(self) -> None:
        play = opened()
        writes(play, "peru-1", "idea-0001", "  Ma\u0301s\x07\n personal\u202e  ")
        assert ideas(play).board.items["idea-0001"].text == "Más personal"
        for bad in ("", "   ", "...", "x" * 141, None, 3):
            asked: dict[str, Any] = {"activity": "ideas", "round": 1, "entry_id": "idea-0009", "entry": {"text": bad}}
            assert refusal(play, "add_entry", delegate("peru-1"), **asked) is Code.INVALID_ENTRY
        writes(play, "peru-1", "idea-0002", "x" * 140)

    def test_the_same_id_is_the_same_entry_also_after_the_close(self) -> None:
        play = opened()
        asked: dict[str, Any] = {
            "activity": "ideas",
            "round": 1,
            "entry_id": "idea-0001",
            "entry": {"text": "Personal"},
        }
        play.does(delegate("peru-1"), "add_entry", **asked)
        assert changes_nothing(play, "add_entry", delegate("peru-1"), **asked)
        assert refusal(play, "add_entry", delegate("peru-2"), **asked) is Code.TAKEN
        play.does(MODERATOR, "close_activity", activity="ideas", round=1)
        assert changes_nothing(play, "add_entry", delegate("peru-1"), **asked)
        late = {**asked, "entry_id": "idea-0002"}
        assert refusal(play, "add_entry", delegate("peru-1"), **late) is Code.CLOSED

    def test_a_seat_has_so_many_and_no_more_until_it_takes_one_back(self) -> None:
        play = opened(per_seat=2)
        writes(play, "peru-1", "idea-0001", "uno")
        writes(play, "peru-1", "idea-0002", "dos")
        third = {"activity": "ideas", "round": 1, "entry_id": "idea-0003", "entry": {"text": "tres"}}
        assert refusal(play, "add_entry", delegate("peru-1"), **third) is Code.TOO_MANY
        play.does(delegate("peru-1"), "withdraw_entry", activity="ideas", round=1, entry_id="idea-0001")
        play.does(delegate("peru-1"), "add_entry", **third)

    def test_only_ones_own_can_be_edited_or_withdrawn_and_only_while_open(self) -> None:
        play = opened()
        writes(play, "peru-1", "idea-0001", "uno")
        edit = {"activity": "ideas", "round": 1, "entry_id": "idea-0001", "entry": {"text": "otra"}}
        assert refusal(play, "edit_entry", delegate("peru-2"), **edit) is Code.UNKNOWN_ENTRY
        play.does(delegate("peru-1"), "edit_entry", **edit)
        assert [item["fields"]["text"] for item in own(play, "peru-1")] == ["otra"]
        play.does(MODERATOR, "close_activity", activity="ideas", round=1)
        assert refusal(play, "edit_entry", delegate("peru-1"), **{**edit, "entry": {"text": "x"}}) is Code.CLOSED
        gone = {"activity": "ideas", "round": 1, "entry_id": "idea-0001"}
        assert refusal(play, "withdraw_entry", delegate("peru-1"), **gone) is Code.CLOSED

    def test_who_takes_back_the_last_has_not_written(self) -> None:
        play = opened()
        writes(play, "peru-1", "idea-0001", "uno")
        play.does(delegate("peru-1"), "withdraw_entry", activity="ideas", round=1, entry_id="idea-0001")
        assert project(play.meeting, "everyone", masked)["turnout/ideas"]["voted"] == 0
        assert "uno" not in freeze(play.meeting).decode()

    def test_with_approval_it_waits(self) -> None:
        play = opened(approval=True, wall="live")
        writes(play, "peru-1", "idea-0001", "uno")
        wall = "wall/ideas"
        assert project(play.meeting, "everyone", masked)[wall]["items"] == []
        play.does(MODERATOR, "approve_entry", activity="ideas", entry="idea-0001")
        assert [item["fields"]["text"] for item in project(play.meeting, "everyone", masked)[wall]["items"]] == ["uno"]
        edited = {"activity": "ideas", "round": 1, "entry_id": "idea-0001", "entry": {"text": "otra"}}
        play.does(delegate("peru-1"), "edit_entry", **edited)
        assert ideas(play).board.items["idea-0001"].status is Status.WAITING


class TestSecrecy:
    @pytest.mark.parametrize("regime", ["chatham_house", "reserved"])
    def test_a_room_that_does_not_attribute_gets_pseudonyms(self, regime: str) -> None:
        play = closed(regime=regime)
        assert ideas(play).rounds[0].secrecy is Secrecy.SECRET
        item = ideas(play).board.items["idea-0001"]
        assert (item.author, item.delegation) == ("v:ideas:1:peru-1", "d:ideas:1:peru")
        assert {line["delegation"] for line in on_desk(play).values()} == {None}

    def test_while_people_write_in_secret_only_the_number_is_told(self) -> None:
        play = opened("chatham_house")
        writes(play, "peru-1", "idea-0001", "secreto de uno")
        for layer, view in play.views().items():
            assert ("secreto de uno" in str(view)) == (layer == "seat:peru-1"), layer
        assert project(play.meeting, "desk", masked)["board/ideas"]["count"] == 1

    def test_the_desk_sees_delegations_where_the_regime_names_them(self) -> None:
        assert on_desk(closed())["idea-0001"]["delegation"] == "peru"

    def test_codes_do_not_follow_the_order_of_writing(self) -> None:
        play = opened()
        for id_ in ("zz-00001", "aa-00001", "mm-00001"):
            writes(play, "peru-1", id_, id_)
        assert {item["code"] for item in on_desk(play).values()} == {None}
        play.does(MODERATOR, "close_activity", activity="ideas", round=1)
        assert {id_: item["code"] for id_, item in on_desk(play).items()} == {
            "aa-00001": "D-01",
            "mm-00001": "D-02",
            "zz-00001": "D-03",
        }


class TestBoard:
    def test_merging_makes_one_of_many_that_knows_its_ancestors(self) -> None:
        play = closed()
        play.does(MODERATOR, "merge_entries", **MERGE)
        board = ideas(play).board
        assert board.items["idea-0001"].status is Status.MERGED
        assert [source.id for source in board.sources(board.items["merged-01"])] == ["idea-0001", "idea-0002"]
        assert on_desk(play)["merged-01"]["contributions"] == 2
        assert changes_nothing(play, "merge_entries", **MERGE)
        assert refusal(play, "merge_entries", **{**MERGE, "id": "merged-02"}) is Code.STALE

    def test_contributors_see_where_it_went_and_object(self) -> None:
        play = closed()
        thing = {"activity": "ideas", "entry": "idea-0001"}
        assert refusal(play, "object_to_entry", delegate("peru-1"), **thing) is Code.STALE
        play.does(MODERATOR, "merge_entries", **MERGE)
        (mine,) = own(play, "peru-1")
        assert mine["changed"]
        assert [(heir["code"], heir["text"]) for heir in mine["became"]] == [("D-05", "Personal")]
        assert refusal(play, "object_to_entry", delegate("panama-1"), **thing) is Code.UNKNOWN_ENTRY
        play.does(delegate("peru-1"), "object_to_entry", **thing, text="No es lo mismo")
        assert on_desk(play)["merged-01"]["objections"] == ["No es lo mismo"]
        play.does(MODERATOR, "undo_board", activity="ideas", step=1)
        assert on_desk(play)["idea-0001"]["objections"] == []

    def test_splitting_and_rewording(self) -> None:
        play = closed()
        into = [{"id": "piece-001", "text": "Plazos"}, {"id": "piece-002", "text": "Portales"}]
        play.does(MODERATOR, "split_entry", activity="ideas", entry="idea-0003", into=into)
        assert changes_nothing(play, "split_entry", activity="ideas", entry="idea-0003", into=into)
        play.does(MODERATOR, "reword_entry", activity="ideas", entry="piece-001", text="Plazos breves")
        assert [heir["text"] for heir in own(play, "panama-1")[0]["became"]] == ["Plazos breves", "Portales"]
        assert on_desk(play)["piece-001"]["written"] == "Plazos"

    def test_while_people_write_nothing_is_merged(self) -> None:
        play = opened()
        for id_, (seat, text) in IDEAS.items():
            writes(play, seat, id_, text)
        assert refusal(play, "merge_entries", **MERGE) is Code.STALE

    def test_a_finished_board_stays_as_it_is(self) -> None:
        play = closed()
        play.does(MODERATOR, "merge_entries", **MERGE)
        assert refusal(play, "reveal_outcome", activity="ideas", round=1) is Code.NOT_SEALED
        play.does(MODERATOR, "finish_board", activity="ideas", round=1)
        assert changes_nothing(play, "finish_board", activity="ideas", round=1)
        assert refusal(play, "undo_board", activity="ideas", step=1) is Code.STALE
        play.seals("ideas")
        play.does(MODERATOR, "reveal_outcome", activity="ideas", round=1)
        outcome = project(play.meeting, "everyone", masked)["outcome/ideas"]["outcome"]
        told = [(finding["id"], finding["label"]["es"], finding["count"]) for finding in outcome["findings"]]
        assert told == [("D-03", "Plazos y portales", 1), ("D-04", "Intérpretes", 1), ("D-05", "Personal", 2)]
        assert outcome["counted"]["voted"] == 4

    def test_a_second_undo_of_the_same_step_is_harmless(self) -> None:
        play = closed()
        play.does(MODERATOR, "merge_entries", **MERGE)
        play.does(MODERATOR, "hide_entry", activity="ideas", entry="idea-0004")
        assert refusal(play, "undo_board", activity="ideas", step=1) is Code.STALE
        play.does(MODERATOR, "undo_board", activity="ideas", step=2)
        assert changes_nothing(play, "undo_board", activity="ideas", step=2)
        assert refusal(play, "undo_board", activity="ideas", step=3) is Code.STALE

    def test_only_the_desk_works_on_it(self) -> None:
        play = closed()
        for role in (Role.FACILITATOR, Role.RAPPORTEUR, Role.SCREEN, Role.DELEGATE):
            actor = MODERATOR.model_copy(update={"role": role})
            assert refusal(play, "merge_entries", actor, **MERGE) is Code.NOT_ALLOWED


class TestCarrying:
    def test_the_list_becomes_the_options_with_their_lineage(self) -> None:
        play = closed()
        play.does(MODERATOR, "merge_entries", **MERGE)
        asked: dict[str, Any] = {"activity": "ideas", "into": "a-ranking"}
        play.does(MODERATOR, "prioritise_entries", **asked)
        made = play.meeting.activities["a-ranking"]
        options = made.prepared.setup.options
        assert [option.id for option in options] == ["D-03", "D-04", "D-05"]
        assert [(p.sort, p.id, p.why) for p in options[2].parents] == [("idea", "merged-01", "promote")]
        assert play.meeting.sessions["plenary"].activities[:2] == ["ideas", "a-ranking"]
        assert not ideas(play).to_finish
        assert changes_nothing(play, "prioritise_entries", **asked)
        play.does(MODERATOR, "open_activity", activity="a-ranking")

    def test_labels_fit_and_are_told_apart(self) -> None:
        play = opened()
        writes(play, "peru-1", "idea-0001", "Fortalecer la capacitación de jueces y fiscales en la frontera norte")
        writes(play, "peru-1", "idea-0002", "Fortalecer la capacitación de jueces y fiscales en la frontera sur")
        play.does(MODERATOR, "close_activity", activity="ideas", round=1)
        play.does(MODERATOR, "prioritise_entries", activity="ideas", into="a-ranking")
        shorts = [o.short["es"] for o in play.meeting.activities["a-ranking"].prepared.setup.options]
        assert shorts == ["D-01 Fortalecer la capacitación…", "D-02 Fortalecer la capacitación…"]

    def test_one_idea_is_no_choice_and_forty_one_are_too_many(self) -> None:
        play = opened(per_seat=20)
        writes(play, "peru-1", "idea-0001", "uno")
        play.does(MODERATOR, "close_activity", activity="ideas", round=1)
        assert refusal(play, "prioritise_entries", activity="ideas", into="a-ranking") is Code.INVALID_SETUP


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), st.lists(st.integers(0, 30), min_size=2, max_size=3, unique=True)),
        st.tuples(
            st.sampled_from(["split", "hide", "show", "approve", "reword"]), st.lists(st.integers(0, 30), min_size=1)
        ),
    ),
    max_size=12,
)


@settings(max_examples=40)
@given(steps=STEPS)
def test_undoing_all_restores_the_board_and_every_parent_exists(steps: list[tuple[str, list[int]]]) -> None:
    play = closed()
    boards = [copy.deepcopy(ideas(play).board.items)]
    for number, (verb, picks) in enumerate(steps):
        if refused_or_done(play, verb, picks, number):
            boards.append(copy.deepcopy(ideas(play).board.items))
        board = ideas(play).board
        assert all(parent.id in board.items for item in board.items.values() for parent in item.parents)
        written = {id_ for item in board.items.values() for id_ in [s.id for s in board.sources(item)]}
        assert written == set(IDEAS), "nothing is lost"
    assert thaw(freeze(play.meeting)) == play.meeting
    while len(boards) > 1:
        assert ideas(play).board.items == boards.pop()
        play.does(MODERATOR, "undo_board", activity="ideas", step=ideas(play).board.steps[-1].number)
    assert ideas(play).board.items == boards[0]
    assert ideas(play).board.steps == []


def refused_or_done(play: Play, verb: str, picks: list[int], number: int) -> bool:
    board: Board = ideas(play).board
    ids = list(board.items)
    entries = list(dict.fromkeys(ids[pick % len(ids)] for pick in picks))
    texts = {"text": f"texto {number}"}
    acts: dict[str, tuple[str, dict[str, Any]]] = {
        "merge": ("merge_entries", {"entries": entries, "id": f"merged-{number:03}", **texts}),
        "split": (
            "split_entry",
            {"entry": entries[0], "into": [{"id": f"piece-{number}-{half}", "text": f"parte {half}"} for half in "ab"]},
        ),
        "hide": ("hide_entry", {"entry": entries[0]}),
        "show": ("hide_entry", {"entry": entries[0], "hide": False}),
        "approve": ("approve_entry", {"entry": entries[0]}),
        "reword": ("reword_entry", {"entry": entries[0], **texts}),
    }
    name, args = acts[verb]
    asked: dict[str, Any] = {"activity": "ideas", **args}
    if (verb == "merge" and len(entries) < 2) or refusal(play, name, **asked) is not None:
        return False
    if changes_nothing(play, name, **asked):
        return False
    play.does(MODERATOR, name, **asked)
    return True


class TestReport:
    def test_what_became_of_each_is_told_in_a_table_without_anybody(self) -> None:
        play = closed()
        play.does(MODERATOR, "merge_entries", **MERGE)
        play.does(MODERATOR, "hide_entry", activity="ideas", entry="idea-0004")
        play.does(MODERATOR, "reword_entry", activity="ideas", entry="idea-0003", text="Plazos")
        play.does(delegate("peru-1"), "object_to_entry", activity="ideas", entry="idea-0001")
        play.does(MODERATOR, "finish_board", activity="ideas", round=1)
        play.seals("ideas")
        play.does(MODERATOR, "reveal_outcome", activity="ideas", round=1)
        told = gather(play.meeting, "epoch").sessions[0].activities[0]
        listed, fates = told.tables
        assert [row[0] for row in listed.rows] == ["D-03", "D-05"]
        assert [(row[0], row[1], row[2]["es"], row[3]) for row in fates.rows if isinstance(row[2], dict)] == [
            ("D-01", "Más personal en fronteras", "Unida a otras; quien la escribió objetó", "D-05"),
            ("D-02", "Personal en las fronteras", "Unida a otras", "D-05"),
            ("D-03", "Plazos y portales", "En la lista, aclarada", None),
            ("D-04", None, "Fuera de la lista", None),
        ]
        assert "peru" not in told.model_dump_json()

    def test_a_reserved_session_tells_nothing_of_it(self) -> None:
        play = closed(regime="reserved")
        play.does(MODERATOR, "finish_board", activity="ideas", round=1)
        play.seals("ideas")
        play.does(MODERATOR, "reveal_outcome", activity="ideas", round=1)
        assert "Intérpretes" not in gather(play.meeting, "epoch").model_dump_json()
