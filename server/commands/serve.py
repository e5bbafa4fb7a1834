"""``plenaria serve``, and the worker processes that it starts."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from server import serving
from server.settings import Settings

if TYPE_CHECKING:
    from server.commands import Commands


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    serve = commands.add_parser("serve", parents=[shared], help="run the server")
    serve.add_argument("--host", help="address to listen on (default 0.0.0.0, all of this machine)")
    serve.add_argument("--port", type=int, help="port to listen on (default 8000)")
    serve.add_argument("--workers", type=_workers, default=1, help="processes that answer (default 1)")
    serve.add_argument("--links", type=Path, metavar="FILE", help="write the meeting's links to this file once ready")
    serve.set_defaults(run=_serve)

    worker = commands.add_parser("worker")  # without help it is not listed: only serve starts it
    worker.add_argument("--fd", type=int, required=True)
    worker.add_argument("--life", type=int, required=True)
    worker.add_argument("--ready", type=int, required=True)
    worker.set_defaults(run=_worker)


def _workers(text: str) -> int:
    count = int(text)
    if not 1 <= count <= 64:
        raise argparse.ArgumentTypeError("from 1 to 64")
    return count


async def _serve(asked: argparse.Namespace, settings: Settings) -> int:
    await serving.serve(settings, asked.workers, asked.links)
    return 0


async def _worker(asked: argparse.Namespace, settings: Settings) -> int:
    await serving.work(settings, asked.fd, asked.life, asked.ready)
    return 0
