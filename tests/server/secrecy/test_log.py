"""The log, at its most talkative: an event a line, and no word in it that says who somebody is or what they chose."""

import json
import logging
import signal
import sys
from pathlib import Path

import httpx
import pytest
import websockets

from server.logs import JsonLines, Lines
from tests.faults.processes import send, store_pids
from tests.server.secrecy.insider import Watched, a_watched_server
from tests.server.secrecy.test_canary import VOTE, a_round
from tests.server.store.processes import comes_true


async def test_a_whole_session_is_told_without_names_choices_or_tokens(tmp_path: Path) -> None:
    async with a_watched_server(tmp_path, PLENARIA_LOG_FORMAT="json") as server:
        vote = await a_round(server)
        await vote.votes("by_delegation")
        await vote.seals()
        await vote.moderator.does("reveal_outcome", activity=VOTE, round=1)
        await vote.moderator.does("send_message", text={"es": "canario-mensaje"})
        await vote.moderator.does("release_seat", seat=vote.voters[0].seat)
        await misbehave(server)
        for pid in store_pids(server.data):
            send(pid, signal.SIGKILL)
        await comes_true(lambda: b"has died" in server.said)
        lines = [json.loads(line) for line in server.said.splitlines()]
        said = server.said.decode()
    assert all({"at", "level", "logger", "event", "pid"} <= line.keys() for line in lines)
    told = [(line["role"], line["command"], line["verdict"]) for line in lines if line["event"] == "command"]
    assert ("moderator", "reveal_outcome", "recorded") in told
    assert ("moderator", "close_activity", "recorded") in told
    assert not [line for line in lines if line.get("command") == "cast_ballot"]
    secrets_ = {
        "choices": [*vote.marks.values(), *vote.ballot_ids, "canario"],
        "seats": [seat["seat"] for seat in server.links["seats"]],
        "delegations": [seat["delegation"] for seat in server.links["seats"]],
        "tokens": [person.pass_ for person in server.people],
        "links": [link.partition("#")[2] for link in server.links.values() if isinstance(link, str) and "#" in link],
        "code": [server.links["code"]],
        "addresses": ["127.0.0.1", "localhost"],
    }
    found = {sort: [word for word in words if word in said] for sort, words in secrets_.items()}
    assert found == {sort: [] for sort in secrets_}


async def misbehave(server: Watched) -> None:
    """Wrong codes, garbage, foreign origins: what might make a careless server write down what it was sent."""
    async with httpx.AsyncClient(base_url=server.url) as http:
        await http.post("/api/pass", json={"code": "canario"})
        await http.post("/api/pass", content=b"canario", headers={"Content-Type": "application/json"})
        await http.get("/api/m/canario/export.csv", headers={"Authorization": "Bearer canario"})
        await http.get("/nowhere/canario?canario=1", headers={"Origin": "http://canario.example"})
    with pytest.raises(websockets.InvalidStatus):
        await websockets.connect(f"{server.ws}/ws", origin=websockets.Origin("http://canario.example"))
    phone = await server.by_card(1)
    assert phone._socket is not None
    await phone._socket.send('{"type":"command","id":"canario-1","name":"canario","args":{"canario":1}}')
    await phone._socket.send('{"type":"canario"}')
    await phone.hears("bye")


def record_of(message: str, **extra: object) -> logging.LogRecord:
    try:
        try:
            raise KeyError("canary in the first")
        except KeyError:
            raise ValueError("canary in the second")  # noqa: B904 - how it comes about by itself
    except ValueError:
        made = logging.getLogger("x").makeRecord("x", logging.ERROR, "f", 1, message, (), sys.exc_info(), extra=extra)
    return made


def test_an_exception_says_its_sort_and_its_way_and_nothing_of_its_own() -> None:
    line = JsonLines().format(record_of("it failed\nbadly", meeting="m", seat="canary-of-an-extra"))
    told = json.loads(line)
    assert "\n" not in line
    assert (told["event"], told["level"], told["meeting"], told["error"]) == (
        "it failed\nbadly",
        "error",
        "m",
        "ValueError",
    )
    assert told["where"][0] == "because of KeyError"
    assert "test_log.py" in told["where"][1]
    assert "record_of" in told["where"][1]
    text = Lines().format(record_of("it failed", code="closed"))
    assert "ValueError" in text
    assert "code=closed" in text
    assert "canary" not in line + text
