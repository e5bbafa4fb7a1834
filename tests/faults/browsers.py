"""Rows of the fault matrix for which the real page matters: sleep, dead sockets, clocks, storage, reloads, portals."""

import asyncio
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from playwright.async_api import Browser, Route, WebSocketRoute, async_playwright, expect

from tests import chromium
from tests.browser import test_phone, test_slow_network
from tests.faults.rows import NotPossible, Place, row
from tests.helpers.house import House, Moderator, a_house
from tests.helpers.pages import PHONE, PhoneBrowsing, open_page
from tests.helpers.programmes import small


@asynccontextmanager
async def _browsing() -> AsyncIterator[tuple[Browser, House, Moderator]]:
    path = await asyncio.to_thread(chromium.find)
    if path is None:
        raise NotPossible("there is no Chromium")
    async with a_house(small()) as house, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        moderator = await house.moderator()
        await moderator.starts("plenary")
        yield browser, house, moderator
        await browser.close()


async def _phone(browser: Browser, house: House) -> PhoneBrowsing:
    phone: PhoneBrowsing = await open_page(browser, house, PHONE, PhoneBrowsing)
    return phone


class Wire:
    """The page's sockets, to be silenced: nothing goes through and nobody is told."""

    def __init__(self) -> None:
        self.through = True

    async def carry(self, route: WebSocketRoute) -> None:
        if not self.through:
            return
        mine = [True]  # a socket that was silenced stays so
        server = route.connect_to_server()
        route.on_message(lambda message: server.send(message) if self._open(mine) else None)
        server.on_message(lambda message: route.send(message) if self._open(mine) else None)

    def _open(self, mine: list[bool]) -> bool:
        mine[0] = mine[0] and self.through
        return mine[0]


@row("C8", "a phone sleeps, its socket dies meanwhile")
async def sleeps(place: Place) -> str:
    """On waking it asks at once, finds the socket dead, opens another, and shows what is."""
    async with _browsing() as (browser, house, moderator):
        phone, wire = await _phone(browser, house), Wire()
        await phone.page.route_web_socket("**/ws", wire.carry)
        await phone.comes("Peru")
        await phone.sees("En la sala")
        wire.through = False
        line = await phone.context.new_cdp_session(phone.page)
        await line.send("Page.setWebLifecycleState", {"state": "frozen"})
        await moderator.opens("coffee")
        await asyncio.sleep(5 if place.quick else 60)
        wire.through = True
        await line.send("Page.setWebLifecycleState", {"state": "active"})
        await phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        begun = time.monotonic()
        await phone.sees("¿coffee?")
        taken = time.monotonic() - begun
    assert taken < 6, f"right again only after {taken:.1f} s"
    return f"right again {taken:.1f} s after waking"


@row("C9", "a socket that looks open and is dead")
async def zombie(place: Place) -> str:
    """Told three seconds after a ping went unanswered; another socket is opened by itself."""
    async with _browsing() as (browser, house, _), a_house(small()) as other:
        del house
        await test_slow_network.test_a_dead_socket_is_told_three_seconds_after_the_network_went(browser, other)
    return "told after three seconds, back by itself"


@row("C10", "the phone's clock is a day off")
async def skewed_clock(place: Place) -> str:
    """Votes count, deadlines are the server's: the countdown shows the minutes that are left."""
    async with _browsing() as (browser, house, moderator):
        await moderator.does("open_activity", activity="coffee", minutes=10)
        for days in (1, -1):
            phone = await _phone(browser, house)
            await phone.page.clock.install(time=datetime.now(UTC) + timedelta(days=days))
            await phone.comes("Peru")
            await phone.sees("¿coffee?")
            await expect(phone.page.locator("body")).to_contain_text("9:", timeout=5000)
            await phone.chooses("Sí")
            await phone.sends()
            await phone.sees("Recibido")
        await moderator.sees("turnout/coffee", voted=2)
    return "voted a day early and a day late; both saw nine minutes left"


