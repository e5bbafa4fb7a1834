"""The general rapporteur: all tables side by side, a synthesis that knows its notes, and a question about a passage."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect

from sessions.actor import Role
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, a_phone, by_link
from tests.helpers.programmes import small

SELECT = """() => {
  const note = [...document.querySelectorAll('.side-note p')].find(p => p.textContent.startsWith('Citas'));
  const range = document.createRange();
  range.setStart(note.firstChild, 0);
  range.setEnd(note.firstChild, 5);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def write_at(browser: Browser, house: House, delegation: str, table: str, text: str) -> None:
    phone = await a_phone(browser, house, delegation)
    await phone.page.locator(".own-table summary").click()
    choice = phone.page.locator(".own-table button.row", has_text=table)
    await choice.click()
    await expect(choice).to_have_attribute("aria-pressed", "true")
    await phone.page.get_by_role("button", name="Añadir a: Desafíos").click()
    await phone.page.keyboard.type(text)
    await phone.sees("Guardado en la sala")
    # What the room has is what another look at it shows.
    reader = await by_link(browser, house, Role.FACILITATOR, LAPTOP)
    await reader.page.get_by_role("tab", name="Notas").click()
    card = reader.page.get_by_role("article", name=table)
    await card.get_by_role("button", name="Abrir las notas en vivo").click()
    await expect(card.locator("textarea")).to_have_value(text)
    await reader.context.close()


async def read_side_by_side(page: Page) -> None:
    await page.get_by_role("tab", name="Síntesis").click()
    await expect(page.locator(".side-note")).to_have_count(2)


async def test_notes_of_two_tables_become_one_synthesis(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("tables")
    await moderator.opens("pads")
    await write_at(browser, house, "Peru", "Mesa 1", "Citas en una sola sede")
    await write_at(browser, house, "Mexico", "Mesa 2", "Una sola sede para las citas")
    await moderator.does("validate_table", activity="pads", table="t1")
    await moderator.closes("pads")
    desk = await by_link(browser, house, Role.RAPPORTEUR, LAPTOP)
    page = desk.page
    await desk.sees("1 de 3 mesas ha validado sus notas")
    await read_side_by_side(page)
    for box in await page.locator(".side-note input").all():
        await box.check()
    await page.get_by_role("button", name="Fundir 2 notas en una síntesis").click()
    words = page.get_by_label("Texto de la síntesis")
    await expect(words).to_have_value("Citas en una sola sede\n\nUna sola sede para las citas")
    await words.fill("Las citas se atienden en una sola sede.")
    await page.get_by_role("button", name="Guardar").click()
    made = page.get_by_role("article", name="S-01")
    await expect(made).to_contain_text("Las citas se atienden en una sola sede.")
    await expect(made).to_contain_text("N-01")
    await expect(made).to_contain_text("N-02")

    await page.evaluate(SELECT)
    note = page.locator(".side-note", has_text="Citas en una sola sede")
    await note.get_by_role("button", name="Comentar").click()
    await note.get_by_label("Comentario").fill("¿Presenciales o en línea?")
    await note.get_by_role("button", name="Enviar").click()
    await expect(note.locator("div.side-comment")).to_contain_text("Sobre: «Citas»")
    await note.get_by_role("button", name="Resolver").click()
    await expect(note.locator("div.side-comment")).to_contain_text("Resuelto a las")
    assert desk.faults == []
