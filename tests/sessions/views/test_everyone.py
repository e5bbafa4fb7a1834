"""What everybody sees: what has been opened, how many have voted, and what was revealed."""

import json
from typing import Any

import pytest

from tests.helpers.play import MODERATOR, Play
from tests.helpers.programmes import ranking, small

YES, NO = {"choices": ["yes"]}, {"choices": ["no"]}
ORDER = {"ranking": ["C-1"]}


def seen(play: Play) -> dict[str, Any]:
    return play.views()["everyone"]


def voting(voters: str, *sizes: int, secrecy: str = "secret") -> Play:
    """A vote that is open, in a meeting of States of these sizes and an observer of one."""
    states = [{"id": f"d{n}", "name": f"D{n}", "seats": size} for n, size in enumerate(sizes)]
    observer = {"id": "obs", "name": "Obs", "kind": "organisation", "seats": 1}
    session = {"id": "s", "code": "S", "title": "S", "day": "2025-09-24", "start": "09:00", "minutes": 60}
    vote = ranking("v", voters=voters, secrecy=secrecy)
    play = Play(small(delegations=[*states, observer], sessions=[{**session, "activities": [vote]}]))
    play.does(MODERATOR, "start_session", session="s")
    play.does(MODERATOR, "open_activity", activity="v")
    return play


@pytest.mark.parametrize(
    ("voters", "sizes", "secrecy", "told"),
    [
        ("delegates", (2, 2, 3), "secret", True),
        ("delegates", (2, 1, 3), "secret", False),
        ("delegates", (1, 1, 1), "secret", False),
        ("heads", (4, 4, 4), "secret", False),
        ("delegates_and_observers", (2, 2, 2), "secret", False),
        ("delegates", (2, 1, 3), "by_delegation", True),
        ("heads", (4, 4), "open", True),
    ],
)
def test_people_are_told_only_where_no_delegation_of_one_can_be_read_from_them(
    voters: str, sizes: tuple[int, ...], secrecy: str, told: bool
) -> None:
    play = voting(voters, *sizes, secrecy=secrecy)
    play.casts("d1-1", "v", ORDER)
    turnout = seen(play)["turnout/v"]
    assert turnout["voted"] == (1 if told else None)
    assert turnout["delegations_voted"] == 1
    play.does(MODERATOR, "close_activity", activity="v", round=1)
    assert seen(play)["turnout/v"]["voted"] == (1 if told else None)
    play.seals("v")
    assert seen(play)["turnout/v"]["voted"] == 1


def test_a_second_seat_of_a_delegation_adds_a_person_and_no_delegation() -> None:
    play = voting("delegates", 2, 2)
    play.casts("d0-1", "v", ORDER)
    play.casts("d0-2", "v", ORDER)
    assert seen(play)["turnout/v"] == {
        "round": 1,
        "voted": 2,
        "present": 0,
        "eligible": 4,
        "delegations_voted": 1,
        "delegations": 2,
        "apart": 0,
    }


def test_drafts_are_nobodys_business() -> None:
    play = Play(small())
    setup = {"question": "¿Sorpresa?", "answer": "text"}
    order = {"session": "plenary", "activity": "x-1", "kind": "poll", "title": "Sorpresa", "setup": setup}
    play.does(MODERATOR, "add_activity", **order)
    play.does(MODERATOR, "start_session", session="plenary")
    assert "orpresa" not in json.dumps(seen(play), ensure_ascii=False)
    assert not [key for key in seen(play) if "/" in key]
    play.does(MODERATOR, "open_activity", activity="x-1")
    assert seen(play)["activity/x-1"]["setup"]["question"] == {"es": "¿Sorpresa?"}


def test_an_outcome_is_there_from_revealing_until_the_next_round() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("coffee", {"peru-1": YES})
    assert "outcome/coffee" not in seen(play)
    assert "preview/coffee" in play.views()["desk"]
    play.does(MODERATOR, "reveal_outcome", activity="coffee", round=1)
    assert "preview/coffee" not in play.views()["desk"]
    assert seen(play)["outcome/coffee"]["outcome"]["counted"]["voted"] == 1
    play.does(MODERATOR, "reopen_activity", activity="coffee", round=1)
    assert "outcome/coffee" not in seen(play)
    assert "preview/coffee" not in play.views()["desk"]


def test_no_shared_layer_names_a_seat_except_the_desks_list_of_seats() -> None:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.runs("coffee", {"peru-1": YES, "peru-2": NO, "mexico-3": NO})
    play.does(MODERATOR, "reveal_outcome", activity="coffee", round=1)
    views = play.views()
    views["desk"].pop("seats")
    shared = json.dumps([views["everyone"], views["desk"], views["notes"]])
    assert not [seat for seat in play.meeting.seats if f'"{seat}"' in shared]


@pytest.mark.parametrize("activity", ["coffee", "priorities"])
def test_while_a_round_is_open_nobody_sees_anything_that_depends_on_choices(activity: str) -> None:
    ballots: list[dict[str, Any]] = [YES, NO] if activity == "coffee" else [ORDER, {"ranking": ["C-6", "C-2"]}]
    ballots.append({"abstain": True})
    views = []
    for ballot in ballots:
        play = Play(small())
        play.does(MODERATOR, "start_session", session="plenary")
        play.does(MODERATOR, "open_activity", activity=activity)
        play.casts("peru-1", activity, ballot)
        play.casts("peru-2", activity, ballots[0])
        views.append(play.views())
    assert views[0] == views[1] == views[2]
