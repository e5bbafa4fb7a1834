"""The door of the notes socket: who is admitted to which pad, and what becomes of each connection."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from server.notes.admission import Admission
from server.notes.closing import FULL, STORE_AWAY, UNKNOWN_PAD
from server.notes.connection import Connection
from server.notes.pad import Pad, PadId
from server.notes.pads import Pads
from server.notes.peer import SocketPeer
from server.store import NewerSchema, StoreError, UnknownMeeting

__all__ = ["Admission", "Admit", "PadEndpoint"]

_log = logging.getLogger(__name__)

Admit = Callable[[WebSocket, str], Awaitable[Admission]]
"""Says what the pass (and the origin) of a socket allows in the pad of this id, which has the right form."""

_CLOSING_S = 2.0


class PadEndpoint:
    """Serves ``/notes/{pad}``: give ``serve`` to a WebSocketRoute with this path parameter.

    ``admit`` is asked before the socket is accepted and again by ``readmit``; it neither accepts nor closes.
    """

    def __init__(self, pads: Pads, admit: Admit, *, peers_per_pad: int = 400) -> None:
        self._pads = pads
        self._admit = admit
        self._peers_per_pad = peers_per_pad
        self._connections: set[Connection] = set()

    async def serve(self, websocket: WebSocket) -> None:
        """One connection from handshake to close."""
        try:
            id_ = PadId.parse(websocket.path_params["pad"])
        except ValueError:
            await _turn_away(websocket, UNKNOWN_PAD)
            return
        admission = await self._admit(websocket, str(id_))
        if not admission.can_read:
            await _turn_away(websocket, admission.refusal)
            return
        await websocket.accept()
        try:
            pad = await self._pads.open(id_)
        except (UnknownMeeting, NewerSchema):
            await _close(websocket, UNKNOWN_PAD)
        except StoreError:
            await _close(websocket, STORE_AWAY)
        else:
            await self._converse(websocket, pad, admission)

    async def readmit(self, meeting: str) -> None:
        """Ask ``admit`` again for every connection to a pad of this meeting: tables moved, a session ended."""
        for connection in [one for one in self._connections if one.pad.id.meeting == meeting]:
            try:
                admission = await self._admit(connection.websocket, str(connection.pad.id))
            except StoreError:
                # Unsure means no; the client comes back and asks at the door.
                admission = Admission(can_read=False, refusal=STORE_AWAY)
            connection.admission = admission
            if not admission.can_read:
                connection.peer.close(admission.refusal)

    async def _converse(self, websocket: WebSocket, pad: Pad, admission: Admission) -> None:
        if len(pad.peers) >= self._peers_per_pad and not self._makes_room(pad, admission.author):
            await _close(websocket, FULL)
            return
        peer = SocketPeer(websocket)
        connection = Connection(websocket, pad, peer, admission)
        self._connections.add(connection)
        connection.begin()
        reading = asyncio.create_task(connection.read())
        writing = peer.start()
        try:
            await asyncio.wait({reading, writing}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._connections.discard(connection)
            pad.leave(peer)
            for task in (reading, writing):
                task.cancel()
            for outcome in await asyncio.gather(reading, writing, return_exceptions=True):
                if isinstance(outcome, Exception) and not isinstance(outcome, WebSocketDisconnect | OSError):
                    _log.error("pad %s: a connection failed", pad.id, exc_info=outcome)
        await _close(websocket, STORE_AWAY if peer.code is None else peer.code)

    def _makes_room(self, pad: Pad, author: str) -> bool:
        """Nobody takes a pad from the others by opening it again and again: in a full one, a socket of whoever has most
        of them goes for one of somebody who has fewer."""
        here = [one for one in self._connections if one.pad is pad]
        sockets = Counter(one.admission.author for one in here)
        greedy = max(sockets, key=lambda name: sockets[name], default=author)
        if sockets[greedy] <= sockets[author] + 1:
            return False
        leaving = next(one for one in here if one.admission.author == greedy)
        self._connections.discard(leaving)
        leaving.peer.close(FULL)
        return True


async def _turn_away(websocket: WebSocket, code: int) -> None:
    # Only after accepting can a close code be given: a refused handshake tells the browser nothing.
    await websocket.accept()
    await _close(websocket, code)


async def _close(websocket: WebSocket, code: int) -> None:
    if WebSocketState.DISCONNECTED in (websocket.client_state, websocket.application_state):
        return
    try:
        async with asyncio.timeout(_CLOSING_S):
            await websocket.close(code)
    except (WebSocketDisconnect, OSError, RuntimeError):
        _log.debug("a socket was gone before it could be closed")
