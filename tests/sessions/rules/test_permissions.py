"""The matrix command x role, every cell: written out here, compared with what the rules do."""

from typing import get_args

import pytest

from sessions import commands
from sessions.actor import Actor, Role
from sessions.commands import read_command
from sessions.errors import Code, Refused
from sessions.rules import decide
from tests.helpers.play import Play
from tests.helpers.programmes import small

ROLES = ("secretariat", "moderator", "facilitator", "rapporteur", "delegate", "observer", "screen")

# One row a command, one column a role of ROLES: x may, . may not.
MATRIX = """
add_activity      x x . . . . .
add_delegation    x x . . . . .
add_seat          x x . . . . .
add_session       x x . . . . .
add_time          x x . . . . .
assign_table      x x x . . . .
cast_ballot       . . . . x x .
set_source        x x x . . . .
enter_paper_ballot x x x . . . .
enter_hands       x x x . . . .
finish_paper      x x . . . . .
add_entry         . . . . x x .
edit_entry        . . . . x x .
withdraw_entry    . . . . x x .
object_to_entry   . . . . x x .
approve_entry     x x . . . . .
hide_entry        x x . . . . .
merge_entries     x x . . . . .
split_entry       x x . . . . .
reword_entry      x x . . . . .
undo_board        x x . . . . .
finish_board      x x . . . . .
prioritise_entries x x . . . . .
choose_table      . . . . x x .
clear_message     x x . . . . .
close_activity    x x . . . . .
close_meeting     x x . . . . .
edit_activity     x x . . . . .
edit_session      x x . . . . .
move_activity     x x . . . . .
move_session      x x . . . . .
open_activity     x x . . . . .
start_trial       x x . . . . .
release_seat      x x . . . . .
reopen_activity   x x . . . . .
reveal_outcome    x x . . . . .
rotate_tables     x x . . . . .
send_message      x x . . . . .
set_stage         x x . . . . .
skip_activity     x x . . . . .
skip_session      x x . . . . .
start_session     x x . . . . .
end_session       x x . . . . .
validate_table    x x x x . . .
add_line          x x x x . . .
edit_line         x x x x . . .
withdraw_line     x x x x . . .
restore_line      x x x x . . .
move_line         x x x x . . .
set_line_status   x x x x . . .
join_line         . . . . x . .
start_reading     x x . . . . .
read_line         x x . . . . .
end_reading       x x . . . . .
answer_line       . . . . x . .
follow_earlier    x x . x . . .
add_synthesis     x x . x . . .
edit_synthesis    x x . x . . .
withdraw_synthesis x x . x . . .
comment_entry     x x x x . . .
resolve_comment   x x x x . . .
set_regime        x x x x . . .
consent_entry     . . . . x . .
add_practice      x x x x x . .
edit_practice     x x x x x . .
name_practice     . . . . x . .
show_interest     . . . . x x .
withdraw_practice x x x x x . .
"""

