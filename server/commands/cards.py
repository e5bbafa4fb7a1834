"""``plenaria cards``: seat cards to print and hand out."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from server import meetings
from server.access.addresses import public_url
from server.commands import keyring_of, opened
from server.links import links
from server.settings import Settings

if TYPE_CHECKING:
    from server.commands import Commands


def add(commands: "Commands", shared: argparse.ArgumentParser) -> None:
    cards = commands.add_parser("cards", parents=[shared], help="write the seat cards of a meeting to a PDF")
    cards.add_argument("id", help="the meeting")
    cards.add_argument("out", type=Path, metavar="OUT.pdf")
    cards.add_argument("--host", help="address that the server listens on (default 0.0.0.0)")
    cards.add_argument("--port", type=int, help="port that the server listens on (default 8000)")
    cards.set_defaults(run=_cards)


async def _cards(asked: argparse.Namespace, settings: Settings) -> int:
    """Links begin with ``PLENARIA_PUBLIC_URL``, else this machine's address and the port: it must be the server's."""
    from server.cards import cards_pdf  # typst takes a moment to load, which no other command should wait for

    async with opened(settings) as store:
        meeting = await meetings.read(store, asked.id)
    found = links(meeting, keyring_of(settings), settings)
    pdf = await asyncio.to_thread(cards_pdf, meeting, {line["seat"]: line["link"] for line in found["seats"]})
    await asyncio.to_thread(asked.out.write_bytes, pdf)
    print(f"{asked.out}: {len(meeting.seats)} cards with links to {public_url(settings)}")
    return 0
