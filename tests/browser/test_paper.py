"""Votes of people without a phone, in real browsers: marked, entered twice, and told on the phone."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, expect

from sessions.actor import Role
from tests.browser.test_accessibility import at, desk, passes
from tests.browser.test_desk import presses
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, SMALL, Browsing, PhoneBrowsing
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def the_panel(control: Browsing) -> Locator:
    panel = control.page.locator(".paper")
    if await panel.get_attribute("open") is None:
        await panel.locator("summary").click()
    return panel


async def marks(control: Browsing, seat: str, how: str) -> None:
    panel = await the_panel(control)
    await panel.get_by_label("Marcar un puesto sin teléfono").select_option(seat)
    await control.taps(how)
    await expect(panel.locator(f"option[value={seat}]")).to_have_count(0)


async def seated(browser: Browser, house: House, seat: str) -> PhoneBrowsing:
    phone = await at(browser, house, SMALL)
    await phone.page.goto(f"{house.url}/j#{house.keyring.seat_card(house.meeting, seat)}")
    await phone.taps("Entrar")
    await phone.page.wait_for_url("**/phone")
    return phone


async def test_a_paper_ballot_that_was_entered_in_two_ways_is_not_entered(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.does("edit_activity", activity="coffee", secrecy="open")
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    phone = await seated(browser, house, "peru-1")
    await phone.chooses("No")
    control = await desk(browser, house, Role.MODERATOR, LAPTOP)
    await marks(control, "peru-1", "Vota en papel")
    await phone.sees("En esta ronda su voto va en papel, no por teléfono")
    await expect(phone.page.get_by_role("button", name="Enviar")).to_have_count(0)
    assert await phone.fits()
    await passes(phone)
    await marks(control, "mexico-1", "Vota a mano alzada")
    await marks(control, "mexico-2", "Vota a mano alzada")

    panel = await the_panel(control)
    await panel.get_by_role("button", name="Anotar papeleta").click()
    await panel.get_by_label("Sí", exact=True).check()
    await control.taps("Pasar a la segunda anotación")
    await expect(panel.get_by_label("Sí", exact=True)).not_to_be_checked()
    await panel.get_by_label("No", exact=True).check()
    await passes(control)
    await control.taps("Comparar y anotar")
    await control.sees("Las dos anotaciones no coinciden: no se ha anotado nada")
    await expect(panel.get_by_role("row", name="Sí ✓ sin marcar")).to_be_visible()
    await passes(control)
    assert moderator.keys["paper/coffee"]["entered"] == []
    await control.taps("Corregir la segunda")
    await panel.get_by_label("Sí", exact=True).check()
    await control.taps("Comparar y anotar")
    await moderator.sees("paper/coffee", entered=["peru-1"])
    await phone.sees("Su papeleta ya está anotada")

    await presses(control, "Cerrar")
    await control.sees("Hay puestos que votan en papel o a mano alzada y su voto no está anotado")
    await control.taps("Volver y anotar")
    await control.taps("Anotar manos")
    for _ in range(2):
        await panel.get_by_label("No", exact=True).fill("1")
        await panel.get_by_label("Abstención").fill("1")
        await panel.locator("button[type=submit]").click()
    await moderator.sees("paper/coffee", hands={"no": 1, "_abstain": 1})
    await presses(control, "Cerrar")
    await presses(control, "Revelar")
    await phone.sees("1 en papel · 2 a mano alzada")
    await phone.sees("Su voto está contado")
    assert control.faults == phone.faults == []


async def test_the_envelopes_of_a_secret_round_are_opened_after_it_was_closed(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    phone = await seated(browser, house, "peru-1")
    remote = await desk(browser, house, Role.MODERATOR, SMALL)
    await marks(remote, "peru-1", "Vota en papel")
    await phone.sees("quien lo abra podría saber que es el suyo")
    await remote.sees("Un solo puesto vota en papel")
    await marks(remote, "mexico-1", "Vota en papel")
    await remote.misses("Un solo puesto vota en papel")
    await phone.misses("quien lo abra podría saber que es el suyo")
    await phone.sees("sobre sin nombre")
    await passes(phone)
    await expect(remote.page.get_by_role("button", name="Anotar papeleta")).to_have_count(0)
    await presses(remote, "Cerrar y abrir los sobres")
    await remote.sees("Después se abren 2 sobres y se anotan sus papeletas; entonces se sella.")
    await remote.page.get_by_role("dialog").get_by_role("button", name="Cerrar y sellar").click()
    await remote.sees("0 de 2 sobres anotados")
    panel = await the_panel(remote)
    await expect(panel.get_by_role("button", name="Terminar las papeletas")).to_be_disabled()
    await panel.get_by_label("Número del sobre").fill("7")
    await panel.get_by_role("button", name="Anotar papeleta").click()
    for _ in range(2):
        await panel.get_by_role("button", name="Desafío 3").click()
        await panel.get_by_role("button", name="Desafío 1").click()
        await panel.locator("button[type=submit]").click()
    await moderator.sees("paper/priorities", envelopes=[7])
    assert await remote.fits()
    await passes(remote)
    mexico = panel.locator("li", has_text="Mexico")
    await mexico.get_by_role("button", name="No entregó sobre").click()
    await mexico.get_by_role("button", name="Confirmar: su voto no se cuenta").click()
    await remote.taps("Terminar las papeletas")
    await moderator.sees("activity/priorities", sealed=True)
    told = await moderator.reveals("priorities")
    assert told["outcome"]["counted"]["sources"] == {"phone": 0, "paper": 1, "hands": 0}
    await phone.sees("1 en papel")
    assert remote.faults == phone.faults == []
