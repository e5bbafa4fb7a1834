"""Whoever runs one table enters the paper ballots of those who sit there, on a phone, from the report's page."""

from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.browser.test_accessibility import at, passes
from tests.helpers.house import a_house
from tests.helpers.pages import SMALL
from tests.helpers.programmes import small


async def test_a_facilitator_enters_for_the_own_table(browser: Browser) -> None:
    async with a_house(small()) as house:
        moderator = await house.moderator()
        await moderator.does("edit_activity", activity="after", secrecy="by_delegation")
        await moderator.starts("tables")
        await moderator.opens("after")
        for seat, table in (("peru-1", "t1"), ("mexico-1", "t2")):
            await moderator.does("assign_table", session="tables", seat=seat, table=table)
        one = await at(browser, house, SMALL)
        link = house.keyring.role_link(house.meeting, Role.FACILITATOR, "t1")
        await one.page.goto(f"{house.url}/j#{link}")
        await one.page.wait_for_url("**/report")
        await one.page.evaluate("location.hash = 'outcomes'")
        panel = one.page.locator(".paper")
        await panel.locator("summary").click()
        await panel.get_by_label("Marcar un puesto sin teléfono").select_option("mexico")
        await one.taps("Vota en papel")
        await one.sees("Su función no permite esta acción")
        await panel.get_by_label("Marcar un puesto sin teléfono").select_option("peru")
        await one.taps("Vota en papel")
        await moderator.sees("paper/after", seats={"peru-1": "paper"})
        await panel.get_by_role("button", name="Anotar papeleta").click()
        for _ in range(2):
            await panel.get_by_label("Sí", exact=True).check()
            await panel.locator("button[type=submit]").click()
        await moderator.sees("paper/after", entered=["peru-1"])
        await expect(panel.get_by_text("en papel, anotada")).to_be_visible()
        assert await one.fits()
        await passes(one)
        assert one.faults == []
