"""The report as values: what every export format is given, and what ``export.json`` holds."""

from typing import Any, Literal

from sessions.actor import Frozen
from sessions.movement import Movement
from sessions.outcomes import Counted, Finding, Table
from sessions.report.practices import ReportPractice
from sessions.report.roadmap_shapes import (
    ReportDelegation,
    ReportFollowUp,
    ReportLine,
    ReportNode,
    ReportSynthesis,
    ReportTombstone,
    ReportWithheld,
)
from sessions.text import Text


class ReportMethod(Frozen):
    """One line of a method card: ``rule`` is what held before anybody answered, ``record`` what happened in the
    round."""

    label: Text
    value: Text
    part: Literal["rule", "record"] = "rule"


class ReportFinding(Finding):
    """``id`` is unique in the report: activity and finding, parted by a dot. ``option`` is the finding's own id,
    ``code`` its short one (``P-03``), empty where an earlier round had it."""

    option: str
    code: str = ""


class ReportRound(Frozen):
    """A revealed round of an activity that was opened again later. Ids of ``outcomes`` name the round too.
    ``places_only`` where its figures, beside those of a later round, could tell how somebody voted."""

    round: int
    secrecy: str
    eligible: int
    voted: int | None
    delegations: int
    delegations_voted: int | None
    opened_at: int
    closed_at: int | None
    digest: str | None
    outcomes: tuple[ReportFinding, ...]
    counted: Counted
    how: Text
    result: dict[str, Any]
    tables: tuple[Table, ...]
    places_only: bool
    movement: Movement | None
    method: tuple[ReportMethod, ...] = ()


class ReportActivity(Frozen):
    """``pads`` where people wrote and nobody voted. ``unit`` is who has a ballot: each ``seat``, or each ``delegation``
    one. ``voted`` is None while a secret round is open and may not tell, and where a delegation has one ballot.

    ``counted``, ``how`` and ``result`` (in the shape of its kind) are None until the outcome was revealed. Where the
    regime withholds it, they stay None, and so do ``title`` and ``question``. All of this is of the latest round;
    ``earlier`` has the revealed ones before it, ``movement`` what changed from the one before, which may be that of the
    activity that this one ``follows``.
    """

    id: str
    code: str
    kind: str
    pads: bool
    title: Text | None
    question: Text | None
    round: int
    phase: str
    secrecy: str
    voters: str
    eligible: int
    voted: int | None
    delegations: int
    delegations_voted: int | None
    opened_at: int | None
    closed_at: int | None
    digest: str | None = None
    outcomes: tuple[ReportFinding, ...] = ()
    counted: Counted | None = None
    how: Text | None = None
    result: dict[str, Any] | None = None
    method: tuple[ReportMethod, ...] = ()
    tables: tuple[Table, ...] = ()
    unit: Literal["seat", "delegation"] = "seat"
    withheld: bool = False
    follows: str | None = None
    places_only: bool = False
    movement: Movement | None = None
    earlier: tuple[ReportRound, ...] = ()


class ReportEntry(Frozen):
    """One note of a table. ``id`` is unique in the report: activity, table and entry, parted by dots. ``validated``
    where the table stood by this very text. ``delegations`` agreed to be quoted with it."""

    id: str
    code: str
    activity: str
    table: str
    heading: str
    heading_title: Text
    text: str
    recorded_at: int
    validated: bool
    regime: str = ""
    delegations: tuple[ReportDelegation, ...] = ()


class ReportSession(Frozen):
    id: str
    code: str
    title: Text
    regime: str
    format: str
    phase: str
    starts_at: int
    minutes: int
    tables: tuple[str, ...]
    started_at: int | None
    ended_at: int | None
    questions: tuple[Text, ...]
    activities: tuple[ReportActivity, ...]
    entries: tuple[ReportEntry, ...]
    withheld: bool = False


class ReportMeeting(Frozen):
    """``delegations`` and ``observers`` are those with somebody present, ``present`` the people. ``until`` is the time
    of the latest thing in the report (all times are milliseconds since 1970 UTC)."""

    id: str
    title: Text
    place: Text
    zone: str
    languages: tuple[str, ...]
    rehearsal: bool
    until: int
    closed_at: int | None
    delegations: tuple[Text, ...]
    observers: tuple[Text, ...]
    present: int


class Report(Frozen):
    """``roadmap`` in its order; ``lineage`` is the chain of the whole meeting. ``withheld`` and ``tombstones`` are what
    its sources name and this report does not tell. ``draft`` until the meeting is closed. ``digest`` (SHA-256) is over
    everything but itself, ``cursor`` and ``draft``: two files with the same digest say the same."""

    plenaria: Literal[1] = 1
    meeting: ReportMeeting
    cursor: tuple[str, int]
    digest: str = ""
    draft: bool
    sessions: tuple[ReportSession, ...]
    roadmap: tuple[ReportLine, ...] = ()
    syntheses: tuple[ReportSynthesis, ...] = ()
    practices: tuple[ReportPractice, ...] = ()
    earlier: tuple[ReportFollowUp, ...] = ()
    lineage: tuple[ReportNode, ...] = ()
    withheld: tuple[ReportWithheld, ...] = ()
    tombstones: tuple[ReportTombstone, ...] = ()
