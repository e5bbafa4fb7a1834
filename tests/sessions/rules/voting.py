"""One vote by every way a ballot comes: the commands of it, and what it came to."""

from typing import Any

from sessions.activity import Round, Sealed
from tests.helpers.play import MODERATOR, Play, delegate
from tests.helpers.programmes import poll, small

YES, NO = {"choices": ["yes"]}, {"choices": ["no"]}


def opened(secrecy: str, session: str = "plenary", activity: dict[str, Any] | None = None) -> Play:
    """A round of ``vote`` is open."""
    play = Play(small())
    plan = {key: value for key, value in (activity or poll("vote")).items() if key not in {"id", "code"}}
    play.does(MODERATOR, "add_activity", session=session, activity="vote", secrecy=secrecy, **plan)
    play.does(MODERATOR, "start_session", session=session)
    play.does(MODERATOR, "open_activity", activity="vote")
    return play


def latest(play: Play) -> Round:
    found = play.meeting.activities["vote"].round
    assert found is not None
    return found


def source(seat: str, how: str = "paper", round_: int = 1) -> dict[str, Any]:
    return {"activity": "vote", "round": round_, "seat": seat, "source": how}


def paper(ballot: dict[str, Any], again: dict[str, Any] | None = None, **whose: Any) -> dict[str, Any]:
    return {"activity": "vote", "round": 1, "ballot": ballot, "again": again or ballot, **whose}


def hands(counts: dict[str, int], again: dict[str, int] | None = None) -> dict[str, Any]:
    return {"activity": "vote", "round": 1, "counts": counts, "again": counts if again is None else again}


def phone(seat: str) -> dict[str, Any]:
    return {"actor": delegate(seat), "activity": "vote", "round": 1, "ballot_id": "ballot-1", "ballot": YES}


FINISH: dict[str, Any] = {"activity": "vote", "round": 1}


def seals(play: Play, *, finish: bool = False) -> Sealed:
    if latest(play).closed_at is None:
        play.does(MODERATOR, "close_activity", **FINISH)
    if finish:
        play.does(MODERATOR, "finish_paper", **FINISH)
    assert play.meeting.activities["vote"].to_seal
    play.seals("vote")
    sealed = latest(play).sealed
    assert sealed is not None
    return sealed


def bars(sealed: Sealed) -> dict[str, int]:
    return {bar["id"]: bar["count"] for bar in sealed.outcome.result["bars"]}


def sources(sealed: Sealed) -> tuple[int, int, int]:
    counted = sealed.outcome.counted.sources
    assert counted is not None
    return counted.phone, counted.paper, counted.hands
