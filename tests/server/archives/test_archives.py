"""A meeting put back on another machine is the same one: digests, JSON and CSV to the byte, Office files by content."""

import asyncio
import io
import zipfile

import orjson
import pytest

from server import meetings
from server.archives import ArchiveError
from server.archives.making import archived
from server.archives.restoring import checked, put_back
from server.archives.signing import fingerprint
from server.exports import formats
from server.exports.words import LANGUAGES
from server.live.writing import own_id
from server.store import Verdict
from server.store.copies import MeetingExists
from tests.helpers.everything import events_of, everything
from tests.helpers.house import a_server_on
from tests.helpers.stores import a_store
from tests.server.archives.lived import BY_DELEGATION, KEY, SEATS, SECRET, lived, report_of, written
from tests.server.exports.reading import text_of


async def test_a_meeting_is_the_same_elsewhere() -> None:
    async with lived() as there, a_store() as elsewhere:
        file = await there.file()
        found = checked(file)
        await put_back(elsewhere, found)
        meeting = there.house.meeting
        assert (found.same, found.fingerprint) == (True, fingerprint(KEY.public_key().public_bytes_raw()))

        before, after = await there.store.load(meeting), await elsewhere.load(meeting)
        assert (before.epoch, before.seq, before.revision) == (after.epoch, after.seq, after.revision)
        ours = report_of(await meetings.read(there.store, meeting), before.epoch)
        theirs = report_of(await meetings.read(elsewhere, meeting), after.epoch)
        assert ours.digest == theirs.digest == found.digest
        for name in ("json", "csv"):
            assert written(ours, name) == written(theirs, name)
        for name in ("docx", "xlsx"):
            assert text_of(name, written(ours, name)) == text_of(name, written(theirs, name))

        for activity in (SECRET, BY_DELEGATION):
            assert await elsewhere.outcome(meeting, activity, 1) == await there.store.outcome(meeting, activity, 1)
        assert await elsewhere.sealed_ballots(meeting, SECRET, 1) == await there.store.sealed_ballots(
            meeting, SECRET, 1
        )
        assert await elsewhere.ballots(meeting, SECRET, 1) == []
        receipt = await elsewhere.ballot_verdict(meeting, BY_DELEGATION, 1, own_id(SEATS[0], "ballot-0"))
        assert receipt is not None
        assert receipt.verdict is Verdict.RECORDED
        for pad in await there.store.pads(meeting):
            assert await elsewhere.pad_load(meeting, pad) == await there.store.pad_load(meeting, pad)


async def test_it_goes_on_where_it_was_put_back() -> None:
    async with lived() as there, a_store() as elsewhere:
        await put_back(elsewhere, checked(await there.file()))
        async with a_server_on(elsewhere, there.house.meeting) as house:
            moderator = await house.moderator()
            assert (await moderator.sees(f"outcome/{SECRET}"))["outcome"]["counted"]["voted"] == len(SEATS)
            await moderator.opens("after")
            phone = await house.card("peru-1")
            assert (await phone.casts("after", {"choices": ["no"]}))["verdict"] == "recorded"


async def test_the_same_meeting_gives_the_same_bytes_and_no_link_of_a_secret_ballot() -> None:
    async with lived() as there:
        file = await there.file()
        assert file == await there.file()
        keys = [orjson.loads(line) for line in zipfile.ZipFile(io.BytesIO(file)).read("keys.jsonl").splitlines()]
        names = {line["key"] for line in keys}
        assert f"ballots:{BY_DELEGATION}:1" in names
        assert not names & {f"ballots:{SECRET}:1", f"casts:{SECRET}:1"}


def is_pad(name: str) -> bool:
    return name.startswith("pad:")


async def test_all_keys_are_carried_but_those_that_pass() -> None:
    async with lived() as there:
        tag = f"{{m:{there.house.meeting}}}:"
        held: set[str] = set()
        while (now := {name.removeprefix(tag) for name in await there.store.keys_of(there.house.meeting)}) != held:
            held = now  # what the meeting still had to write down is written between two looks
            carried = {key.name for key in await there.store.copy_out(there.house.meeting)}
        # Who is here, and which server the meeting was with, are of this machine alone.
        passing = {name for name in held if name in {"workers", "server"} or name.startswith("beat:")}
        # A pad whose updates were all made one is a stream without entries, until somebody looks at it again.
        assert {name for name in held - passing if not is_pad(name)} == {name for name in carried if not is_pad(name)}


async def test_a_secret_round_that_is_not_sealed_is_not_carried_away() -> None:
    async with lived() as there:
        await there.moderator.opens("after")
        with pytest.raises(ArchiveError, match="linked to their voters"):
            await there.file()


async def test_one_that_is_there_already_stays_as_it_is() -> None:
    async with lived() as there:
        found = checked(await there.file())
        before = await there.store.copy_out(there.house.meeting)
        with pytest.raises(MeetingExists):
            await put_back(there.store, found)
        assert await there.store.copy_out(there.house.meeting) == before
        assert not [n for n in await there.store.keys_of(there.house.meeting) if "restore:" in n]


async def test_two_who_put_back_one_file_at_once() -> None:
    async with lived() as there, a_store() as elsewhere:
        found = checked(await there.file())
        done = await asyncio.gather(*(put_back(elsewhere, found) for _ in range(2)), return_exceptions=True)
        assert sum(isinstance(one, Exception) for one in done) <= 1
        assert await elsewhere.copy_out(there.house.meeting) == await there.store.copy_out(there.house.meeting)


async def test_every_object_is_the_same_elsewhere() -> None:
    """Ideas, offers, notes, syntheses, sheets, lines with their answers and chains, under every regime."""
    play = everything()
    id_ = play.meeting.id
    async with a_store() as there, a_store() as elsewhere:
        await there.create(id_, events_of(play))
        file = archived(await there.copy_out(id_), KEY)
        await put_back(elsewhere, checked(file))
        reports = [
            report_of(await meetings.read(store, id_), (await store.load(id_)).epoch) for store in (there, elsewhere)
        ]
        assert reports[0].digest == reports[1].digest
        assert [len(reports[0].roadmap), len(reports[0].practices), len(reports[0].syntheses)] == [4, 6, 4]
        for lang in LANGUAGES:
            for name in ("json", "csv"):
                assert formats()[name].write(reports[0], lang) == formats()[name].write(reports[1], lang)
        for name in ("docx", "xlsx"):
            assert text_of(name, written(reports[0], name)) == text_of(name, written(reports[1], name))
        assert archived(await elsewhere.copy_out(id_), KEY) == file
