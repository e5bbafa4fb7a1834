"""A second round on a shorter list, the next day: prepared at the desk, drawn wherever people look."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.helpers.house import House, Phone, a_house
from tests.helpers.pages import LAPTOP, PROJECTOR, a_phone, by_link
from tests.helpers.programmes import ranking, small

FIRST = (["C-1", "C-2", "C-3"], ["C-1", "C-3", "C-2"], ["C-2", "C-1", "C-4"])
SECOND = (["C-3", "C-2", "C-1"], ["C-3", "C-1", "C-2"], ["C-3", "C-2", "C-1"], ["C-2", "C-3", "C-1"])


@pytest.fixture
async def house() -> AsyncIterator[House]:
    day = {"minutes": 60, "start": "09:00", "regime": "attributable"}
    first = {"id": "one", "code": "S1", "title": "Primer día", "day": "2025-09-24"}
    second = {"id": "two", "code": "S2", "title": "Segundo día", "day": "2025-09-25"}
    sessions = [
        {**first, **day, "activities": [ranking("r", title="Prioridades")]},
        {**second, **day, "activities": []},
    ]
    async with a_house(small(sessions=sessions)) as opened:
        yield opened


async def votes(phones: list[Phone], activity: str, rankings: tuple[list[str], ...]) -> None:
    for phone, order in zip(phones, rankings, strict=False):
        await phone.sees(f"activity/{activity}", phase="open")
        assert (await phone.casts(activity, {"ranking": order}))["verdict"] == "recorded"


async def test_the_first_of_a_list_go_on_to_the_next_day_and_their_movement_is_drawn(
    browser: Browser, house: House
) -> None:
    moderator = await house.moderator()
    phones = [await house.phone(state) for state in ("peru", "panama", "belize", "mexico")]
    await moderator.starts("one")
    await moderator.opens("r")
    await votes(phones, "r", FIRST)
    await moderator.closes("r")
    outcome = await moderator.reveals("r")
    first = [finding["id"] for finding in outcome["outcome"]["findings"] if finding["place"][0] <= 3]
    assert sorted(first) == ["C-1", "C-2", "C-3"]
    await moderator.does("end_session", session="one")
    await moderator.starts("two")

    control = await by_link(browser, house, Role.MODERATOR, LAPTOP)
    desk = control.page
    await desk.get_by_role("button", name="Actividades de Primer día").click()
    await desk.get_by_role("button", name="Prioridades").click()
    await control.taps("Preparar otra ronda")
    await expect(desk.get_by_label("Es la ronda siguiente de")).to_have_value("r")
    await desk.get_by_label("Opciones que siguen").select_option(label="Solo las 3 primeras")
    await expect(desk.get_by_label("Opciones, una por línea")).to_have_value("Desafío 1\nDesafío 2\nDesafío 3")
    await control.taps("Añadir y abrir")

    added = (await moderator.sees("now", phase="open"))["activity"]
    assert added != "r"
    await votes(phones, added, SECOND)
    await moderator.closes(added)
    told = await moderator.reveals(added)
    assert [row["id"] for row in told["movement"]["rows"]] == ["C-3", "C-2", "C-1"]

    await moderator.does("set_stage", stage={"show": "movement", "activity": added})
    screen = await by_link(browser, house, Role.SCREEN, PROJECTOR)
    phone = await a_phone(browser, house, "Peru")
    report = await by_link(browser, house, Role.RAPPORTEUR, LAPTOP)
    await report.page.evaluate("location.hash = 'outcomes'")
    for person in (screen, phone, report):
        await person.sees("Cambio de una ronda a otra")
        await person.sees("D3")
        await person.sees("Votaron 3 personas de 3 delegaciones en R y 4 de 4 en X-02.")
        await person.sees("Atención: no votaron las mismas. Solo en la segunda: 1 persona")
        await person.sees("La segunda lista es más corta")
        assert person.faults == []
    assert await screen.page.locator("svg line").count() == 3
    await asyncio.gather(*(phone.leaves() for phone in phones))
