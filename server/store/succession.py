"""Noticing that another server has taken the place of the one a meeting was with.

Replication is later than the answer: a replica that is promoted after its primary died may lack ballots that voters
were told are recorded. Whoever connects anew therefore looks whose history the server's is. A promoted replica says
which one it followed; then the meeting gets a new epoch, once, in one step, and phones offer their ballots again.
"""

import asyncio
import logging
import secrets
from pathlib import Path
from typing import Any

from server.store.connect import ANSWER_S, Client, away
from server.store.keys import MEETINGS, Keys

_log = logging.getLogger(__name__)

_SOURCE = Path(__file__).with_name("succession.lua").read_text(encoding="utf-8")


def new_epoch() -> str:
    """A random word."""
    return secrets.token_urlsafe(9)


async def check_in(client: Client, keys: Keys) -> None:
    """See to it that the meeting's epoch is of the server that answers now. Raises ReadOnlyError while that server is
    somebody's replica, and whatever the client raises."""
    asked: Any = client
    # The source itself: this is too rare to keep the script loaded for it.
    await asked.eval(_SOURCE, 2, keys.head, keys.server, new_epoch())


async def check_in_all(client: Client) -> None:
    """Before anything is written again to a server that was away. What cannot be seen to now, followers see to."""
    asked: Any = client
    try:
        async with asyncio.timeout(ANSWER_S):
            for name in await asked.zrange(MEETINGS, 0, -1):
                await check_in(client, Keys(name.decode()))
    except Exception as error:
        if not away(error):
            raise
        _log.debug("whose history the server's is could not be asked: %s", error)
