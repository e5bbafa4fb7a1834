"""axe-core on every page and state, targets and contrast included. What it cannot judge has tests of its own."""

from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from sessions.actor import Role
from sessions.programme import Programme
from tests.helpers.house import House, a_house
from tests.helpers.pages import LAPTOP, PHONE, PROJECTOR, SMALL, Browsing, PhoneBrowsing
from tests.helpers.programmes import notes, poll, ranking, small

AXE = Path(__file__).parents[2] / "client/node_modules/axe-core/axe.min.js"
RUN = """async () => {
  const rules = {'target-size': {enabled: true}, 'color-contrast': {enabled: true}};
  const found = await axe.run(document, {rules, resultTypes: ['violations']});
  const bad = found.violations.filter(({impact}) => impact === 'serious' || impact === 'critical');
  return bad.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target}`));
}"""
SCALE = {"low": 1, "high": 9, "low_label": "Nada", "high_label": "Mucho"}
BALLOTS: dict[str, dict[str, Any]] = {
    "single": {"choices": ["yes"]},
    "multiple": {"choices": ["yes", "no"]},
    "scale": {"value": 7},
    "text": {"text": "Más tiempo en las mesas"},
    "rank": {"ranking": ["C-1", "C-2", "C-3"]},
}


def every_ballot() -> Programme:
    plenary = {"id": "plenary", "code": "S1", "title": "Plenaria", "day": "2025-09-24", "start": "09:00", "minutes": 60}
    asked = [
        poll("single"),
        poll("multiple") | {"setup": poll("multiple")["setup"] | {"answer": "multiple"}},
        poll("scale") | {"setup": {"question": "¿scale?", "answer": "scale", "scale": SCALE}},
        poll("text") | {"setup": {"question": "¿text?", "answer": "text"}},
        ranking("rank", secrecy="secret"),
    ]
    tables = plenary | {
        "id": "tables",
        "code": "S2",
        "title": "Mesas",
        "start": "10:00",
        "format": "tables",
        "tables": 2,
    }
    return small(sessions=[plenary | {"activities": asked}, tables | {"activities": [notes("pads")]}])


@cache
def axe() -> str:
    return AXE.read_text(encoding="utf-8")


async def passes(person: Browsing) -> None:
    await person.page.evaluate(axe())
    assert await person.page.evaluate(RUN) == []


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(every_ballot()) as opened:
        yield opened


async def at(browser: Browser, house: House, viewport: Any) -> PhoneBrowsing:
    """Without the policy of the pages, which keeps axe out like any other script."""
    context = await browser.new_context(viewport=viewport, locale="es-PA", reduced_motion="reduce", bypass_csp=True)
    return PhoneBrowsing(house, await context.new_page())


async def desk(browser: Browser, house: House, role: Role, viewport: Any) -> Browsing:
    person = await at(browser, house, viewport)
    await person.page.goto(f"{house.url}/j#{house.keyring.role_link(house.meeting, role)}")
    await person.page.wait_for_url(f"**/m/{house.meeting}/*")
    return person


@pytest.mark.parametrize("viewport", [SMALL, PHONE], ids=["small", "phone"])
async def test_joining(browser: Browser, house: House, viewport: Any) -> None:
    phone = await at(browser, house, viewport)
    await phone.page.goto(f"{house.url}/j")
    await phone.sees("Código")
    await passes(phone)
    await phone.page.get_by_label("Código").fill("ABCD0F")
    await phone.taps("Continuar")
    await phone.sees("Ese código no abre ninguna reunión")
    await passes(phone)
    await phone.page.goto(f"{house.url}/j#{house.keyring.seat_card(house.meeting, 'mexico-1')}")
    await phone.sees("Reglas de la sala")
    await passes(phone)


async def test_choosing_a_delegation_and_waiting(browser: Browser, house: House) -> None:
    phone = await at(browser, house, PHONE)
    moderator = await house.moderator()
    await phone.page.goto(f"{house.url}/j#{(await moderator.sees('meeting'))['code']}")
    await phone.sees("Delegación")
    await passes(phone)
    await phone.page.get_by_label("Peru", exact=True).check()
    await phone.taps("Entrar")
    await phone.sees("La reunión aún no ha comenzado")
    await passes(phone)
    await moderator.does("send_message", text="Volvemos en cinco minutos")
    await phone.sees("Volvemos en cinco minutos")
    await passes(phone)


@pytest.mark.parametrize("activity", BALLOTS)
async def test_every_ballot_and_its_outcome(browser: Browser, house: House, activity: str) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens(activity)
    phone = await (await at(browser, house, SMALL)).comes("Peru")
    people = [
        await desk(browser, house, Role.MODERATOR, LAPTOP),
        await desk(browser, house, Role.SCREEN, PROJECTOR),
        await desk(browser, house, Role.RAPPORTEUR, LAPTOP),
    ]

    await people[2].page.evaluate("location.hash = 'outcomes'")

    async def all_pass(text: str) -> None:
        await phone.sees(text)
        for person in (phone, *people):
            await passes(person)

    await all_pass(f"¿{activity}?")
    voter = await house.phone("panama")
    await voter.casts(activity, BALLOTS[activity])
    await moderator.closes(activity)
    await all_pass("La ronda está cerrada")
    await moderator.reveals(activity)
    await people[1].sees("Cómo se contó")
    await all_pass("Cómo se contó")


async def test_notes_of_a_table(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("tables")
    phone = await (await at(browser, house, PHONE)).comes("Peru")
    control = await desk(browser, house, Role.MODERATOR, PHONE)
    screen = await desk(browser, house, Role.SCREEN, PROJECTOR)
    await phone.sees("cambiar de mesa")
    await passes(phone)
    await moderator.opens("pads")
    await phone.page.get_by_role("button", name="Añadir a: Desafíos").click()
    await phone.page.keyboard.type("Citas centralizadas")
    await phone.sees("Guardado en la sala")
    for person in (phone, control, screen):
        await passes(person)
    await phone.page.locator(".own-table summary").click()
    await passes(phone)


@pytest.mark.parametrize("tab", ["progress", "outcomes", "notes", "exports"])
async def test_the_report(browser: Browser, house: House, tab: str) -> None:
    moderator = await house.moderator()
    report = await desk(browser, house, Role.RAPPORTEUR, LAPTOP)
    await report.page.evaluate(f"location.hash = '{tab}'")
    await expect(report.page.locator("[aria-selected=true]")).to_have_id(f"tab-{tab}")
    await passes(report)
    for activity in ("single", "pads"):
        await moderator.starts("plenary" if activity == "single" else "tables")
        await moderator.opens(activity)
        await moderator.closes(activity)
        await moderator.reveals(activity)
        await moderator.does("end_session", session="plenary" if activity == "single" else "tables")
    done = {"progress": "2 mesas sin validar", "outcomes": "SINGLE", "notes": "PADS"}
    await report.sees(done.get(tab, "Actividades cerradas y contadas: 1 de 1 abiertas"))
    await passes(report)


async def test_a_meeting_that_ended(browser: Browser, house: House) -> None:
    moderator = await house.moderator()
    phone = await (await at(browser, house, PHONE)).comes("Peru")
    control = await desk(browser, house, Role.MODERATOR, LAPTOP)
    screen = await desk(browser, house, Role.SCREEN, PROJECTOR)
    await moderator.does("close_meeting")
    await phone.sees("La reunión ha terminado")
    for person in (phone, control, screen):
        await passes(person)
