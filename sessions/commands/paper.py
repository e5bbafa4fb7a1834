"""Votes of people without a phone, which somebody enters for them. Everything is typed twice: ``again`` must say the
same as what stands before it, or nothing is counted (``entries_differ``)."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from sessions.actor import Frozen
from sessions.ids import Slug

Round = Annotated[int, Field(ge=1)]
Source = Literal["phone", "paper", "hands"]


class SetSource(Frozen):
    """How a seat votes in this round: ``phone``, ``paper`` or, where the round is open, a show of ``hands``. A seat
    counts in one source only: one that has voted by phone stays there, and one on paper is refused on the phone."""

    name: Literal["set_source"] = "set_source"
    activity: Slug
    round: Round
    seat: Slug
    source: Source


class EnterPaperBallot(Frozen):
    """A ballot on paper. In open rounds and those by delegation it is a ``seat``'s, while the round is open. In secret
    ones it is that of a numbered ``envelope``, after closing: nothing says whose. Entered anew it replaces the one
    before."""

    name: Literal["enter_paper_ballot"] = "enter_paper_ballot"
    activity: Slug
    round: Round
    seat: Slug | None = None
    envelope: Annotated[int, Field(ge=1, le=9999)] | None = None
    ballot: dict[str, Any]
    again: dict[str, Any]

    @model_validator(mode="after")
    def _one_of_both(self) -> "EnterPaperBallot":
        if (self.seat is None) is (self.envelope is None):
            raise ValueError("seat_or_envelope")
        return self


class EnterHands(Frozen):
    """How many hands went up for each option, of the seats that vote so: as many as they are. Those that abstain are
    counted under ``_abstain``. Open rounds only."""

    name: Literal["enter_hands"] = "enter_hands"
    activity: Slug
    round: Round
    counts: Annotated[dict[str, Annotated[int, Field(ge=0, le=10_000, strict=True)]], Field(max_length=40)]
    again: Annotated[dict[str, Annotated[int, Field(ge=0, le=10_000, strict=True)]], Field(max_length=40)]


class FinishPaper(Frozen):
    """All envelopes of a closed secret round have been entered: as many as seats vote on paper. Now it is counted."""

    name: Literal["finish_paper"] = "finish_paper"
    activity: Slug
    round: Round


PaperCommand = SetSource | EnterPaperBallot | EnterHands | FinishPaper
