"""Why a command is refused: stable codes, which the screens turn into words."""

from enum import StrEnum


class Code(StrEnum):
    """One code a reason. Clients react to the code; nobody parses prose."""

    NOT_ALLOWED = "not_allowed"  # the role may not give this command
    NOT_VOTER = "not_voter"  # the seat is not on the round's list of voters
    NOT_OPEN = "not_open"  # the activity has not been opened, or is no longer in the phase it must be in
    CLOSED = "closed"  # the round no longer accepts ballots
    WRONG_ROUND = "wrong_round"  # the ballot is for another round than the one open
    VOTED_ELSEWHERE = "voted_elsewhere"  # a seat counts in one source only: phone, paper or a show of hands
    ENTRIES_DIFFER = "entries_differ"  # what was typed twice is not the same
    UNMATCHED = "unmatched"  # not as many votes were entered as seats vote so
    UNKNOWN_ACTIVITY = "unknown_activity"
    UNKNOWN_SESSION = "unknown_session"
    UNKNOWN_SEAT = "unknown_seat"
    UNKNOWN_DELEGATION = "unknown_delegation"
    UNKNOWN_TABLE = "unknown_table"
    UNKNOWN_KIND = "unknown_kind"
    INVALID_BALLOT = "invalid_ballot"
    INVALID_ENTRY = "invalid_entry"
    INVALID_SETUP = "invalid_setup"
    INVALID_COMMAND = "invalid_command"
    ID_USED = "id_used"  # the command's or ballot's id was given to another one before
    TAKEN = "taken"  # the id, or the seat, belongs to something else
    DELEGATION_FULL = "delegation_full"
    CARD_NEEDED = "card_needed"  # this meeting seats people by card only
    STALE = "stale"  # the programme changed since the sender last saw it
    NOT_SEALED = "not_sealed"  # still being counted
    SESSION_RUNNING = "session_running"
    SESSION_NOT_RUNNING = "session_not_running"
    MEETING_CLOSED = "meeting_closed"
    TOO_MANY = "too_many"
    UNKNOWN_LINE = "unknown_line"
    UNKNOWN_ENTRY = "unknown_entry"
    UNKNOWN_SOURCE = "unknown_source"
    NO_SOURCE = "no_source"  # a roadmap line says where it comes from
    STALE_LINE = "stale_line"  # somebody else changed the same field meanwhile
    WRONG_STATUS = "wrong_status"  # a line does not go from its status to that one
    NOT_READING = "not_reading"  # the line is not the one being read
    HEAD_ANSWERED = "head_answered"  # the head of delegation has answered; only the head changes it
    WITHHELD = "withheld"  # a reserved session keeps it to itself


class Refused(Exception):
    """A command that the rules do not allow. ``code`` is stable; ``detail`` helps a programmer."""

    def __init__(self, code: Code, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
