"""Control, screen and report side by side, as on the moderator's laptop."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from server.exports import formats
from sessions.actor import Role
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, PHONE, PROJECTOR, Browsing, a_phone, by_link
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def presses(control: Browsing, words: str) -> None:
    """The big button, once it says this and has rested."""
    button = control.page.locator(".step-button[aria-disabled=false]")
    await expect(button).to_contain_text(words)
    await button.click()


async def test_one_button_runs_a_poll_from_start_to_outcome(browser: Browser, house: House) -> None:
    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    screen = await by_link(browser, house, Role.SCREEN, PROJECTOR)
    phone = await a_phone(browser, house, "Peru")
    await presses(control, "Plenaria")
    await presses(control, "coffee")
    await screen.sees("¿coffee?")
    await phone.chooses("Sí")
    await phone.sends()
    await phone.sees("Recibido")
    await control.sees("1 de 4 delegaciones ha votado")
    await screen.sees("1 de 4 delegaciones ha votado")
    await screen.misses("Sí")
    await presses(control, "Cerrar")
    await screen.sees("El resultado se mostrará en un momento")
    await presses(control, "Revelar")
    await screen.sees("Cómo se contó")
    await phone.sees("Contado")
    for person in (control, screen, phone):
        assert person.faults == []


async def test_a_secret_round_asks_before_it_is_sealed(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    await presses(control, "Cerrar y sellar")
    await control.sees("No se puede deshacer")
    await control.page.get_by_role("dialog").get_by_role("button", name="Cerrar y sellar").click()
    await moderator.sees("activity/priorities", sealed=True)


async def test_the_space_bar_presses_the_button_but_not_while_typing(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    await expect(control.page.locator(".step-button[aria-disabled=false]")).to_contain_text("Plenaria")
    await control.page.locator("body").press("Space")
    await moderator.sees("now", session="plenary")


async def test_a_message_stands_on_screen_and_phones_until_it_is_taken_back(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    screen = await by_link(browser, house, Role.SCREEN, PROJECTOR)
    phone = await a_phone(browser, house, "Peru")
    await moderator.does("send_message", text={"es": "Volvemos en cinco minutos"})
    await screen.sees("Volvemos en cinco minutos")
    await phone.sees("Volvemos en cinco minutos")
    await moderator.does("clear_message")
    await screen.misses("Volvemos en cinco minutos")


async def test_the_screen_reads_from_the_last_row(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    phone = await house.phone("peru")
    await phone.casts("priorities", {"ranking": ["C-1", "C-2"]})
    await moderator.closes("priorities")
    await moderator.reveals("priorities")
    screen = await by_link(browser, house, Role.SCREEN, PROJECTOR)
    await screen.sees("Cómo se contó")
    small = await screen.page.evaluate(
        """() => [...document.querySelectorAll('#app *')]
          .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
          .filter(one => !one.matches('.button'))  // the controls of whoever stands at the laptop
          .filter(one => one.getBoundingClientRect().width > 2 && parseFloat(getComputedStyle(one).fontSize) < 27.9)
          .map(one => one.className + ': ' + one.textContent)"""
    )
    assert small == []
    scrolls = "document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth"
    assert not await screen.page.evaluate(scrolls)
    assert screen.faults == []


async def test_the_report_shows_outcomes_and_offers_files(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    await moderator.closes("coffee")
    await moderator.reveals("coffee")
    report = await by_link(browser, house, Role.RAPPORTEUR, LAPTOP)
    await report.sees("COFFEE")
    await report.page.evaluate("location.hash = 'exports'")
    offered = await report.page.locator(".export-list button").all_inner_texts()
    assert sorted(offered) == sorted(f"Descargar .{name}" for name in formats())
    for name in formats():
        async with report.page.expect_download() as download:
            await report.page.locator("button", has_text=f"Descargar .{name}").click()
        assert (await download.value).suggested_filename.endswith(f".{name}")
    assert report.faults == []


async def test_only_the_panes_of_control_scroll(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    control = await by_link(browser, house, Role.MODERATOR, {"width": 1366, "height": 400})
    await expect(control.page.locator(".sheet .hidden-text").first).to_be_attached()
    sheet = control.page.locator(".pane.sheet")
    assert await sheet.evaluate("pane => pane.scrollHeight > pane.clientHeight")
    assert await control.page.evaluate("document.documentElement.scrollHeight <= innerHeight")


async def test_control_becomes_a_remote_on_a_phone(browser: Browser, house: House) -> None:
    control = await by_link(browser, house, Role.MODERATOR, PHONE)
    await expect(control.page.locator(".step-button")).to_be_visible()
    assert await control.fits()