SOURCE = {"sort": "entry", "id": "pads.t1.e0", "why": "merge"}
ARGS: dict[str, dict[str, object]] = {
    "add_activity": {
        "session": "plenary",
        "activity": "a-new",
        "kind": "notes",
        "title": "x",
        "setup": {"question": "x"},
    },
    "add_delegation": {"delegation": "chile", "title": "Chile"},
    "add_seat": {"delegation": "peru"},
    "add_session": {"session": "s-new", "title": "x", "start": "12:00", "minutes": 5},
    "add_time": {"activity": "coffee", "round": 1, "seconds": 60},
    "assign_table": {"session": "tables", "seat": "peru-1", "table": "t1"},
    "cast_ballot": {"activity": "coffee", "round": 1, "ballot_id": "b" * 12, "ballot": {"choices": ["yes"]}},
    "add_entry": {"activity": "coffee", "round": 1, "entry_id": "entry-0001", "entry": {"text": "x"}},
    "edit_entry": {"activity": "coffee", "round": 1, "entry_id": "entry-0001", "entry": {"text": "x"}},
    "withdraw_entry": {"activity": "coffee", "round": 1, "entry_id": "entry-0001"},
    "object_to_entry": {"activity": "coffee", "entry": "entry-0001"},
    "approve_entry": {"activity": "coffee", "entry": "entry-0001"},
    "hide_entry": {"activity": "coffee", "entry": "entry-0001"},
    "merge_entries": {"activity": "coffee", "entries": ["entry-0001", "entry-0002"], "id": "entry-0003", "text": "x"},
    "split_entry": {
        "activity": "coffee",
        "entry": "entry-0001",
        "into": [{"id": "entry-0002", "text": "x"}, {"id": "entry-0003", "text": "y"}],
    },
    "reword_entry": {"activity": "coffee", "entry": "entry-0001", "text": "x"},
    "undo_board": {"activity": "coffee", "step": 1},
    "finish_board": {"activity": "coffee", "round": 1},
    "prioritise_entries": {"activity": "coffee", "into": "a-new"},
    "set_source": {"activity": "coffee", "round": 1, "seat": "peru-1", "source": "paper"},
    "enter_paper_ballot": {"activity": "coffee", "round": 1, "seat": "peru-1", "ballot": {}, "again": {}},
    "enter_hands": {"activity": "coffee", "round": 1, "counts": {}, "again": {}},
    "finish_paper": {"activity": "coffee", "round": 1},
    "choose_table": {"table": "t1"},
    "clear_message": {},
    "close_activity": {"activity": "coffee", "round": 1},
    "close_meeting": {},
    "edit_activity": {"activity": "tea", "title": "x"},
    "edit_session": {"session": "pause", "minutes": 20},
    "move_activity": {"activity": "tea", "place": 0},
    "move_session": {"session": "pause", "place": 0},
    "open_activity": {"activity": "tea"},
    "start_trial": {"activity": "t-1"},
    "release_seat": {"seat": "peru-1"},
    "reopen_activity": {"activity": "coffee", "round": 1},
    "reveal_outcome": {"activity": "coffee", "round": 1},
    "rotate_tables": {"session": "tables", "rotation": 1},
    "send_message": {"text": "x"},
    "set_stage": {"stage": {"show": "join"}},
    "skip_activity": {"activity": "tea"},
    "skip_session": {"session": "pause"},
    "start_session": {"session": "plenary"},
    "end_session": {"session": "plenary"},
    "validate_table": {"activity": "pads", "table": "t1"},
    "add_line": {"line": "l", "fields": {"activity": "x"}},
    "edit_line": {"line": "l", "version": 1, "changes": {"output": "x"}},
    "withdraw_line": {"line": "l"},
    "restore_line": {"line": "l"},
    "move_line": {"line": "l", "place": 0},
    "set_line_status": {"line": "l", "status": "reviewed"},
    "join_line": {"line": "l"},
    "start_reading": {},
    "read_line": {"line": "l"},
    "end_reading": {},
    "answer_line": {"line": "l", "version": 1, "answer": "no_objection"},
    "follow_earlier": {"line": "l", "progress": "done"},
    "add_synthesis": {"synthesis": "s", "session": "tables", "fields": {"text": "x", "sources": [SOURCE]}},
    "edit_synthesis": {"synthesis": "s", "version": 1, "fields": {"text": "x", "sources": [SOURCE]}},
    "withdraw_synthesis": {"synthesis": "s"},
    "comment_entry": {"comment": "c", "entry": "pads.t1.e0", "text": "x"},
    "resolve_comment": {"comment": "c"},
    "set_regime": {"entry": "pads.t1.e0", "regime": "open"},
    "consent_entry": {"entry": "pads.t1.e0", "regime": "open"},
    "add_practice": {"practice": "f", "session": "tables", "fields": {"title": "x"}},
    "edit_practice": {"practice": "f", "version": 1, "changes": {"results": "x"}},
    "name_practice": {"practice": "f", "version": 1},
    "show_interest": {"activity": "coffee", "offer": "o" * 12, "need": "n" * 12},
    "withdraw_practice": {"practice": "f"},
}


def cells() -> list[tuple[str, Role, bool]]:
    rows = [line.split() for line in MATRIX.strip().splitlines()]
    return [(row[0], Role(role), mark == "x") for row in rows for role, mark in zip(ROLES, row[1:], strict=True)]


def test_every_command_has_a_row() -> None:
    every = {cls.model_fields["name"].default for cls in get_args(get_args(commands.Command)[0])}
    assert every == {name for name, _, _ in cells()} == set(ARGS)
    assert set(ROLES) == {role.value for role in Role}


@pytest.mark.parametrize(("name", "role", "allowed"), cells())
def test_a_role_may_or_may_not(name: str, role: Role, allowed: bool) -> None:
    play = Play(small())
    seat = {Role.DELEGATE: "peru-1", Role.OBSERVER: "unhcr-1"}.get(role)
    actor = Actor(role=role, seat=seat)
    assert (refusal(play, name, actor) is not Code.NOT_ALLOWED) == allowed


def refusal(play: Play, name: str, actor: Actor) -> Code | None:
    try:
        decide(play.meeting, read_command(name, dict(ARGS[name])), actor, play.context())
    except Refused as refused:
        return refused.code
    return None
