"""Rows of the fault matrix about Valkey: what is on disk, who else is there, and answers that mean "not now"."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from server.store.connect import connect
from server.store.redis import RedisStore
from tests.faults.during import a_vote
from tests.faults.everysec import cut_while_nothing_is_synced
from tests.faults.processes import ServerProcess
from tests.faults.proxy import Proxy
from tests.faults.rows import Place, row
from tests.faults.valkeys import Valkey, asks
from tests.faults.voting import secret_of
from tests.server.store import test_cluster, test_embedded
from tests.server.store.rounds import opened


@row("R5", "a power cut under everysec, and under always")
async def power_cut(place: Place) -> str:
    """A negative control: with everysec acknowledged ballots are gone, and the oracle says so; with always nothing is
    acknowledged before it is synced, and nothing is lost."""
    weak, acked = await cut_while_nothing_is_synced(place.folder / "everysec", "everysec")
    assert acked, "everysec waited for the disk: the control shows nothing"
    assert weak.lost, "the oracle did not see the loss"
    strong, early = await cut_while_nothing_is_synced(place.folder / "always", "always")
    assert not early, f"{early} acknowledged before they were synced"
    assert strong.clean, strong
    return f"everysec: {weak.lost} of {acked} acknowledged lost, seen; always: none acknowledged, none lost"


@row("R10", "slots move while voting, MOVED and ASK")
async def resharding(place: Place) -> str:
    """Nobody notices: each ballot once."""
    async with _cluster(place) as cluster, await RedisStore.open(_url(cluster)) as store:
        await test_cluster.test_ballots_follow_a_slot_that_moves(store, cluster, f"m-{secrets.token_hex(4)}")
    return "300 ballots while a slot moved away and back"


@row("R11", "a node of the cluster is down")
async def node_down(place: Place) -> str:
    """No false answer while it is away; recorded when it is back."""
    async with _cluster(place) as cluster:
        await test_cluster.test_nothing_is_recorded_while_a_server_is_away_and_all_is_when_it_is_back(
            cluster, f"m-{secrets.token_hex(4)}"
        )
    return "unknown, then recorded with the same id"


@row("R14", "the end of the append-only file is torn")
async def torn_end(place: Place) -> str:
    """All but the torn command, which nobody was told is recorded."""
    await test_embedded.test_a_torn_end_is_cut_off(place.folder / "data")
    return "99 of 100 after seven bytes were cut"


@row("R15", "the append-only file is corrupt at its end, and in its middle")
async def corrupt(place: Place) -> str:
    """Not started; explained; nothing changed; repaired beside a copy."""
    for number, damage in enumerate((b"garbage at the end", b"\x00" * 64)):
        await test_embedded.test_garbage_at_the_end_is_not_taken_for_a_torn_end(place.folder / str(number), damage)
    folder = place.folder / "middle"
    folder.mkdir()
    await test_embedded.test_a_damaged_file_is_explained_and_left_alone_and_can_be_repaired_beside_a_copy(
        folder / "data"
    )
    await test_embedded.test_a_file_that_crashes_the_server_is_explained(place.folder / "crash")
    return "four damages, each explained, left alone and repaired beside a copy"


@row("R16", "the append-only file is rewritten while voting")
async def rewritten(place: Place) -> str:
    """No loss; the slowest answer stays under a second."""
    async with a_vote(place) as (trial, voting):
        for _ in range(15):
            await asks(trial.server.store_url, "BGREWRITEAOF")
            await asyncio.sleep(0.2)
    slowest = max(answered - sent for sent, answered in voting.times)
    assert slowest < 1.0, f"an answer took {slowest:.2f} s"
    return f"15 rewrites, {len(voting.times)} ballots, the slowest {slowest * 1000:.0f} ms"


@row("R17", "a replica in the primary's place, READONLY")
async def replica(place: Place) -> str:
    """A replica is never read or written for votes: nothing is acknowledged while the server is one; recorded once it
    is primary again. Clients of a cluster never read from replicas."""
    clients = connect("redis+cluster://127.0.0.1:1")
    for client in (clients.write, clients.read, clients.follow):
        reads: Any = client
        assert not reads.read_from_replicas, "reads from replicas"
        assert reads.load_balancing_strategy is None, "reads from replicas"
    await clients.aclose()
    async with a_vote(place) as (trial, voting):
        url = trial.server.store_url
        await asks(url, "REPLICAOF", "127.0.0.1", "1")
        at = time.monotonic()
        await asyncio.sleep(3)
        acked = voting.answered(at, time.monotonic())
        ready = await trial.server.is_ready()
        await asks(url, "REPLICAOF", "NO", "ONE")
        back = await voting.recovered(time.monotonic())
    assert not acked, f"{acked} acknowledged by a replica"
    assert not ready, "ready on a replica"
    return f"recorded again {back:.1f} s after it was primary"


@row("R18", "two servers on one data directory, and a stale socket")
async def two_on_one(place: Place) -> str:
    """There is one Valkey, whoever starts it: a second server joins it. None is started beside one that hangs. A socket
    left behind by a killed server is no obstacle."""
    async with a_vote(place) as (trial, voting):
        second = ServerProcess(place.folder / "second", data=trial.server.data)
        (place.folder / "second").mkdir()
        try:
            await second.start()
            assert len(trial.server.store_pids) == 1, f"{trial.server.store_pids} on one directory"
            await voting.recovered(time.monotonic())
        finally:
            await second.stop()
        assert await trial.server.is_ready(), "the first went with the second"
        trial.server.kill_store()
        await trial.server.killed()  # its socket stays behind
        await trial.server.start()
        assert len(trial.server.store_pids) == 1
    with pytest.MonkeyPatch.context() as patch:
        await test_embedded.test_no_second_server_is_started_beside_one_that_hangs(place.folder / "hangs", patch)
    return "one Valkey for both, the first went on without the second"


@row("R19", "the lines of followers are killed by the server")
async def followers_cut(place: Place) -> str:
    """Noticed, opened again, caught up: screens go on without a gap."""
    async with a_vote(place, "by_delegation") as (trial, voting):
        screen = await trial.voter(secret=secret_of(trial.links["screen"]))
        await screen.connected()
        for _ in range(10):
            await asks(trial.server.store_url, "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
            await asyncio.sleep(0.3)
        await voting.recovered(time.monotonic())
        activity = trial.rounds[-1].activity
        await trial.does("edit_activity", activity=activity, title={"es": "Otra"})
        for person in (trial.moderator, screen):
            await person.sees(f"activity/{activity}", title={"es": "Otra"})
        assert screen.openings == ["snapshot"], f"the screen had to come again: {screen.openings}"
        await screen.leaves()
    return "ten times all lines, the screens went on"


@row("R20", "a script that does not end, BUSY")
async def busy(place: Place) -> str:
    """Nothing is acknowledged meanwhile, nothing is lost, recorded when it was killed."""
    async with a_vote(place) as (trial, voting):
        url = trial.server.store_url
        await asks(url, "CONFIG", "SET", "busy-reply-threshold", "200")
        looping = asyncio.create_task(_answer_or_error(url, "EVAL", "while true do end", "0"))
        await asyncio.sleep(0.5)
        at = time.monotonic()
        await asyncio.sleep(2.5)
        acked = voting.answered(at, time.monotonic())
        await asks(url, "SCRIPT", "KILL")
        back = await voting.recovered(time.monotonic())
        await looping
    assert not acked, f"{acked} acknowledged while the server was busy"
    return f"recorded again {back:.1f} s after the script was killed"


@row("R21", "a server that is still LOADING")
async def loading(place: Place) -> str:
    """Waited for: nothing is acknowledged before it has loaded, nothing is lost."""
    async with Valkey.runs(place.folder / "valkey") as valkey, Proxy.to(valkey.port) as proxy:
        async with a_vote(place, environment={"REDIS_URL": f"redis://127.0.0.1:{proxy.port}"}) as (_, voting):
            async with await RedisStore.open(valkey.url) as store:
                other = await opened(store, "other")
                await asyncio.gather(*(other.cast(f"v{n}", f"b{n}") for n in range(2000)))
            valkey.kill()
            valkey.settings["key-load-delay"] = "1000"  # microseconds a command
            at = time.monotonic()
            await valkey.start()
            loaded = time.monotonic()
            acked = voting.answered(at, loaded)
            valkey.settings.pop("key-load-delay")
            back = await voting.recovered(at)
    assert loaded - at > 1.5, f"it loaded in {loaded - at:.1f} s: the fault did not happen"
    assert not acked, f"{acked} acknowledged while it loaded"
    return f"loaded for {loaded - at:.1f} s, recorded again after {back:.1f} s"


async def _answer_or_error(url: str, *words: str) -> None:
    clients = connect(url)
    client: Any = clients.write
    try:
        async with asyncio.timeout(20):
            await client.execute_command(*words)
    except Exception:
        return  # it was killed, as it should be
    finally:
        await clients.aclose()


@asynccontextmanager
async def _cluster(place: Place) -> AsyncIterator[test_cluster.Cluster]:
    folder: Path = place.folder / "cluster"
    folder.mkdir()
    cluster = test_cluster.Cluster(folder)
    try:
        await cluster.up()
        yield cluster
    finally:
        cluster.down()


def _url(cluster: test_cluster.Cluster) -> str:
    return f"redis+cluster://127.0.0.1:{cluster.ports[0]}"
