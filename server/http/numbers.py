"""``/metrics``: the numbers of all workers, whichever of them is asked.

Several workers share one socket, so nobody can ask for one of them. Each publishes its numbers in the store and keeps
what the others published; the answer needs no store, and says each worker's own under the label ``worker``.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable

import orjson
from starlette.requests import Request
from starlette.responses import Response

from server.live.eventline import EventLine
from server.live.hub import Hub
from server.metrics.families import FAMILIES
from server.metrics.page import MEDIA_TYPE, page
from server.metrics.reading import Reading, of_live, of_process, of_store
from server.notes.pads import Pads
from server.store import StoreError
from sessions.actor import Secrecy
from sessions.meeting import Meeting

log = logging.getLogger("plenaria.metrics")

PUBLISH_S = 5.0
KEPT_S = 15.0
LAG_EVERY_S = 0.5
SHARE = 0.2  # of one core that pages may take
_LAGS = int(60 / LAG_EVERY_S)
_CAST = "cast_ballot"
_WORST_S = (0.0, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Too coarse to show one ballot: this one does not stand still while a secret round is open."""


class Numbers:
    """While a secret round is open in any room of the worker, what ballots move is told as it was before it: the number
    of people that have voted is not for everybody, nor the moment they do."""

    def __init__(self, hub: Hub, pads: Pads, worker: str) -> None:
        self._hub = hub
        self._pads = pads
        self._worker = worker
        self._before: Reading = {}
        self._others: dict[str, Reading] = {}
        self._heard_at = 0.0
        self._ready = False
        self._making: asyncio.Task[bytes] | None = None
        self._rest_until = 0.0
        self._lags: deque[float] = deque(maxlen=_LAGS)

    async def serve(self, request: Request) -> Response:
        """``GET /metrics``. Whoever asks while a page is being made gets that one."""
        if self._making is None:
            self._making = asyncio.create_task(self._make())
        return Response(await asyncio.shield(self._making), media_type=MEDIA_TYPE)

    async def _make(self) -> bytes:
        """Off the event loop, and not without rest: whoever asks without end takes a fifth of a core at most."""
        loop = asyncio.get_running_loop()
        try:
            await asyncio.sleep(self._rest_until - loop.time())
            begun = loop.time()
            others = {} if begun - self._heard_at > KEPT_S else self._others
            text = await asyncio.to_thread(page, {**others, self._worker: self.reading()})
            self._rest_until = loop.time() + (loop.time() - begun) * (1 - SHARE) / SHARE
            return text
        finally:
            self._making = None

    def reading(self) -> Reading:
        """This worker's numbers, as they may be told."""
        now = {**of_store(self._hub.store.counts), **of_live(self._hub.counts), **of_process(), **self._levels()}
        if any(_votes_in_secret(room.meeting) for room in self._hub.rooms):
            return _as_before(now, self._before)
        self._before = now
        return now

    def _levels(self) -> Reading:
        lines = [c.line for room in self._hub.rooms for c in room.audience.connections]
        streams = sum(isinstance(line, EventLine) for line in lines)
        loaded = self._pads.loaded
        return {
            "plenaria_up": [([], 1)],
            "plenaria_ready": [([], int(self._ready))],
            "plenaria_rooms": [([], len(self._hub.rooms))],
            "plenaria_connections": [(["socket"], len(lines) - streams), (["stream"], streams)],
            "plenaria_pads": [([], len(loaded))],
            "plenaria_pad_connections": [([], sum(len(pad.peers) for pad in loaded))],
            "plenaria_worst_lag_seconds": [([], _worst(self._lags))],
        }

    async def publish(self) -> None:
        """Runs for ever."""
        store = self._hub.store
        while True:
            try:
                self._ready = await store.ready()
                await store.publish(self._worker, orjson.dumps(self.reading()), KEPT_S)
                found = await store.published()
                self._others = {name: orjson.loads(said) for name, said in found.items() if name != self._worker}
                self._heard_at = asyncio.get_running_loop().time()
            except StoreError:
                log.debug("numbers wait for the store")
            await asyncio.sleep(PUBLISH_S)

    async def watch(self) -> None:
        """Runs for ever: how late the event loop is."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + LAG_EVERY_S
            await asyncio.sleep(LAG_EVERY_S)
            late = max(0.0, loop.time() - due)
            self._hub.counts.lag.observe(late)
            self._lags.append(late)


def _worst(lags: Iterable[float]) -> float:
    late = max(lags, default=0.0)
    return 0.0 if late < _WORST_S[1] / 2 else next((bound for bound in _WORST_S if late <= bound), _WORST_S[-1])


def _as_before(now: Reading, before: Reading) -> Reading:
    told: Reading = {}
    for family in FAMILIES:
        moved = _moved_by_ballots(family.name, still=family.still)
        told[family.name] = [row for row in now.get(family.name, []) if not moved(row[0])]
        told[family.name] += [row for row in before.get(family.name, []) if moved(row[0])]
    return told


def _moved_by_ballots(name: str, *, still: bool) -> Callable[[list[str]], bool]:
    return lambda labels: still or (name == "plenaria_commands" and labels[0] == _CAST)


def _votes_in_secret(meeting: Meeting) -> bool:
    latest = (activity.round for activity in meeting.activities.values())
    return any(r is not None and r.closed_at is None and r.secrecy is Secrecy.SECRET for r in latest)
