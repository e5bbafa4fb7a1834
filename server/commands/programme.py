"""``plenaria programme``: files that hold the plan of a meeting."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from server.programmes import check
from server.settings import Settings

if TYPE_CHECKING:
    from server.commands import Commands

SOUND = {"es": "{file}: el programa está bien.", "en": "{file}: the programme is sound."}


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    programme = commands.add_parser("programme", help="check the file of a programme")
    verbs = programme.add_subparsers(required=True, metavar="verb")

    verb = verbs.add_parser("check", help="say everything that is wrong with a file, with its line")
    verb.add_argument("file", type=Path)
    verb.add_argument("--lang", choices=sorted(SOUND), default="es", help="language of the sentences (default es)")
    verb.set_defaults(run=_check)


async def _check(asked: argparse.Namespace, settings: Settings) -> int:
    """1 with faults, each a line of stdout."""
    faults = await asyncio.to_thread(check, asked.file, asked.lang)
    for fault in faults:
        print(fault)
    if not faults:
        print(SOUND[asked.lang].format(file=asked.file))
    return 1 if faults else 0
