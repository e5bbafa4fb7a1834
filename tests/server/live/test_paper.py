"""Paper ballots and shows of hands over the socket: who is told what, and what a restart leaves."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from sessions.actor import Role
from tests.helpers.house import House, Moderator, Person, a_house, a_server_on
from tests.helpers.programmes import small
from tests.helpers.stores import a_store

YES, NO = {"choices": ["yes"]}, {"choices": ["no"]}
READERS = {Role.MODERATOR, Role.SECRETARIAT, Role.RAPPORTEUR, Role.FACILITATOR}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def voting(house: House, secrecy: str, activity: str = "coffee") -> Moderator:
    moderator = await house.moderator()
    await moderator.does("edit_activity", activity=activity, secrecy=secrecy)
    await moderator.starts("plenary")
    await moderator.opens(activity)
    return moderator


def mark(seat: str, how: str = "paper", activity: str = "coffee") -> dict[str, Any]:
    return {"activity": activity, "round": 1, "seat": seat, "source": how}


def entry(ballot: dict[str, Any], again: dict[str, Any] | None = None, **whose: Any) -> dict[str, Any]:
    return {"activity": "coffee", "round": 1, "ballot": ballot, "again": again or ballot, **whose}


async def test_each_seat_counts_in_one_source_and_the_sources_are_told_apart(house: House) -> None:
    moderator = await voting(house, "open")
    peru, panama = await house.card("peru-1"), await house.card("panama-1")
    await panama.casts("coffee", YES)
    await moderator.refused("voted_elsewhere", "set_source", **mark("panama-1"))
    await moderator.does("set_source", **mark("peru-1"))
    await peru.sees("mine/coffee", apart="paper", recorded=False)
    assert (await peru.casts("coffee", YES))["code"] == "voted_elsewhere"
    await moderator.refused("entries_differ", "enter_paper_ballot", **entry(YES, NO, seat="peru-1"))
    reply = await moderator.gives("enter_paper_ballot", entry(NO, seat="peru-1"), "the-same-command")
    assert reply["verdict"] == "recorded"
    again = await moderator.gives("enter_paper_ballot", entry(NO, seat="peru-1"), "the-same-command")
    assert again["verdict"] == "recorded"
    await peru.sees("mine/coffee", apart="paper", recorded=True)
    for seat in ("mexico-1", "mexico-2"):
        await moderator.does("set_source", **mark(seat, "hands"))
    hands = {"no": 1, "_abstain": 1}
    await moderator.refused("unmatched", "enter_hands", activity="coffee", round=1, counts={"no": 1}, again={"no": 1})
    await moderator.does("enter_hands", activity="coffee", round=1, counts=hands, again=hands)
    await moderator.closes("coffee")
    late = await moderator.gives("enter_paper_ballot", entry(NO, seat="peru-1"), "the-same-command")
    assert late["verdict"] == "recorded", "a late retry hears what it was told"
    await moderator.refused("closed", "enter_paper_ballot", **entry(YES, seat="peru-1"))
    counted = (await moderator.reveals("coffee"))["outcome"]["counted"]
    assert counted["sources"] == {"phone": 1, "paper": 1, "hands": 2}
    assert (counted["voted"], counted["answered"], counted["abstained"], counted["delegations"]) == (4, 3, 1, 3)
    assert "paper/coffee" not in moderator.keys
    assert (await peru.sees("mine/coffee", counted=True))["apart"] == "paper"


async def test_who_votes_so_is_told_to_those_who_enter_and_what_they_say_to_nobody(house: House) -> None:
    moderator = await voting(house, "by_delegation")
    people: dict[str, Person] = {role.value: await house.with_role(role) for role in [*READERS, Role.SCREEN]}
    people |= {seat: await house.card(seat) for seat in ("peru-1", "peru-2", "mexico-1", "unhcr-1")}
    for person in people.values():
        person.frames.clear()
    await moderator.does("set_source", **mark("peru-1"))
    for ballot in (YES, NO, {"abstain": True}):
        await moderator.does("enter_paper_ballot", **entry(ballot, seat="peru-1"))
    for name, person in people.items():
        await person.sees("turnout/coffee", voted=1, apart=1)
        if name in {role.value for role in READERS}:
            await person.sees("paper/coffee", entered=["peru-1"])
    assert {name for name, person in people.items() if "paper/coffee" in person.keys} == {
        role.value for role in READERS
    }
    said = {name: orjson.dumps(person.frames) for name, person in people.items()}
    assert {
        name for name, frames in said.items() if any(word in frames for word in (b'yes"', b'no"', b"abstain"))
    } == set()
    assert {name for name, frames in said.items() if b"peru-1" in frames} == {role.value for role in READERS}


async def test_a_secret_round_waits_for_as_many_envelopes_as_seats_vote_so(house: House) -> None:
    moderator = await voting(house, "secret")
    await (await house.card("panama-1")).casts("coffee", YES)
    for seat in ("peru-1", "mexico-1"):
        await moderator.does("set_source", **mark(seat))
    await moderator.refused("invalid_command", "enter_paper_ballot", **entry(YES, seat="peru-1"))
    await moderator.refused("not_open", "enter_paper_ballot", **entry(YES, envelope=1))
    await moderator.does("close_activity", activity="coffee", round=1)
    await moderator.sees("next", command="finish_paper")
    await moderator.does("enter_paper_ballot", **entry(YES, envelope=12))
    await moderator.refused("unmatched", "finish_paper", activity="coffee", round=1)
    await moderator.does("enter_paper_ballot", **entry(NO, envelope=3))
    await moderator.sees("paper/coffee", envelopes=[3, 12], due=True)
    await moderator.refused("too_many", "enter_paper_ballot", **entry(NO, envelope=4))
    assert not moderator.keys["activity/coffee"]["sealed"]
    assert moderator.keys["turnout/coffee"]["delegations_voted"] == 1, "envelopes are in no number until counted"
    await moderator.does("finish_paper", activity="coffee", round=1)
    await moderator.sees("activity/coffee", sealed=True)
    told = (await moderator.reveals("coffee"))["outcome"]
    assert told["counted"]["sources"] == {"phone": 1, "paper": 2, "hands": 0}
    assert {bar["id"]: bar["count"] for bar in told["result"]["bars"]} == {"yes": 2, "no": 1}


async def test_a_facilitator_enters_for_the_own_table_and_cannot_finish(house: House) -> None:
    moderator = await house.moderator()
    await moderator.does("edit_activity", activity="after", secrecy="open")
    await moderator.starts("tables")
    await moderator.opens("after")
    for seat, table in (("peru-1", "t1"), ("mexico-1", "t2")):
        await moderator.does("assign_table", session="tables", seat=seat, table=table)
    one = await house.with_role(Role.FACILITATOR, "t1")
    await one.refused("not_allowed", "set_source", **mark("mexico-1", activity="after"))
    await one.does("set_source", **mark("peru-1", activity="after"))
    await one.does("enter_paper_ballot", **{**entry(YES, seat="peru-1"), "activity": "after"})
    await one.sees("paper/after", entered=["peru-1"])
    await one.refused("not_allowed", "finish_paper", activity="after", round=1)


async def test_what_was_entered_is_there_after_a_restart() -> None:
    async with a_store() as store:
        async with a_house(small(), store) as before:
            moderator = await voting(before, "open")
            await moderator.does("set_source", **mark("peru-1"))
            await moderator.does("set_source", **mark("mexico-1", "hands"))
            await moderator.does("enter_paper_ballot", **entry(YES, seat="peru-1"))
            await moderator.does("enter_hands", activity="coffee", round=1, counts={"no": 1}, again={"no": 1})
        async with a_server_on(store, before.meeting) as after:
            moderator = await after.moderator()
            told = await moderator.sees("paper/coffee", entered=["peru-1"], hands={"no": 1})
            assert told["seats"] == {"mexico-1": "hands", "peru-1": "paper"}
            await moderator.does("set_source", **mark("panama-1"))
            await moderator.does("enter_paper_ballot", **entry(NO, seat="panama-1"))
            await moderator.closes("coffee")
            told = (await moderator.reveals("coffee"))["outcome"]
            assert told["counted"]["sources"] == {"phone": 0, "paper": 2, "hands": 1}
            assert {bar["id"]: bar["count"] for bar in told["result"]["bars"]} == {"yes": 1, "no": 2}
