"""A network whose proxy knows no WebSockets: phones vote all the same, and take a socket once one comes through."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.helpers.house import House, a_house
from tests.helpers.old_proxy import OldProxy
from tests.helpers.pages import PHONE, PhoneBrowsing, open_page
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def test_a_phone_votes_behind_a_proxy_without_websockets(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    async with OldProxy.to(house.settings.port) as proxy:
        house.url = proxy.url
        phone: PhoneBrowsing = await open_page(browser, house, PHONE, PhoneBrowsing)
        await phone.comes("Peru")
        await moderator.opens("coffee")
        await phone.sees("¿coffee?")
        await phone.chooses("Sí")
        await phone.sends()
        await phone.sees("Recibido")
        await moderator.sees("turnout/coffee", voted=1)
        proxy.cut()  # whoever was there comes back from where they were
        await moderator.closes("coffee")
        outcome = await moderator.reveals("coffee")
        assert outcome["outcome"]["counted"]["voted"] == 1
        await phone.sees("Votó 1 persona de 1 delegación")
        assert proxy.refused >= 2
        assert any("/live?as=delegate&cursor=" in path for path in proxy.carried)
        assert phone.faults == []
