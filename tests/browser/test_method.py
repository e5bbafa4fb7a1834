"""The method card: on the wall and on phones before a round opens, while it is open, and once it was sealed."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, PROJECTOR, SMALL, a_phone, by_link
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def test_how_it_is_counted_is_there_before_anybody_votes_and_after(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    screen = await by_link(browser, house, Role.SCREEN, PROJECTOR)
    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    phone = await a_phone(browser, house, "Peru", SMALL)

    chosen = control.page.locator(".screen-choice select")
    await chosen.select_option(label="Ficha: priorities")
    await screen.sees("Cuanto más arriba, más puntos: 5 la primera, ninguno la última")
    await screen.sees("Voto secreto: hasta el resultado solo se ve la participación")
    await screen.misses("Desafío 1")
    await phone.page.get_by_text("Cómo se cuenta").click()
    await phone.sees("Desafío 1; Desafío 2; Desafío 3")
    await control.sees("La pantalla está fija en una ficha metodológica")
    await control.taps("Volver a la sesión")

    await moderator.opens("priorities")
    await screen.sees("Una delegación, un voto · Los empates no se deshacen")
    await phone.page.locator("details.method summary").click()
    await phone.sees("Una respuesta por persona; se puede cambiar hasta el cierre")
    assert await phone.fits()

    someone = await house.phone("panama")
    await someone.casts("priorities", {"ranking": ["C-1", "C-2"]})
    await moderator.closes("priorities")
    digest = (await moderator.reveals("priorities"))["digest"]
    card = phone.page.locator("details.method")
    await card.locator("summary").click()
    await expect(card).to_contain_text("1 de 12 posibles: 1 por teléfono, 0 en papel, 0 a mano alzada")
    await expect(card).to_contain_text(digest[:12])
    for person in (screen, control, phone):
        assert person.faults == []
