"""One bar of Wi-Fi: pages that come slowly, and a socket that looks open and is dead."""

import time
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, WebSocketRoute, expect

from tests.helpers.house import House, a_house
from tests.helpers.pages import PHONE, PhoneBrowsing, open_page
from tests.helpers.programmes import small

BYTES_A_S = 50 * 1024 // 8
LATENCY_MS = 600
USABLE_S = 15.0  # 35 KB take 5.6 s on such a line, and each round trip 0.6 s more


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def test_the_join_page_comes_through_fifty_kilobits(browser: Browser, house: House) -> None:
    phone: PhoneBrowsing = await open_page(browser, house, PHONE, PhoneBrowsing)
    line = await phone.context.new_cdp_session(phone.page)
    await line.send("Network.enable")
    await line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": BYTES_A_S,
            "uploadThroughput": BYTES_A_S,
        },
    )
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    before = time.monotonic()
    await phone.page.goto(f"{house.url}/", wait_until="commit")
    await phone.page.get_by_label("Código").fill("ABC", timeout=USABLE_S * 1000)
    assert time.monotonic() - before < USABLE_S
    assert len(asked) <= 4
    assert all(url.startswith(house.url) for url in asked)


async def test_a_dead_socket_is_told_three_seconds_after_the_network_went(browser: Browser, house: House) -> None:
    phone: PhoneBrowsing = await open_page(browser, house, PHONE, PhoneBrowsing)
    through = True

    async def carry(route: WebSocketRoute) -> None:
        if not through:
            await route.close()
            return
        server = route.connect_to_server()
        route.on_message(lambda message: server.send(message) if through else None)
        server.on_message(lambda message: route.send(message) if through else None)

    await phone.page.route_web_socket("**/ws", carry)
    await phone.comes("Peru")
    await phone.sees("La reunión aún no ha comenzado")
    await phone.misses("Sin conexión")
    through = False
    before = time.monotonic()
    await phone.page.evaluate("dispatchEvent(new Event('offline'))")
    await phone.sees("Sin conexión")
    assert 2.5 < time.monotonic() - before < 10
    through = True
    await phone.page.evaluate("dispatchEvent(new Event('online'))")
    await expect(phone.page.locator(".head .banner")).to_have_count(0, timeout=20_000)
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    await phone.sees("¿coffee?")
