"""Which role may give which command. What is not listed is refused."""

from sessions.actor import DESK, Role

_SEATED = frozenset({Role.DELEGATE, Role.OBSERVER})
_TABLES = DESK | {Role.FACILITATOR}
_DELEGATES = frozenset({Role.DELEGATE})
_REPORT = DESK | {Role.RAPPORTEUR}
_NOTES = DESK | {Role.FACILITATOR, Role.RAPPORTEUR}
_WRITERS = _NOTES | _DELEGATES

_ROLES: dict[str, frozenset[Role]] = {
    "cast_ballot": _SEATED,
    "set_source": _TABLES,
    "enter_paper_ballot": _TABLES,
    "enter_hands": _TABLES,
    "finish_paper": DESK,
    "add_entry": _SEATED,
    "edit_entry": _SEATED,
    "withdraw_entry": _SEATED,
    "object_to_entry": _SEATED,
    "approve_entry": DESK,
    "hide_entry": DESK,
    "merge_entries": DESK,
    "split_entry": DESK,
    "reword_entry": DESK,
    "undo_board": DESK,
    "finish_board": DESK,
    "prioritise_entries": DESK,
    "choose_table": _SEATED,
    "assign_table": _TABLES,
    "validate_table": _NOTES,
    "start_session": DESK,
    "end_session": DESK,
    "skip_session": DESK,
    "add_session": DESK,
    "edit_session": DESK,
    "move_session": DESK,
    "add_activity": DESK,
    "edit_activity": DESK,
    "move_activity": DESK,
    "skip_activity": DESK,
    "open_activity": DESK,
    "start_trial": DESK,
    "add_time": DESK,
    "close_activity": DESK,
    "reveal_outcome": DESK,
    "reopen_activity": DESK,
    "rotate_tables": DESK,
    "release_seat": DESK,
    "add_seat": DESK,
    "add_delegation": DESK,
    "set_stage": DESK,
    "send_message": DESK,
    "clear_message": DESK,
    "close_meeting": DESK,
    "add_line": _NOTES,
    "edit_line": _NOTES,
    "withdraw_line": _NOTES,
    "restore_line": _NOTES,
    "move_line": _NOTES,
    "set_line_status": _NOTES,
    "join_line": _DELEGATES,
    "start_reading": DESK,
    "read_line": DESK,
    "end_reading": DESK,
    "answer_line": _DELEGATES,
    "follow_earlier": _REPORT,
    "add_synthesis": _REPORT,
    "edit_synthesis": _REPORT,
    "withdraw_synthesis": _REPORT,
    "comment_entry": _NOTES,
    "resolve_comment": _NOTES,
    "set_regime": _NOTES,
    "consent_entry": _DELEGATES,
    "show_interest": _SEATED,
    "add_practice": _WRITERS,
    "edit_practice": _WRITERS,
    "name_practice": _DELEGATES,
    "withdraw_practice": _WRITERS,
}


def may(role: Role, command: str) -> bool:
    return role in _ROLES.get(command, frozenset())
