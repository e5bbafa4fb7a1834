"""People at real browsers. Each has a context of their own: other cookies, another storage."""

from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, expect

from server.meetings import read
from sessions.actor import Role
from tests.helpers.house import House

PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 568}
LAPTOP = {"width": 1366, "height": 768}
PROJECTOR = {"width": 1920, "height": 1080}


class Browsing:
    """One person's browser. Faults of the page (errors, refused requests, violated policies) end the test."""

    def __init__(self, house: House, page: Page) -> None:
        self.house = house
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))
        page.on("console", lambda message: self._heard(message.type, message.text))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and "net::ERR" not in text and "WebSocket" not in text and "status of 4" not in text:
            self.faults.append(text)

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    async def sees(self, text: str, timeout_s: float = 10) -> None:
        await expect(self.page.get_by_text(text).first).to_be_visible(timeout=timeout_s * 1000)

    async def misses(self, text: str) -> None:
        await expect(self.page.get_by_text(text)).to_have_count(0)

    async def taps(self, name: str) -> None:
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def fits(self) -> bool:
        """Nothing has to be scrolled sideways."""
        return bool(await self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


class PhoneBrowsing(Browsing):
    async def comes(self, delegation: str) -> "PhoneBrowsing":
        """Scans the QR and chooses a delegation."""
        code = (await read(self.house.store, self.house.meeting)).code
        await self.page.goto(f"{self.house.url}/j#{code}")
        await self.page.get_by_label(delegation, exact=True).check()
        await self.taps("Entrar")
        await self.page.wait_for_url("**/phone")
        return self

    async def chooses(self, option: str) -> None:
        await self.page.get_by_label(option, exact=True).check()

    async def sends(self) -> None:
        await self.taps("Enviar")


async def open_page(browser: Browser, house: House, viewport: dict[str, int], sort: type[Any] = Browsing) -> Any:
    context = await browser.new_context(viewport=viewport, locale="es-PA", reduced_motion="reduce")  # type: ignore[arg-type]  # a TypedDict
    return sort(house, await context.new_page())


async def a_phone(browser: Browser, house: House, delegation: str, viewport: dict[str, int] = PHONE) -> PhoneBrowsing:
    phone: PhoneBrowsing = await open_page(browser, house, viewport, PhoneBrowsing)
    return await phone.comes(delegation)


async def by_link(browser: Browser, house: House, role: Role, viewport: dict[str, int]) -> Browsing:
    """Somebody who opened the link of a role: control, screen or report."""
    person: Browsing = await open_page(browser, house, viewport)
    await person.page.goto(f"{house.url}/j#{house.keyring.role_link(house.meeting, role)}")
    await person.page.wait_for_url(f"**/m/{house.meeting}/*")
    return person
