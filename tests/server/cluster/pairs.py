"""A primary with its replica, whose link can be held up, and sentinels that watch over both."""

import asyncio
import contextlib
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from server.store.bundled import program
from tests.faults.processes import free_port
from tests.faults.proxy import Proxy
from tests.faults.valkeys import Valkey, asks

NAME = "plenaria"


@dataclass
class Pair:
    primary: Valkey
    replica: Valkey
    link: Proxy
    """What the replica hears comes through it."""

    async def caught_up(self) -> None:
        """Waits until the replica has all that the primary has."""
        async with asyncio.timeout(15):
            while await offset(self.replica) < await offset(self.primary):  # noqa: ASYNC110 - another process's doing
                await asyncio.sleep(0.02)

    def holds_up(self) -> None:
        """From now on the replica hears nothing, and does not know."""
        self.link.down.lost = True

    async def promoted(self) -> None:
        """The primary is killed, and the replica takes its place by hand."""
        self.primary.kill()
        await asks(self.replica.url, "REPLICAOF", "NO", "ONE")


async def offset(server: Valkey) -> int:
    told = await asks(server.url, "INFO", "replication")
    linked = told["role"] == "master" or told["master_link_status"] == "up"
    return int(told["master_repl_offset" if told["role"] == "master" else "slave_repl_offset"]) if linked else -1


@asynccontextmanager
async def a_pair(folder: Path) -> AsyncIterator[Pair]:
    async with (
        Valkey.runs(folder / "primary", repl_diskless_sync_delay="0") as primary,
        Valkey.runs(folder / "replica", repl_diskless_sync_delay="0") as replica,
        Proxy.to(primary.port) as link,
    ):
        await asks(replica.url, "REPLICAOF", "127.0.0.1", str(link.port))
        pair = Pair(primary, replica, link)
        await pair.caught_up()
        yield pair


@asynccontextmanager
async def sentinels(folder: Path, primary: Valkey, count: int = 3) -> AsyncIterator[str]:
    """The URL under which they are asked for the primary."""
    ports = [free_port() for _ in range(count)]
    with contextlib.ExitStack() as stack:
        for number, port in enumerate(ports):
            config = folder / f"sentinel-{number}.conf"
            config.write_text(
                f"port {port}\nbind 127.0.0.1\ndir {folder}\n"
                f"sentinel monitor {NAME} 127.0.0.1 {primary.port} {count // 2 + 1}\n"
                f"sentinel down-after-milliseconds {NAME} 2000\nsentinel failover-timeout {NAME} 3000\n"
            )
            command = [str(program(folder)), str(config), "--sentinel"]
            started = await asyncio.to_thread(subprocess.Popen, command, stdout=subprocess.DEVNULL)
            stack.callback(stack.enter_context(started).kill)
        url = f"redis+sentinel://{','.join(f'127.0.0.1:{port}' for port in ports)}/{NAME}"
        async with asyncio.timeout(20):
            while not await _all_know(ports, count):  # noqa: ASYNC110 - the same
                await asyncio.sleep(0.05)
        yield url


async def _all_know(ports: list[int], count: int) -> bool:
    """Each other, the primary and the replica."""
    for port in ports:
        try:
            told = str(await asks(f"redis://127.0.0.1:{port}", "INFO", "sentinel"))
        except Exception:
            return False  # not up yet
        if f"'sentinels': {count}" not in told or "'slaves': 1" not in told:
            return False
    return True
