"""Ideas over the socket: what phones write, what the store guards, what the log says of secret rounds."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from server.store import Verdict
from tests.helpers.house import House, Moderator, a_house
from tests.helpers.programmes import small

IDEAS: dict[str, Any] = {
    "activity": "ideas",
    "kind": "collect",
    "title": "Ideas",
    "setup": {"question": "¿Qué falta?", "per_seat": 3},
    "place": 0,
}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def collecting(house: House, session: str = "plenary", **setup: Any) -> Moderator:
    moderator = await house.moderator()
    await moderator.does("add_activity", session=session, **{**IDEAS, "setup": {**IDEAS["setup"], **setup}})
    await moderator.starts(session)
    await moderator.opens("ideas")
    return moderator


def idea(id_: str, text: str) -> dict[str, Any]:
    return {"activity": "ideas", "round": 1, "entry_id": id_, "entry": {"text": text}}


async def test_from_writing_to_a_prioritisation(house: House) -> None:
    moderator = await collecting(house)
    peru, panama = await house.phone("peru"), await house.phone("panama")
    await peru.does("add_entry", **idea("idea-0001", "Más intérpretes en fronteras"))
    await panama.does("add_entry", **idea("idea-0002", "Intérprete en la frontera"))
    await panama.does("add_entry", **idea("idea-0003", "Registro único regional"))
    await moderator.sees("turnout/ideas", voted=2)
    await moderator.sees("likeness/ideas", groups=[["idea-0001", "idea-0002"]])
    await moderator.does("close_activity", activity="ideas", round=1)
    await moderator.sees("board/ideas", working=True)
    merged = {"activity": "ideas", "entries": ["idea-0001", "idea-0002"], "id": "merged-01", "text": "Intérpretes"}
    await moderator.does("merge_entries", **merged)
    mine = await peru.sees("written/ideas", left=0)
    assert [heir["text"] for heir in mine["items"][0]["became"]] == ["Intérpretes"]
    await moderator.sees("likeness/ideas", groups=[])
    await peru.does("object_to_entry", activity="ideas", entry="idea-0001", text="Eran dos cosas")
    await moderator.does("prioritise_entries", activity="ideas", into="first")
    await moderator.sees("activity/ideas", sealed=True)
    outcome = await moderator.reveals("ideas")
    assert [finding["id"] for finding in outcome["outcome"]["findings"]] == ["D-03", "D-04"]
    await moderator.opens("first")
    shown = await peru.sees("activity/first", phase="open")
    assert [option["text"]["es"] for option in shown["setup"]["options"]] == ["Registro único regional", "Intérpretes"]


async def test_the_store_guards_phase_and_number_and_knows_an_id_again(house: House) -> None:
    moderator = await collecting(house)
    phone = await house.phone("peru")
    first = idea("idea-0001", "n 1")
    # At once: the state of this worker has not heard of any of them.
    replies = await asyncio.gather(*(phone.gives("add_entry", idea(f"idea-000{n}", f"n {n}")) for n in range(1, 8)))
    assert sorted(reply["verdict"] for reply in replies) == ["recorded"] * 3 + ["refused"] * 4
    assert {reply.get("code") for reply in replies} == {None, "too_many"}
    assert (await phone.gives("add_entry", first))["verdict"] == "recorded"
    edit = {**first, "entry": {"text": "otra"}}
    assert (await phone.gives("edit_entry", edit, "edit-command-1"))["verdict"] == "recorded"
    await moderator.does("close_activity", activity="ideas", round=1)
    assert (await phone.gives("edit_entry", edit, "edit-command-1"))["verdict"] == "recorded", "a late retry"
    assert (await phone.gives("edit_entry", {**first, "entry": {"text": "tarde"}}))["code"] == "closed"
    late = await house.store.enter(
        house.meeting,
        activity="ideas",
        round=1,
        voter="peru-1",
        entry_id="somebody-else",
        event=b"{}",
        change=1,
        limit=99,
        while_open=True,
    )
    assert (late.verdict, late.code) == (Verdict.REFUSED, "closed")


async def test_in_a_secret_round_log_and_reply_say_neither_who_nor_when(house: House) -> None:
    moderator = await house.moderator()
    await moderator.does("edit_session", session="plenary", regime="chatham_house")
    await moderator.does("add_activity", session="plenary", **IDEAS)
    await moderator.starts("plenary")
    await moderator.opens("ideas")
    phone = await house.card("peru-1")
    reply = await phone.gives("add_entry", idea("idea-0001", "secreto"))
    assert (reply["verdict"], reply.get("seq")) == ("recorded", None)
    assert (await moderator.sees("board/ideas", count=1))["items"] == []
    await moderator.does("close_activity", activity="ideas", round=1)
    await moderator.does("hide_entry", activity="ideas", entry="idea-0001")
    await phone.does("object_to_entry", activity="ideas", entry="idea-0001")
    await moderator.does("undo_board", activity="ideas", step=1)
    loaded = await house.store.load(house.meeting)
    entries = [orjson.loads(entry.body) for entry in loaded.tail]
    told = [entry for entry in entries if entry["event"]["type"] in {"entry_added", "entry_objected"}]
    assert len(told) == 2
    assert [(entry["at"], entry["by"]) for entry in told] == [(None, None)] * 2
    assert "peru" not in str(told)
    await moderator.does("finish_board", activity="ideas", round=1)
    await moderator.sees("activity/ideas", sealed=True)
    outcome = await moderator.reveals("ideas")
    assert "peru" not in str(outcome)
