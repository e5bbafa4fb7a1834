"""A meeting that is purged while people are in it."""

import asyncio
import re

from tests.helpers.house import a_house
from tests.helpers.programmes import small


async def test_everybody_is_sent_home_and_the_room_is_forgotten() -> None:
    async with a_house(small()) as house:
        phone = await house.phone("peru")
        await house.store.purge(house.meeting)
        assert await phone.hears("bye") == {"type": "bye", "code": "unknown_meeting", "again": False}
        async with asyncio.timeout(5):
            while not re.search(r"plenaria_rooms{[^}]*} 0", (await house.http.get("/metrics")).text):  # noqa: ASYNC110 - seen by asking
                await asyncio.sleep(0.02)
        assert (await house.enters(code="AAAAAA", delegation="peru")).status_code == 404
