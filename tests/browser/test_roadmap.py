"""The roadmap in real browsers: a line born from a note, two who edit one line at once, and a reading on phones."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from sessions.events import encode
from tests.browser.test_accessibility import desk, passes
from tests.helpers.house import House, a_server_on
from tests.helpers.pages import LAPTOP, PHONE, PROJECTOR, Browsing, PhoneBrowsing, by_link, open_page
from tests.helpers.play import MODERATOR
from tests.helpers.roadmap import ENTRY, GENERAL, NOTE, drafted
from tests.helpers.stores import a_store


@pytest.fixture
async def house() -> AsyncIterator[House]:
    """A meeting with notes, a synthesis, a sheet and the lines HR-26-01 and -02; the plenary runs again."""
    play = drafted()
    play.does(MODERATOR, "close_activity", activity="pads", round=1)
    play.seals("pads")
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(GENERAL, "add_practice", practice="f-1", fields={"title": "Ventanilla móvil"})
    play.does(GENERAL, "add_line", line="l-2", fields={"activity": "Formar intérpretes", "sources": [ENTRY]})
    async with a_store() as store:
        await store.create(play.meeting.id, [encode(entry) for entry in play.log])
        async with a_server_on(store, play.meeting.id) as opened:
            yield opened


async def a_report(browser: Browser, house: House, tab: str) -> Browsing:
    person = await by_link(browser, house, Role.RAPPORTEUR, LAPTOP)
    await person.page.get_by_role("tab", name=tab, exact=True).click()
    return person


async def test_a_line_is_born_from_a_note(browser: Browser, house: House) -> None:
    person = await a_report(browser, house, "Notas")
    await person.page.get_by_role("button", name="Llevar a la hoja de ruta: N-01").click()
    form = person.page.get_by_role("form", name="Nueva línea")
    await expect(form.get_by_text(NOTE).first).to_be_visible()
    await form.get_by_label("Actividad").fill("Abrir ventanillas en la frontera")
    await form.get_by_role("button", name="Guardar").click()
    row = person.page.locator("tr[data-line]", has_text="HR-26-03")
    await expect(row.get_by_label("Actividad: HR-26-03")).to_have_value("Abrir ventanillas en la frontera")
    await row.get_by_role("button", name="N-01", exact=True).click()
    chain = person.page.get_by_role("dialog")
    await expect(chain.get_by_text(NOTE)).to_be_visible()
    await chain.get_by_role("button", name="HR-26-03").click()
    await expect(chain.get_by_role("button", name=NOTE)).to_be_visible()
    await chain.get_by_role("button", name="Cerrar").click()
    await person.page.get_by_role("tab", name="Cadena").click()
    await expect(person.page.get_by_role("button", name="HR-26-03: Abrir ventanillas")).to_be_visible()
    assert person.faults == []


async def test_a_line_without_a_source_is_not_saved(browser: Browser, house: House) -> None:
    person = await a_report(browser, house, "Hoja de ruta")
    await person.taps("Nueva línea")
    await person.page.get_by_role("form").get_by_label("Actividad").fill("Crear algo")
    await person.sees("Una línea sin origen no se puede guardar")
    await expect(person.page.get_by_role("button", name="Guardar")).to_be_disabled()


@pytest.mark.parametrize(
    ("tab", "code"), [("Resultados", "P-01"), ("Síntesis", "S-01"), ("Síntesis", "N-01"), ("Buenas prácticas", "F-01")]
)
async def test_whatever_has_a_code_is_taken_to_the_roadmap(browser: Browser, house: House, tab: str, code: str) -> None:
    person = await a_report(browser, house, tab)
    if tab == "Resultados":
        await person.page.locator("summary", has_text="Llevar a la hoja de ruta").click()
    await person.taps(f"Llevar a la hoja de ruta: {code}")
    form = person.page.get_by_role("form", name="Nueva línea")
    await expect(form.locator("label", has_text=code).get_by_role("checkbox")).to_be_checked()
    await expect(person.page.get_by_role("tab", name="Hoja de ruta")).to_have_attribute("aria-selected", "true")
    assert person.faults == []


async def test_lines_are_moved_by_button_and_by_keyboard(browser: Browser, house: House) -> None:
    person = await a_report(browser, house, "Hoja de ruta")
    other = await a_report(browser, house, "Hoja de ruta")
    lines = person.page.locator("tr[data-line] th > .object-code")
    await expect(lines).to_have_text(["HR-26-01", "HR-26-02"])
    await person.taps("Bajar: HR-26-01")
    for page in (person.page, other.page):
        await expect(page.locator("tr[data-line] th > .object-code")).to_have_text(["HR-26-02", "HR-26-01"])
    await person.sees("HR-26-01: posición 2 de 2")
    await expect(person.page.get_by_role("button", name="Bajar: HR-26-01")).to_be_focused()
    await other.page.get_by_label("Actividad: HR-26-01").focus()
    await other.page.keyboard.press("Alt+ArrowUp")
    await expect(lines).to_have_text(["HR-26-01", "HR-26-02"])
    await expect(other.page.get_by_label("Actividad: HR-26-01")).to_be_focused()
    assert person.faults == other.faults == []


async def test_two_edit_one_line_at_once_and_nothing_is_lost(browser: Browser, house: House) -> None:
    one, two = [await a_report(browser, house, "Hoja de ruta") for _ in range(2)]
    output = "Producto o resultado esperado: HR-26-01"
    await two.page.get_by_label(output).focus()
    await one.page.get_by_label(output).fill("Una red")
    await one.page.get_by_label("Meta: HR-26-01").fill("12")
    await one.page.get_by_label("Línea base: HR-26-01").focus()
    await expect(two.page.get_by_label(output)).to_have_value("Una red")
    await expect(two.page.get_by_label("Meta: HR-26-01")).to_have_value("12")
    await two.page.get_by_label(output).fill("Dos redes")
    await two.page.get_by_label("Línea base: HR-26-01").focus()
    conflict = two.page.get_by_role("alert").filter(has_text="Otra persona cambió este campo")
    await expect(conflict.get_by_text("Una red")).to_be_visible()
    await expect(conflict.get_by_text("Dos redes")).to_be_visible()
    await conflict.get_by_role("button", name="Poner lo mío").click()
    await expect(one.page.get_by_label(output)).to_have_value("Dos redes")
    await one.page.get_by_role("button", name="Historial: HR-26-01").click()
    history = one.page.get_by_role("dialog")
    await expect(history.locator("del", has_text="Una red")).to_be_visible()
    await expect(history.locator("ins", has_text="Dos redes")).to_be_visible()
    assert one.faults == two.faults == []


async def a_seat(browser: Browser, house: House, seat: str) -> PhoneBrowsing:
    phone: PhoneBrowsing = await open_page(browser, house, {"width": 390, "height": 844}, PhoneBrowsing)
    await phone.page.goto(f"{house.url}/j#{house.keyring.seat_card(house.meeting, seat)}")
    await phone.taps("Entrar")
    await phone.page.wait_for_url("**/phone")
    return phone


async def test_two_phones_answer_the_line_on_the_screen(browser: Browser, house: House) -> None:
    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    screen = await by_link(browser, house, Role.SCREEN, PROJECTOR)
    peru, mexico = await a_seat(browser, house, "peru-2"), await a_seat(browser, house, "mexico-1")
    await control.taps("Comenzar la lectura")
    await control.taps("Leer la siguiente: HR-26-01")
    for person in (screen, peru, mexico):
        await person.sees("Crear una red regional")
    await peru.chooses("Sin objeción")
    await peru.sends()
    await mexico.chooses("Reserva")
    await mexico.page.get_by_label("Texto (opcional)").fill("Falta presupuesto")
    await mexico.sends()
    await peru.sees("Recibido: Sin objeción")
    await mexico.sees("Recibido: Reserva")
    await screen.sees("2 de 4 delegaciones han respondido")
    await screen.misses("Falta presupuesto")
    for answer, count in (("Sin objeción", "1"), ("Con observación", "0"), ("Reserva", "1")):
        told = screen.page.locator(".reading-counts div", has=screen.page.get_by_text(answer, exact=True))
        await expect(told.locator("dd")).to_have_text(count)
    await control.taps("Declarar «acordada ad referéndum»")
    await control.sees("Acordada ad referéndum")
    await control.taps("Terminar la lectura")
    await peru.misses("Crear una red regional")
    for person in (control, screen, peru, mexico):
        assert person.faults == []
    assert await peru.fits()


async def test_a_deleted_parent_leaves_a_tombstone_and_each_step_opens(browser: Browser, house: House) -> None:
    person = await a_report(browser, house, "Síntesis")
    await person.taps("Retirar S-01")
    await person.page.get_by_role("tab", name="Hoja de ruta").click()
    await person.page.locator("tr[data-line]").get_by_role("button", name="S-01", exact=True).click()
    chain = person.page.get_by_role("dialog")
    await expect(chain.get_by_text("Se eliminó")).to_be_visible()
    await chain.get_by_role("button", name="HR-26-01").click()
    await chain.get_by_role("button", name="P-01").click()
    await expect(chain.get_by_role("heading", name="Qué salió de aquí")).to_be_visible()
    await chain.get_by_role("button", name="Cerrar").click()
    await person.page.get_by_role("tab", name="Cadena").click()
    gone = person.page.get_by_role("button", name="S-01: Se eliminó")
    await expect(gone).to_be_visible()
    await person.page.get_by_label("Buscar un código o una palabra").fill("HR-26-02")
    await expect(gone).to_have_count(0)
    await person.page.get_by_role("button", name=f"N-01: {NOTE}").press("Enter")
    await expect(chain.get_by_role("button", name="HR-26-02")).to_be_visible()
    assert person.faults == []


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE])
async def test_every_tab_can_be_read_by_all(browser: Browser, house: House, viewport: dict[str, int]) -> None:
    person = await desk(browser, house, Role.RAPPORTEUR, viewport)
    for tab in ("Notas", "Síntesis", "Buenas prácticas", "Hoja de ruta", "Cadena"):
        await person.page.get_by_role("tab", name=tab, exact=True).click()
        await expect(person.page.locator("#report-panel .object-code, #report-panel .node").first).to_be_visible()
        await passes(person)
        assert await person.fits(), tab
    assert person.faults == []
