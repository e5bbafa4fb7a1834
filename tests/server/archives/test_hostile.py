"""Files that somebody else made: each is refused with a reason, before anything of it is written."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from typing import Any

import orjson
import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server import meetings
from server.archives import ArchiveError
from server.archives.making import archived
from server.archives.packing import MANIFEST, PARTS, SIGNATURE, packed
from server.archives.restoring import checked
from server.archives.signing import sign, signing_key
from server.commands import CommandError
from server.commands.meeting import require_own_code
from server.store.copies import ForeignKey, Key, type_of
from sessions import events as e
from tests.helpers.programmes import small
from tests.helpers.stores import a_store
from tests.server.archives.lived import KEY

Change = Callable[[dict[str, bytes], dict[str, Any]], None]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def file() -> bytes:
    async with a_store() as store:
        return archived(await store.copy_out(await meetings.create(store, small())), KEY)


def parts_of(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forged(file: bytes, change: Change) -> bytes:
    """The file with something changed, and signed anew by somebody with a key of their own."""
    parts = parts_of(file)
    told = orjson.loads(parts[MANIFEST])
    change(parts, told)
    for name in PARTS:
        told["parts"][name] = {"bytes": len(parts[name]), "sha256": hashlib.sha256(parts[name]).hexdigest()} | (
            told["parts"][name].get("forced") or {}
        )
    parts[MANIFEST] = orjson.dumps(told)
    parts[SIGNATURE] = sign(Ed25519PrivateKey.generate(), parts[MANIFEST])
    return packed(parts)


def tells(**more: Any) -> Change:
    return lambda parts, told: told.update(more)


def adds(line: object, part: str = "keys.jsonl") -> Change:
    return lambda parts, told: parts.update({part: parts[part] + orjson.dumps(line) + b"\n"})


def entry(event: dict[str, Any], seq: int = 2, **more: Any) -> dict[str, Any]:
    body = orjson.dumps({"v": 1, "at": 1, "by": None, "event": event} | more).decode()
    return {"key": "log", "id": f"{seq}-0", "fields": [["e", body], ["g", "x"], ["r", "2"]]}


def endless(parts: dict[str, bytes], told: dict[str, Any], seq: int = 10**15) -> None:
    """The head says that there are so many entries."""
    lines = [orjson.loads(line) for line in parts["keys.jsonl"].splitlines()]
    head = next(line for line in lines if line["key"] == "head")
    head["value"] = [[name, str(seq) if name == "seq" else value] for name, value in head["value"]]
    parts["keys.jsonl"] = b"".join(orjson.dumps(line) + b"\n" for line in lines)
    told["seq"] = seq


def buried(parts: dict[str, bytes], told: dict[str, Any]) -> None:
    """And that all of them were erased."""
    endless(parts, told, 10**18)
    adds({"key": "tombstones", "type": "hash", "value": [["coffee:1", f"2-{10**18}"]]})(parts, told)


FORGERIES: dict[str, tuple[Change, str]] = {
    "newer format": (tells(plenaria_archive=2), "newer Plenaria"),
    "newer schema": (tells(schema=99), "newer Plenaria"),
    "newer events": (tells(events=99), "newer Plenaria"),
    "word in the manifest": (tells(run="rm -rf /"), "does not know"),
    "other meeting": (tells(meeting="other"), "another meeting"),
    "no version": (lambda parts, told: told.pop("schema"), "cannot be read"),
    "key twice": (lambda parts, told: adds(orjson.loads(parts["keys.jsonl"].splitlines()[0]))(parts, told), "no part"),
    "no json": (lambda parts, told: parts.update({"keys.jsonl": b"{"}), "no part"),
    "log in the wrong part": (adds({"key": "log", "type": "list", "value": []}), "no part"),
    "other type": (adds({"key": "phases", "type": "string", "value": []}), "no part"),
    "no log": (lambda parts, told: parts.update({"log.jsonl": b""}), "no log"),
    "an event nobody knows": (adds(entry({"type": "rooted"}), "log.jsonl"), "cannot be read"),
    "a newer event": (adds(entry({"type": "rooted"}, v=2), "log.jsonl"), "cannot be read|newer"),
    "a hole": (adds(entry({"type": "meeting_closed"}, 3), "log.jsonl"), "cannot be read|another meeting"),
    "half a gigabyte of pad": (
        adds(
            {"key": "pad:small.pads.t1", "id": "1-0", "fields": [["u", {"b64": "p+7DdyfX"}], ["g", "x"]]}, "pads.jsonl"
        ),
        "cannot be read",
    ),
    "a log without end": (endless, "cannot be read"),
    "tombstones without end": (buried, "cannot be read|another meeting"),
    "a snapshot of something else": (
        adds({"key": "snapshot", "type": "hash", "value": [["body", "{}"], ["seq", "1"]]}),
        "cannot be read",
    ),
}


@pytest.mark.parametrize("name", sorted(FORGERIES))
def test_a_forgery_with_a_sound_signature(file: bytes, name: str) -> None:
    change, reason = FORGERIES[name]
    with pytest.raises(ArchiveError, match=reason):
        checked(forged(file, change))


@pytest.mark.parametrize("name", ["stolen", "head:1:1", "ballots:nowhere:1", "ballots:coffee:9", "pad:no", "../head"])
def test_a_key_that_no_meeting_has(name: str) -> None:
    with pytest.raises(ForeignKey):
        type_of(name, {"coffee": 2}, {"small.pads.t1"})


async def test_a_foreign_key_reaches_no_store(file: bytes) -> None:
    found = checked(file)
    async with a_store() as store:
        with pytest.raises(ForeignKey):
            await store.put_back("small", [*found.keys, Key("stolen", "hash", [(b"a", b"b")])], 1)
        assert (await store.meetings(), await store.keys_of("small")) == ([], [])


async def test_nobody_is_led_astray_by_a_join_code_that_another_meeting_has(file: bytes) -> None:
    found = checked(file)
    event = e.MeetingCreated(meeting="other", code=found.meeting.code, programme=small())
    async with a_store() as store:
        await require_own_code(store, found.meeting)
        await store.create("other", [e.encode(e.LogEntry(at=1, event=event))])
        with pytest.raises(CommandError, match="other has the join code"):
            await require_own_code(store, found.meeting)


@pytest.mark.parametrize("part", [MANIFEST, SIGNATURE, *PARTS])
def test_a_byte_that_was_changed(file: bytes, part: str) -> None:
    parts = parts_of(file)
    if parts[part]:
        at = len(parts[part]) // 2
        parts[part] = parts[part][:at] + bytes([parts[part][at] ^ 1]) + parts[part][at + 1 :]
    else:
        parts[part] = b"\n"
    with pytest.raises(ArchiveError):
        checked(packed(parts))


def test_the_signature_of_another_file(file: bytes) -> None:
    parts = parts_of(file)
    parts[SIGNATURE] = sign(KEY, b"{}")
    with pytest.raises(ArchiveError, match="signature"):
        checked(packed(parts))


@pytest.mark.parametrize("name", ["../../etc/cron.d/plenaria", "/etc/passwd", "log.jsonl", "extra.txt", "C:\\x"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_of_another_name_or_twice(file: bytes, name: str) -> None:
    out = io.BytesIO(file)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, b"x")
    with pytest.raises(ArchiveError, match="parts"):
        checked(out.getvalue())


def test_a_bomb_is_not_blown_up(file: bytes) -> None:
    parts = parts_of(file)
    parts[MANIFEST] = b" " * 200_000_000
    with pytest.raises(ArchiveError, match="longer"):
        checked(packed(parts))
    zeros = b"0" * 50_000_000

    def bomb(parts: dict[str, bytes], told: dict[str, Any]) -> None:
        parts["keys.jsonl"] = zeros
        told["parts"]["keys.jsonl"]["forced"] = {"bytes": 100}

    with pytest.raises(ArchiveError, match="longer"):
        checked(forged(file, bomb))

    def told_large(parts: dict[str, bytes], told: dict[str, Any]) -> None:
        told["parts"]["keys.jsonl"]["forced"] = {"bytes": 1 << 40}

    with pytest.raises(ArchiveError, match="longer"):
        checked(forged(file, told_large))


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"not a zip at all", b"%PDF-1.7"])
def test_what_is_no_zip(body: bytes) -> None:
    with pytest.raises(ArchiveError, match="no archive"):
        checked(body)


def test_the_key_is_made_once_outside_of_the_data_and_its_owners_alone(tmp_path: Any) -> None:
    data = tmp_path / "data"
    first, again = (signing_key(None, data).public_key().public_bytes_raw() for _ in range(2))
    path = tmp_path / "data.archive-key"
    assert first == again
    assert (path.stat().st_mode & 0o777, data.exists()) == (0o600, False)
    path.write_text("short")
    with pytest.raises(ArchiveError, match="damaged"):
        signing_key(None, data)
    secret = "s" * 40
    derived = {signing_key(secret, place).public_key().public_bytes_raw() for place in (data, tmp_path / "other")}
    assert len(derived) == 1
    assert first not in derived
