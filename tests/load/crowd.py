"""The load driver, a process of its own: ``python -m tests.load.crowd`` takes one JSON order a line and answers each.

``join``: {port, path, count, headers?, first?, cards?, wanted}: sockets of one group; with ``cards`` each gets a pass.
``count``: what the sockets of a group have had since the last ``count``, and when each had the first of it.
``vote``: closed loop (each votes again when answered), at a rate, or each once, for some seconds.
``leave``: close a group.
"""

import asyncio
import itertools
import json
import resource
import socket
import sys
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import Any

import uvloop

from tests.load.peer import CLOSE, Peer, frame, upgrade

AT_ONCE = 64
JOIN_S = 90.0
_PORT_LATER = 24  # IP_BIND_ADDRESS_NO_PORT, which Python does not name before 3.12


class Crowd:
    def __init__(self) -> None:
        self._groups: dict[str, list[Peer]] = {}
        self._ids = itertools.count(10_000_000)

    async def join(self, group: str, port: int, count: int, **how: Any) -> dict[str, Any]:
        """``wanted`` is how many frames a socket must have had to be in."""
        begun = perf_counter()
        cards: list[str] = how.get("cards", [])
        passes = await _passes(port, cards) if cards else []
        passed = perf_counter()
        turns = asyncio.Semaphore(AT_ONCE)
        first = tuple(frame(text.encode()) for text in how.get("first", []))

        async def one(number: int) -> Peer:
            headers = dict(how.get("headers", {}))
            if passes:
                headers["Authorization"] = f"Bearer {passes[number]}"
            knock = upgrade(port, how.get("path", "/"), headers)
            async with turns, asyncio.timeout(JOIN_S):
                return await _connected(port, number, Peer(knock, first, how.get("wanted", 0)))

        self._groups[group] = await asyncio.gather(*(one(number) for number in range(count)))
        return {"passes_s": passed - begun, "join_s": perf_counter() - passed}

    async def count(self, group: str) -> dict[str, Any]:
        peers = self._groups[group]
        found = {
            "frames": sum(peer.frames for peer in peers),
            "bytes": sum(peer.bytes for peer in peers),
            "fewest": min(peer.frames for peer in peers),
            "lost": sum(peer.lost for peer in peers),
            "first_at": sorted(peer.first_at for peer in peers if peer.frames),
        }
        for peer in peers:
            peer.frames = peer.bytes = 0
        return found

    async def vote(
        self, group: str, seconds: float, ask: dict[str, Any], choices: list[str], **how: Any
    ) -> dict[str, Any]:
        """``rate`` ballots a second for all together, or, without one, as fast as each is answered. ``once``: each
        votes once, spread over the seconds."""
        votes = Votes(self._groups[group], ask, choices, self._ids)
        await votes.run(seconds, how.get("rate"), once=how.get("once", False))
        return votes.result()

    async def leave(self, group: str) -> dict[str, Any]:
        for peer in self._groups.pop(group):
            if peer.transport is not None:
                peer.transport.write(frame(b"\x03\xe8", CLOSE))
                peer.transport.close()
        return {}


