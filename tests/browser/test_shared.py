"""One ballot a delegation, in real browsers: prepared at the desk, cast on one phone, seen and replaced on another."""

from playwright.async_api import Browser, expect

from sessions.actor import Role
from tests.browser.test_accessibility import desk, passes
from tests.browser.test_paper import seated
from tests.helpers.house import a_house
from tests.helpers.pages import LAPTOP
from tests.helpers.programmes import small

RULE = "Una papeleta por delegación; cualquier persona de su delegación puede emitirla o cambiarla hasta el cierre."


async def test_what_one_seat_casts_another_sees_and_replaces(browser: Browser) -> None:
    async with a_house(small()) as house:
        moderator = await house.moderator()
        await moderator.starts("plenary")
        control = await desk(browser, house, Role.MODERATOR, LAPTOP)
        await control.page.get_by_role("button", name="Nueva actividad").first.click()
        await control.page.get_by_label("Pregunta lista").select_option("ready/poll/agree")
        await control.page.locator("summary", has_text="Más opciones").click()
        await control.page.get_by_label("Papeletas").select_option("delegation")
        await control.page.get_by_label("Secreto del voto").select_option("secret")
        await control.taps("Añadir y abrir")
        peru, colleague, mexico = [await seated(browser, house, seat) for seat in ("peru-1", "peru-2", "mexico-1")]
        for phone in (peru, colleague, mexico):
            await phone.sees(RULE)
            await phone.sees("Su delegación todavía no tiene papeleta.")
        await passes(peru)
        await expect(control.page.locator(".paper")).to_have_count(0)

        await peru.page.get_by_label("Sí", exact=True).check()
        await peru.sends()
        await peru.sees("Recibido")
        await colleague.sees("Esta es la papeleta que su delegación tiene ahora.")
        await expect(colleague.page.get_by_label("Sí", exact=True)).to_be_checked()
        await colleague.sees("Recibido")
        await mexico.sees("Su delegación todavía no tiene papeleta.")
        await expect(mexico.page.get_by_label("Sí", exact=True)).not_to_be_checked()

        # While one prepares a change, the other replaces the ballot: it is said, and nothing prepared is lost.
        await peru.page.get_by_label("Sí, con cambios").check()
        await colleague.page.get_by_label("No", exact=True).check()
        await colleague.sends()
        await peru.sees("La papeleta de su delegación cambió mientras usted preparaba esta")
        await expect(peru.page.get_by_label("Sí, con cambios")).to_be_checked()
        assert await peru.fits()
        await passes(peru)
        await peru.taps("Ver la de la delegación")
        await expect(peru.page.get_by_label("No", exact=True)).to_be_checked()
        await peru.page.reload()
        await expect(peru.page.get_by_label("No", exact=True)).to_be_checked()

        step = await moderator.sees("next", command="close_activity")
        await moderator.closes(step["args"]["activity"])
        told = await moderator.reveals(step["args"]["activity"])
        assert {bar["id"]: bar["count"] for bar in told["outcome"]["result"]["bars"]} == {
            "si": 0,
            "con-cambios": 0,
            "no": 1,
        }
        await colleague.sees("Votó 1 delegación")
        await colleague.sees("La papeleta de su delegación está contada")
        await passes(colleague)
        assert control.faults == peru.faults == colleague.faults == mexico.faults == []
