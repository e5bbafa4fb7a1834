"""The dead are let go of soon: they will not answer a farewell either."""

import time

import pytest

from server.live import line, pulse
from tests.helpers.house import a_house
from tests.helpers.programmes import small
from tests.server.live.test_slow import Deaf


async def test_who_is_gone_without_a_word_is_soon_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY_S", 0.05)
    monkeypatch.setattr(pulse, "QUIET_S", 0.2)
    monkeypatch.setattr(pulse, "DEAD_S", 2.5)
    monkeypatch.setattr(line, "LINGER_S", 0.2)
    async with a_house(small()) as house:
        moderator = await house.moderator()
        async with Deaf.comes(house, "peru-1"):
            await moderator.sees("presence", total=1)
            begun = time.monotonic()
            await moderator.sees("presence", total=0)
            assert time.monotonic() - begun < line.FAREWELL_S / 2


def test_all_of_it_takes_less_than_forty_seconds() -> None:
    assert pulse.DEAD_S + pulse.EVERY_S + line.LINGER_S < 40