@row("C11", "a browser that keeps nothing")
async def no_storage(place: Place) -> str:
    """No crash: in by the code, voted, one vote; another browser with the same pass is not another voter."""
    async with _browsing() as (browser, house, moderator):
        await moderator.opens("coffee")
        phone = await _phone(browser, house)
        await phone.page.add_init_script(
            "for (const name of ['setItem', 'getItem', 'removeItem'])"
            " Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError') }"
        )
        await phone.comes("Peru")
        await phone.chooses("Sí")
        await phone.sends()
        await phone.sees("Recibido")
        await phone.page.reload()
        await phone.sees("¿coffee?")
        await moderator.sees("turnout/coffee", voted=1)
        assert not phone.faults, phone.faults
    return "voted where localStorage throws; a reload is still one voter"


@row("C12", "back to a page of before")
async def goes_back(place: Place) -> str:
    """Shows what is before it can act."""
    async with _browsing() as (browser, house, moderator):
        await moderator.opens("coffee")
        phone = await _phone(browser, house)
        await phone.comes("Peru")
        await phone.sees("¿coffee?")
        await phone.page.goto(f"{house.url}/healthz")
        await moderator.closes("coffee")
        await moderator.opens("tea")
        await phone.page.go_back()
        await phone.sees("¿tea?")
        await phone.chooses("Sí")
        await phone.sends()
        await phone.sees("Recibido")
        await moderator.sees("turnout/tea", voted=1)
    return "the round of now, voted"


@row("C13", "reload in the middle of a vote")
async def reloads(place: Place) -> str:
    """What was chosen is there again; what was sent without network is sent, once."""
    async with _browsing() as (browser, house, moderator):
        await moderator.opens("coffee")
        phone = await _phone(browser, house)
        await phone.comes("Belize")
        await phone.chooses("Sí")
        await phone.page.reload()
        await expect(phone.page.get_by_label("Sí", exact=True)).to_be_checked()
        async with a_house(small()) as other:
            await test_phone.test_a_vote_given_without_network_is_sent_when_it_comes_back(browser, other)
    return "draft and ballot survived"


@row("C14", "a page of before, a server of after")
async def newer_server(place: Place) -> str:
    """Messages and keys that the page does not know do it no harm; it votes on."""
    async with _browsing() as (browser, house, moderator):
        phone = await _phone(browser, house)

        def carry(route: WebSocketRoute) -> None:
            server = route.connect_to_server()
            route.on_message(server.send)

            def told(message: str | bytes) -> None:
                route.send('{"type":"novelty","depth":{"a":[1,2]}}')
                text = message if isinstance(message, str) else zlib.decompress(message, -zlib.MAX_WBITS).decode()
                route.send(text.replace('"keys":{', '"keys":{"novelty/x":{"a":1},', 1))

            server.on_message(told)

        await phone.page.route_web_socket("**/ws", carry)
        await moderator.opens("coffee")
        await phone.comes("Peru")
        await phone.chooses("Sí")
        await phone.sends()
        await phone.sees("Recibido")
        assert not phone.faults, phone.faults
    return "unknown messages and keys were passed over"


@row("N6", "a captive portal answers every address")
async def captive_portal(place: Place) -> str:
    """The page says that the Wi-Fi wants a login, keeps what was chosen, and goes on when the portal is passed."""
    async with _browsing() as (browser, house, moderator):
        await moderator.opens("coffee")
        phone, wire = await _phone(browser, house), Wire()
        await phone.page.route_web_socket("**/ws", wire.carry)
        await phone.comes("Peru")
        await phone.chooses("Sí")

        async def portal(route: Route) -> None:
            await route.fulfill(status=200, content_type="text/html", body="<h1>Bienvenido al hotel</h1>")

        wire.through = False
        await phone.page.route("**/healthz*", portal)
        await phone.page.evaluate("dispatchEvent(new Event('offline'))")
        await phone.sees("Wi-Fi", timeout_s=15)
        await phone.page.unroute("**/healthz*")
        wire.through = True
        await phone.page.evaluate("dispatchEvent(new Event('online'))")
        await expect(phone.page.locator(".head .banner")).to_have_count(0, timeout=30_000)
        await phone.sends()
        await phone.sees("Recibido")
    return "said so, kept the choice, voted afterwards"
