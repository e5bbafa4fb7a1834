"""Good-practice sheets: a delegation writes one on its phone, a rapporteur completes it, the country is asked again."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, a_phone, by_link
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def test_a_sheet_goes_from_the_phone_to_the_report_and_back(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("tables")
    await moderator.opens("pads")
    phone = await a_phone(browser, house, "Peru")
    page = phone.page
    await page.get_by_text("Fichas de buenas prácticas de su delegación").click()
    await page.get_by_role("button", name="Añadir una ficha").click()
    await expect(page.get_by_role("button", name="Guardar la ficha")).to_be_disabled()
    await page.get_by_label("Nombre de la práctica").fill("Triaje por perfiles")
    await page.get_by_label("Contacto institucional").fill("ana.perez@example.org")
    await phone.sees("Parece contener un número o un correo")
    await page.get_by_label("Contacto institucional").fill("Secretaría de la comisión")
    await page.reload()
    await page.get_by_text("Fichas de buenas prácticas de su delegación").click()
    await expect(page.get_by_label("Nombre de la práctica")).to_have_value("Triaje por perfiles")
    await page.get_by_label("Puede publicarse con el nombre de").check()
    await page.get_by_role("button", name="Guardar la ficha").click()
    await phone.sees("Con el nombre del país")

    desk = await by_link(browser, house, Role.RAPPORTEUR, LAPTOP)
    await desk.page.get_by_role("tab", name="Buenas prácticas").click()
    card = desk.page.locator("article", has_text="F-01")
    await expect(card).to_contain_text("Triaje por perfiles")
    await expect(card).to_contain_text("Peru")
    await card.get_by_role("button", name="Editar F-01").click()
    await card.get_by_label("Resultados medidos").fill("Treinta días menos")
    await card.get_by_role("button", name="Guardar la ficha").click()
    await expect(card).to_contain_text("Sin el nombre del país")
    await phone.sees("Sin el nombre del país")
    assert phone.faults == desk.faults == []
