"""``plenaria meeting``: the meetings in the store."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from server import meetings
from server.commands import CommandError, opened
from server.programmes import load
from server.settings import Settings
from server.store import StoreError
from sessions.meeting import Meeting
from sessions.text import original

if TYPE_CHECKING:
    from server.commands import Commands

ERASED_WITHIN_S = 60.0


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    meeting = commands.add_parser("meeting", help="create, list and purge meetings")
    verbs = meeting.add_subparsers(required=True, metavar="verb")

    create = verbs.add_parser("create", parents=[shared], help="make a meeting from a programme and print its id")
    create.add_argument("file", type=Path)
    create.set_defaults(run=_create)

    listed = verbs.add_parser(
        "list", parents=[shared], help="one meeting a line: id, join code, where it stands, title"
    )
    listed.set_defaults(run=_list)

    purge = verbs.add_parser("purge", parents=[shared], help="erase all of a meeting, for good")
    purge.add_argument("id")
    purge.add_argument("--yes", action="store_true", help="do not ask")
    purge.set_defaults(run=_purge)


async def _create(asked: argparse.Namespace, settings: Settings) -> int:
    programme = await asyncio.to_thread(load, asked.file)
    async with opened(settings) as store:
        print(await meetings.create(store, programme))
    return 0


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


async def _purge(asked: argparse.Namespace, settings: Settings) -> int:
    async with opened(settings) as store:
        if asked.id not in await store.meetings():
            raise CommandError(f"there is no meeting {asked.id!r}; `plenaria meeting list` names those there are")
        if not asked.yes:
            await asyncio.to_thread(_require_consent, asked.id)
        pads = await store.pads(asked.id)
        await store.purge(asked.id)
        async with asyncio.timeout(ERASED_WITHIN_S):
            await store.erasure.settled()
    print(f"{asked.id} is gone: its log, ballots, outcomes and {len(pads)} pads, from the store and from its files.")
    return 0


def _require_consent(id_: str) -> None:
    if not sys.stdin.isatty():
        raise CommandError("purging cannot be undone: say --yes")
    print(f"This erases all of {id_}, for good. Type its id to go on: ", end="", flush=True)
    if sys.stdin.readline().strip() != id_:
        raise CommandError("nothing was erased")
