"""The bundled server for whoever needs it: started, joined, watched over and ended.

The first process on a data directory starts the server and supervises it: when the server dies, it is started again,
on the same socket. Others join. When the supervisor goes, the next one supervises; the last to leave ends the server.
A server that outlived all its processes (they were killed) is found by the next one and adopted.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from server.store import DataDirectoryError
from server.store.bundled import ServerProcess, answers, shut_down
from server.store.directory import DataDirectory

_log = logging.getLogger(__name__)

_POLL_S = 0.05
_WATCH_S = 0.2  # for as long as the server lives: a file is opened each time
_PAUSES_S = (0.0, 0.1, 0.5, 1.0, 2.0, 5.0)
_STEADY_S = 10.0
_PATIENCE_S = 30.0


@asynccontextmanager
async def embedded(data_dir: Path) -> AsyncIterator[str]:
    """The URL of a running server on the directory; it stays the same when the server is restarted.

    Raises DataDirectoryError where the server cannot be had on this directory.
    """
    keeper = _Keeper(DataDirectory(data_dir))
    socket = await keeper.enter()
    watching = asyncio.create_task(keeper.watch(), name="bundled server")
    try:
        yield f"unix://{socket}"
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
        await keeper.leave()


class _Keeper:
    """One process's part in keeping the server."""

    def __init__(self, directory: DataDirectory) -> None:
        self._directory = directory
        self._users = directory.lock("users")
        self._supervisor = directory.lock("supervisor")
        self._server = directory.lock("server")
        self._process: ServerProcess | None = None
        self._joined = False

    async def enter(self) -> Path:
        """Join the server or start it; its socket."""
        until = time.monotonic() + _PATIENCE_S
        try:
            while not self._users.take(shared=True):  # somebody is just ending the server
                await self._wait(until)
            while True:
                if self._supervisor.take():
                    await self._have_server(until)
                socket = self._directory.socket()
                if socket is not None and await answers(socket):
                    self._joined = True
                    return socket
                await self._wait(until)
        except BaseException:
            await self.leave()
            raise

    async def _wait(self, until: float) -> None:
        if time.monotonic() > until:
            raise DataDirectoryError(
                "busy",
                self._directory.path,
                "a server is at work on it but does not answer: end it, or wait, and start again",
            )
        await asyncio.sleep(_POLL_S)

    async def _have_server(self, until: float) -> None:
        """As supervisor: adopt the server that is there, or start one."""
        while not self._server.take():
            socket = self._directory.socket()
            if socket is not None and await answers(socket):
                _log.info("adopted the server already running on %s", self._directory.path)
                return
            await self._wait(until)
        await self._start()

    async def _start(self) -> None:
        with self._server.lent() as lock:
            process = ServerProcess.start(self._directory, lock)
        self._process = process
        await process.up()

    async def watch(self) -> None:
        """For as long as this process uses the server: supervise, or wait to."""
        await _comes_true(lambda: self._supervisor.held or self._supervisor.take())
        deaths, began = 0, time.monotonic()
        while True:
            await self._ended()
            deaths = 1 if time.monotonic() - began > _STEADY_S else deaths + 1
            pause = _PAUSES_S[min(deaths - 1, len(_PAUSES_S) - 1)]
            _log.error("the server on %s has died, starting it again in %s s", self._directory.path, pause)
            await asyncio.sleep(pause)
            began = time.monotonic()
            try:
                await self._have_server(began + _PATIENCE_S)
            except (DataDirectoryError, OSError) as error:
                _log.error("%s", error)

    async def _ended(self) -> None:
        process = self._process
        if process is not None:
            await _comes_true(process.ended)
            self._process = None
        await _comes_true(self._server.free)

    async def leave(self) -> None:
        """End the server if nobody else uses it, and if it ever was ours to use."""
        self._users.release()
        joined = self._joined or self._process is not None
        if joined and self._users.take() and await self._supervising():
            await shut_down(self._directory)
            if self._process is not None:
                self._process.kill()
            self._directory.remove_socket()
        elif self._process is not None:
            self._process.leave()
        for lock in (self._server, self._supervisor, self._users):
            lock.release()

    async def _supervising(self) -> bool:
        """The supervisor may be just leaving too, and have left the ending to us."""
        until = time.monotonic() + 2.0
        while not self._supervisor.held and not self._supervisor.take():
            if time.monotonic() > until:
                return False
            await asyncio.sleep(_POLL_S)
        return True


async def _comes_true(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - another process's doing, there is no event to wait for
        await asyncio.sleep(_WATCH_S)
