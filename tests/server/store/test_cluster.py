"""The same store on a cluster of three servers, of the bundled program."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from server.store import Entry, Reply, UnknownMeeting, Verdict
from server.store.bundled import program
from server.store.keys import Keys
from server.store.redis import RedisStore
from tests.server.store.rounds import Round, opened

SLOTS = 16384


def free_ports(count: int) -> list[int]:
    """Ports that are free, together with those of the cluster bus, 10,000 above."""
    found: list[int] = []
    for port in range(21000 + os.getpid() % 8000, 31000):
        with contextlib.ExitStack() as held, contextlib.suppress(OSError):
            for each in (port, port + 10000):
                probe = held.enter_context(socket.socket())
                probe.bind(("127.0.0.1", each))
            found.append(port)
        if len(found) == count:
            break
    return found


def ask(port: int, *words: str) -> str:
    """One command in the inline form; all that comes back at once."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall((" ".join(words) + "\r\n").encode())
        return connection.recv(65536).decode()


class Cluster:
    """Running servers. Names of nodes are their indexes."""

    def __init__(self, directory: Path, nodes: int = 3) -> None:
        self._directory = directory
        self.ports = free_ports(nodes)
        self.processes = [self._start(directory / str(port), port) for port in self.ports]

    def _start(self, directory: Path, port: int) -> "subprocess.Popen[bytes]":
        directory.mkdir(exist_ok=True)
        settings = {
            "port": str(port),
            "bind": "127.0.0.1",
            "dir": str(directory),
            "logfile": str(directory / "log"),
            "save": "",
            "rdbcompression": "no",  # so that whoever searches the files finds what is in them
            "appendonly": "yes",
            "appendfsync": "always",
            "cluster-enabled": "yes",
            "cluster-node-timeout": "2000",
        }
        options = [part for name, value in settings.items() for part in (f"--{name}", value)]
        return subprocess.Popen([str(program(directory)), *options], stdout=subprocess.DEVNULL)

    async def up(self) -> None:
        for port in self.ports:
            await self._until(lambda port=port: "PONG" in ask(port, "PING"))
        for index, port in enumerate(self.ports):
            first, last = index * SLOTS // len(self.ports), (index + 1) * SLOTS // len(self.ports) - 1
            ask(port, "CLUSTER", "ADDSLOTSRANGE", str(first), str(last))
            ask(port, "CLUSTER", "SET-CONFIG-EPOCH", str(index + 1))
            ask(port, "CLUSTER", "MEET", "127.0.0.1", str(self.ports[0]))
        for port in self.ports:
            await self._until(lambda port=port: "cluster_state:ok" in ask(port, "CLUSTER", "INFO"))

    async def _until(self, condition: Any) -> None:
        async with asyncio.timeout(15):
            while True:
                with contextlib.suppress(OSError):
                    if condition():
                        return
                await asyncio.sleep(0.02)

    def name(self, index: int) -> str:
        return ask(self.ports[index], "CLUSTER", "MYID").split("\r\n")[1]

    def owner(self, slot: int) -> int:
        return slot * 3 // SLOTS

    def kill(self, index: int) -> None:
        """kill -9."""
        self.processes[index].kill()
        self.processes[index].wait()

    async def back(self, index: int) -> None:
        """On its own files; returns once the cluster is whole."""
        port = self.ports[index]
        self.processes[index] = self._start(self._directory / str(port), port)
        for each in self.ports:
            await self._until(lambda each=each: "cluster_state:ok" in ask(each, "CLUSTER", "INFO"))

    def down(self) -> None:
        for process in self.processes:
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with tempfile.TemporaryDirectory(prefix="plenaria-test-") as directory:
        running = Cluster(Path(directory))
        try:
            asyncio.run(running.up())
            yield running
        finally:
            running.down()


@pytest.fixture
async def store(cluster: Cluster) -> AsyncIterator[RedisStore]:
    async with await RedisStore.open(f"redis+cluster://127.0.0.1:{cluster.ports[0]}") as opened:
        yield opened


