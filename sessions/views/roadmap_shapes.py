"""The values of the roadmap's keys, typed."""

from typing import Any

from typing_extensions import TypedDict

from sessions.text import Text


class SourceValue(TypedDict):
    """``text`` is None where it is withheld, or where nothing but a tombstone is left."""

    sort: str
    id: str
    part: str | None
    why: str
    code: str
    text: str | Text | None
    withheld: bool
    tombstone: bool


class LineFieldsValue(TypedDict):
    """``sources`` are those of ``LineValue``: as they are sent in a command."""

    activity: str
    theme: str | None
    challenge: str | None
    position: str | None
    stability: str | None
    output: str
    mechanism: str | None
    alignment: str
    leads: list[str]
    institution: str
    support: str
    quarter: int | None
    year: int | None
    milestone: str
    indicator: str
    baseline: str
    target: str
    verification: str
    cooperation: str | None
    amount: str
    remarks: str


class RemarkValue(TypedDict):
    """What a delegation said in the reading; its name only where it asked for that and the regime allows it."""

    answer: str
    text: str
    delegation: str | None


class LineValue(TypedDict):
    """Key ``line/<id>`` (notes layer). ``fields`` is None where a reserved session withholds it; ``counts`` by answer.

    ``version`` is what ``edit_line`` and ``answer_line`` name."""

    id: str
    code: str
    session: str
    table: str | None
    regime: str
    status: str
    version: int
    changed_at: int
    fields: LineFieldsValue | None
    sources: list[SourceValue]
    participants: list[str]
    counts: dict[str, int]
    remarks: list[RemarkValue]


class ChangeValue(TypedDict):
    """``what``: added, edited, withdrawn, restored, status, joined, left, answered. ``before``, ``after``: by field."""

    at: int
    role: str
    table: str | None
    delegation: str | None
    what: str
    before: dict[str, Any]
    after: dict[str, Any]


class HistoryValue(TypedDict):
    """Key ``history/<line>`` (notes layer): all that was done to a line, oldest first."""

    changes: list[ChangeValue]


class EarlierValue(TypedDict):
    """A line of an earlier roadmap and what became of it."""

    id: str
    code: str
    meeting: str
    activity: str
    theme: str | None
    target: str
    status: str
    progress: str
    note: str


class RoadmapValue(TypedDict):
    """Key ``roadmap`` (notes layer): the lines in order, withdrawn ones too."""

    year: int
    lines: list[str]
    earlier: list[EarlierValue]


class NamedValue(TypedDict):
    id: str
    name: Text


class ChallengeValue(TypedDict):
    id: str
    theme: str
    short: Text


class BankValue(TypedDict):
    """Key ``bank`` (notes layer): what a line names its theme and challenge from, and ``states``, the delegations that
    may lead one."""

    themes: list[NamedValue]
    challenges: list[ChallengeValue]
    states: list[str]


class SynthesisValue(TypedDict):
    """Key ``synthesis/<id>`` (notes layer). ``text`` is None where a reserved session withholds it."""

    id: str
    code: str
    session: str
    regime: str
    version: int
    heading: str | None
    text: str | None
    sources: list[SourceValue]
    withdrawn: bool
    at: int


class CommentValue(TypedDict):
    id: str
    entry: str
    quote: str
    text: str
    at: int
    resolved_at: int | None


class CommentsValue(TypedDict):
    """Key ``comments`` (notes layer): what was asked about passages of notes."""

    comments: list[CommentValue]


class LinkValue(TypedDict):
    sort: str
    id: str
    why: str


class NodeValue(TypedDict):
    """``text`` is shortened; that of lines stands in their own keys. ``delegations`` agreed to be quoted; ``asked`` is
    a looser regime that waits for the table's validation."""

    sort: str
    id: str
    code: str
    text: str | Text | None
    regime: str | None
    session: str | None
    asked: str | None
    delegations: list[str]
    parents: list[LinkValue]
    withheld: bool
    tombstone: bool


class LineageValue(TypedDict):
    """Key ``lineage`` (notes layer): everything that has a code, and what it came from."""

    nodes: list[NodeValue]


class ReadLineValue(TypedDict):
    """The line being read, as the room sees it."""

    id: str
    code: str
    version: int
    status: str
    fields: LineFieldsValue
    participants: list[str]
    sources: list[str]


class WhoValue(TypedDict):
    delegation: str
    answer: str


class ReadingValue(TypedDict):
    """Key ``reading``, for everyone while the plenary reads: the line, how many delegations answered what, and where
    the session's regime names delegations, which. ``place`` counts from 1 among the ``of`` lines still standing."""

    session: str
    regime: str
    line: ReadLineValue | None
    place: int
    of: int
    counts: dict[str, int]
    delegations: int
    who: list[WhoValue] | None


class OwnReadingValue(TypedDict):
    """Key ``own/reading`` of a delegate's seat: the own delegation's answer to the line being read. ``by_head``: the
    head gave it, and only the head may change it."""

    line: str
    answer: str | None
    text: str
    attributed: bool
    by_head: bool
    joined: bool


class OwnNoteValue(TypedDict):
    """A note of a table where the seat sat. ``asked``: a looser regime than the ``regime`` it follows; ``agreed``: how
    far the own delegation agreed to be quoted; ``declined``: that it did not agree to what is asked."""

    entry: str
    code: str
    text: str
    regime: str
    asked: str | None
    agreed: str | None
    declined: bool


class ConsentsValue(TypedDict):
    """Key ``own/consents`` of a delegate's seat: how far the own delegation agreed to be quoted, by note; and in
    ``notes`` what it is asked or agreed to."""

    entries: dict[str, str]
    notes: list[OwnNoteValue]


class AgreementStep(TypedDict):
    """``what``: asked, set, agreed, declined, taken_back, validated or voided. ``delegation`` only of those that may be
    named with the note as it stands."""

    at: int
    what: str
    regime: str | None
    role: str | None
    table: str | None
    delegation: str | None


class AgreementValue(TypedDict):
    """How far a note may travel: the ``regime`` it follows, the one of its ``session``, the looser one ``asked``, and
    what led there, oldest first. ``agreed`` and ``declined`` count delegations."""

    entry: str
    regime: str
    session: str
    asked: str | None
    agreed: int
    declined: int
    steps: list[AgreementStep]


class AgreementsValue(TypedDict):
    """Key ``agreements`` (notes layer): by note, where anything was agreed about it apart from its session."""

    entries: list[AgreementValue]
