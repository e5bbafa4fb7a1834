"""The command line, as people and scripts run it."""

import asyncio
import os
import signal
import socket
from pathlib import Path

import orjson
import pytest

from server.rehearse.house import House
from server.rehearse.pad import Pad
from server.rehearse.person import Person
from tests.helpers.commands import given, plenaria, serving, store_is_down, until
from tests.helpers.programmes import small
from tests.source_tree import ROOT

PANAMA = str(ROOT / "sessions" / "programmes" / "panama-2025.yaml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


# Programmes


async def test_a_sound_programme_is_told_in_one_sentence() -> None:
    result = await plenaria("programme", "check", PANAMA, "--lang", "en")
    assert (result.code, result.out, result.err) == (0, f"{PANAMA}: the programme is sound.\n", "")


async def test_every_fault_of_a_programme_has_its_line(tmp_path: Path) -> None:
    file = tmp_path / "faulty.yaml"
    file.write_text("plenaria: 1\nid: One\nzone: Atlantis\n")
    result = await plenaria("programme", "check", str(file))
    lines = result.out.splitlines()
    assert result.code == 1
    assert all(line.startswith("línea ") for line in lines)
    assert {"línea 2", "línea 3"} <= {line.partition(":")[0] for line in lines}


# Meetings


async def test_meetings_are_created_listed_and_purged(data: Path) -> None:
    created = [await plenaria("meeting", "create", PANAMA, data=data) for _ in range(2)]
    assert [(result.code, result.out) for result in created] == [(0, "conare-2025\n"), (0, "conare-2025-2\n")]
    listed = await plenaria("meeting", "list", data=data)
    assert [line.split("\t")[0] for line in listed.out.splitlines()] == ["conare-2025", "conare-2025-2"]

    purged = await plenaria("meeting", "purge", "conare-2025", "--yes", data=data)
    assert (purged.code, purged.out.split()[0]) == (0, "conare-2025")
    listed = await plenaria("meeting", "list", data=data)
    assert [line.split("\t")[0] for line in listed.out.splitlines()] == ["conare-2025-2"]
    assert store_is_down(data)


async def test_purging_needs_consent_and_a_meeting(data: Path) -> None:
    await given(data, small())
    silent = await plenaria("meeting", "purge", "small", data=data)
    assert (silent.code, silent.out) == (1, "")
    assert "--yes" in silent.err
    unknown = await plenaria("meeting", "purge", "nobody", "--yes", data=data)
    assert (unknown.code, "nobody" in unknown.err) == (1, True)
    assert (await plenaria("meeting", "list", data=data)).out.startswith("small\t")


async def test_a_faulty_programme_makes_no_meeting(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "faulty.yaml"
    file.write_text("plenaria: 1\n")
    result = await plenaria("meeting", "create", str(file), data=data)
    assert (result.code, result.out) == (1, "")
    assert "línea 1" in result.err


async def test_an_unknown_setting_is_refused() -> None:
    result = await plenaria("meeting", "list", environment={"PLENARIA_COLOUR": "blue"})
    assert (result.code, "PLENARIA_COLOUR" in result.err, "Traceback" in result.err) == (1, True, False)


# Files


async def test_cards_are_written(data: Path, tmp_path: Path) -> None:
    await given(data, small())
    out = tmp_path / "cards.pdf"
    result = await plenaria("cards", "small", str(out), "--port", "8123", data=data)
    assert (result.code, ":8123" in result.out) == (0, True)
    assert out.read_bytes().startswith(b"%PDF")


async def test_an_export_beside_the_server_holds_the_open_pads(data: Path, tmp_path: Path) -> None:
    await given(data, small())
    out = tmp_path / "report.json"
    async with serving(data) as server:
        await _write_a_note(server.links)
        result = await plenaria("export", "small", "--format", "json", "--out", str(out), data=data)
        assert (result.code, result.err) == (0, "")
    report = orjson.loads(out.read_bytes())
    assert report["draft"] is True
    assert [entry["text"] for session in report["sessions"] for entry in session["entries"]] == ["Plazos comunes"]


async def _write_a_note(links: dict[str, str]) -> None:
    house = House(links["meeting"], links["phone"].partition("/j#")[0])
    moderator = await Person(house, await house.enter(links["control"])).come()
    for name, args in (("start_session", {"session": "tables"}), ("open_activity", {"activity": "pads"})):
        assert (await moderator.command(name, args)).verdict == "recorded"
    async with Pad(house, f"{house.meeting}.pads.t1", moderator.role, moderator.pass_) as pad:
        await pad.write("e-1", "challenge", "Plazos comunes")
    await moderator.leave()


async def test_an_unknown_format_or_meeting_is_told(data: Path, tmp_path: Path) -> None:
    await given(data, small())
    out = tmp_path / "report"
    for id_, format_, word in (("small", "papyrus", "json"), ("nobody", "json", "nobody")):
        result = await plenaria("export", id_, "--format", format_, "--out", str(out), data=data)
        assert (result.code, word in result.err, "Traceback" in result.err) == (1, True, False)
    assert not out.exists()


# Serving


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_the_server_ends_in_order_and_comes_back_the_same(data: Path, number: signal.Signals) -> None:
    async with serving(data) as server:
        first = server.links
        assert await server.ends(number) == 0
    assert store_is_down(data)
    began = asyncio.get_running_loop().time()
    async with serving(data) as server:
        assert asyncio.get_running_loop().time() - began < 30
        assert (server.links["meeting"], server.links["code"]) == (first["meeting"], first["code"])


async def test_the_links_are_the_owners_alone(data: Path) -> None:
    async with serving(data) as server:
        assert server.links_file.stat().st_mode & 0o777 == 0o600
        assert data.stat().st_mode & 0o777 == 0o700


async def test_a_worker_that_dies_is_replaced(data: Path) -> None:
    async with serving(data, "--workers", "2") as server:
        pid = server.process.pid
        await until(lambda: len(_workers(pid)) == 2)
        before = _workers(pid)
        os.kill(min(before), signal.SIGKILL)
        await until(lambda: len(_workers(pid) - before) == 1 and len(_workers(pid)) == 2)
        assert (await server.get("/readyz")).status_code == 200
        assert await server.ends() == 0
        assert not [worker for worker in _workers(pid) | before if _alive(worker)]
    assert store_is_down(data)


async def test_no_worker_outlives_its_supervisor(data: Path) -> None:
    async with serving(data, "--workers", "2") as server:
        await until(lambda: len(_workers(server.process.pid)) == 2)
        workers = _workers(server.process.pid)
        await server.ends(signal.SIGKILL)
        await until(lambda: not any(map(_alive, workers)))
    async with serving(data) as server:  # which adopts the store that was left, and ends it
        assert await server.ends() == 0
    assert store_is_down(data)


async def test_a_port_that_is_taken_is_told(data: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = await plenaria("serve", "--host", "127.0.0.1", "--port", port, data=data)
    assert (result.code, port in result.err, "Traceback" in result.err) == (1, True, False)


def _workers(supervisor: int) -> set[int]:
    children = Path(f"/proc/{supervisor}/task/{supervisor}/children")
    found = map(int, children.read_text().split()) if children.exists() else ()
    return {pid for pid in found if b"worker" in _command(pid)}


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _alive(pid: int) -> bool:
    return b"worker" in _command(pid)
