"""The matrix command x role over real sockets: what the rules say is what a socket hears."""

from sessions.actor import Role
from tests.helpers.house import Person, a_house
from tests.helpers.programmes import small
from tests.sessions.rules.test_permissions import ARGS, cells


async def test_every_cell_over_the_socket() -> None:
    async with a_house(small()) as house:
        people: dict[Role, Person] = {
            role: await house.with_role(role) for role in Role if role not in {Role.DELEGATE, Role.OBSERVER}
        }
        people[Role.DELEGATE] = await house.phone("panama")
        people[Role.OBSERVER] = await house.phone("unhcr")
        before = ""
        # Closing the meeting makes every later answer the same, so it comes last.
        for name, role, allowed in sorted(cells(), key=lambda cell: (cell[0] == "close_meeting", cell[0])):
            if name == "close_meeting" and allowed:
                continue
            if name != before:
                before = name
                for person in people.values():
                    await person.comes_again()
            reply = await people[role].gives(name, dict(ARGS[name]))
            assert (reply.get("code") != "not_allowed") == allowed, (name, role, reply)