class Votes:
    """Ballots under way and their answers; a peer has one at a time."""

    def __init__(self, peers: list[Peer], ask: dict[str, Any], choices: list[str], ids: "itertools.count[int]") -> None:
        self._peers = peers
        self._texts = [_ballot(ask, choice) for choice in choices]
        self._ids = ids
        self._latencies: list[float] = []
        self._recorded = self._other = self._sent = self._skipped = 0
        self._waiting: set[Peer] = set()
        self._again = False
        self._last = self._begun = perf_counter()
        self._idle = asyncio.Event()

    async def run(self, seconds: float, rate: float | None, *, once: bool) -> None:
        for peer in self._peers:
            peer.on_reply = self._answered
        self._again = rate is None and not once
        if self._again:
            for peer in self._peers:
                self._cast(peer)
            await asyncio.sleep(seconds)
        else:
            await self._paced(seconds, len(self._peers) / seconds if once else float(rate or 0))
        self._again = False
        await self._quiet()

    async def _paced(self, seconds: float, rate: float) -> None:
        """By the clock, whatever the answers: what has not been answered is skipped over and counted."""
        sent, total, peers = 0, int(seconds * rate), itertools.cycle(self._peers)
        while sent < total:
            due = min(total, int((perf_counter() - self._begun) * rate) + 1)
            for _ in range(sent, due):
                peer = next(peers)
                if peer in self._waiting:
                    self._skipped += 1
                else:
                    self._cast(peer)
            sent = due
            await asyncio.sleep(0.002)

    async def _quiet(self) -> None:
        try:
            async with asyncio.timeout(10):
                while self._waiting:
                    self._idle.clear()
                    await self._idle.wait()
        except TimeoutError:
            return

    def _cast(self, peer: Peer) -> None:
        number = str(next(self._ids))
        self._waiting.add(peer)
        self._sent += 1
        text = self._texts[self._sent % len(self._texts)]
        peer.send(frame(text.replace("00000000", number).encode()))

    def _answered(self, peer: Peer, recorded: bool, seconds: float) -> None:
        self._latencies.append(seconds)
        self._last = perf_counter()
        if recorded:
            self._recorded += 1
        else:
            self._other += 1
        self._waiting.discard(peer)
        if self._again:
            self._cast(peer)
        elif not self._waiting:
            self._idle.set()

    def result(self) -> dict[str, Any]:
        times = sorted(self._latencies) or [0.0]
        return {
            "recorded": self._recorded,
            "other": self._other,
            "unanswered": len(self._waiting),
            "skipped": self._skipped,
            "seconds": self._last - self._begun,
            "p50_ms": at(times, 0.5) * 1000,
            "p99_ms": at(times, 0.99) * 1000,
        }


def at(times: list[float], part: float) -> float:
    """A percentile of sorted times."""
    return times[min(len(times) - 1, int(len(times) * part))]


def _ballot(ask: dict[str, Any], choice: str) -> str:
    """A command; both its ids hold eight zeros to be replaced."""
    args = {**ask, "ballot_id": "ballot-00000000", "ballot": {"choices": [choice]}}
    return json.dumps({"type": "command", "id": "command-00000000", "name": "cast_ballot", "args": args})


async def _connected(port: int, number: int, peer: Peer) -> Peer:
    loop = asyncio.get_running_loop()
    line = socket.socket()
    line.setblocking(False)
    # One address has 28,000 ports to one server; phones come from many. The port is chosen on connecting: looked for
    # before, each takes longer to find than the one before it.
    line.setsockopt(socket.IPPROTO_IP, _PORT_LATER, 1)
    line.bind((f"127.0.0.{number // 10_000 + 2}", 0))
    await loop.sock_connect(line, ("127.0.0.1", port))
    await loop.create_connection(lambda: peer, sock=line)
    await peer.ready
    return peer


async def _passes(port: int, cards: list[str]) -> list[str]:
    """What the door gives for each card, over a few connections that stay open."""
    found: dict[str, str] = {}
    left = iter(cards)

    async def visitor() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for card in left:
            found[card] = await _pass(reader, writer, port, card)
        writer.close()

    await asyncio.gather(*(visitor() for _ in range(8)))
    return [found[card] for card in cards]


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int, card: str) -> str:
    body = json.dumps({"seat": card}).encode()
    head = f"POST /api/pass HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    status = await reader.readline()
    length = 0
    while (line := await reader.readline()) != b"\r\n":
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    answer = json.loads(await reader.readexactly(length))
    if b" 200 " not in status:
        raise ConnectionError(f"{status!r} {answer}")
    return str(answer["pass"])


async def main() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader(limit=2**26)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    crowd = Crowd()
    while line := await lines.readline():
        order: dict[str, Any] = json.loads(line)
        work: Callable[..., Awaitable[dict[str, Any]]] = getattr(crowd, order.pop("do"))
        print(json.dumps(await work(**order)), flush=True)


if __name__ == "__main__":
    uvloop.run(main())
