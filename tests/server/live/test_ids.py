"""An id is given to one thing: asked again it is answered as before, for anything else it is refused."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from sessions.actor import Role
from tests.helpers.house import House, a_house
from tests.helpers.programmes import notes, poll, ranking, small

RECORDED = ("recorded", None)
USED = ("refused", "id_used")


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


def said(reply: dict[str, Any]) -> tuple[str, str | None]:
    return reply["verdict"], reply.get("code")


async def test_a_command_of_another_kind_or_with_other_words_is_refused(house: House) -> None:
    moderator = await house.moderator()
    first = {"text": {"es": "Volvemos a las once", "en": "Back at eleven"}}
    assert said(await moderator.gives("send_message", first, "one-command-id")) == RECORDED
    reordered = {"text": {"en": "Back at eleven", "es": "Volvemos a las once"}}
    assert said(await moderator.gives("send_message", reordered, "one-command-id")) == RECORDED
    assert said(await moderator.gives("send_message", {"text": {"es": "Otra cosa"}}, "one-command-id")) == USED
    assert said(await moderator.gives("start_session", {"session": "plenary"}, "one-command-id")) == USED
    assert moderator.keys["meeting"]["message"] == first["text"]
    assert moderator.keys["now"]["session"] is None


async def test_it_is_refused_also_where_the_rules_would_refuse_or_change_nothing(house: House) -> None:
    moderator = await house.moderator()
    await moderator.gives("start_session", {"session": "plenary"}, "one-command-id")
    assert said(await moderator.gives("open_activity", {"activity": "nowhere"}, "one-command-id")) == USED
    assert said(await moderator.gives("clear_message", {}, "one-command-id")) == USED
    assert said(await moderator.gives("start_session", {"session": "plenary"}, "one-command-id")) == RECORDED
    assert said(await moderator.gives("clear_message", {}, "another-command-id")) == RECORDED


async def test_two_people_may_make_the_same_id(house: House) -> None:
    moderator, secretariat = await house.moderator(), await house.with_role(Role.SECRETARIAT)
    assert said(await moderator.gives("start_session", {"session": "plenary"}, "one-command-id")) == RECORDED
    assert said(await secretariat.gives("open_activity", {"activity": "coffee"}, "one-command-id")) == RECORDED


@pytest.mark.parametrize("activity", ["priorities", "coffee"])
async def test_a_ballot_that_stands_is_not_taken_for_another(house: House, activity: str) -> None:
    """In a secret round and in one by delegation."""
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens(activity)
    phone = await house.phone("peru")
    one, other = {"priorities": ({"ranking": ["C-1"]}, {"ranking": ["C-2"]})}.get(
        activity, ({"choices": ["yes"]}, {"choices": ["no"]})
    )
    assert said(await phone.casts(activity, one, ballot_id="one-ballot-id")) == RECORDED
    assert said(await phone.casts(activity, one, ballot_id="one-ballot-id")) == RECORDED
    assert said(await phone.casts(activity, other, ballot_id="one-ballot-id")) == USED
    await moderator.sees(f"turnout/{activity}", delegations_voted=1)
    await moderator.does("close_activity", activity=activity, round=1)
    assert said(await phone.casts(activity, one, ballot_id="one-ballot-id")) == RECORDED
    await moderator.sees(f"activity/{activity}", sealed=True)
    told = await moderator.reveals(activity)
    first = told["outcome"]["findings"][0]
    assert first["id"] == {"priorities": "C-1"}.get(activity, "yes")


async def test_after_a_secret_sealing_nothing_is_left_to_compare(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("priorities")
    phone = await house.phone("peru")
    await phone.casts("priorities", {"ranking": ["C-1"]}, ballot_id="one-ballot-id")
    await moderator.closes("priorities")
    assert said(await phone.casts("priorities", {"ranking": ["C-2"]}, ballot_id="one-ballot-id")) == RECORDED


async def test_an_entry_is_not_taken_for_another() -> None:
    collecting = {"id": "ideas", "code": "I-1", "kind": "collect", "title": "Ideas", "setup": {"question": "¿Qué?"}}
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    activities = [collecting, poll("p"), ranking("r"), notes("n")]
    programme = small(sessions=[{"id": "s", "code": "S1", "title": "S", "activities": activities, **day}])
    async with a_house(programme) as house:
        moderator = await house.moderator()
        await moderator.starts("s")
        await moderator.opens("ideas")
        phone = await house.phone("peru")
        entry = {"activity": "ideas", "round": 1, "entry_id": "one-entry-id", "entry": {"text": "Una ventanilla"}}
        assert said(await phone.gives("add_entry", entry)) == RECORDED
        assert said(await phone.gives("add_entry", entry)) == RECORDED
        assert said(await phone.gives("add_entry", {**entry, "entry": {"text": "Otra"}})) == USED
        edit = {**entry, "entry": {"text": "Una ventanilla única"}}
        assert said(await phone.gives("edit_entry", edit, "edit-command-id")) == RECORDED
        assert said(await phone.gives("edit_entry", edit, "edit-command-id")) == RECORDED
        assert said(await phone.gives("edit_entry", {**edit, "entry": {"text": "Dos"}}, "edit-command-id")) == USED
        own = await phone.sees("written/ideas")
        assert [item["fields"]["text"] for item in own["items"]] == ["Una ventanilla única"]
