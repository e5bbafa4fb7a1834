"""One socket that has a pad open: reads what it says, in order, and answers."""

import asyncio
import time

from starlette.websockets import WebSocket, WebSocketDisconnect

from server.notes import wire
from server.notes.admission import Admission
from server.notes.awareness import Shown
from server.notes.closing import MALFORMED, STORE_AWAY
from server.notes.guard import Limits, Refusal, UpdateRefused
from server.notes.pad import Pad
from server.notes.peer import Message, Peer
from server.store import StoreError

_STRIKES = 10
_STEP_1_COST = 5.0


class Bucket:
    """A token bucket that lets nobody down: who takes more than there is waits, and with them their socket."""

    def __init__(self, limits: Limits) -> None:
        self._rate, self._burst = limits.messages_per_s, limits.burst
        self._tokens = limits.burst
        self._at = time.monotonic()

    def take(self, cost: float = 1.0) -> float:
        """Seconds to wait before going on."""
        now = time.monotonic()
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate) - cost
        self._at = now
        return max(0.0, -self._tokens / self._rate)


class Connection:
    """``admission`` may be replaced at any time; it holds from the next message on."""

    def __init__(self, websocket: WebSocket, pad: Pad, peer: Peer, admission: Admission) -> None:
        self.websocket = websocket
        self.pad = pad
        self.peer = peer
        self.admission = admission
        self._acks = websocket.query_params.get("acks") == "1"
        self._bucket = Bucket(admission.limit)
        self._saved = 0
        self._strikes = 0

    def begin(self) -> None:
        """Join, ask for what the client has, and tell who is there."""
        self.pad.join(self.peer)
        self._send(wire.step_1(self.pad.document.state()))
        self._send(wire.awareness_message(self.pad.awareness.encode()))

    async def read(self) -> None:
        """Until the socket closes."""
        while True:
            frame = await self.websocket.receive()
            if frame["type"] == "websocket.disconnect":
                raise WebSocketDisconnect(frame.get("code", 1005))
            data = frame.get("bytes")
            try:
                await self._message(data if data is not None else b"")
            except wire.MalformedBytes:
                self._strike(Refusal.MALFORMED)
            except StoreError:
                self.peer.close(STORE_AWAY)

    async def _message(self, data: bytes) -> None:
        reader = wire.Reader(data)
        kind = reader.uint()
        await self._throttle(1.0)
        if len(data) > self.admission.limit.message_bytes:
            self._strike(Refusal.TOO_LARGE)
        elif kind == wire.SYNC:
            await self._sync(reader)
        elif kind == wire.AWARENESS:
            self._awareness(reader)
        elif kind == wire.QUERY_AWARENESS:
            self._send(wire.awareness_message(self.pad.awareness.encode()))

    async def _sync(self, reader: wire.Reader) -> None:
        step = reader.uint()
        body = reader.varbytes()
        reader.finish()
        if step == wire.STEP_1:
            await self._throttle(_STEP_1_COST)
            self._send(wire.step_2(self._since(body)))
        elif step in (wire.STEP_2, wire.UPDATE):
            await self._update(body, is_answer=step == wire.STEP_2)
        else:
            raise wire.MalformedBytes("step")

    def _since(self, state: bytes) -> bytes:
        try:
            return self.pad.document.since(state)
        except UpdateRefused as refused:
            raise wire.MalformedBytes("state") from refused

    async def _update(self, update: bytes, *, is_answer: bool) -> None:
        try:
            # A reader's answer to the sync step 1 of every beginning is nothing to complain of.
            if self.admission.can_write or not is_answer or self._has_news(update):
                await self.pad.submit(self.peer, update, self._rights)
        except UpdateRefused as refused:
            self._refused(refused.code, is_answer=is_answer)
        else:
            self._saved += 1
            if self._acks:
                self._send(wire.saved_message(self._saved))

    def _has_news(self, update: bytes) -> bool:
        return self.pad.document.has_news(self.pad.document.outline(update, self.admission.limit))

    def _rights(self) -> Admission:
        if not self.admission.can_write:
            raise UpdateRefused(Refusal.READ_ONLY)
        return self.admission

    def _refused(self, code: Refusal, *, is_answer: bool) -> None:
        if code is Refusal.MALFORMED:
            self._strike(code)
            return
        self._tell(code)
        # Asked once for what is missing; asking again after the answer would go round in circles.
        if code is Refusal.PENDING and not is_answer:
            self._send(wire.step_1(self.pad.document.state()))

    def _awareness(self, reader: wire.Reader) -> None:
        if not self.admission.can_write:
            return
        states = reader.varbytes()
        reader.finish()
        shown = Shown(self.admission.show_author, self.admission.author)
        self.pad.hear(self.peer, states, shown, self.admission.limit)

    def _strike(self, code: Refusal) -> None:
        self._tell(code)
        self._strikes += 1
        if self._strikes >= _STRIKES:
            self.peer.close(MALFORMED)

    def _tell(self, code: Refusal) -> None:
        self._send(wire.refused_message(code) if self._acks else wire.denied_message(code))

    def _send(self, data: bytes) -> None:
        self.peer.send(Message(data))

    async def _throttle(self, cost: float) -> None:
        wait = self._bucket.take(cost)
        if wait:
            await asyncio.sleep(wait)
