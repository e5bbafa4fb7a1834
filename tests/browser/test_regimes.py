"""How far a note may travel: a rapporteur asks, a phone of the table agrees, and what is reserved is a code."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from sessions.events import encode
from tests.browser.test_accessibility import at as without_policy
from tests.browser.test_accessibility import desk, passes
from tests.helpers.house import House, a_server_on
from tests.helpers.pages import LAPTOP, PHONE, PhoneBrowsing
from tests.helpers.play import MODERATOR
from tests.helpers.roadmap import NOTE, SENSITIVE, drafted
from tests.helpers.stores import a_store

SEATS = {"t1": "peru-1", "elsewhere": "mexico-1"}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    """A meeting with two recorded notes of table 1, where Peru sat; the plenary runs again."""
    play = drafted()
    views = play.views()
    tables = {seat: views[f"seat:{seat}"]["table/tables"]["table"] for seat in play.meeting.seats}
    SEATS["t1"] = next(seat for seat, table in tables.items() if table == "t1" and not seat.startswith("unhcr"))
    SEATS["elsewhere"] = next(seat for seat, table in tables.items() if table != "t1" and not seat.startswith("unhcr"))
    play.does(MODERATOR, "close_activity", activity="pads", round=1)
    play.seals("pads")
    play.does(MODERATOR, "start_session", session="plenary")
    async with a_store() as store:
        await store.create(play.meeting.id, [encode(entry) for entry in play.log])
        async with a_server_on(store, play.meeting.id) as opened:
            yield opened


async def a_seat(browser: Browser, house: House, seat: str) -> PhoneBrowsing:
    phone = await without_policy(browser, house, PHONE)
    await phone.page.goto(f"{house.url}/j#{house.keyring.seat_card(house.meeting, seat)}")
    await phone.taps("Entrar")
    await phone.page.wait_for_url("**/phone")
    return phone


async def test_a_delegation_is_asked_on_its_phone_and_agrees(browser: Browser, house: House) -> None:
    report = await desk(browser, house, Role.RAPPORTEUR, LAPTOP)
    phone, other = await a_seat(browser, house, SEATS["t1"]), await a_seat(browser, house, SEATS["elsewhere"])
    await report.page.get_by_role("tab", name="Notas").click()
    await report.taps("Confidencialidad: N-01")
    drawer = report.page.get_by_role("dialog")
    await drawer.get_by_label("Atribuible a la delegación").check()
    await drawer.get_by_text("se pregunta a las delegaciones que estuvieron en la mesa").wait_for()
    await passes(report)
    await drawer.get_by_role("button", name="Pedir que se pueda citar").click()
    await drawer.get_by_text("Falta que una delegación de la mesa lo acepte").wait_for()

    await phone.page.get_by_text("Se pide citar a su delegación").last.click()
    await phone.sees(NOTE)
    await passes(phone)
    assert await phone.fits()
    await phone.taps("Aceptar: N-01")
    await phone.sees("Su delegación aceptó.")
    await other.misses(NOTE)

    name = (await phone.page.locator(".head .small").first.inner_text()).strip()
    await expect(drawer.locator("ol.history li", has_text=f"{name} aceptó ser citada")).to_have_count(1)
    await expect(drawer.get_by_text("Hoy rige: Atribuible a la delegación")).to_be_visible()
    await phone.taps("Retirar el consentimiento: N-01")
    await expect(drawer.get_by_text("Hoy rige: Sin atribución")).to_be_visible()
    assert [person.faults for person in (report, phone, other)] == [[], [], []]


async def test_a_note_moved_to_reserved_is_a_code_without_content(browser: Browser, house: House) -> None:
    report = await desk(browser, house, Role.RAPPORTEUR, LAPTOP)
    await report.page.get_by_role("tab", name="Notas").click()
    await report.sees(SENSITIVE)
    await report.taps("Confidencialidad: N-02")
    drawer = report.page.get_by_role("dialog")
    await drawer.get_by_label("Reservada").check()
    await drawer.get_by_role("button", name="Mover").click()
    await drawer.get_by_text("Nota reservada: su contenido no se muestra").wait_for()
    await drawer.get_by_role("button", name="Cerrar").click()
    await report.misses(SENSITIVE)
    await expect(report.page.locator("#PADS-t1").get_by_role("button", name="N-02", exact=True)).to_be_visible()
    await report.page.get_by_role("tab", name="Hoja de ruta").click()
    await report.page.locator("tr[data-line]").get_by_role("button", name="N-02", exact=True).click()
    await expect(drawer.get_by_text("Reservado: solo el código")).to_be_visible()
    await report.misses(SENSITIVE)
    assert report.faults == []
