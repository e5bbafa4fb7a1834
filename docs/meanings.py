"""What the code does not say in a sentence of its own: words for commands, keys, refusals and close codes.

``docs.generate`` looks every name up here and stops at one that is missing.
"""

COMMANDS = {
    "start_session": "Begin a session. One that still runs is ended first; refused while something is open in it.",
    "end_session": "End the running session; refused while something is open in it.",
    "move_session": "Another position in the run sheet, counted from 0.",
    "move_activity": "Another position, or another session for one that was never opened.",
    "skip_activity": "Leave out an activity that was never opened; `skip` false takes it back.",
    "reveal_outcome": "Show the sealed outcome to everyone; `not_sealed` while it is still being counted.",
    "assign_table": "Seat somebody at a table of a session; a facilitator of a table only at that one.",
    "release_seat": "Free a seat: its passes are void at once and its sockets close with `seat_released`.",
    "add_seat": "One more seat for a delegation.",
    "add_delegation": "A delegation that was not in the programme.",
    "set_stage": "What the room's screen shows. `outcome` only of a revealed activity.",
    "clear_message": "Take the message away.",
    "close_meeting": "End for good: nothing is recorded afterwards, reports stop being drafts.",
}

LAYERS = {
    "meeting": "everyone",
    "programme": "everyone",
    "now": "everyone",
    "tables": "everyone",
    "activity/{activity}": "everyone",
    "turnout/{activity}": "everyone",
    "outcome/{activity}": "everyone",
    "preview/{activity}": "desk",
    "rounds/{activity}": "everyone",
    "seat": "own seat",
    "mine/{activity}": "own seat",
    "table/{session}": "own seat",
    "next": "desk",
    "plan/{session}": "desk",
    "seats": "desk",
    "entries/{activity}": "notes",
    "presence": "desk",
}

REFUSALS = {
    "not_allowed": "This role may not give this command, or not for this table.",
    "not_voter": "The seat is not on the round's list of voters.",
    "not_open": "The activity was never opened.",
    "closed": "The round takes no more ballots (or no more time).",
    "wrong_round": "The command is for another round than the latest one.",
    "unknown_activity": "There is no such activity.",
    "unknown_session": "There is no such session.",
    "unknown_seat": "There is no such seat.",
    "unknown_delegation": "There is no such delegation.",
    "unknown_table": "The session has no such table.",
    "unknown_kind": "There is no such kind of activity.",
    "invalid_ballot": "The ballot does not have the kind's shape, or does not fit the setup.",
    "invalid_setup": "The setup does not have the kind's shape, or contradicts itself.",
    "invalid_command": "No command has this name, or the arguments are not its own.",
    "taken": "The id belongs to something else.",
    "delegation_full": "The delegation has no free seat.",
    "card_needed": "This meeting seats people by card only.",
    "stale": "The meeting has moved on: the thing is in another phase than the command supposes.",
    "not_sealed": "The round is still open, or still being counted.",
    "session_running": "An activity of the session is still open.",
    "session_not_running": "The session is not the one that runs.",
    "meeting_closed": "The meeting was closed for good.",
    "too_many": "A limit of the programme is reached (delegations, seats, sessions, activities).",
    # The store's own
    "too_large": "What would be stored is above 4 MiB.",
    "unknown_meeting": "The meeting was purged meanwhile.",
    "newer_schema": "The meeting was written by a newer Plenaria.",
}

CLOSING = {
    "restart": "The server stops or restarts. Come back after a moment, each client after a random one.",
    "slow": "This client did not take what it was sent for twenty seconds.",
    "idle": "Nothing was heard for too long, or no `hello` came.",
    "flood": "More messages than the limit allows.",
    "bad_message": "What was sent is not exactly a message of this protocol, or not at this place.",
    "no_pass": "No pass for this meeting and role was brought, or it is void. Go to the door.",
    "seat_released": "The secretariat released this seat. Go to the door.",
    "unknown_meeting": "There is no such meeting, or not any more.",
    "forbidden": "A page of another origin (the handshake itself is refused with 403).",
}

PAD_REFUSALS = {
    "read_only": "This pass may read the pad, not write in it; also once its activity is closed.",
    "too_large": "The message is above the limit.",
    "malformed": "Not a message, or not an update. Ten of them close the socket with 4500.",
    "pending": "Refers to what the server has not got. A sync step 1 follows: answer it.",
    "shape": "Not a pad's document: another root, another field, formatting, a foreign value.",
    "heading_unknown": "The pad has no such heading.",
    "too_many_entries": "The pad has as many entries as it takes.",
    "text_too_long": "An entry's text is above the limit.",
    "pad_full": "All that was ever written and erased in this pad takes too much room.",
}

PAD_CLOSING = {
    "SLOW": "This client did not take what it was sent.",
    "STORE_AWAY": "An update may or may not be on disk: come back and sync.",
    "STARTED_OVER": "The pad was replaced in the store: drop the document, come back and sync.",
    "FULL": "Too many clients in this pad: come back later.",
    "MALFORMED": "Text frames, or messages that are none, again and again.",
    "NOT_ALLOWED": "The pass does not open this pad, or not any more (another table).",
    "UNKNOWN_PAD": "There is no such pad, or its activity was never opened.",
}
