"""``plenaria rehearse``: a whole meeting with simulated people, against the running server."""

import argparse
import asyncio
import contextlib
import json
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from server.commands import CommandError, keyring_of, opened
from server.rehearse import RehearsalError
from server.settings import Settings

if TYPE_CHECKING:
    from server.commands import Commands

MAX_PARTICIPANTS = 5000
PURGED_WITHIN_S = 60.0


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    rehearse = commands.add_parser(
        "rehearse",
        parents=[shared],
        help="play a whole meeting with simulated people",
        description="Simulated delegates and their moderator play every activity over real sockets, on a copy of the "
        "meeting that is purged afterwards. The last line of stdout is a JSON object; exit code 1 where anything that "
        "was recorded is lost or counted twice.",
    )
    rehearse.add_argument("--links", type=Path, required=True, metavar="FILE", help="as `serve --links` wrote it")
    rehearse.add_argument("--here", action="store_true", help="in the meeting itself, while it holds no ballot")
    rehearse.add_argument("--participants", type=_count, default=60, metavar="N")
    rehearse.add_argument("--seconds", type=_seconds, default=60.0, metavar="S", help="for the whole programme")
    rehearse.add_argument("--json", action="store_true", help="no progress on stderr")
    rehearse.set_defaults(run=_rehearse)


def _count(text: str) -> int:
    count = int(text)
    if not 1 <= count <= MAX_PARTICIPANTS:
        raise argparse.ArgumentTypeError(f"from 1 to {MAX_PARTICIPANTS}")
    return count


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 1 <= seconds <= 86400:
        raise argparse.ArgumentTypeError("from 1 to 86400")
    return seconds


async def _rehearse(asked: argparse.Namespace, settings: Settings) -> int:
    from server.rehearse.play import play  # only here, so that no other command waits for pycrdt and websockets

    links = await asyncio.to_thread(_read, asked.links)
    with _ended_by_sigterm():
        async with _stage(asked, settings, links) as found:
            books = await play(
                found, asked.participants, asked.seconds, _silent if asked.json else _teller(), copy=not asked.here
            )
    if books.refusals and not asked.json:
        print(f"refused: {dict(books.refusals)}", file=sys.stderr)
    print(json.dumps(books.summary()), flush=True)
    return 1 if books.lost or books.doubled else 0


@asynccontextmanager
async def _stage(asked: argparse.Namespace, settings: Settings, links: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
    """The links of the meeting to play: itself, or a copy for as long as this lasts."""
    if asked.here:
        yield links
        return
    from server.rehearse.copy import a_copy

    async with opened(settings) as store:
        if links["meeting"] not in await store.meetings():
            raise CommandError(
                f"the store has no meeting {links['meeting']!r}: name the server's data directory with --data, or its "
                "REDIS_URL"
            )
        async with a_copy(store, keyring_of(settings), settings, links) as found:
            yield found
        async with asyncio.timeout(PURGED_WITHIN_S):
            await store.erasure.settled()


def _read(file: Path) -> dict[str, Any]:
    try:
        links: dict[str, Any] = json.loads(file.read_bytes())
        required = {"meeting", "code", "phone", "control", "screen", "seats"}
        if not required <= links.keys():
            raise ValueError("it lacks " + ", ".join(sorted(required - links.keys())))
    except (OSError, ValueError, AttributeError) as error:
        raise CommandError(f"{file} is no file of links: {error}") from error
    return links


@contextlib.contextmanager
def _ended_by_sigterm() -> Any:
    """Ended as Ctrl-C does, so that the copy is purged."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    if task is None:
        raise RehearsalError("not in a task")
    loop.add_signal_handler(signal.SIGTERM, task.cancel)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)


def _teller() -> Callable[[str], None]:
    began = time.monotonic()

    def tell(line: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {line}", file=sys.stderr, flush=True)

    return tell


def _silent(line: str) -> None:
    pass
