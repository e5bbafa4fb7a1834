"""Rows D1 to D7 of the fault matrix: data older, newer, damaged, hostile, exported in mid-vote, carried elsewhere.

D5, hostile files, is `tests/server/readback/test_hostile_files.py` and `test_hostile.py` here; D7, restored elsewhere,
`test_archives.py`; D4, a large meeting, is measured by `python -m tests.load.bench report` and held small here.
"""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from server import meetings
from server.archives.restoring import checked, put_back
from server.exports import formats
from server.live.hub import Hub
from server.notes.pads import Pads
from server.pad_access import PadReader
from server.store import NewerSchema, Verdict
from server.store.embedded import embedded
from server.store.keys import Keys
from server.store.redis import RedisStore
from sessions import events as e
from sessions.evolve import evolve
from sessions.rules.context import plain_voter
from sessions.views import project
from tests.helpers.house import House, a_house
from tests.helpers.programmes import small
from tests.helpers.report import played
from tests.helpers.stores import a_store
from tests.server.archives.lived import BY_DELEGATION, lived, report_of

RELEASED = sorted((Path(__file__).parent / "released").glob("*.zip"))


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
async def test_d1_what_an_earlier_version_wrote_is_read(file: Path) -> None:
    """Archives of every released version load, are whole, and go on."""
    found = checked(file.read_bytes())
    async with a_store() as store:
        await put_back(store, found)
        meeting = await meetings.read(store, found.meeting.id)
        assert meeting.seq == found.meeting.seq
        report = report_of(meeting, "e")
        revealed = [a for session in report.sessions for a in session.activities if a.counted and not a.pads]
        assert revealed
        assert all(
            activity.outcomes and activity.tables
            for activity in revealed
            if activity.counted and activity.counted.answered
        )
        for name in ("json", "csv", "md", "xlsx"):
            assert formats()[name].write(report, "es")
        layers = [project(meeting, layer, plain_voter) for layer in ("everyone", "desk", "notes")]
        assert {f"outcome/{activity.id}" for activity in revealed} <= layers[0].keys()


def test_d1_there_is_something_to_read() -> None:
    assert RELEASED


async def test_d2_what_a_newer_version_wrote_is_refused_and_left_alone() -> None:
    async with a_store() as store:
        id_ = await meetings.create(store, small())
        await store.clients.write.execute_command("HSET", Keys(id_).head, "schema", 99)
        with pytest.raises(NewerSchema, match="schema 99"):
            await meetings.read(store, id_)
        reply = await store.append(id_, command_id="c", revision=None, events=[b"{}"], phases={})
        assert (reply.verdict, reply.code) == (Verdict.REFUSED, "newer_schema")


async def test_d2_a_newer_event_is_refused_in_words() -> None:
    with pytest.raises(e.NewerLog, match="2"):
        e.decode(b'{"v": 2, "at": 1, "by": null, "event": {"type": "rooted"}}')


async def test_d3_an_export_in_mid_vote_is_of_one_moment() -> None:
    """Each file has the digest of the log folded up to one of its entries: never a mixture of two moments."""
    async with a_house(small()) as house:
        moderator = await house.moderator()
        people = [await house.card(seat) for seat in ("peru-1", "peru-2", "mexico-1", "mexico-2", "panama-1")]
        await moderator.starts("plenary")
        await moderator.opens(BY_DELEGATION)
        headers = {"Authorization": f"Bearer {moderator.pass_}"}
        told: list[dict[str, Any]] = []

        async def exports() -> None:
            for _ in range(6):
                answer = await house.http.get(f"/api/m/{house.meeting}/export.json", headers=headers)
                told.append(answer.json())

        async def votes() -> None:
            for number in range(4):
                for phone in people:
                    choice = {"choices": ["yes" if number % 2 else "no"]}
                    assert (await phone.casts(BY_DELEGATION, choice))["verdict"] == "recorded"

        await asyncio.gather(exports(), votes())
        for report in told:
            assert report["digest"] in await digests_of(house, report["cursor"][0])
            (activity,) = report["sessions"][0]["activities"]
            assert 0 <= activity["voted"] <= len(people)


async def digests_of(house: House, epoch: str) -> set[str]:
    """The digests of the reports that the log gives, entry by entry."""
    found: set[str] = set()
    meeting = None
    for entry in (await house.store.load(house.meeting)).tail:
        meeting = evolve(meeting, entry.seq, e.decode(entry.body))
        found.add(report_of(meeting, epoch).digest)
    return found


def test_d4_a_large_meeting_is_written() -> None:
    """500 entries a table and texts of 200 characters, in every format that grows with them."""
    large = played(small(), entries=500).reports()
    assert sum(len(session.entries) for session in large.sessions) == 1_500
    for name in ("csv", "md", "json", "xlsx", "docx"):
        assert formats()[name].write(large, "es")


async def test_d6_a_damaged_pad_harms_no_other_and_its_recorded_text_stays() -> None:
    async with lived() as there:
        store, meeting = there.store, there.house.meeting
        (pad, *_) = await store.pads(meeting)
        before = await meetings.read(store, meeting)
        await store.clients.write.execute_command(
            "HSET", Keys(meeting).pad_base(pad), "seq", 99, "body", b"\xa7\xee\xc3\x77\x2d"
        )
        async with a_house(small(), store) as other:
            assert (await other.phone("peru")).seat
        pads = Pads(store)
        hub = Hub(store, PadReader(pads), there.house.keyring.pseudonyms, "another")
        try:
            room = await hub.room(meeting)
            report = report_of(room.meeting, room.epoch)
        finally:
            await hub.stop()
            await pads.aclose()
        assert "Plazos comunes" in report.model_dump_json()
        assert report.digest == report_of(before, room.epoch).digest


async def test_d7_a_copy_of_the_files_while_it_runs_is_the_same_meeting(tmp_path: Path) -> None:
    import shutil

    async with embedded(tmp_path / "a") as url, await RedisStore.open(url) as store:
        id_ = await meetings.create(store, small())
        await asyncio.to_thread(shutil.copytree, tmp_path / "a" / "appendonlydir", tmp_path / "copy")
        before = report_of(await meetings.read(store, id_), "e").digest
    async with embedded(tmp_path / "b"):
        pass
    shutil.rmtree(tmp_path / "b" / "appendonlydir")
    shutil.copytree(tmp_path / "copy", tmp_path / "b" / "appendonlydir")
    async with embedded(tmp_path / "b") as url, await RedisStore.open(url) as elsewhere:
        assert report_of(await meetings.read(elsewhere, id_), "e").digest == before
