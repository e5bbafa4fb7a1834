"""Who is writing in a pad, as y-protocols' awareness tells it: kept while the socket lives, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from server.notes.guard import Limits
from server.notes.peer import Peer
from server.notes.wire import MalformedBytes, Reader, varbytes, varuint

_CLIENTS_PER_PEER = 4
_MARK_CHARS = 64
_NOBODY = b"null"


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be seen of the one who writes: ``author`` is the server's word for it, where it may be shown."""

    show_author: bool
    author: str = ""


@dataclass(slots=True)
class _State:
    clock: int
    body: bytes
    peer: Peer


class Awareness:
    """The states of a pad, by Yjs client. A client belongs to the peer that first spoke for it.

    Providers repeat what they hear of others and time each other out; only a client's own peer is believed.
    """

    def __init__(self) -> None:
        self._states: dict[int, _State] = {}
        self._gone: dict[int, int] = {}

    def take(self, peer: Peer, update: bytes, shown: Shown, limits: Limits) -> set[int]:
        """The clients whose state it changed. Raises MalformedBytes."""
        if len(update) > limits.awareness_bytes * _CLIENTS_PER_PEER:
            raise MalformedBytes("awareness")
        reader = Reader(update)
        changed = set()
        for _ in range(reader.count()):
            client, clock, body = reader.uint(), reader.uint(), reader.varbytes()
            if self._accept(peer, client, clock, body, shown, limits):
                changed.add(client)
        reader.finish()
        return changed

    def leave(self, peer: Peer) -> set[int]:
        """Forget the peer's clients; tell the others by ``encode``."""
        gone = {client for client, state in self._states.items() if state.peer is peer}
        for client in gone:
            self._remove(client)
        return gone

    def encode(self, clients: Iterable[int] | None = None) -> bytes:
        """These clients' states as an awareness update, or everyone's. Clients gone are told of once."""
        known = self._states if clients is None else clients
        parts = []
        for client in known:
            state = self._states.get(client)
            if state is not None:
                parts.append(varuint(client) + varuint(state.clock) + varbytes(state.body))
            elif client in self._gone:
                parts.append(varuint(client) + varuint(self._gone.pop(client)) + varbytes(_NOBODY))
        return varuint(len(parts)) + b"".join(parts)

    def _accept(self, peer: Peer, client: int, clock: int, body: bytes, shown: Shown, limits: Limits) -> bool:
        known = self._states.get(client)
        if known is not None and (known.peer is not peer or clock < known.clock):
            return False
        state = _visible(body, shown, limits)
        if state is None:
            if known is not None:
                known.clock = clock
                self._remove(client)
            return known is not None
        if known is None:
            if sum(state.peer is peer for state in self._states.values()) >= _CLIENTS_PER_PEER:
                return False
        elif clock == known.clock:
            return False
        self._gone.pop(client, None)
        self._states[client] = _State(clock, state, peer)
        return True

    def _remove(self, client: int) -> None:
        self._gone[client] = self._states.pop(client).clock


def _visible(body: bytes, shown: Shown, limits: Limits) -> bytes | None:
    """The state as the others may see it; None for one that says goodbye. Raises MalformedBytes."""
    if len(body) > limits.awareness_bytes:
        raise MalformedBytes("awareness")
    try:
        state = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise MalformedBytes("awareness") from error
    if state is None:
        return None
    if not isinstance(state, dict):
        raise MalformedBytes("awareness")
    return orjson.dumps(_open(state, shown.author) if shown.show_author else _neutral(state))


def _open(state: dict[str, Any], author: str) -> dict[str, Any]:
    return {**{key: value for key, value in state.items() if key != "author"}, **({"author": author} if author else {})}


def _neutral(state: dict[str, Any]) -> dict[str, Any]:
    mark = state.get("writing")
    return {"writing": mark} if isinstance(mark, str) and len(mark) <= _MARK_CHARS else {}
