"""Erasing from the servers' files what a sealing or a purge has erased from their memory.

An append-only file still holds every command ever sent, the linked ballots too, until it is rewritten. What is due
is marked in the store first, so that a worker that starts later does what one that died has left.
"""

import asyncio
import logging
import re
import secrets
from typing import Any

from redis.exceptions import ResponseError

from server.store.connect import READ_S, Client, Clients, away
from server.store.flusher import Flusher
from server.store.keys import ERASE
from server.store.servers import Server, servers

_log = logging.getLogger(__name__)

_PAUSE_S = 0.1
_REST_S = 5.0


class Erasure:
    """Rewrites the files while anything is due. `run` it as a task."""

    def __init__(self, clients: Clients, flusher: Flusher) -> None:
        self._client: Any = clients.read
        self._flusher = flusher
        self._due = asyncio.Event()
        self._due.set()  # another worker may have died and left something
        self._idle = asyncio.Event()

    async def mark(self) -> None:
        """Say that something is to be erased, not what: the mark outlives it in the files. Raises Unanswered."""
        await self._flusher.ask("SADD", ERASE, secrets.token_hex(12))

    def begin(self) -> None:
        """Start on what is marked."""
        self._idle.clear()
        self._due.set()

    async def settled(self) -> None:
        """Wait until nothing is due any more, or nothing can be done about it."""
        await self._idle.wait()

    async def complete(self) -> bool:
        """Whether the servers' files show all that was marked."""
        async with asyncio.timeout(READ_S):
            return not await self._client.exists(ERASE)

    async def run(self) -> None:
        while True:
            await self._due.wait()
            self._due.clear()
            try:
                await self._erase()
            except Exception as error:
                if not away(error):
                    _log.warning("files of the server could not be rewritten, ballots stay linked in them: %s", error)
                    self._idle.set()
                    continue
                await asyncio.sleep(_REST_S)
                self._due.set()
            else:
                if not self._due.is_set():
                    self._idle.set()

    async def _erase(self) -> None:
        async with asyncio.timeout(READ_S):
            marks = await self._client.smembers(ERASE)
        if not marks:
            return
        for server in await servers(self._client):
            await _forget_slow_commands(server)
            await _rewrite(server)
        async with asyncio.timeout(READ_S):
            await self._client.srem(ERASE, *marks)


async def tagged(client: Client, tag: str) -> list[str]:
    """The names of all keys that begin with ``tag``, whichever server holds them, sorted."""
    pattern = re.sub(r"([*?\[\]\\^-])", r"\\\1", tag) + "*"
    found: set[str] = set()
    for server in await servers(client):
        cursor = b"0"
        while True:
            answer = await server.ask("SCAN", cursor, "MATCH", pattern, "COUNT", 1000)
            after, names = answer
            if isinstance(after, dict):  # a cluster's client says it by node
                after = next(iter(after.values()))
            found.update(name.decode() for name in names)
            cursor = str(int(after)).encode()
            if cursor == b"0":
                break
    return sorted(found)


async def _forget_slow_commands(server: Server) -> None:
    """The slow log keeps commands with their arguments."""
    try:
        await server.ask("SLOWLOG RESET")
    except ResponseError as error:
        _log.warning("the slow log could not be emptied: %s", error)


async def _rewrite(server: Server) -> None:
    """A whole rewrite that began after now. One under way may have begun before: it is waited for."""
    if not (await server.report("persistence"))["aof_enabled"]:
        return
    while True:
        await _finished(server)
        try:
            await server.ask("BGREWRITEAOF")
        except ResponseError as error:
            if "in progress" not in str(error):
                raise
        else:
            if (await _finished(server))["aof_last_bgrewrite_status"] == "ok":
                return
            _log.warning("a rewrite of the append-only file failed, trying again")
            await asyncio.sleep(_REST_S)


async def _finished(server: Server) -> dict[str, Any]:
    while True:
        facts = await server.report("persistence")
        if not facts["aof_rewrite_in_progress"] and not facts.get("aof_rewrite_scheduled"):
            return facts
        await asyncio.sleep(_PAUSE_S)
