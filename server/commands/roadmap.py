"""``plenaria roadmap``: an edited roadmap, read back."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands import CommandError
from server.commands.export import a_hub
from server.settings import Settings
from sessions.actor import Actor, Role

if TYPE_CHECKING:
    from server.commands import Commands
    from server.readback import Row


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    roadmap = commands.add_parser("roadmap", help="read an edited roadmap back")
    verbs = roadmap.add_subparsers(required=True, metavar="verb")
    verb = verbs.add_parser("read", parents=[shared], help="say what an edited xlsx changes, row by row")
    verb.add_argument("file", type=Path)
    verb.add_argument("--meeting", required=True, metavar="ID")
    verb.add_argument("--apply", action="store_true", help="do what is accepted; without it, nothing is changed")
    verb.set_defaults(run=_read)


async def _read(asked: argparse.Namespace, settings: Settings) -> int:
    """1 where a row was refused. Acts as the secretariat."""
    from server.readback import MAX_FILE, FileRefused
    from server.readback.apart import read_apart
    from server.readback.applying import read_back

    body = await asyncio.to_thread(_bytes, asked.file, MAX_FILE + 1)
    try:
        file = await asyncio.to_thread(read_apart, body)
        async with a_hub(settings) as hub:
            room = await hub.room(asked.meeting)
            rows = await read_back(hub, room, Actor(role=Role.SECRETARIAT), file, apply=asked.apply)
    except FileRefused as refused:
        raise CommandError(f"{asked.file} is refused ({refused.code}): {refused}. Nothing was changed") from refused
    changed = [row for row in rows if row.verdict != "unchanged"]
    for row in changed:
        _print(row)
    accepted = sum(row.verdict == "accepted" for row in rows)
    done = "done" if asked.apply else "would be done (--apply does it)"
    print(
        f"{len(rows)} rows: {accepted} {done}, {len(changed) - accepted} refused, {len(rows) - len(changed)} unchanged"
    )
    return 1 if len(changed) > accepted else 0


def _print(row: "Row") -> None:
    where = f"row {row.number}" if row.number else "not in the file"
    why = f": {row.reason}{f' ({row.detail})' if row.detail else ''}" if row.reason else ""
    print(f"{row.code or '(new)'}\t{where}\t{row.verdict}{why}")
    for change in row.changes:
        print(f"  {change.field}: {_short(change.before)} -> {_short(change.after)}")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return repr(plain if len(plain) <= 80 else f"{plain[:79]}…")


def _bytes(file: Path, most: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(most)
