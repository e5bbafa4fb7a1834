"""Who is there, and whose phone would show at once what is opened."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from server.live import pulse
from sessions.actor import Role
from tests.helpers.house import House, Person, Phone, a_house
from tests.helpers.programmes import small
from tests.helpers.streaming import Streaming
from tests.server.live.test_slow import Deaf
from tests.server.live.test_workers import two_houses

ASLEEP = {"type": "ping", "asleep": True}
AWAKE = {"type": "ping"}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def pass_of(house: House, seat: str) -> dict[str, Any]:
    return dict((await house.enters(seat=house.keyring.seat_card(house.meeting, seat))).json())


async def test_a_phone_that_comes_is_awake_sleeps_wakes_and_goes(house: House) -> None:
    moderator = await house.moderator()
    phone = await house.card("peru-1")
    await moderator.sees("presence", seats=["peru-1"], awake=["peru-1"])
    await phone.says(ASLEEP)
    await moderator.sees("presence", seats=["peru-1"], awake=[])
    await phone.says(AWAKE)
    await moderator.sees("presence", seats=["peru-1"], awake=["peru-1"])
    await phone.leaves()
    await moderator.sees("presence", seats=[], awake=[])


async def test_one_phone_awake_is_enough_for_a_seat(house: House) -> None:
    moderator = await house.moderator()
    phone = await house.card("peru-1")
    second = await Phone(house, {"role": "delegate", "seat": "peru-1", "pass": phone.pass_}).comes()
    other = await house.card("peru-2")
    await phone.says(ASLEEP)
    await other.says(ASLEEP)
    await moderator.sees("presence", seats=["peru-1", "peru-2"], awake=["peru-1"])
    await second.says(ASLEEP)
    await moderator.sees("presence", awake=[])
    await second.leaves()


async def test_only_the_desk_hears_of_it_and_phones_hear_nothing_but_their_pong(house: House) -> None:
    moderator = await house.moderator()
    phone, other = await house.card("peru-1"), await house.card("panama-1")
    wall = await house.with_role(Role.SCREEN)
    heard = [len(person.frames) for person in (phone, other, wall)]
    await phone.says(ASLEEP)
    await moderator.sees("presence", awake=["panama-1"])
    assert (await phone.hears("pong")) == {"type": "pong"}
    assert [len(person.frames) for person in (phone, other, wall)] == [heard[0] + 1, *heard[1:]]
    for person in (phone, other, wall):
        assert "presence" not in person.keys


async def test_a_phone_on_the_other_server_is_awake_here_too() -> None:
    async with two_houses() as (one, other):
        moderator = await one.moderator()
        phone = await other.card("peru-1")
        await moderator.sees("presence", awake=["peru-1"])
        twin = await Phone(one, {"role": "delegate", "seat": "peru-1", "pass": phone.pass_}).comes()
        await phone.says(ASLEEP)
        await moderator.sees("presence", seats=["peru-1"], awake=["peru-1"])
        await twin.leaves()
        await moderator.sees("presence", seats=["peru-1"], awake=[])


async def test_who_leaves_a_question_unanswered_is_asleep_before_it_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pulse, "EVERY_S", 0.05)
    monkeypatch.setattr(pulse, "QUIET_S", 0.2)
    monkeypatch.setattr(pulse, "SILENT_S", 0.4)
    async with a_house(small()) as house:
        moderator = await house.moderator()
        talking = await house.card("panama-1")  # its library answers pings by itself
        async with Deaf.comes(house, "peru-1"):
            await moderator.sees("presence", seats=["panama-1", "peru-1"], awake=["panama-1"])
        await talking.leaves()


def test_it_is_asked_before_it_counts_as_asleep_and_asleep_before_it_is_let_go() -> None:
    assert pulse.QUIET_S + pulse.EVERY_S < pulse.SILENT_S < pulse.DEAD_S


async def posts(house: House, phone: Person, message: dict[str, Any]) -> None:
    """What a page without a socket does, to a server that need not be the one it listens to."""
    answer = await house.http.post(
        f"/api/m/{house.meeting}/command",
        params={"as": phone.role},
        json=message,
        headers={"Authorization": f"Bearer {phone.pass_}"},
    )
    assert answer.json() == {"type": "pong"}


async def test_a_stream_says_it_to_whichever_server_it_reaches() -> None:
    async with two_houses() as (one, other):
        moderator = await one.moderator()
        phone = await Streaming(one, await pass_of(one, "peru-1")).comes()
        await moderator.sees("presence", awake=["peru-1"])
        for house, said, awake in ((other, ASLEEP, []), (one, AWAKE, ["peru-1"]), (one, ASLEEP, [])):
            await posts(house, phone, said)
            await moderator.sees("presence", seats=["peru-1"], awake=awake)
        await phone.leaves()
        await moderator.sees("presence", seats=[], awake=[])
        again = await Streaming(other, {"role": "delegate", "seat": "peru-1", "pass": phone.pass_}).comes()
        await moderator.sees("presence", awake=["peru-1"])
        await again.leaves()
