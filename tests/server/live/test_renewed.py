"""The state is read anew after another server took the place of the store's: what passed meanwhile, nobody heard."""

from typing import Any, cast

from server.live.clock import now_ms
from server.store.keys import Keys
from server.store.redis import RedisStore
from sessions import events as e
from tests.helpers.house import House, a_house
from tests.helpers.programmes import small


async def happens_unheard(house: House, *events: e.Event, phases: dict[str, str] | None = None) -> None:
    """The first that a room hears of them is another epoch, and then they are in the state."""
    store = cast(RedisStore, house.store)
    client: Any = store.clients.read
    await client.hset(Keys(house.meeting).head, "epoch", "another")
    bodies = [e.encode(e.LogEntry(at=now_ms(), event=event)) for event in events]
    reply = await store.append(
        house.meeting, command_id="unheard", revision=None, events=bodies, phases=phases or {}, digest=""
    )
    assert reply.seq is not None


async def test_a_round_that_was_closed_is_counted() -> None:
    async with a_house(small()) as house:
        moderator = await house.moderator()
        await moderator.starts("plenary")
        await moderator.opens("coffee")
        phone = await house.phone("peru")
        await phone.casts("coffee", {"choices": ["yes"]})
        await happens_unheard(house, e.ActivityClosed(activity="coffee", round=1), phases={"coffee": "1:closed"})
        await moderator.sees("activity/coffee", sealed=True)


async def test_a_seat_that_was_released_is_sent_away_and_no_other() -> None:
    async with a_house(small()) as house:
        moderator = await house.moderator()
        phone, other = await house.phone("peru"), await house.phone("panama")
        assert phone.seat is not None
        await happens_unheard(house, e.SeatReleased(seat=phone.seat))
        assert (await phone.hears("bye"))["code"] == "seat_released"
        await moderator.starts("plenary")
        await other.sees("now", session="plenary")
