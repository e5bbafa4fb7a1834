"""Votes that were entered for people without a phone."""

from typing import Literal

from sessions.actor import Frozen


class SourceSet(Frozen):
    """A seat votes in this round by phone, on paper or by show of hands."""

    type: Literal["source_set"] = "source_set"
    activity: str
    round: int
    seat: str
    source: Literal["phone", "paper", "hands"]


class PaperCast(Frozen):
    """A ballot on paper is on disk; what it says is not in the log. In a secret round ``voter`` and ``delegation`` name
    the ``envelope`` and nobody, the entry carries neither time nor author, and it is erased at the sealing."""

    type: Literal["paper_cast"] = "paper_cast"
    activity: str
    round: int
    voter: str
    delegation: str
    envelope: int | None = None


class HandsEntered(Frozen):
    type: Literal["hands_entered"] = "hands_entered"
    activity: str
    round: int
    counts: dict[str, int]


class PaperFinished(Frozen):
    """As many envelopes were entered as seats vote on paper."""

    type: Literal["paper_finished"] = "paper_finished"
    activity: str
    round: int


PaperEvent = SourceSet | PaperCast | HandsEntered | PaperFinished
