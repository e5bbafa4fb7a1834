"""Two servers on one store: nothing is shared but that, and nobody can tell them apart."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.store.redis import RedisStore
from tests.helpers.house import House, Phone, a_house, a_server_on
from tests.helpers.programmes import small
from tests.helpers.stores import a_server


@asynccontextmanager
async def two_houses() -> AsyncIterator[tuple[House, House]]:
    async with (
        a_server() as url,
        await RedisStore.open(url) as one,
        await RedisStore.open(url) as other,
        a_house(small(), one) as house,
        a_server_on(other, house.meeting) as second,
    ):
        yield house, second


async def test_a_vote_on_one_is_in_the_turnout_and_the_outcome_of_the_other() -> None:
    async with two_houses() as (one, other):
        moderator = await one.moderator()
        await moderator.starts("plenary")
        here, there = await one.phone("peru"), await other.phone("panama")
        await moderator.opens("coffee")
        await there.sees("activity/coffee", phase="open")
        assert (await there.casts("coffee", {"choices": ["yes"]}))["verdict"] == "recorded"
        await moderator.sees("turnout/coffee", voted=1)
        assert (await here.casts("coffee", {"choices": ["no"]}))["verdict"] == "recorded"
        await there.sees("turnout/coffee", voted=2)
        await moderator.closes("coffee")
        told = await moderator.reveals("coffee")
        assert await here.sees("outcome/coffee") == await there.sees("outcome/coffee") == told


async def test_what_two_servers_close_at_once_is_sealed_once() -> None:
    async with two_houses() as (one, other):
        first, second = await one.moderator(), await other.moderator()
        await first.starts("plenary")
        await second.sees("now", session="plenary")
        await first.opens("priorities")
        await second.sees("activity/priorities", phase="open")
        phone = await other.phone("peru")
        await phone.casts("priorities", {"ranking": ["C-1", "C-2"]})
        close = {"activity": "priorities", "round": 1}
        replies = await asyncio.gather(first.gives("close_activity", close), second.gives("close_activity", close))
        assert [reply["verdict"] for reply in replies] == ["recorded", "recorded"]
        seen = [await person.sees("preview/priorities", round=1) for person in (first, second)]
        assert seen[0] == seen[1]
        loaded = await one.store.load(one.meeting)
        assert sum(b'"outcome_sealed"' in entry.body for entry in loaded.tail) == 1


async def test_a_cursor_of_one_is_good_on_the_other() -> None:
    async with two_houses() as (one, other):
        moderator = await one.moderator()
        await moderator.starts("plenary")
        phone = await one.phone("peru")
        await phone.sees("now", session="plenary")
        await phone.leaves()
        await moderator.opens("coffee")
        moved = Phone(other, {"role": "delegate", "seat": phone.seat, "pass": phone.pass_})
        await moved.comes(phone.cursor)
        await moved.sees("activity/coffee", phase="open")
        assert moved.frames[0]["type"] == "delta"
        assert moved.cursor is not None and phone.cursor is not None  # noqa: PT018 - for the types
        assert moved.cursor[0] == phone.cursor[0]
        assert [frame["cursor"][1] for frame in moved.frames] == sorted(frame["cursor"][1] for frame in moved.frames)
        await moved.leaves()


async def test_a_ballot_sent_again_to_the_other_is_the_same_ballot() -> None:
    async with two_houses() as (one, other):
        moderator = await one.moderator()
        await moderator.starts("plenary")
        await moderator.opens("coffee")
        phone = await one.phone("peru")
        ballot = phone.ballot("coffee", {"choices": ["yes"]}, 1, "ballot-number-1")
        await phone.gives("cast_ballot", ballot)
        again = await Phone(other, {"role": "delegate", "seat": phone.seat, "pass": phone.pass_}).comes()
        await again.sees("activity/coffee", phase="open")
        assert (await again.gives("cast_ballot", ballot))["verdict"] == "recorded"
        await moderator.closes("coffee")
        outcome = await moderator.reveals("coffee")
        assert outcome["outcome"]["counted"]["voted"] == 1
        await again.leaves()


async def test_people_on_two_servers_are_counted_once() -> None:
    async with two_houses() as (one, other):
        moderator = await one.moderator()
        phone = await one.card("peru-1")
        twin = await Phone(other, {"role": "delegate", "seat": "peru-1", "pass": phone.pass_}).comes()
        await other.phone("panama")
        await moderator.sees("presence", total=2)
        await twin.leaves()
