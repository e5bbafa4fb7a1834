"""One ballot a delegation over the socket, on two workers: what its seats see, replace, and nobody else does."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from sessions.actor import Role
from tests.helpers.house import House, Moderator, a_house, a_server_on
from tests.helpers.programmes import poll, small
from tests.helpers.stores import a_store

YES, NO = {"choices": ["yes"]}, {"choices": ["no"]}
SETUP = {**poll("coffee")["setup"], "unit": "delegation"}


@pytest.fixture
async def houses() -> AsyncIterator[tuple[House, House]]:
    async with a_store() as store, a_house(small(), store) as one, a_server_on(store, one.meeting) as other:
        yield one, other


async def voting(house: House, secrecy: str) -> Moderator:
    moderator = await house.moderator()
    await moderator.does("edit_activity", activity="coffee", secrecy=secrecy, setup=SETUP)
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    return moderator


@pytest.mark.parametrize("secrecy", ["secret", "by_delegation", "open"])
async def test_any_seat_replaces_what_all_of_the_delegation_see(houses: tuple[House, House], secrecy: str) -> None:
    one, other = houses
    moderator = await voting(one, secrecy)
    first, second, late = await one.card("peru-1"), await other.card("peru-2"), await other.card("peru-3")
    strangers: list[Any] = [await one.card("mexico-1"), await other.card("unhcr-1")]
    strangers += [await house.with_role(role) for house in houses for role in Role if role not in _SEATED]
    await late.leaves()
    for person in strangers:
        await person.sees("activity/coffee", phase="open")
        person.frames.clear()
    assert (await first.casts("coffee", YES))["verdict"] == "recorded"
    await second.sees("shared/coffee", round=1, ballot=YES)
    await second.sees("mine/coffee", recorded=True)
    assert (await second.casts("coffee", NO))["verdict"] == "recorded"
    await first.sees("shared/coffee", ballot=NO)
    await late.comes()
    await late.sees("shared/coffee", ballot=NO)
    await moderator.sees("turnout/coffee", delegations_voted=1, voted=None)
    for person in strangers:
        await person.sees("turnout/coffee", delegations_voted=1)
        said = orjson.dumps(person.frames)
        assert not any(word in said for word in (b"shared/", b'"yes"', b'"no"')), person.role
        assert "shared/coffee" not in person.keys
    await moderator.closes("coffee")
    for person in (first, second, late):
        await person.misses("shared/coffee")
    told = (await moderator.reveals("coffee"))["outcome"]
    assert {bar["id"]: bar["count"] for bar in told["result"]["bars"]} == {"yes": 0, "no": 1}


_SEATED = {Role.DELEGATE, Role.OBSERVER}


async def test_it_is_there_after_a_restart_and_for_a_phone_that_comes_back() -> None:
    async with a_store() as store:
        async with a_house(small(), store) as before:
            await voting(before, "secret")
            phone = await before.card("peru-1")
            await phone.casts("coffee", YES)
            await phone.sees("shared/coffee", ballot=YES)
            cursor = phone.cursor
        async with a_server_on(store, before.meeting) as after:
            phone = await after.card("peru-2")
            await phone.sees("shared/coffee", ballot=YES)
            await phone.casts("coffee", NO)
            await phone.sees("shared/coffee", ballot=NO)
            again = await after.card("peru-1")
            await again.leaves()
            again.keys["shared/coffee"] = {"round": 1, "ballot": YES}
            await again.comes(cursor)
            await again.sees("shared/coffee", ballot=NO)
