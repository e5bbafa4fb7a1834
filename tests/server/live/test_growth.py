"""What a burst of votes costs a phone does not depend on how many vote: counts, not times."""

import asyncio

import pytest

from server.live import audience
from tests.helpers.house import House, Moderator, Phone, a_house
from tests.helpers.programmes import small

ROOM = {"delegations": [{"id": f"d{n}", "name": f"D{n}", "seats": 3} for n in range(25)]}


async def heard_of(house: House, moderator: Moderator, voters: list[Phone], activity: str) -> list[Phone]:
    """All vote at once; returns once all have seen the last of it."""
    await moderator.opens(activity)
    everybody = [*voters]
    for phone in everybody:
        await phone.sees(f"activity/{activity}", phase="open")
        phone.frames.clear()
    replies = await asyncio.gather(*(phone.casts(activity, {"choices": ["yes"]}) for phone in voters))
    assert {reply["verdict"] for reply in replies} == {"recorded"}
    for phone in everybody:
        await phone.sees(f"turnout/{activity}", voted=len(voters))
        await phone.sees(f"mine/{activity}", recorded=True)
    return everybody


async def test_a_phone_hears_as_much_when_sixty_vote_as_when_ten_do(monkeypatch: pytest.MonkeyPatch) -> None:
    # The second slow tick comes when all ballots are in, however slow the machine: the first tells of one at most.
    monkeypatch.setattr(audience, "SLOW_S", 2.0)
    async with a_house(small(**ROOM)) as house:
        moderator = await house.moderator()
        await moderator.starts("plenary")
        phones = [await house.phone(f"d{n % 25}") for n in range(60)]
        few = await heard_of(house, moderator, phones[:10], "coffee")
        of_few = [(len(p.frames), sum(len(str(frame)) for frame in p.frames)) for p in few]
        await moderator.closes("coffee")
        many = await heard_of(house, moderator, phones, "tea")
        of_many = [(len(p.frames), sum(len(str(frame)) for frame in p.frames)) for p in many]
        assert max(frames for frames, _ in of_many) <= 5  # its reply, and at most two ticks of own and shared
        assert max(size for _, size in of_many) <= max(size for _, size in of_few) * 1.5


async def test_who_does_not_vote_hears_ticks_and_not_votes() -> None:
    async with a_house(small(**ROOM)) as house:
        moderator = await house.moderator()
        await moderator.starts("plenary")
        await moderator.opens("coffee")
        onlooker = await house.phone("d24")
        voters = [await house.phone(f"d{n % 24}") for n in range(40)]
        await onlooker.sees("turnout/coffee", present=41)
        onlooker.frames.clear()
        for _ in range(5):
            await asyncio.gather(*(phone.casts("coffee", {"choices": ["no"]}) for phone in voters))
        await onlooker.sees("turnout/coffee", voted=40)
        keys = [set(frame["keys"]) for frame in onlooker.frames]
        assert all(some == {"turnout/coffee"} for some in keys)
        assert len(keys) <= 20  # two hundred ballots, a tick in 0.7 s


async def test_a_ballot_alone_is_answered_before_any_tick() -> None:
    async with a_house(small()) as house:
        moderator = await house.moderator()
        await moderator.starts("plenary")
        await moderator.opens("coffee")
        phone = await house.phone("peru")
        phone.frames.clear()
        await phone.casts("coffee", {"choices": ["yes"]})
        assert [frame["type"] for frame in phone.frames] == ["reply"]
