"""kill -9 of the server, of the store and of both in mid-vote: every recorded ballot is there, once.

A short selection; `make faults` runs many more, with seeds of its own.
"""

import asyncio
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.history import History, judge
from tests.faults.processes import ServerProcess
from tests.faults.voting import Voter, counted_choices, enter, secret_of

VOTERS = 12
VOTES = 12


async def kill_server(server: ServerProcess) -> None:
    await server.killed()
    await server.start()


async def kill_store(server: ServerProcess) -> None:
    server.kill_store()
    await server.until_ready()


async def kill_both(server: ServerProcess) -> None:
    server.kill_store()
    await server.killed()
    await server.start()


@pytest.mark.parametrize("secrecy", ["secret", "by_delegation"])
@pytest.mark.parametrize("fault", [kill_server, kill_store, kill_both])
async def test_recorded_ballots_survive(tmp_path: Path, fault: Callable[[ServerProcess], Any], secrecy: str) -> None:
    server = ServerProcess(tmp_path)
    links = await server.start()
    try:
        moderator = await a_voter(server, links, secret=secret_of(links["control"]))
        await open_text_poll(moderator, secrecy)
        history = History()
        voters = [await a_voter(server, links, seat=secret_of(s["link"])) for s in links["seats"][:VOTERS]]
        voting = asyncio.gather(*(vote_often(voter, history, str(number)) for number, voter in enumerate(voters)))
        await fault(server)
        await fault(server)
        await voting
        outcome = await close_and_reveal(moderator, server, links)
        verdict = judge(history, counted_choices(outcome))
        assert verdict.clean, verdict
        assert verdict.acked == VOTERS
        for person in [moderator, *voters]:
            await person.leaves()
    finally:
        assert await server.stop() == 0


async def a_voter(server: ServerProcess, links: dict[str, Any], **knock: str) -> Voter:
    return Voter(server.url, await enter(server.url, **knock), links["meeting"])


async def open_text_poll(moderator: Voter, secrecy: str) -> None:
    session = {"session": "s-fault", "title": "Prueba", "start": "09:00", "minutes": 30}
    setup = {"question": "¿Qué?", "answer": "text"}
    activity = {"activity": "a-fault", "kind": "poll", "title": "Prueba", "setup": setup, "secrecy": secrecy}
    for name, args in (
        ("add_session", session),
        ("add_activity", {"session": "s-fault", **activity}),
        ("start_session", {"session": "s-fault"}),
        ("open_activity", {"activity": "a-fault"}),
    ):
        reply = await moderator.gives(name, args)
        assert reply["verdict"] == "recorded", (name, reply)


async def vote_often(voter: Voter, history: History, name: str) -> None:
    chance = random.Random(name)
    for number in range(VOTES):
        await voter.votes(history, "a-fault", f"v{name}-{number}")
        await asyncio.sleep(chance.random() * 0.2)


async def close_and_reveal(moderator: Voter, server: ServerProcess, links: dict[str, Any]) -> dict[str, Any]:
    """The outcome as a fresh screen sees it."""
    await moderator.gives("close_activity", {"activity": "a-fault", "round": 1})
    reveal = {"activity": "a-fault", "round": 1}
    while (await moderator.gives("reveal_outcome", reveal))["verdict"] != "recorded":  # noqa: ASYNC110 - refused until sealed
        await asyncio.sleep(0.1)
    return await first_view(server, links, "outcome/a-fault")


async def first_view(server: ServerProcess, links: dict[str, Any], key: str) -> dict[str, Any]:
    given = await enter(server.url, secret=secret_of(links["screen"]))
    screen = Voter(server.url, given, links["meeting"])
    found: dict[str, Any] = (await screen.first_keys())[key]
    await screen.leaves()
    return found
