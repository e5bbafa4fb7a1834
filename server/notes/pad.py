"""One table's pad while it is loaded: its document, the peers that have it open, and its place in the store."""

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from typing import Protocol, Self

from server.notes.admission import Admission
from server.notes.awareness import Awareness, Shown
from server.notes.closing import STARTED_OVER, STORE_AWAY
from server.notes.document import Document
from server.notes.guard import Limits
from server.notes.peer import Message, Peer
from server.notes.wire import HEARTBEAT, awareness_message, update_message
from server.store import EpochChanged, LoadedPad, PadUpdate, StoreError
from server.tasks import end

_log = logging.getLogger(__name__)

_SLUG = r"[a-z0-9][a-z0-9-]{0,63}"
_PAD = re.compile(rf"({_SLUG})\.({_SLUG})\.({_SLUG})")
_AWARENESS_EVERY_S = 0.1


class PadStore(Protocol):
    """The part of the store's contract that pads need; see ``server.store``."""

    async def pad_append(self, meeting: str, pad: str, update: bytes) -> int: ...

    async def pad_load(self, meeting: str, pad: str) -> LoadedPad: ...

    def pad_follow(
        self, meeting: str, pad: str, epoch: str, after_seq: int
    ) -> AsyncIterator[PadUpdate | EpochChanged]: ...

    async def pad_compact(self, meeting: str, pad: str, snapshot: bytes, upto: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class PadId:
    """``<meeting>.<activity>.<table>``, three slugs."""

    meeting: str
    activity: str
    table: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError."""
        match = _PAD.fullmatch(text)
        if match is None:
            raise ValueError("pad")
        return cls(*match.groups())

    def __str__(self) -> str:
        return f"{self.meeting}.{self.activity}.{self.table}"

    @property
    def in_meeting(self) -> str:
        """Its name among the pads of its meeting, as the store knows it."""
        return f"{self.activity}.{self.table}"


class Pad:
    """Loaded by ``Pads``. ``lost`` is called once, when it can no longer stay loaded."""

    def __init__(
        self, id_: PadId, store: PadStore, loaded: LoadedPad, compact_every: int, lost: Callable[["Pad"], None]
    ):
        self.id = id_
        self.document = Document(loaded.updates)
        self.awareness = Awareness()
        self.peers: set[Peer] = set()
        self.idle_since = asyncio.get_running_loop().time()
        self._store = store
        self._epoch = loaded.epoch
        self._followed = loaded.seq
        self._pieces = len(loaded.updates)
        self._compact_every = compact_every
        self._lost = lost
        self._lock = asyncio.Lock()
        self._stirring: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._spawn(self._follow())
        if self.document.damaged:
            _log.error("pad %s: an update in the store cannot be read; it is left there", id_)

    def join(self, peer: Peer) -> None:
        self.peers.add(peer)

    def leave(self, peer: Peer) -> None:
        """The peer's awareness goes with it; with the last peer the store's copy is compacted."""
        self.peers.discard(peer)
        self._stir(self.awareness.leave(peer))
        if not self.peers:
            self.idle_since = asyncio.get_running_loop().time()
            self._spawn(self.compact())

    async def submit(self, sender: Peer, update: bytes, rights: Callable[[], Admission]) -> None:
        """Try an update, put it on disk, take it in, tell the others. On disk when this returns.

        ``rights`` is asked when it is the update's turn, and raises UpdateRefused where there are none any more.
        Raises UpdateRefused, after which nothing has changed, and StoreError, after which it may or may not be there.
        """
        async with self._lock:
            admission = rights()
            news = self.document.try_update(update, admission.headings, admission.limit)
            if news is None:
                return
            try:
                await self._store.pad_append(self.id.meeting, self.id.in_meeting, news)
            except BaseException:
                # Also when cancelled: should it be stored after all, it comes back by the follower.
                self.document.forget_trial()
                raise
            self._take(news, sender)

    async def settled(self) -> Document:
        """The document once every update is in that was on its way when this was called."""
        async with self._lock:
            return self.document

    def hear(self, peer: Peer, update: bytes, shown: Shown, limits: Limits) -> None:
        """Take in awareness; told to everyone, the peer too, a tenth of a second later. Raises MalformedBytes."""
        self._stir(self.awareness.take(peer, update, shown, limits))

    def heartbeat(self) -> None:
        self._relay(HEARTBEAT)

    async def compact(self) -> None:
        """Let one update stand in the store for all that this worker has read back from it."""
        async with self._lock:
            if self.document.damaged or self._pieces < 2:
                return
            snapshot, upto, pieces = self.document.snapshot(), self._followed, self._pieces
            try:
                await self._store.pad_compact(self.id.meeting, self.id.in_meeting, snapshot, upto)
            except StoreError as error:
                _log.warning("pad %s is not compacted: %s", self.id, error)
                return
            self._pieces -= pieces - 1
            self.document.compacted(len(snapshot))

    async def aclose(self) -> None:
        """Stop following. Peers are not told."""
        await end(tuple(self._tasks))

    def _take(self, update: bytes, sender: Peer | None = None) -> None:
        news = self.document.commit(update)
        # Nothing new: the follower was quicker than the store's answer and has told everyone.
        if news is not None:
            self._relay(update_message(news), sender)

    def _relay(self, data: bytes, but: Peer | None = None) -> None:
        message = Message(data)
        for peer in tuple(self.peers):
            if peer is not but:
                peer.send(message)

    async def _follow(self) -> None:
        """Take in what reaches the store, from this worker or another."""
        code = STARTED_OVER
        following = self._store.pad_follow(self.id.meeting, self.id.in_meeting, self._epoch, self._followed)
        try:
            async for item in following:
                if isinstance(item, EpochChanged):
                    break
                self._take(item.update)
                self._followed = item.seq
                self._pieces += 1
                if self._pieces % self._compact_every == 0:
                    self._spawn(self.compact())
        except StoreError as error:
            _log.warning("pad %s is unloaded: %s", self.id, error)
            code = STORE_AWAY
        finally:
            if isinstance(following, AsyncGenerator):
                await following.aclose()
        self._lost(self)
        for peer in tuple(self.peers):
            peer.close(code)

    def _stir(self, clients: set[int]) -> None:
        if clients and not self._stirring:
            asyncio.get_running_loop().call_later(_AWARENESS_EVERY_S, self._tell_awareness)
        self._stirring |= clients

    def _tell_awareness(self) -> None:
        clients, self._stirring = self._stirring, set()
        self._relay(awareness_message(self.awareness.encode(clients)))

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("pad %s: a task failed", self.id, exc_info=error)
