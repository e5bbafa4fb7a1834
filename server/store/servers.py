"""The servers behind a client: one, or the primaries of a cluster; and how well they keep what they take."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from redis.asyncio import RedisCluster
from redis.exceptions import ResponseError

from server.store import UnfitServer
from server.store.connect import READ_S, Client

_log = logging.getLogger(__name__)

_STRENGTH = ("always", "everysec", "no", "memory", "unknown")

_WARNINGS = {
    "everysec": (
        "the server syncs to disk once a second (appendfsync everysec): a ballot shown as recorded may be lost when "
        "the machine fails within that second; set appendfsync always"
    ),
    "no": (
        "the server leaves syncing to the operating system (appendfsync no): ballots shown as recorded may be lost "
        "when the machine fails; set appendfsync always"
    ),
    "memory": (
        "the server keeps no append-only file (appendonly no): all ballots since its last dump are lost when it "
        "stops; set appendonly yes and appendfsync always"
    ),
    "unknown": (
        "the server does not say how it syncs to disk (CONFIG GET is not allowed): make sure of appendonly yes, "
        "appendfsync always and maxmemory-policy noeviction"
    ),
}

# The oldest releases that are not open to CVE-2025-49844 (a script breaks out of the server), by branch.
_SAFE = {
    "redis": ((6, 2, 20), (7, 2, 11), (7, 4, 6), (8, 0, 4), (8, 2, 2)),
    "valkey": ((7, 2, 11), (8, 0, 6), (8, 1, 4)),
}


@dataclass(frozen=True, slots=True)
class Durability:
    """How well a recorded ballot is kept.

    `level` is `always` (on disk before the reply), `everysec`, `no`, `memory` or `unknown`; of several servers the
    weakest. `warnings` are sentences for whoever runs the server.
    """

    level: str
    warnings: tuple[str, ...] = ()


class Server:
    """One server, asked for what concerns it alone."""

    def __init__(self, client: Client, node: Any = None) -> None:
        self._client: Any = client
        self._target = {} if node is None else {"target_nodes": node}

    async def ask(self, *command: Any) -> Any:
        async with asyncio.timeout(READ_S):
            return await self._client.execute_command(*command, **self._target)

    async def setting(self, name: str) -> str | None:
        """The value of a CONFIG setting, None where it may not be read."""
        try:
            values = await self.ask("CONFIG GET", name)
        except ResponseError:
            return None
        text = {_text(key): _text(value) for key, value in values.items()}
        return text.get(name)

    async def report(self, section: str) -> dict[str, Any]:
        """A section of INFO."""
        facts: dict[str, Any] = await self.ask("INFO", section)
        return facts


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


async def servers(client: Client) -> list[Server]:
    """All servers that take writes."""
    if isinstance(client, RedisCluster):
        await client.initialize()
        return [Server(client, node) for node in client.get_primaries()]
    return [Server(client)]


async def durability(client: Client) -> Durability:
    """Raises UnfitServer where a server would throw ballots away when its memory is full."""
    levels, warnings = [], []
    for server in await servers(client):
        policy = await server.setting("maxmemory-policy")
        if policy not in (None, "noeviction"):
            raise UnfitServer(
                f"the server throws data away when its memory is full (maxmemory-policy {policy}): ballots would "
                "vanish; set maxmemory-policy noeviction"
            )
        levels.append(_level(await server.setting("appendonly"), await server.setting("appendfsync")))
        warnings += _age_warning(await server.report("server"))
    level = max(levels, key=_STRENGTH.index)
    if level in _WARNINGS:
        warnings.insert(0, _WARNINGS[level])
    return Durability(level, tuple(dict.fromkeys(warnings)))


def _level(appendonly: str | None, appendfsync: str | None) -> str:
    if appendonly is None or appendfsync is None:
        return "unknown"
    return appendfsync if appendonly == "yes" else "memory"


def _age_warning(facts: dict[str, Any]) -> list[str]:
    name = "valkey" if "valkey_version" in facts else "redis"
    text = str(facts.get(f"{name}_version", ""))
    version = tuple(int(part) for part in text.split(".") if part.isdigit())
    if len(version) != 3:
        return []
    floors = _SAFE[name]
    branch = [floor for floor in floors if floor[:2] == version[:2]]
    safe = version >= branch[0] if branch else version > floors[-1]
    if safe:
        return []
    return [f"{name} {text} is open to CVE-2025-49844 unless its distribution has patched it: update it"]
