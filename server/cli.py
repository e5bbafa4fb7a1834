"""The command ``plenaria``. Each subcommand says what it does with ``--help``."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable
from dataclasses import replace
from pathlib import Path

from server import logs
from server.archives import ArchiveError
from server.commands import CommandError, cards, export, meeting, programme, rehearse, roadmap, serve
from server.programmes import FaultyProgramme
from server.rehearse import RehearsalError
from server.settings import Settings, SettingsError, read_settings
from server.store import StoreError

GROUPS = (serve, programme, meeting, cards, export, roadmap, rehearse)


def main(argv: list[str] | None = None) -> int:
    """Exit codes: 0 done, 1 refused with a reason on stderr, 2 called wrongly."""
    asked = _parser().parse_args(argv)
    try:
        settings = _settings(asked)
        logs.set_up(settings.log, settings.log_format)
        return int(_run(asked.run(asked, settings)))
    except FaultyProgramme as faulty:
        print(faulty, file=sys.stderr)
        return 1
    except (ArchiveError, CommandError, RehearsalError, SettingsError, StoreError, OSError, ValueError) as error:
        print(f"plenaria: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _run(work: Awaitable[int]) -> int:
    async def run() -> int:
        return await work

    try:
        import uvloop
    except ImportError:  # Windows has none
        return asyncio.run(run())
    return uvloop.run(run())


def _settings(asked: argparse.Namespace) -> Settings:
    given = {name: getattr(asked, name, None) for name in ("host", "port", "data")}
    return replace(read_settings(), **{name: value for name, value in given.items() if value is not None})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plenaria", description="Runs the peer-exchange sessions of a meeting.")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--data", type=Path, metavar="DIR", help="data directory of the bundled store (default .plenaria/)"
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    for group in GROUPS:
        group.add(commands, shared)
    return parser


if __name__ == "__main__":
    sys.exit(main())