async def test_a_meeting_runs_its_whole_course(store: RedisStore, meeting: str) -> None:
    assert store.durability.level == "always"
    round = await opened(store, meeting)
    epoch = (await store.load(meeting)).epoch
    following = store.follow(meeting, epoch, 0)
    async with asyncio.timeout(20):
        casts = await asyncio.gather(*(round.cast(f"v{n}", f"b{n}") for n in range(100)))
        assert {(reply.verdict, reply.fresh) for reply in casts} == {(Verdict.RECORDED, True)}
        assert await round.cast("v0", "b0") == Reply(Verdict.RECORDED, fresh=False)
        assert len(await round.recorded()) == 100
        assert [(await anext(following)).seq for _ in range(102)] == list(range(1, 103))  # type: ignore[union-attr]  # an EpochChanged has no seq: the test would fail
        await round.set("closed")
        assert (await round.seal(*[b"yes"] * 100, secret=True)).seq == 104
        await store.erasure.settled()
        assert await anext(following) == Entry(103, b"closed 1", 3)
        assert await anext(following) == Entry(104, b"sealed", 4)
        await following.aclose()
    assert await store.outcome(meeting, "poll", 1) == b"outcome"
    assert len((await store.load(meeting)).tail) == 4
    assert await store.save_snapshot(meeting, epoch, 104, b"all")
    assert await store.ready()
    await store.beat(meeting, "w", b"here", 60)
    assert await store.beats(meeting) == {"w": b"here"}
    assert await store.pad_append(meeting, "p", b"u") == 1
    assert (await store.pad_load(meeting, "p")).updates == [b"u"]
    await store.purge(meeting)
    await store.erasure.settled()
    with pytest.raises(UnknownMeeting):
        await store.load(meeting)


async def test_meetings_lie_on_all_servers_and_all_are_written_in_one_go(
    store: RedisStore, cluster: Cluster, meeting: str
) -> None:
    rounds = [await opened(store, f"{meeting}-{number}") for number in range(12)]
    client: Any = store.clients.read
    owners = {cluster.owner(client.keyslot(Keys(round.meeting).log)) for round in rounds}
    assert owners == {0, 1, 2}
    await client.script_flush()
    replies = await asyncio.gather(*(round.cast(f"v{n}", f"b{n}") for n in range(20) for round in rounds))
    assert {reply.verdict for reply in replies} == {Verdict.RECORDED}
    assert [len(await round.recorded()) for round in rounds] == [20] * 12
    assert set(await store.meetings()) >= {round.meeting for round in rounds}


async def test_ballots_follow_a_slot_that_moves(store: RedisStore, cluster: Cluster, meeting: str) -> None:
    round = await opened(store, meeting)
    client: Any = store.clients.read
    slot = client.keyslot(Keys(meeting).log)
    source = cluster.owner(slot)
    target = (source + 1) % 3

    async def vote(number: int) -> Reply:
        await asyncio.sleep(number / 1000)
        return await round.cast(f"v{number % 50}", f"b{number}")

    voting = asyncio.gather(*(vote(number) for number in range(300)))
    await asyncio.to_thread(move, cluster, slot, source, target)
    replies = await voting
    assert {reply.verdict for reply in replies} == {Verdict.RECORDED}
    assert len(await round.recorded()) == 50
    loaded = await store.load(meeting)
    assert loaded.seq == 302
    await asyncio.to_thread(move, cluster, slot, target, source)
    assert await store.load(meeting) == loaded


def move(cluster: Cluster, slot: int, source: int, target: int) -> None:
    """Resharding, step by step, as the documentation of clusters has it."""
    names, ports = (cluster.name(source), cluster.name(target)), (cluster.ports[source], cluster.ports[target])
    assert "OK" in ask(ports[1], "CLUSTER", "SETSLOT", str(slot), "IMPORTING", names[0])
    assert "OK" in ask(ports[0], "CLUSTER", "SETSLOT", str(slot), "MIGRATING", names[1])
    while True:
        keys = [line for line in ask(ports[0], "CLUSTER", "GETKEYSINSLOT", str(slot), "100").split("\r\n")[1:] if line]
        names_of_keys = [line for line in keys if not line.startswith("$")]
        if not names_of_keys:
            break
        for key in names_of_keys:
            ask(ports[0], "MIGRATE", "127.0.0.1", str(ports[1]), key, "0", "5000")
    for port in (ports[1], ports[0]):
        assert "OK" in ask(port, "CLUSTER", "SETSLOT", str(slot), "NODE", names[1])


async def test_nothing_is_recorded_while_a_server_is_away_and_all_is_when_it_is_back(
    cluster: Cluster, meeting: str
) -> None:
    url = f"redis+cluster://127.0.0.1:{cluster.ports[0]}"
    async with await RedisStore.open(url, patience_s=1.0) as store:
        round: Round | None = None
        client: Any = store.clients.read
        for number in range(50):
            if cluster.owner(client.keyslot(Keys(f"{meeting}-{number}").log)) == 2:
                round = await opened(store, f"{meeting}-{number}")
                break
        assert round is not None
        process = cluster.processes[2]
        process.send_signal(signal.SIGSTOP)
        try:
            assert (await round.cast("v", "b")).verdict == Verdict.UNKNOWN
        finally:
            process.send_signal(signal.SIGCONT)
        async with asyncio.timeout(20):
            while (reply := await round.cast("v", "b")).verdict == Verdict.UNKNOWN:
                pass
        assert reply.verdict == Verdict.RECORDED
        assert await round.recorded() == {"v": "b"}
