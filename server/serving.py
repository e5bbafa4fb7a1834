"""Running the server: the store, the first meeting, the workers, and an orderly end."""

import asyncio
import contextlib
import errno
import gc
import logging
import os
import resource
import signal
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

import orjson
import uvicorn
from starlette.applications import Starlette

from server import meetings
from server.access.keyring import Keyring, server_secret
from server.app import create_app
from server.keeping import keep
from server.links import links, printed
from server.live.clock import now_ms
from server.live.handover import HandingProtocol
from server.settings import Settings, SettingsError
from server.store import Store
from server.store.embedded import embedded
from server.store.redis import RedisStore
from server.tasks import end
from server.workers import supervise

log = logging.getLogger("plenaria")

GRACE_S = 8
WS_MAX_BYTES = 1024 * 1024  # of a pad's socket; server.notes.guard refuses updates well below this, with a reason
BACKLOG = 4096
PORT_WITHIN_S = 3.0
GC_THRESHOLD = (5_000, 20, 10)


@asynccontextmanager
async def store_url(settings: Settings) -> AsyncIterator[str]:
    """The Redis or Valkey to use: as set, else the bundled one on the data directory, for as long as this lasts."""
    if settings.redis_url:
        yield settings.redis_url
        return
    async with embedded(settings.data) as url:
        yield url


async def serve(settings: Settings, workers: int, links_file: Path | None) -> None:
    """Until a signal says so. The data directory, the default programme and the links are ready before the workers."""
    secret = server_secret(settings.secret, settings.data)
    keyring = Keyring(secret)
    listener = await _listen(settings)
    settings = replace(settings, port=listener.getsockname()[1])
    async with store_url(settings) as url, await RedisStore.open(url) as store:
        keeping = asyncio.create_task(keep(store, now_ms))
        meeting = await meetings.newest_or_default(store, settings.keep_days)
        found = links(meeting, keyring, settings)
        if links_file is not None:
            await asyncio.to_thread(_write_links, links_file, orjson.dumps(found))
        print(printed(found, meeting), flush=True)
        try:
            if workers == 1:
                await _answer(settings, store, keyring, listener)
            else:
                await supervise(settings, url, secret, workers, listener)
        finally:
            await end([keeping])


def _write_links(file: Path, content: bytes) -> None:
    """Whole or not at all, for whoever waits for it; the links are secrets, so they are the owner's alone."""
    new = file.with_name(f".{file.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(content)
    new.replace(file)


async def work(settings: Settings, descriptor: int, life: int, ready: int) -> None:
    """One worker among several: a listening socket and a store that somebody else made. Ends when the other end of the
    pipe ``life`` does, so that no worker outlives its supervisor and keeps the port; writes to the pipe ``ready`` once
    it answers."""
    keyring = Keyring(server_secret(settings.secret, settings.data))
    if settings.redis_url is None:
        raise SettingsError("a worker needs REDIS_URL")
    asyncio.get_running_loop().add_reader(life, _end_of_life, life)
    async with await RedisStore.open(settings.redis_url) as store:
        await _answer(settings, store, keyring, socket.socket(fileno=descriptor), ready)


def _end_of_life(life: int) -> None:
    asyncio.get_running_loop().remove_reader(life)
    os.kill(os.getpid(), signal.SIGTERM)


async def _answer(
    settings: Settings, store: Store, keyring: Keyring, listener: socket.socket, ready: int | None = None
) -> None:
    _allow_many_sockets()
    await _Server(configured(create_app(settings, store, keyring), settings), ready).serve(sockets=[listener])


def _allow_many_sockets() -> None:
    """As many descriptors as the system lets us have without asking: a phone is one."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


async def _listen(settings: Settings) -> socket.socket:
    """Raises ``SettingsError``, also where the port is still taken after ``PORT_WITHIN_S``: a server that was killed
    a moment ago may be just leaving it."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, connections are not held up by Nagle's algorithm: asyncio, unlike uvloop, looks for the number.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    until = time.monotonic() + PORT_WITHIN_S
    while True:
        try:
            listener.bind((settings.host, settings.port))
            listener.listen(BACKLOG)
            return listener
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > until:
                listener.close()
                words = "is taken: end what uses it, or name another with --port or PORT"
                reason = words if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror or error}"
                raise SettingsError(f"port {settings.port} of {settings.host} {reason}") from error
        await asyncio.sleep(0.1)


def configured(app: Starlette, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=HandingProtocol,
        ws="server.live.frames:FramesProtocol",
        ws_max_size=WS_MAX_BYTES,
        ws_per_message_deflate=False,
        ws_ping_interval=20,
        ws_ping_timeout=20,
        log_config=None,  # its lines go where ours go, in our form
        # At its debug level uvicorn writes down every frame and header: choices and passes.
        log_level="warning" if settings.log in {"debug", "info"} else settings.log,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
        backlog=BACKLOG,
    )


class _Server(uvicorn.Server):
    """uvicorn's server; it tells browsers to come back before it closes their sockets, and does not raise the signal
    that ended it once more, because the store has yet to be closed."""

    def __init__(self, config: uvicorn.Config, ready: int | None) -> None:
        super().__init__(config)
        self._ready = ready

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        def handle(number: int, frame: FrameType | None) -> None:
            self.handle_exit(number, frame)

        before = {number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        # The code and the meetings stay as long as the process: the collector need not look at them again, and what
        # ten thousand joins leave behind is found sooner.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLD)
        log.info("answering")
        if self._ready is not None:
            with contextlib.suppress(BrokenPipeError):  # nobody waits for it
                os.write(self._ready, b".")
            os.close(self._ready)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        farewell = getattr(getattr(self.config.app, "state", None), "farewell", None)
        if farewell is not None:
            await farewell()
        await super().shutdown(sockets)
