"""Several worker processes on one listening socket. They share nothing else but the store.

A worker that dies is started again. SIGHUP replaces them one after the other, each new one before its old one goes, so
that somebody always answers.
"""

import asyncio
import logging
import os
import signal
import socket
import sys

from server.settings import Settings

log = logging.getLogger("plenaria")

GRACE_S = 12.0
READY_S = 30.0


async def supervise(settings: Settings, url: str, secret: bytes, count: int, listener: socket.socket) -> None:
    """Until SIGINT or SIGTERM."""
    environment = {
        **os.environ,
        "REDIS_URL": url,
        "PLENARIA_SECRET": secret.decode(),
        "HOST": settings.host,
        "PORT": str(settings.port),
        "PLENARIA_DATA": str(settings.data),
    }
    workers = _Workers(environment, listener.fileno(), count)
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    loop.add_signal_handler(signal.SIGHUP, workers.replace)
    await workers.start()
    await ended.wait()
    await workers.stop()


class _Workers:
    def __init__(self, environment: dict[str, str], descriptor: int, count: int) -> None:
        self._environment = environment
        self._descriptor = descriptor
        self._count = count
        self._life, self._held = os.pipe()  # nothing is ever written: workers end when this end of it goes with us
        self._watching: list[asyncio.Task[None]] = []
        self._processes: dict[int, asyncio.subprocess.Process] = {}
        self._replacing: asyncio.Task[None] | None = None
        self._ending = False

    async def start(self) -> None:
        for place in range(self._count):
            self._processes[place] = await self._spawn()
            self._watching.append(asyncio.create_task(self._watch(place)))

    async def _spawn(self) -> asyncio.subprocess.Process:
        process, ready = await self._begin()
        os.close(ready)
        return process

    async def _begin(self) -> tuple[asyncio.subprocess.Process, int]:
        """A new worker, and the end of a pipe to which it writes once it answers."""
        ready, said = os.pipe()
        try:
            return await self._exec(said), ready
        except BaseException:
            os.close(ready)
            raise
        finally:
            os.close(said)

    async def _exec(self, ready: int) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "server.cli",
            "worker",
            "--fd",
            str(self._descriptor),
            "--life",
            str(self._life),
            "--ready",
            str(ready),
            env=self._environment,
            pass_fds=[self._descriptor, self._life, ready],
            start_new_session=True,  # Ctrl-C goes to the supervisor, which ends its workers in order
        )

    async def _watch(self, place: int) -> None:
        while not self._ending:
            process = self._processes[place]
            code = await process.wait()
            if self._stopping() or self._processes[place] is not process:
                continue
            log.warning("worker %s ended with %s; starting another", process.pid, code)
            await asyncio.sleep(0.2)  # not a hot loop when it cannot start at all
            if self._stopping():
                return
            self._processes[place] = await self._spawn()

    def _stopping(self) -> bool:
        return self._ending  # asked again after waiting: it may have changed meanwhile

    def replace(self) -> None:
        """One after the other, unless that is going on already."""
        if self._replacing is None or self._replacing.done():
            self._replacing = asyncio.create_task(self._replace_all())

    async def _replace_all(self) -> None:
        for place in list(self._processes):
            old = self._processes[place]
            new, ready = await self._begin()
            if not await _answers(ready):
                log.error("the new worker %s does not answer: the old ones stay", new.pid)
                await _end(new)
                return
            self._processes[place] = new
            await _end(old)
            self._watching[place].cancel()
            self._watching[place] = asyncio.create_task(self._watch(place))

    async def stop(self) -> None:
        self._ending = True
        if self._replacing is not None:
            self._replacing.cancel()  # a worker that was only beginning ends with our end of its pipe
        await asyncio.gather(*(_end(process) for process in self._processes.values()))
        for task in self._watching:
            task.cancel()


async def _answers(ready: int) -> bool:
    """Whether the worker at the other end of a pipe says so in time. Closes the pipe."""
    loop = asyncio.get_running_loop()
    heard: asyncio.Future[bool] = loop.create_future()

    def said() -> None:
        if not heard.done():
            heard.set_result(os.read(ready, 1) != b"")

    loop.add_reader(ready, said)
    try:
        return await asyncio.wait_for(heard, READY_S)
    except TimeoutError:
        return False
    finally:
        loop.remove_reader(ready)
        os.close(ready)


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), GRACE_S)
    except TimeoutError:
        process.kill()
        await process.wait()
