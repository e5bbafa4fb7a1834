"""The command ``plenaria``. Each subcommand says what it does with ``--help``."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from server import serving
from server.settings import Settings, SettingsError, read_settings
from server.store import StoreError

Command = Callable[[argparse.Namespace, Settings], Awaitable[int]]


def main(argv: list[str] | None = None) -> int:
    """Exit codes: 0 done, 1 refused with a reason on stderr, 2 called wrongly."""
    asked = _parser().parse_args(argv)
    try:
        settings = _settings(asked)
        _log(settings)
        return int(_run(asked.run(asked, settings)))
    except (SettingsError, StoreError, OSError) as error:
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


def _log(settings: Settings) -> None:
    logging.basicConfig(level=settings.log.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


async def _serve(asked: argparse.Namespace, settings: Settings) -> int:
    await serving.serve(settings, asked.workers, asked.links)
    return 0


async def _worker(asked: argparse.Namespace, settings: Settings) -> int:
    await serving.work(settings, asked.fd)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="plenaria", description="Runs the peer-exchange sessions of a meeting.")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument("--data", type=Path, help="data directory of the bundled store (default .plenaria/)")
    commands = parser.add_subparsers(required=True, metavar="command")

    serve = commands.add_parser("serve", parents=[data], help="run the server")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.add_argument("--workers", type=int, default=1)
    serve.add_argument("--links", type=Path, help="write the meeting's links to this file once ready")
    serve.set_defaults(run=_serve)

    worker = commands.add_parser("worker", help=argparse.SUPPRESS)
    worker.add_argument("--fd", type=int, required=True)
    worker.set_defaults(run=_worker)
    return parser


if __name__ == "__main__":
    sys.exit(main())
