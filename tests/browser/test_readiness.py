"""Before something counts: whose phones would show it at once, and a poll to practise on."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.browser.test_accessibility import desk, passes
from tests.browser.test_desk import presses
from tests.helpers.house import House, Phone, a_house
from tests.helpers.pages import LAPTOP, PHONE, PROJECTOR, Browsing, a_phone, by_link
from tests.helpers.programmes import small

HIDE = """state => {
  Object.defineProperty(document, 'visibilityState', {get: () => state, configurable: true});
  document.dispatchEvent(new Event('visibilitychange'));
}"""


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


def group(control: Browsing, words: str) -> Any:
    return control.page.locator(".readiness", has_text=words)


async def test_the_desk_sees_whose_phone_sleeps_before_it_opens(browser: Browser, house: House) -> None:
    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    phone = await a_phone(browser, house, "Peru")
    await house.phone("panama")
    await presses(control, "Plenaria")
    button = control.page.locator(".step-button")
    await expect(button).to_contain_text("2 de 4 listas")
    await expect(group(control, "Sin teléfono: 2")).to_contain_text("Belize")
    await expect(group(control, "Listas: 2")).to_contain_text("Peru")
    await phone.page.evaluate(HIDE, "hidden")
    await expect(button).to_contain_text("1 de 4 listas")
    await expect(group(control, "Teléfono dormido: 1")).to_contain_text("Peru")
    await phone.page.evaluate(HIDE, "visible")
    await expect(button).to_contain_text("2 de 4 listas")
    await phone.page.close()
    await expect(group(control, "Teléfono dormido: 1")).to_contain_text("Peru")
    assert [control.faults, phone.faults] == [[], []]


async def test_one_tap_and_all_practise_on_what_no_report_knows(browser: Browser, house: House) -> None:
    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    screen = await by_link(browser, house, Role.SCREEN, PROJECTOR)
    phone = await a_phone(browser, house, "Peru")
    practice = control.page.get_by_role("button", name="Practicar: ¿Café o té?")
    await expect(practice).to_be_disabled()
    await presses(control, "Plenaria")
    await practice.click()
    await phone.sees("Práctica: no cuenta")
    await screen.sees("Práctica: no cuenta")
    await phone.chooses("Té")
    await phone.sends()
    await phone.sees("Recibido")
    await presses(control, "Cerrar")
    await presses(control, "Revelar")
    await screen.sees("Cómo se contó")
    await presses(control, "coffee")
    await phone.sees("¿coffee?")
    await phone.misses("Práctica: no cuenta")
    await screen.misses("Práctica: no cuenta")
    report = await by_link(browser, house, Role.RAPPORTEUR, LAPTOP)
    await report.sees("COFFEE")
    await report.misses("¿Café o té?")
    assert [person.faults for person in (control, screen, phone, report)] == [[], [], [], []]


async def test_it_can_be_read_by_everybody(browser: Browser, house: House) -> None:
    control = await desk(browser, house, Role.MODERATOR, LAPTOP)
    await house.phone("panama")
    asleep: Phone = await house.phone("peru")
    await asleep.says({"type": "ping", "asleep": True})
    await presses(control, "Plenaria")
    await control.sees("Teléfono dormido: 1")
    await passes(control)
    await control.taps("Practicar: ¿Café o té?")
    await control.sees("Práctica: no cuenta")
    await passes(control)


async def test_the_remote_says_it_too(browser: Browser, house: House) -> None:
    control = await by_link(browser, house, Role.MODERATOR, PHONE)
    await presses(control, "Plenaria")
    await expect(control.page.locator(".step-button")).to_contain_text("0 de 4 listas")
    assert await control.fits()
