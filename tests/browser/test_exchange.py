"""The fair of offers and needs: two phones post what fits, both say so, and the screen shows the pairing."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, PhoneBrowsing, a_phone, by_link
from tests.helpers.programmes import small

THEMES = [{"id": "BKL", "text": "Rezago"}, {"id": "COI", "text": "Información"}]


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def posts(phone: PhoneBrowsing, side: str, text: str) -> None:
    page = phone.page
    await page.get_by_label(side).check()
    await page.get_by_label("Tema").select_option(label="Rezago")
    await page.get_by_label("Tipo de apoyo").select_option(label="Formación o pasantía")
    await page.get_by_label("En pocas palabras").fill(text)
    await page.get_by_role("button", name="Publicar").click()
    await expect(page.locator(".own-entry")).to_contain_text("Recibida")


async def test_an_offer_and_a_need_meet(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    setup = {"question": "¿Qué ofrece y qué necesita?", "themes": THEMES}
    await moderator.does(
        "add_activity", session="plenary", activity="fair", kind="exchange", title="Feria", setup=setup
    )
    await moderator.opens("fair")
    peru, mexico = await a_phone(browser, house, "Peru"), await a_phone(browser, house, "Mexico")
    await posts(peru, "Ofrezco", "Pasantías de dos semanas")
    await posts(mexico, "Necesito", "Formar a oficiales nuevos")
    await mexico.page.locator(".fair-point", has_text="Pasantías").get_by_role("button", name="Nos interesa").click()
    await mexico.sees("Su delegación confirmó; falta Peru.")
    await peru.sees("Mexico confirmó su interés.")
    await peru.page.get_by_role("button", name="Nos interesa").click()
    for phone in (peru, mexico):
        await phone.sees("Emparejamiento confirmado por las dos delegaciones.")
        assert await phone.fits()

    await moderator.does("close_activity", activity="fair", round=1)
    await moderator.does("finish_board", activity="fair", round=1)
    await moderator.sees("activity/fair", sealed=True)
    await moderator.reveals("fair")
    screen = await by_link(browser, house, Role.SCREEN, LAPTOP)
    await screen.sees("Emparejamientos confirmados")
    await screen.sees("Peru → Mexico")
    assert peru.faults == mexico.faults == screen.faults == []
