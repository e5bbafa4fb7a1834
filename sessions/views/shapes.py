"""The values of the keys, typed. The wire schema, and the client's types, are made from these."""

from typing import (
    Any,
    NotRequired,  # pydantic needs this one before Python 3.12
)

from typing_extensions import TypedDict

from sessions.movement import Movement
from sessions.text import Text


class WifiValue(TypedDict):
    name: str
    password: str


class RulesValue(TypedDict):
    confidentiality: Text
    stored: Text
    votes: Text
    contact: Text | None


class MeetingValue(TypedDict):
    """Key ``meeting``. Times everywhere are milliseconds since 1970 UTC."""

    id: str
    title: Text
    place: Text
    zone: str
    languages: list[str]
    entry: str
    code: str
    rules: RulesValue
    wifi: WifiValue | None
    rehearsal: bool
    closed_at: int | None
    message: Text | None
    message_at: int | None
    keep_days: int


class ActivityLine(TypedDict):
    """An activity in the run sheet everybody sees: only those that have been opened."""

    id: str
    code: str
    kind: str
    title: Text
    phase: str


class SessionLine(TypedDict):
    """``about`` and ``questions`` are there for the session that runs and for the next one: a whole programme of them
    would double what a phone waits for on a slow network."""

    id: str
    code: str
    title: Text
    about: Text | None
    questions: list[Text]
    starts_at: int
    minutes: int
    format: str
    regime: str
    tables: list[str]
    rotation: int
    rotations: int
    rotation_minutes: int
    rotation_ends_at: int | None
    phase: str
    started_at: int | None
    ended_at: int | None
    activities: list[ActivityLine]


class ProgrammeValue(TypedDict):
    """Key ``programme``: the run sheet in order, and the delegations by id."""

    sessions: list[SessionLine]
    delegations: dict[str, Text]


class StageValue(TypedDict):
    show: str
    activity: str | None
    table: str | None


class NowValue(TypedDict):
    """Key ``now``: where the meeting stands. ``next`` is the session that comes after the one running."""

    session: str | None
    activity: str | None
    phase: str | None
    round: int | None
    opened_at: int | None
    ends_at: int | None
    next: str | None
    stage: StageValue


class MethodValue(TypedDict):
    """One line of a method card. ``brief`` where a wall shows it: in few words, or None where ``value`` is few words
    already."""

    label: Text
    value: Text
    brief: NotRequired[Text | None]


class CardValue(TypedDict):
    """Key ``card``: the method card of the activity that the stage shows as ``method``, also before it opens."""

    activity: str
    code: str
    title: Text
    question: Text
    method: list[MethodValue]


class ActivityValue(TypedDict):
    """Key ``activity/<id>``: from the first opening on. ``setup`` is the kind's own. A ``trial`` counts nowhere."""

    id: str
    code: str
    session: str
    kind: str
    title: Text
    phase: str
    round: int
    setup: dict[str, Any]
    secrecy: str
    voters: str
    regime: str
    trial: bool
    pads: bool
    boards: bool
    method: list[MethodValue]
    opened_at: int
    ends_at: int | None
    closed_at: int | None
    sealed: bool


class TurnoutValue(TypedDict):
    """Key ``turnout/<id>``: people and delegations that have voted, of those present and of all who may.

    ``apart`` seats have no phone and vote on paper or by show of hands; envelopes are in no other number until counted.
    ``voted`` is None where, in a secret round, the number of people would tell about a delegation of one, and where a
    delegation has one ballot.
    """

    round: int
    voted: int | None
    present: int
    eligible: int
    delegations_voted: int
    delegations: int
    apart: int


class OutcomeValue(TypedDict):
    """Key ``outcome/<id>`` once revealed; ``preview/<id>`` for the desk once sealed. ``places_only`` where its figures
    beside those of a later round could tell of somebody; ``movement`` is from the round before it, if it had one."""

    round: int
    places_only: bool
    movement: NotRequired[Movement]
    sealed_at: int
    digest: str
    outcome: dict[str, Any]
    tables: NotRequired[dict[str, list[dict[str, Any]]]]


class RoundsValue(TypedDict):
    """Key ``rounds/<id>``: the revealed rounds before the latest one, where an activity was opened again."""

    rounds: list[OutcomeValue]


class SeatValue(TypedDict):
    """Key ``seat``: the own seat."""

    id: str
    delegation: str
    name: Text
    head: bool
    role: str


class MineValue(TypedDict):
    """Key ``mine/<activity>``: the own ballot of the latest round. ``counted`` once sealed. ``apart``: this seat votes
    on ``paper`` or by show of ``hands``."""

    round: int
    voter: bool
    recorded: bool
    counted: bool
    apart: str | None


class PaperValue(TypedDict):
    """Key ``paper/<activity>``: of the latest round, which seats have no phone and how they vote; the seats whose paper
    was entered, or the numbers of the envelopes that were; the hands counted for each option; whether a secret round
    waits for envelopes (``due``)."""

    round: int
    seats: dict[str, str]
    entered: list[str]
    envelopes: list[int]
    hands: dict[str, int]
    due: bool


class SharedValue(TypedDict):
    """Key ``shared/<activity>``: the ballot that the seat's delegation has in common, while the round is open."""

    round: int
    ballot: dict[str, Any]


class TableValue(TypedDict):
    """Key ``table/<session>``: the own table in the running session."""

    table: str
    number: int
    of: int


class TablesValue(TypedDict):
    """Key ``tables`` while a session with tables runs: the delegations that sit at each."""

    session: str
    delegations: dict[str, list[str]]


class StepValue(TypedDict):
    """Key ``next`` (desk): the next legal step as a command, None where the moderator must choose."""

    command: str
    args: dict[str, Any]
    title: Text | None
    pending: bool


class PlanActivity(TypedDict):
    """``method`` is the card of what has not been opened yet, in the session that runs and in the next one; afterwards
    ``activity/<id>`` has it."""

    id: str
    code: str
    kind: str
    title: Text
    phase: str
    round: int
    skipped: bool
    sealed: bool
    minutes: int | None
    voters: str
    secrecy: str
    trial: bool
    setup: dict[str, Any]
    follows: str | None
    method: list[MethodValue]


class PlanValue(TypedDict):
    """Key ``plan/<session>`` (desk): every activity, drafts included."""

    id: str
    phase: str
    skipped: bool
    activities: list[PlanActivity]


class SeatLine(TypedDict):
    id: str
    head: bool
    claimed: bool
    table: str | None


class DelegationLine(TypedDict):
    id: str
    name: Text
    kind: str
    mechanisms: list[str]
    seats: list[SeatLine]


class SeatsValue(TypedDict):
    """Key ``seats`` (desk): delegations and their seats, with the table each has in the running session."""

    delegations: list[DelegationLine]


class EntryValue(TypedDict):
    id: str
    heading: str
    text: str
    flags: list[str]


class ValidatedValue(TypedDict):
    """What a table stood by, and when: ``texts`` by entry. Key ``validated/<activity>``: of the seat's own table."""

    table: str
    at: int
    texts: dict[str, str]


class EntriesValue(TypedDict):
    """Key ``entries/<activity>`` (notes layer): what was recorded of each table's pad, and what it validated."""

    tables: dict[str, list[EntryValue]]
    recorded_at: dict[str, int]
    validated: list[ValidatedValue]


class PresenceValue(TypedDict):
    """Key ``presence`` (desk), from the server once a second, never in the log. ``seats`` are connected,
    ``awake`` those of them with a page that is on view and answers."""

    delegations: dict[str, int]
    seats: list[str]
    awake: list[str]
    screens: int
    desks: int
    total: int
