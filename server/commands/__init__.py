"""The commands of ``plenaria``, one module a group.

A module's ``add(commands, shared)`` puts its parsers in place; each sets ``run``, which is given what was asked and the
settings, and answers with the exit code.
"""

import argparse
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from server.access.keyring import Keyring, server_secret
from server.serving import store_url
from server.settings import Settings
from server.store.redis import RedisStore

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace, Settings], Awaitable[int]]


class CommandError(Exception):
    """What was asked cannot be done; the message says why, for people."""


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[RedisStore]:
    """The store of the settings, also beside a server that runs on it."""
    async with store_url(settings) as url, await RedisStore.open(url) as store:
        yield store


def keyring_of(settings: Settings) -> Keyring:
    """The keys of the server that runs on the same data directory or with the same ``PLENARIA_SECRET``."""
    return Keyring(server_secret(settings.secret, settings.data))
