"""Drafting the roadmap: sources, edits that meet, who may, and where a line may go."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.actor import Actor, Role
from sessions.commands import read_command
from sessions.errors import Refused
from sessions.events import Event
from sessions.evolve import fold
from sessions.rules import decide
from tests.helpers.play import MODERATOR
from tests.helpers.report import Told
from tests.helpers.roadmap import ENTRY, FINDING, GENERAL, OF_TABLE, drafted, noted

OTHER_TABLE = Actor(role=Role.RAPPORTEUR, table="t2")
FACILITATOR = Actor(role=Role.FACILITATOR, table="t1")


def refused(play: Told, actor: Actor, name: str, **args: Any) -> str:
    with pytest.raises(Refused) as caught:
        decide(play.meeting, read_command(name, args), actor, play.context())
    return caught.value.code.value


def adds(play: Told, line: str = "l-9", actor: Actor = GENERAL, **fields: Any) -> list[Event]:
    return play.does(actor, "add_line", line=line, fields={"activity": "Crear", "sources": [ENTRY], **fields})


# Sources


def test_a_line_says_where_it_comes_from() -> None:
    play = noted()
    assert refused(play, GENERAL, "add_line", line="l", fields={"activity": "Crear"}) == "no_source"
    adds(play)
    assert refused(play, GENERAL, "edit_line", line="l-9", version=1, changes={"sources": []}) == "no_source"


@pytest.mark.parametrize(
    "source",
    [
        {"sort": "entry", "id": "pads.t1.e7"},
        {"sort": "outcome", "id": "priorities", "part": "C-1"},
        {"sort": "outcome", "id": "coffee", "part": "maybe"},
        {"sort": "outcome", "id": "nowhere"},
        {"sort": "synthesis", "id": "s-7"},
        {"sort": "line", "id": "l-7"},
        {"sort": "idea", "id": "i-7"},
        {"sort": "earlier", "id": "old"},
        {"sort": "challenge", "id": "ACC-1"},
    ],
    ids=lambda source: str(source["sort"]),
)
def test_a_source_is_there(source: dict[str, str]) -> None:
    fields = {"activity": "Crear", "sources": [{**source, "why": "quote"}]}
    assert refused(noted(), GENERAL, "add_line", line="l", fields=fields) == "unknown_source"


def test_no_line_is_its_own_ancestor() -> None:
    play = drafted()
    adds(play, "l-2", sources=[{"sort": "line", "id": "l-1", "why": "split"}])
    back = {"sources": [{"sort": "line", "id": "l-2", "why": "merge"}]}
    assert refused(play, GENERAL, "edit_line", line="l-1", version=1, changes=back) == "unknown_source"


def test_a_source_that_has_gone_does_not_keep_a_line_from_being_edited() -> None:
    play = drafted()
    play.does(GENERAL, "withdraw_synthesis", synthesis="s-1")
    fields = play.meeting.lines["l-1"].fields
    sources = [parent.model_dump(mode="json") for parent in fields.sources[::-1]]
    play.does(GENERAL, "edit_line", line="l-1", version=1, changes={"sources": sources})
    assert play.meeting.lines["l-1"].fields.sources == fields.sources[::-1]


# Edits that meet


def test_edits_of_different_fields_made_on_one_version_both_hold() -> None:
    play = drafted()
    play.does(GENERAL, "edit_line", line="l-1", version=1, changes={"output": "Una red"})
    play.does(MODERATOR, "edit_line", line="l-1", version=1, changes={"institution": "CONARE"})
    fields = play.meeting.lines["l-1"].fields
    assert (fields.output, fields.institution) == ("Una red", "CONARE")


def test_the_second_edit_of_a_field_is_refused_and_changes_nothing() -> None:
    play = drafted()
    play.does(GENERAL, "edit_line", line="l-1", version=1, changes={"output": "Una red"})
    changes = {"output": "Dos redes", "support": "ACNUR"}
    assert refused(play, MODERATOR, "edit_line", line="l-1", version=1, changes=changes) == "stale_line"
    play.does(MODERATOR, "edit_line", line="l-1", version=2, changes=changes)
    assert play.meeting.lines["l-1"].fields.output == "Dos redes"


def test_the_same_words_twice_are_no_conflict() -> None:
    play = drafted()
    play.does(GENERAL, "edit_line", line="l-1", version=1, changes={"output": "Una red"})
    again = read_command("edit_line", {"line": "l-1", "version": 1, "changes": {"output": "Una red"}})
    assert decide(play.meeting, again, MODERATOR, play.context()) == []


NAMES = ["output", "institution", "support", "target"]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.dictionaries(st.sampled_from(NAMES), st.text("abc", max_size=2), min_size=1, max_size=2),
        ),
        max_size=12,
    )
)
def test_no_edit_is_lost(edits: list[tuple[int, dict[str, str]]]) -> None:
    """Each writer edits what they last saw, up to three versions ago: whatever was recorded is there until somebody who
    had seen it changed it."""
    play = again()
    told = dict.fromkeys(NAMES, "")
    since = dict.fromkeys(NAMES, 1)
    for lag, changes in edits:
        line = play.meeting.lines["l-1"]
        seen = max(1, line.version - lag)
        stale = any(since[name] > seen and told[name] != text for name, text in changes.items())
        edit = {"line": "l-1", "version": seen, "changes": changes}
        if stale:
            assert refused(play, GENERAL, "edit_line", **edit) == "stale_line"
            continue
        play.does(GENERAL, "edit_line", **edit)
        for name, text in changes.items():
            if told[name] != text:
                told[name], since[name] = text, line.version
    assert {name: getattr(play.meeting.lines["l-1"].fields, name) for name in NAMES} == told


def again() -> Told:
    """Playing a meeting up to its first line once is enough."""
    play = copy.copy(START)
    play.log = list(START.log)
    play._meeting = fold(enumerate(play.log, start=1))
    return play


START = drafted()


# Who may


@pytest.mark.parametrize(
    ("actor", "may"), [(OF_TABLE, True), (FACILITATOR, True), (GENERAL, True), (OTHER_TABLE, False)]
)
def test_a_table_writes_its_own_lines(actor: Actor, may: bool) -> None:
    play = noted()
    adds(play, actor=OF_TABLE)
    assert play.meeting.lines["l-9"].table == "t1"
    edit = {"line": "l-9", "version": 1, "changes": {"output": "x"}}
    if may:
        play.does(actor, "edit_line", **edit)
    else:
        assert refused(play, actor, "edit_line", **edit) == "not_allowed"
        assert refused(play, actor, "withdraw_line", line="l-9") == "not_allowed"


def test_nobody_of_a_table_writes_for_another_or_for_all() -> None:
    play = drafted()
    fields = {"activity": "Crear", "sources": [FINDING]}
    assert refused(play, OF_TABLE, "add_line", line="l", table="t2", fields=fields) == "not_allowed"
    assert refused(play, OF_TABLE, "edit_line", line="l-1", version=1, changes={"output": "x"}) == "not_allowed"
    assert refused(play, OF_TABLE, "move_line", line="l-1", place=0) == "not_allowed"


def test_leads_are_states() -> None:
    play = noted()
    for leads in (["unhcr"], ["atlantis"]):
        fields = {"activity": "Crear", "sources": [ENTRY], "leads": leads}
        assert refused(play, GENERAL, "add_line", line="l", fields=fields) == "unknown_delegation"
    with pytest.raises(Refused, match="leads"):
        read_command("add_line", {"line": "l", "fields": {"activity": "x", "leads": ["a", "b", "c"]}})


def test_a_reserved_session_drafts_nothing() -> None:
    play = noted(regime="reserved")
    fields = {"activity": "Crear", "sources": [FINDING]}
    assert refused(play, GENERAL, "add_line", line="l", fields=fields) == "withheld"


# Where a line may go

STATUSES = ["proposed", "reviewed", "agreed_ad_referendum", "confirmed", "with_reservation"]
GOES = {
    ("proposed", "reviewed"),
    ("reviewed", "proposed"),
    ("reviewed", "agreed_ad_referendum"),
    ("reviewed", "with_reservation"),
    ("agreed_ad_referendum", "reviewed"),
    ("agreed_ad_referendum", "confirmed"),
    ("agreed_ad_referendum", "with_reservation"),
    ("confirmed", "agreed_ad_referendum"),
    ("confirmed", "with_reservation"),
    ("with_reservation", "reviewed"),
    ("with_reservation", "agreed_ad_referendum"),
    ("with_reservation", "confirmed"),
}
WAY = {
    "proposed": [],
    "reviewed": ["reviewed"],
    "agreed_ad_referendum": ["reviewed", "agreed_ad_referendum"],
    "confirmed": ["reviewed", "agreed_ad_referendum", "confirmed"],
    "with_reservation": ["reviewed", "with_reservation"],
}


@pytest.mark.parametrize("start", STATUSES)
def test_a_line_goes_from_status_to_status_as_the_table_says(start: str) -> None:
    play = drafted()
    for status in WAY[start]:
        play.does(MODERATOR, "set_line_status", line="l-1", status=status)
    for end in STATUSES:
        args = {"line": "l-1", "status": end}
        if (start, end) in GOES:
            assert decide(play.meeting, read_command("set_line_status", args), MODERATOR, play.context())
        elif start != end:
            assert refused(play, MODERATOR, "set_line_status", **args) == "wrong_status"
        drafting = {start, end} <= {"proposed", "reviewed"}
        if start != end and not drafting:
            assert refused(play, GENERAL, "set_line_status", **args) == "not_allowed"
    assert refused(play, MODERATOR, "set_line_status", line="l-1", status="withdrawn") == "wrong_status"


def test_a_withdrawn_line_is_a_tombstone_that_can_come_back() -> None:
    play = drafted()
    play.does(MODERATOR, "set_line_status", line="l-1", status="reviewed")
    play.does(GENERAL, "withdraw_line", line="l-1")
    assert refused(play, GENERAL, "edit_line", line="l-1", version=1, changes={"output": "x"}) == "wrong_status"
    report = play.reports()
    assert report.roadmap == ()
    assert [(stone.id, stone.code) for stone in report.tombstones] == [("l-1", "HR-26-01")]
    play.does(GENERAL, "restore_line", line="l-1")
    assert play.reports().roadmap[0].status == "reviewed"


def test_what_the_chair_has_settled_only_the_desk_withdraws() -> None:
    play = drafted()
    for status in ("reviewed", "agreed_ad_referendum"):
        play.does(MODERATOR, "set_line_status", line="l-1", status=status)
    assert refused(play, GENERAL, "withdraw_line", line="l-1") == "not_allowed"
    play.does(MODERATOR, "withdraw_line", line="l-1")


def test_a_code_is_given_once() -> None:
    play = drafted()
    adds(play, "l-2")
    play.does(GENERAL, "withdraw_line", line="l-2")
    adds(play, "l-3")
    assert [line.code for line in play.reports().roadmap] == ["HR-26-01", "HR-26-03"]


def test_the_history_says_who_changed_what() -> None:
    play = drafted()
    adds(play, actor=OF_TABLE)
    play.does(GENERAL, "edit_line", line="l-9", version=1, changes={"output": "Una red", "target": "12"})
    play.does(MODERATOR, "set_line_status", line="l-9", status="reviewed")
    changes = play.views()["notes"]["history/l-9"]["changes"]
    assert [(c["role"], c["table"], c["what"], c["before"], c["after"]) for c in changes[1:]] == [
        ("rapporteur", None, "edited", {"output": "", "target": ""}, {"output": "Una red", "target": "12"}),
        ("moderator", None, "status", {"status": "proposed"}, {"status": "reviewed"}),
    ]
    assert (changes[0]["table"], changes[0]["what"], changes[0]["after"]["activity"]) == ("t1", "added", "Crear")
    assert [c["at"] for c in changes] == sorted(c["at"] for c in changes)
