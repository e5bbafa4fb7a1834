"""A delegate's phone in a real browser, on a real server."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from tests.helpers.house import House, a_house
from tests.helpers.pages import SMALL, PhoneBrowsing, a_phone, open_page
from tests.helpers.programmes import small

OPTIONS = ".rank > .rows button.row"


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def test_from_the_code_to_a_counted_vote(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    phone = await a_phone(browser, house, "Peru")
    await phone.sees("La reunión aún no ha comenzado")
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    await phone.sees("¿coffee?")
    await phone.chooses("Sí")
    await phone.sends()
    await phone.sees("Recibido")
    await moderator.sees("turnout/coffee", voted=1)
    await moderator.closes("coffee")
    await phone.sees("La ronda está cerrada")
    await moderator.reveals("coffee")
    await phone.sees("Contado")
    await phone.sees("su voto")
    assert phone.faults == []


async def test_the_code_leaves_the_address_bar_and_is_read_as_typed(browser: Browser, house: House) -> None:
    phone: PhoneBrowsing = await open_page(browser, house, SMALL, PhoneBrowsing)
    await phone.page.goto(f"{house.url}/")
    await phone.page.get_by_label("Código").fill("abc-d0f")
    await phone.sees("Los códigos no llevan 0")
    await phone.taps("Continuar")
    await phone.sees("Ese código no abre ninguna reunión")
    await phone.comes("Peru")
    assert "#" not in phone.page.url
    assert await phone.fits()


async def test_a_card_brings_its_seat(browser: Browser, house: House) -> None:
    phone: PhoneBrowsing = await open_page(browser, house, SMALL, PhoneBrowsing)
    await phone.page.goto(f"{house.url}/j#{house.keyring.seat_card(house.meeting, 'mexico-1')}")
    await phone.sees("Mexico")
    await phone.sees("Reglas de la sala")
    assert await phone.fits()
    await phone.taps("Entrar")
    await phone.page.wait_for_url("**/phone")


async def test_a_vote_given_without_network_is_sent_when_it_comes_back(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    phone = await a_phone(browser, house, "Peru")
    await phone.chooses("Sí")
    await phone.context.set_offline(True)
    await phone.page.evaluate("window.dispatchEvent(new Event('offline'))")
    await phone.sends()
    await phone.sees("Guardado en este teléfono")
    await phone.context.set_offline(False)
    await phone.page.reload()
    await phone.sees("Recibido", timeout_s=20)
    await moderator.sees("turnout/coffee", voted=1)


async def test_ten_places_are_ranked_by_keyboard_alone(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    phone = await a_phone(browser, house, "Peru")
    await phone.sees("Elija 3 más")
    options = phone.page.locator(OPTIONS)
    for left in (6, 5, 4):
        await expect(options).to_have_count(left)
        await options.first.focus()
        await phone.page.keyboard.press("Enter")
    await phone.sees("Listo para enviar")
    await phone.page.get_by_role("button", name="Subir").last.focus()
    await phone.page.keyboard.press("Enter")
    await phone.page.get_by_role("button", name="Enviar").focus()
    await phone.page.keyboard.press("Enter")
    await phone.sees("Recibido")


async def test_options_stand_in_an_order_of_their_own_that_a_reload_keeps(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    orders = []
    for delegation in ("Peru", "Panama", "Belize", "Mexico"):
        phone = await a_phone(browser, house, delegation)
        await expect(phone.page.locator(OPTIONS)).to_have_count(6)
        first = await phone.page.locator(OPTIONS).all_inner_texts()
        await phone.page.reload()
        await expect(phone.page.locator(OPTIONS)).to_have_count(6)
        assert await phone.page.locator(OPTIONS).all_inner_texts() == first
        orders.append(tuple(first))
    assert len(set(orders)) > 1


async def test_what_somebody_writes_is_held_when_the_moderator_moves_on(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("tables")
    await moderator.opens("pads")
    phone = await a_phone(browser, house, "Peru")
    await phone.page.get_by_role("button", name="Añadir a: Desafíos").click()
    await phone.page.keyboard.type("Citas centralizadas")
    await moderator.opens("after")
    await phone.sees("La moderación pasó a")
    await phone.page.keyboard.type(" en la capital")
    await phone.page.get_by_role("button", name="Ir", exact=True).click()
    await phone.sees("¿after?")


async def test_languages_change_without_losing_the_place(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    phone = await a_phone(browser, house, "Peru")
    await phone.page.get_by_role("combobox").select_option("en")
    await phone.sees("Not applicable")
    await phone.page.reload()
    await phone.sees("Not applicable")


@pytest.mark.parametrize("activity", ["coffee", "priorities"])
async def test_nothing_is_cut_at_320_pixels_and_targets_are_large(
    browser: Browser, house: House, activity: str
) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens(activity)
    phone = await a_phone(browser, house, "Peru", SMALL)
    await phone.sees(f"¿{activity}?")
    assert await phone.fits()
    heights = await phone.page.locator(".row, .thumb .button").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height)"
    )
    assert min(heights) >= 48


async def test_what_a_person_typed_is_text_everywhere(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}"
    setup = {"question": evil, "answer": "text"}
    await moderator.does("add_activity", session="plenary", activity="evil", kind="poll", title=evil, setup=setup)
    await moderator.does("send_message", text=evil)
    await moderator.starts("plenary")
    await moderator.opens("evil")
    phone = await a_phone(browser, house, "Peru")
    await phone.sees("onerror")
    await phone.page.get_by_label("Su respuesta").fill(evil)
    await phone.sends()
    await phone.sees("Recibido")
    await moderator.closes("evil")
    await moderator.reveals("evil")
    await phone.sees("Contado")
    assert phone.faults == []
    assert await phone.page.locator("img[src=x]").count() == 0
