"""``plenaria export``: the report of a meeting as a file, also beside a running server."""

import argparse
import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands import CommandError, keyring_of, opened
from server.exports import formats
from server.exports.route import LANGUAGES, record_open_pads
from server.live.hub import Hub
from server.notes.pads import Pads
from server.pad_access import PadReader
from server.settings import Settings
from sessions.report import gather

if TYPE_CHECKING:
    from server.commands import Commands


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    export = commands.add_parser("export", parents=[shared], help="write the report of a meeting to a file")
    export.add_argument("id", help="the meeting")
    export.add_argument("--format", required=True, help=", ".join(formats()))
    export.add_argument("--out", required=True, type=Path, metavar="FILE")
    export.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="language of the file (default es)")
    export.set_defaults(run=_export)


async def _export(asked: argparse.Namespace, settings: Settings) -> int:
    """Open pads are recorded first, as the report page does."""
    format_ = formats().get(asked.format)
    if format_ is None:
        raise CommandError(f"there is no format {asked.format!r}; there are {', '.join(formats())}")
    async with a_hub(settings) as hub:
        room = await hub.room(asked.id)
        await record_open_pads(hub, room)
        report = gather(room.meeting, room.epoch)
    body = await asyncio.to_thread(format_.write, report, asked.lang)
    await asyncio.to_thread(asked.out.write_bytes, body)
    print(f"{asked.out}: {len(body)} bytes, {'a draft' if report.draft else 'final'}, as of entry {report.cursor[1]}")
    return 0


@asynccontextmanager
async def a_hub(settings: Settings) -> AsyncIterator[Hub]:
    """A worker without a door: it follows the log and may append to it."""
    async with opened(settings) as store:
        pads = Pads(store)
        hub = Hub(store, PadReader(pads), keyring_of(settings).pseudonyms, f"command-{secrets.token_hex(4)}")
        try:
            yield hub
        finally:
            await hub.stop()
            await pads.aclose()
