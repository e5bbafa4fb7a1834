"""``plenaria meeting``: the meetings in the store, and in files."""

import argparse
import asyncio
import contextlib
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from server import meetings
from server.commands import CommandError, opened
from server.earlier import NoRoadmap, read_earlier
from server.programmes import load
from server.settings import Settings
from server.store import Store, StoreError
from sessions.meeting import Meeting
from sessions.roadmap.earlier import EarlierLine
from sessions.text import original

if TYPE_CHECKING:
    from server.archives.restoring import Checked
    from server.commands import Commands

ERASED_WITHIN_S = 60.0
MAX_FILE = 512 * 1024 * 1024


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    meeting = commands.add_parser("meeting", help="create, list, archive, restore and purge meetings")
    verbs = meeting.add_subparsers(required=True, metavar="verb")

    create = verbs.add_parser("create", parents=[shared], help="make a meeting from a programme and print its id")
    create.add_argument("file", type=Path)
    create.add_argument(
        "--roadmap", type=Path, metavar="EARLIER.json", help="an earlier meeting's export.json, to be followed up"
    )
    create.set_defaults(run=_create)

    listed = verbs.add_parser(
        "list", parents=[shared], help="one meeting a line: id, join code, where it stands, title"
    )
    listed.set_defaults(run=_list)

    archive = verbs.add_parser("archive", parents=[shared], help="write all of a meeting to one signed file")
    archive.add_argument("id")
    archive.add_argument("out", type=Path, metavar="OUT")
    archive.set_defaults(run=_archive)

    restore = verbs.add_parser("restore", parents=[shared], help="put a meeting back from its archive")
    restore.add_argument("file", type=Path)
    restore.add_argument("--fingerprint", metavar="HEX", help="refuse the file unless this key has signed it")
    restore.set_defaults(run=_restore)

    purge = verbs.add_parser("purge", parents=[shared], help="erase all of a meeting, for good")
    purge.add_argument("id")
    purge.add_argument("--yes", action="store_true", help="do not ask")
    purge.set_defaults(run=_purge)


async def _create(asked: argparse.Namespace, settings: Settings) -> int:
    programme = await asyncio.to_thread(load, asked.file)
    earlier = await asyncio.to_thread(_earlier, asked.roadmap) if asked.roadmap else ()
    async with opened(settings) as store:
        print(await meetings.create(store, programme, keep_days=settings.keep_days, earlier=earlier))
    return 0


def _earlier(file: Path) -> tuple[EarlierLine, ...]:
    try:
        return read_earlier(file)
    except (NoRoadmap, OSError) as error:
        raise CommandError(str(error)) from error


async def _list(asked: argparse.Namespace, settings: Settings) -> int:
    """Meetings that cannot be read are listed too, with the reason: they must be findable to be purged."""
    async with opened(settings) as store:
        for id_ in await store.meetings():
            try:
                print(_line(await meetings.read(store, id_)))
            except (StoreError, ValueError) as error:
                print(f"{id_}\t-\tunreadable\t{error}")
    return 0


def _line(meeting: Meeting) -> str:
    stands = "rehearsal" if meeting.rehearsal else "open" if meeting.closed_at is None else "closed"
    return f"{meeting.id}\t{meeting.code}\t{stands}\t{' '.join(original(meeting.title).split())}"


async def _archive(asked: argparse.Namespace, settings: Settings) -> int:
    """Open pads are recorded first, as an export does."""
    from server.archives.making import archived
    from server.archives.signing import fingerprint, signing_key
    from server.commands.export import a_hub
    from server.exports.route import record_open_pads

    key = await asyncio.to_thread(signing_key, settings.secret, settings.data)
    async with a_hub(settings) as hub, opened(settings) as store:
        await record_open_pads(hub, await hub.room(asked.id))
        keys = await store.copy_out(asked.id)
    body = await asyncio.to_thread(archived, keys, key)
    await asyncio.to_thread(_write_own, asked.out, body)
    print(f"{asked.out}: {len(body)} bytes, {_counted([k.name for k in keys])}")
    print(f"signed by {fingerprint(key.public_key().public_bytes_raw())}")
    return 0


