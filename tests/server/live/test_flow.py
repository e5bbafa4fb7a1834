"""A meeting end to end over real sockets: what each person asks, and what each person sees."""

from collections.abc import AsyncIterator

import pytest

from tests.helpers.house import House, Phone, a_house
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def test_a_poll_from_opening_to_outcome(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    panama, peru = await house.phone("panama"), await house.phone("peru")
    await panama.sees("activity/coffee", phase="open")
    assert (await panama.casts("coffee", {"choices": ["yes"]}))["verdict"] == "recorded"
    assert (await peru.casts("coffee", {"abstain": True}))["verdict"] == "recorded"
    await moderator.sees("turnout/coffee", voted=2, delegations_voted=2)
    await panama.sees("mine/coffee", recorded=True, counted=False)
    await moderator.closes("coffee")
    assert "outcome/coffee" not in panama.keys
    await moderator.sees("preview/coffee", round=1)
    await moderator.reveals("coffee")
    outcome = await panama.sees("outcome/coffee", round=1)
    assert [bar["count"] for bar in outcome["outcome"]["result"]["bars"]] == [1, 0]
    assert outcome["outcome"]["counted"] == {
        "voted": 2,
        "answered": 1,
        "abstained": 1,
        "not_applicable": 0,
        "delegations": 2,
    }
    await panama.sees("mine/coffee", counted=True)


async def test_the_last_ballot_counts_and_a_retry_of_an_older_one_changes_nothing(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    phone: Phone = await house.card("peru-1")
    first = phone.ballot("priorities", {"ranking": ["C-1"]}, 1, "ballot-number-1")
    assert (await phone.gives("cast_ballot", first))["verdict"] == "recorded"
    assert (await phone.casts("priorities", {"ranking": ["C-2", "C-3"]}))["verdict"] == "recorded"
    assert (await phone.gives("cast_ballot", first))["verdict"] == "recorded"
    await moderator.closes("priorities")
    assert (await phone.gives("cast_ballot", first))["verdict"] == "recorded"
    assert (await phone.casts("priorities", {"ranking": ["C-4"]}))["code"] == "closed"
    outcome = await moderator.reveals("priorities")
    assert outcome["outcome"]["result"]["rows"][0]["id"] == "C-2"
    assert outcome["outcome"]["counted"]["voted"] == 1


async def test_a_reply_to_a_secret_ballot_tells_no_number(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    phone = await house.phone("panama")
    assert set(await phone.casts("priorities", {"ranking": ["C-1"]})) == {"type", "id", "verdict"}


async def test_coming_back_with_a_cursor_brings_only_what_is_new(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    phone = await house.phone("panama")
    await phone.leaves()
    seen = phone.cursor
    await moderator.opens("coffee")
    back = await Phone(house, {"role": "delegate", "seat": phone.seat, "pass": phone.pass_}).comes(seen)
    await back.sees("activity/coffee", phase="open")
    assert back.frames[0]["type"] == "delta"
    assert "meeting" not in back.frames[0]["keys"]
    await back.leaves()


async def test_two_moderators_press_the_same_button(house: House) -> None:
    one, two = await house.moderator(), await house.moderator()
    await one.starts("plenary")
    await two.starts("plenary")
    await one.opens("coffee")
    await two.opens("coffee")
    await one.closes("coffee")
    assert (await two.gives("close_activity", {"activity": "coffee", "round": 1}))["verdict"] == "recorded"
    await one.reveals("coffee")
    assert (await two.gives("reopen_activity", {"activity": "coffee", "round": 1}))["verdict"] == "recorded"
    await one.does("reopen_activity", activity="coffee", round=1)
    await two.sees("activity/coffee", phase="open", round=2)


async def test_a_released_seat_is_put_out_and_its_pass_is_void(house: House) -> None:
    moderator = await house.moderator()
    phone = await house.card("peru-1")
    await moderator.does("release_seat", seat="peru-1")
    assert await phone.hears("bye") == {"type": "bye", "code": "seat_released", "again": False}
    again = Phone(house, {"role": "delegate", "seat": "peru-1", "pass": phone.pass_})
    assert (await again.turned_away())["code"] == "no_pass"
    await again.leaves()


async def test_two_phones_with_one_ballot_id_are_two_votes(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    panama, peru = await house.phone("panama"), await house.phone("peru")
    for phone in (panama, peru):
        reply = await phone.casts("coffee", {"choices": ["yes"]}, ballot_id="the-same-id-twice")
        assert reply["verdict"] == "recorded"
    await moderator.sees("turnout/coffee", voted=2)
    await moderator.closes("coffee")
    for phone in (panama, peru):
        reply = await phone.casts("coffee", {"choices": ["yes"]}, ballot_id="the-same-id-twice")
        assert reply["verdict"] == "recorded"
    assert (await peru.casts("coffee", {"choices": ["no"]}, ballot_id="another-id"))["code"] == "closed"


async def test_a_phone_that_was_away_while_the_session_changed_forgets_what_is_gone(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("tables")
    await moderator.opens("after")
    phone = await house.card("peru-1")
    await phone.sees("mine/after")
    await phone.leaves()
    seen, keys = phone.cursor, dict(phone.keys)
    await moderator.closes("after")
    await moderator.does("end_session", session="tables")
    await moderator.starts("plenary")
    back = Phone(house, {"role": "delegate", "seat": phone.seat, "pass": phone.pass_})
    back.keys = keys
    await back.comes(seen)
    await back.sees("now", session="plenary")
    assert back.frames[0]["type"] == "delta"
    fresh = await house.card("peru-1")
    assert back.keys == fresh.keys
    await back.leaves()


async def test_who_comes_between_two_broadcasts_is_never_told_an_older_cursor() -> None:
    async with a_house(small()) as house:
        moderator, first = await house.moderator(), await house.phone("panama")
        await moderator.starts("plenary")
        await moderator.opens("coffee")
        for number, delegation in enumerate(("peru", "belize", "mexico"), 1):
            await first.casts("coffee", {"choices": ["yes" if number % 2 else "no"]})
            await moderator.sees("turnout/coffee", voted=number)
            phone = await house.phone(delegation)
            await phone.casts("coffee", {"choices": ["yes"]})
            await phone.sees("mine/coffee")
            await phone.sees("turnout/coffee", voted=number + 1)
            cursors = [frame["cursor"][1] for frame in phone.frames if "cursor" in frame]
            assert cursors == sorted(cursors)
