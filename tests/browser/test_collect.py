"""Gathering ideas in real browsers: written without a network, merged by the moderator, carried to a prioritisation."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.browser.test_accessibility import at, desk, passes
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, PROJECTOR, SMALL, PhoneBrowsing
from tests.helpers.programmes import small

IDEAS = {
    "session": "plenary",
    "activity": "ideas",
    "kind": "collect",
    "title": "Ideas",
    "setup": {"question": "¿Qué falta?"},
    "place": 0,
}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def writes(phone: PhoneBrowsing, text: str) -> None:
    await phone.page.get_by_label("Escriba una idea").fill(text)
    await phone.sends()


async def test_from_a_phone_without_network_to_a_prioritisation(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.does("add_activity", **IDEAS)
    await moderator.starts("plenary")
    await moderator.opens("ideas")
    phone = await (await at(browser, house, SMALL)).comes("Peru")
    control = await desk(browser, house, Role.MODERATOR, LAPTOP)
    screen = await desk(browser, house, Role.SCREEN, PROJECTOR)
    await phone.sees("¿Qué falta?")
    await phone.context.set_offline(True)
    await phone.page.evaluate("window.dispatchEvent(new Event('offline'))")
    for text in ("Más intérpretes en fronteras", "Intérprete en la frontera", "Registro único"):
        await writes(phone, text)
    await phone.page.get_by_label("Escriba una idea").fill("Un borrador")
    await expect(phone.page.get_by_text("Guardada en este teléfono")).to_have_count(3)
    await phone.context.set_offline(False)
    await phone.page.reload()
    await expect(phone.page.get_by_label("Escriba una idea")).to_have_value("Un borrador", timeout=20_000)
    await expect(phone.page.get_by_text("Recibida", exact=True)).to_have_count(3, timeout=20_000)
    await moderator.sees("wall/ideas", count=3)
    await phone.sees("Puede enviar 2 más")
    assert await phone.fits()
    await screen.sees("3 ideas")
    for person in (phone, control, screen):
        await passes(person)

    await moderator.does("close_activity", activity="ideas", round=1)
    await control.taps("Abrir el tablero")
    suggestion = control.page.locator(".suggestion")
    await expect(suggestion).to_have_count(1)
    await passes(control)
    await suggestion.get_by_role("button", name="Fusionar 2").click()
    await phone.sees("La moderación la unió con otras")
    await phone.page.get_by_role("button", name="No estoy de acuerdo").first.click()
    await phone.taps("Enviar objeción")
    await phone.sees("La moderación recibió su objeción")
    await control.sees("objeciones: 1")
    await passes(phone)
    await passes(control)
    await control.taps("Deshacer: fusionar")
    await expect(control.page.locator(".board-item")).to_have_count(3)

    # By keyboard alone: choose two, merge them.
    await control.page.locator(".board-item input").nth(0).focus()
    await control.page.keyboard.press("Space")
    await control.page.locator(".board-item input").nth(1).focus()
    await control.page.keyboard.press("Space")
    await control.page.get_by_label("Texto de la idea fusionada").fill("Dos en una")
    await control.page.keyboard.press("Control+Enter")
    await expect(control.page.locator(".board-item")).to_have_count(2)

    await control.taps("Llevar 2 a priorización")
    await control.sees("Llevar 2 ideas a una priorización nueva")
    await control.page.locator("dialog form").get_by_role("button", name="Llevar 2 a priorización").click()
    await moderator.sees("activity/ideas", sealed=True)
    await moderator.reveals("ideas")
    await phone.sees("2 ideas en la lista, de 3 escritas")
    await screen.sees("Dos en una")
    for person in (phone, screen):
        await passes(person)
    next_ = await moderator.sees("next", command="open_activity")
    await moderator.opens(next_["args"]["activity"])
    await phone.sees("¿Cuáles de estas ideas deben ir primero?")
    await phone.sees("Dos en una")
    assert phone.faults == control.faults == screen.faults == []


async def test_an_idea_on_the_board_is_taken_to_the_roadmap(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.does("add_activity", **IDEAS)
    await moderator.starts("plenary")
    await moderator.opens("ideas")
    peru = await house.phone("peru")
    await peru.does("add_entry", activity="ideas", round=1, entry_id="idea-0001", entry={"text": "Registro único"})
    await moderator.does("close_activity", activity="ideas", round=1)
    control = await desk(browser, house, Role.MODERATOR, LAPTOP)
    await control.taps("Abrir el tablero")
    async with control.page.expect_popup() as opened:
        await control.page.get_by_role("link", name="Llevar a la hoja de ruta: D-01").click()
    report = await opened.value
    form = report.get_by_role("form", name="Nueva línea")
    await expect(form.locator("label", has_text="Registro único").get_by_role("checkbox")).to_be_checked()
    await form.get_by_label("Actividad").fill("Crear un registro único")
    await form.get_by_role("button", name="Guardar").click()
    await expect(report.get_by_label("Actividad: HR-26-01")).to_have_value("Crear un registro único")
    assert control.faults == []
