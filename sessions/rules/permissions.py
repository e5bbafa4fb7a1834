"""Which role may give which command. What is not listed is refused."""

from sessions.actor import DESK, Role

_SEATED = frozenset({Role.DELEGATE, Role.OBSERVER})
_TABLES = DESK | {Role.FACILITATOR}
_NOTES = DESK | {Role.FACILITATOR, Role.RAPPORTEUR}

_ROLES: dict[str, frozenset[Role]] = {
    "cast_ballot": _SEATED,
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
}


def may(role: Role, command: str) -> bool:
    return role in _ROLES.get(command, frozenset())