def _write_own(out: Path, body: bytes) -> None:
    """Whole or not at all, and its owner's alone: votes by delegation are in it."""
    new = out.with_name(f".{out.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    new.replace(out)


async def _restore(asked: argparse.Namespace, settings: Settings) -> int:
    from server.archives import ArchiveError
    from server.archives.restoring import checked, put_back

    body = await asyncio.to_thread(_read_file, asked.file)
    try:
        found = await asyncio.to_thread(checked, body)
    except ArchiveError as error:
        raise CommandError(f"{asked.file} is not restored: {error}. Nothing was changed") from error
    print(f"signed by {found.fingerprint}", flush=True)
    wanted = "".join((asked.fingerprint or "").lower().split())
    if wanted and wanted != found.fingerprint.replace(" ", ""):
        raise CommandError(f"{asked.file} is not restored: another key has signed it. Nothing was changed")
    async with opened(settings) as store:
        await require_own_code(store, found.meeting)
        await put_back(store, found)
    print(_restored(found))
    return 0


async def require_own_code(store: Store, restored: Meeting) -> None:
    """Of two meetings with one join code the newer is found: whoever made the file could lead people there. Raises
    ``CommandError``."""
    for id_ in await store.meetings():
        with contextlib.suppress(StoreError, ValueError):  # one that cannot be read lets nobody in
            if id_ != restored.id and (await meetings.read(store, id_)).code == restored.code:
                raise CommandError(f"{id_} has the join code {restored.code} too: purge it first, or restore elsewhere")


def _restored(found: "Checked") -> str:
    made = (
        "the digest of its report is the same" if found.same else f"its report reads otherwise than in {found.version}"
    )
    counted = _counted([key.name for key in found.keys])
    return f"{found.meeting.id} is restored: {counted}; {made}: {found.digest}"


def _read_file(file: Path) -> bytes:
    with file.open("rb") as opened_file:
        body = opened_file.read(MAX_FILE + 1)
    if len(body) > MAX_FILE:
        raise CommandError(f"{file} is larger than an archive may be ({MAX_FILE} bytes)")
    return body


async def _purge(asked: argparse.Namespace, settings: Settings) -> int:
    async with opened(settings) as store:
        if asked.id not in await store.meetings():
            raise CommandError(f"there is no meeting {asked.id!r}; `plenaria meeting list` names those there are")
        if not asked.yes:
            await asyncio.to_thread(_require_consent, asked.id)
        names = await store.keys_of(asked.id)
        await store.purge(asked.id)
        async with asyncio.timeout(ERASED_WITHIN_S):
            await store.erasure.settled()
        left = await store.keys_of(asked.id)
        erased = await store.erasure.complete()
    if left:
        raise CommandError(
            f"{len(left)} keys of {asked.id} have come back: something still writes to it; purge it again"
        )
    bare = [name.partition("}:")[2] for name in names]
    print(f"{asked.id} is gone from the store: {_counted(bare)}, {len(names)} keys in all.")
    if not erased:
        print("The server's files could not be rewritten and still hold them: see its log.", file=sys.stderr)
        return 1
    print("The server's files were rewritten without them. Archives, exports, backups and repairs are yours to delete.")
    return 0


def _counted(names: list[str]) -> str:
    """What stands behind the names of keys, for people."""
    sorts = Counter(name.partition(":")[0] for name in names)
    rounds = len({name.partition(":")[2] for name in names if name.startswith(("ballots:", "sealed:", "ballot_ids:"))})
    pads = len({name.partition(":")[2] for name in names if name.startswith(("pad:", "pad_base:"))})
    return f"its log, {rounds} rounds of ballots, {pads} pads" + (", its outcomes" if sorts["outcomes"] else "")


def _require_consent(id_: str) -> None:
    if not sys.stdin.isatty():
        raise CommandError("purging cannot be undone: say --yes")
    print(f"This erases all of {id_}, for good. Type its id to go on: ", end="", flush=True)
    if sys.stdin.readline().strip() != id_:
        raise CommandError("nothing was erased")
