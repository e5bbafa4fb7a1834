"""The roadmap, the syntheses and the chain in the report. What has no value is left out of JSON."""

from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer

from sessions.actor import Frozen
from sessions.nodes import Words
from sessions.text import Text


class Sparse(Frozen):
    """Written without the fields that have their default."""

    @model_serializer(mode="wrap")
    def _without_defaults(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        plain: dict[str, Any] = handler(self)
        fields = type(self).model_fields
        return {name: value for name, value in plain.items() if getattr(self, name) != fields[name].default}


class ReportSource(Sparse):
    """What a line, a synthesis or a practice came from. One of ``outcome``, ``entry``, ``synthesis``, ``line``,
    ``practice`` and ``earlier`` (an ``activity`` alone is all that it settled) is an id in the same file; ``entry`` is
    a note, or an idea, an offer or a need. A ``withheld`` source has its ``code``, its ``regime`` and no content; a
    ``tombstone`` was deleted, or is of the earlier ``meeting``. ``id`` stands with both."""

    code: str
    why: str
    session: str | None = None
    activity: str | None = None
    outcome: str | None = None
    entry: str | None = None
    synthesis: str | None = None
    line: str | None = None
    practice: str | None = None
    earlier: str | None = None
    id: str | None = None
    regime: str | None = None
    meeting: str | None = None
    withheld: bool = False
    tombstone: bool = False


class ReportWithheld(Frozen):
    """A source that its regime withholds: a code without content."""

    id: str
    code: str
    regime: str
    withheld: bool = True


class ReportTombstone(Sparse):
    """What is left of a parent that was deleted, or of a line of an earlier meeting."""

    id: str
    code: str
    tombstone: bool
    meeting: str | None = None


class ReportDelegation(Frozen):
    id: str
    name: Text


class ReportChallenge(Frozen):
    """``position`` ("3" or "3-4") and ``stability`` (high, medium, lower) as its prioritisation settled them."""

    id: str
    name: Text | None = None
    position: str | None = None
    stability: str | None = None


class ReportTimeFrame(Frozen):
    quarter: int | None = None
    year: int | None = None
    milestone: str = ""


class ReportIndicator(Frozen):
    text: str = ""
    baseline: str = ""
    target: str = ""


class ReportCooperation(Frozen):
    """``kind``: technical, financial, peer or none."""

    kind: str | None = None
    amount: str = ""


class ReportRemark(Frozen):
    """``answer`` is None for the rapporteurs' own. ``delegation`` only where it asked for its name to stand."""

    text: str
    answer: str | None = None
    delegation: ReportDelegation | None = None


class ReportLine(Frozen):
    """One line of the roadmap. ``answers`` counts the delegations by what they answered in the plenary reading;
    ``chain`` is its origin as people read it: ``HR-26-07 <- P-03 <- D-12, D-19``. ``version`` is what an edit of it
    names, so that none is lost.

    Where a reserved session agreed it, ``withheld``: ``activity`` is None and everything else is empty.
    """

    id: str
    code: str
    session: str
    table: str | None
    regime: str
    status: str
    theme: str | None = None
    theme_name: Text | None = None
    challenge: ReportChallenge | None = None
    activity: str | None = None
    output: str = ""
    mechanism: str | None = None
    alignment: str = ""
    leads: tuple[ReportDelegation, ...] = ()
    participants: tuple[ReportDelegation, ...] = ()
    institution: str = ""
    support: str = ""
    time_frame: ReportTimeFrame = ReportTimeFrame()
    indicator: ReportIndicator = ReportIndicator()
    verification: str = ""
    cooperation: ReportCooperation = ReportCooperation()
    remarks: tuple[ReportRemark, ...] = ()
    answers: dict[str, int]
    sources: tuple[ReportSource, ...] = ()
    chain: str = ""
    version: int = 0
    withheld: bool = False


class ReportSynthesis(Frozen):
    """What the general rapporteur made of several notes; ``text`` is None where its session withholds it."""

    id: str
    code: str
    session: str
    regime: str
    heading: str | None
    text: str | None
    sources: tuple[ReportSource, ...] = ()
    withheld: bool = False


class ReportFollowUp(Frozen):
    """A line of the roadmap that this meeting took up. ``status`` is how that meeting left it, ``progress`` where it
    stands: not_reported, not_begun, under_way, done or dropped."""

    id: str
    code: str
    meeting: str
    activity: str
    theme: str | None
    target: str
    status: str
    progress: str
    note: str


class ReportLink(Frozen):
    """A parent: ``sort`` and ``id`` name a node, ``why`` is merge, split, reword, promote or quote."""

    sort: str
    id: str
    why: str


class ReportNode(Sparse):
    """One object of the meeting's chain; ``id`` is unique among its ``sort``. ``text`` is shortened."""

    sort: str
    id: str
    code: str
    text: Words = None
    regime: str | None = None
    session: str | None = None
    parents: tuple[ReportLink, ...] = ()
    withheld: bool = False
    tombstone: bool = False
