"""Shared notes on real phones: several write at once, one of them without a network for a while."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from tests.helpers.house import House, a_house
from tests.helpers.pages import PhoneBrowsing, a_phone
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def two_at_one_table(browser: Browser, house: House) -> tuple[PhoneBrowsing, PhoneBrowsing]:
    """Phones of two delegations in the notes of the same table."""
    moderator = await house.moderator()
    await moderator.starts("tables")
    await moderator.opens("pads")
    one, two = await a_phone(browser, house, "Peru"), await a_phone(browser, house, "Mexico")
    for phone in (one, two):
        await phone.page.locator(".own-table summary").click()
        choice = phone.page.locator(".own-table button.row", has_text="Mesa 2")
        await choice.click()
        await expect(choice).to_have_attribute("aria-pressed", "true")
    return one, two


async def write(phone: PhoneBrowsing, heading: str, text: str) -> None:
    await phone.page.get_by_role("button", name=f"Añadir a: {heading}").click()
    await phone.page.keyboard.type(text)


async def reads(phone: PhoneBrowsing, text: str) -> None:
    """An entry with exactly this text stands on the phone."""
    script = "text => [...document.querySelectorAll('textarea')].some(one => one.value === text)"
    await phone.page.wait_for_function(script, arg=text, timeout=30_000)


async def test_two_phones_write_in_one_pad_and_it_is_saved(browser: Browser, house: House) -> None:
    one, two = await two_at_one_table(browser, house)
    await write(one, "Desafíos", "Citas centralizadas")
    await write(two, "Propuestas", "Una red de puntos focales")
    for phone in (one, two):
        for text in ("Citas centralizadas", "Una red de puntos focales"):
            await reads(phone, text)
        await phone.sees("Guardado en la sala")
        assert phone.faults == []


async def test_what_was_written_offline_merges(browser: Browser, house: House) -> None:
    one, two = await two_at_one_table(browser, house)
    await one.context.set_offline(True)
    await write(one, "Desafíos", "Escrito sin red")
    await one.sees("Guardado en este teléfono")
    await write(two, "Desafíos", "Escrito con red")
    await one.context.set_offline(False)
    for phone in (one, two):
        for text in ("Escrito sin red", "Escrito con red"):
            await reads(phone, text)


async def test_closing_records_the_text_and_ends_the_writing(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    one, two = await two_at_one_table(browser, house)
    await write(one, "Lecciones aprendidas", "Depurar antes de digitalizar")
    await reads(two, "Depurar antes de digitalizar")
    await moderator.closes("pads")
    entries = await moderator.sees("entries/pads")
    assert [entry["text"] for table in entries["tables"].values() for entry in table] == [
        "Depurar antes de digitalizar"
    ]


async def test_a_case_number_is_noticed(browser: Browser, house: House) -> None:
    one, _ = await two_at_one_table(browser, house)
    await write(one, "Desafíos", "El expediente 20250012345 sigue abierto")
    await one.sees("Parece contener un número o un correo")


async def test_what_changes_after_the_table_stood_by_it_stays_visible(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    one, two = await two_at_one_table(browser, house)
    await write(one, "Desafíos", "Citas en una sede")
    await reads(two, "Citas en una sede")
    await moderator.does("validate_table", activity="pads", table="t2")
    for phone in (one, two):
        await phone.sees("Validado por la mesa")
        await expect(phone.page.locator(".pad-changes")).to_have_count(0)
    await two.page.locator("textarea").fill("Citas en dos sedes")
    await write(two, "Propuestas", "Una red de puntos focales")
    changed = one.page.locator(".pad-changes")
    await expect(changed.locator("ins").first).to_contain_text("dos")
    await expect(changed.locator("del").first).to_contain_text("una")
    await one.sees("Añadido después de la validación")
    await one.page.locator("li", has=changed.locator("ins")).get_by_role("button", name="Opciones").click()
    await one.page.get_by_role("button", name="Eliminar").first.click()
    await two.sees("Una entrada validada ya no está")
    await expect(two.page.locator(".pad-changes li del")).to_have_text("Citas en una sede")
    for phone in (one, two):
        assert phone.faults == []


async def test_a_rotation_leaves_the_notes_at_their_table(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    one, _ = await two_at_one_table(browser, house)
    await write(one, "Desafíos", "Citas centralizadas")
    await one.sees("Guardado en la sala")
    next_group = await a_phone(browser, house, "Belize")
    await next_group.page.locator(".own-table summary").click()
    await next_group.page.locator(".own-table button.row", has_text="Mesa 1").click()
    await moderator.does("rotate_tables", session="tables", rotation=1)
    await expect(next_group.page.locator(".own-table summary strong")).to_have_text("Mesa 2")
    await reads(next_group, "Citas centralizadas")
    await next_group.sees("estas notas se quedan en la mesa")
    await expect(one.page.locator("textarea")).to_have_count(0)
    assert one.faults == next_group.faults == []
