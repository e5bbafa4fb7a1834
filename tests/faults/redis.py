"""Rows of the fault matrix about Valkey: it dies, hangs, is full, is cut off, is set back, and comes again."""

import asyncio
import contextlib
import shutil
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from server.store.redis import RedisStore
from tests.faults.during import Voting, a_vote
from tests.faults.processes import frozen
from tests.faults.proxy import Proxy
from tests.faults.rows import NotPossible, Place, row
from tests.faults.trial import Trial, a_trial
from tests.faults.valkeys import Valkey, asks, slow_syncs
from tests.server.store import test_faults

DEGRADED_S = 8.0
STALE_S = 1.2  # an answer of readiness is good for a second


@row("R1", "kill -9 of Valkey under load")
async def killed(place: Place) -> str:
    """All acknowledged are there after the restart, once; the worker reconnects by itself."""
    await test_faults.test_ballots_acknowledged_before_the_server_is_killed_are_there_after(place.seed)
    return "three kills under 50 voters"


@row("R2", "restart in order while voting")
async def restarted(place: Place) -> str:
    """No loss, nothing worse than waiting."""
    async with a_vote(place) as (trial, voting):
        waited = []
        for _ in range(3):
            at = time.monotonic()
            with contextlib.suppress(Exception):  # it closes the line instead of answering
                await asks(trial.server.store_url, "SHUTDOWN")
            waited.append(await voting.recovered(at))
    assert max(waited) < 5, waited
    return f"recorded again after {max(waited):.1f} s at most"


@row("R3", "fsync takes seconds")
async def slow_sync(place: Place) -> str:
    """Answers wait for the disk; none comes early; all is recorded afterwards."""
    stalls = (0.5, 2.0) if place.quick else (0.5, 2.0, 20.0)
    notes = []
    for number, stall_s in enumerate(stalls):
        part = Place(place.folder / str(number), place.quick, place.seed)
        part.folder.mkdir()
        async with a_vote(part) as (trial, voting):
            async with slow_syncs(trial.server.store_pids[0], stall_s):
                begun = time.monotonic()
                await asyncio.sleep(max(4.0, 1.5 * stall_s))
                slow = [answered - sent for sent, answered in voting.times if sent > begun]
            back = await voting.recovered(time.monotonic())
        early = [seconds for seconds in slow if seconds < stall_s * 0.9]
        assert not early, f"answered after {min(early):.2f} s though every sync took {stall_s} s"
        assert slow or stall_s > 1, "nothing was recorded with syncs of half a second"
        notes.append(f"{stall_s:g} s: {len(slow)} during it, the next {back:.1f} s after it")
    return "; ".join(notes)


@row("R4", "disk full")
async def disk_full(place: Place) -> str:
    """Nothing is said to be recorded, readiness says so, Valkey is not restarted in a hot loop; after space returns all
    that was acknowledged is there."""
    async with _small_disk(place.folder / "disk") as disk, a_vote(place, data=disk / "data") as (trial, voting):
        with contextlib.suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(b"x" * 4096)
        await asyncio.sleep(STALE_S)
        full = time.monotonic()
        log_before = trial.server.log.read_text().count("starting it again")
        await asyncio.sleep(4)
        starts = trial.server.log.read_text().count("starting it again") - log_before
        ready = await trial.server.is_ready()
        acked = voting.answered(full, time.monotonic())
        (disk / "filler").unlink()
        back = await voting.recovered(time.monotonic())
    assert not ready, "ready on a full disk"
    assert not acked, f"{acked} ballots acknowledged on a full disk"
    assert starts <= 6, f"Valkey was started {starts} times in 4 s"
    return f"{starts} restarts in 4 s, recorded again {back:.1f} s after space returned"


@row("R6", "memory full, without eviction")
async def memory_full(place: Place) -> str:
    """Not recorded and not said to be; readiness says so; recorded once there is room. A server that may evict is
    refused at the start."""
    async with a_vote(place) as (trial, voting):
        url = trial.server.store_url
        await asks(url, "CONFIG", "SET", "maxmemory", "1mb")
        await asyncio.sleep(STALE_S)
        full = time.monotonic()
        ready = await trial.server.is_ready()
        acked = voting.answered(full, time.monotonic())
        await asks(url, "CONFIG", "SET", "maxmemory", "0")
        await voting.recovered(time.monotonic())
        assert not ready, "ready without memory"
        assert not acked, f"{acked} acknowledged without memory"
        await asks(url, "CONFIG", "SET", "maxmemory-policy", "allkeys-lru")
        try:
            await (await RedisStore.open(url)).aclose()
        except Exception as refusal:
            said = str(refusal)
        else:
            said = ""
        await asks(url, "CONFIG", "SET", "maxmemory-policy", "noeviction")
    assert "noeviction" in said, "a server that evicts was used"
    return "unknown while full, recorded after; eviction refused"


@row("R7", "SIGSTOP for longer than the store waits")
async def hangs(place: Place) -> str:
    """Unknown, then asked again with the same id: one vote each."""
    async with a_vote(place) as (trial, voting):
        with frozen(*trial.server.store_pids):
            begun = time.monotonic()
            await asyncio.sleep(STALE_S)
            ready = await trial.server.is_ready()
            await asyncio.sleep(10 - (time.monotonic() - begun))
            acked = voting.answered(begun + STALE_S, time.monotonic())
        back = await voting.recovered(time.monotonic())
    assert not ready, "ready while Valkey hangs"
    assert not acked, f"{acked} acknowledged while Valkey hung"
    return f"recorded again {back:.2f} s after it went on"


@row("R8", "the worker is cut off from its Valkey")
async def cut_off(place: Place) -> str:
    """Readiness fails, nothing is acknowledged; recorded again when the network is back, without a restart."""
    async with _beside(place, "valkey") as (valkey, proxy), _voting_over(place, proxy) as (trial, voting):
        proxy.up.lost = proxy.down.lost = True
        at = time.monotonic()
        while await trial.server.is_ready():  # noqa: ASYNC110 - another process's doing
            await asyncio.sleep(0.1)
        degraded = time.monotonic() - at
        acked = voting.answered(at, time.monotonic())
        proxy.up.lost = proxy.down.lost = False
        proxy.cut()
        back = await voting.recovered(time.monotonic())
        assert valkey.pid
    assert degraded < DEGRADED_S, f"not ready only after {degraded:.1f} s"
    assert not acked, f"{acked} acknowledged without a store"
    return f"not ready after {degraded:.1f} s, recorded again {back:.1f} s after the network"


@row("R9", "failover to a replica that had not heard all")
async def failover(place: Place) -> str:
    """The epoch changes, phones offer their ballots again, and nothing that was acknowledged is missing after that; the
    window is the replica's lag."""
    async with (
        _beside(place, "primary") as (primary, proxy),
        Valkey.runs(place.folder / "replica") as replica,
        Proxy.to(primary.port) as replication,
    ):
        await asks(replica.url, "REPLICAOF", "127.0.0.1", str(replication.port))
        while b"up" not in await _link(replica):  # noqa: ASYNC110 - another process's doing
            await asyncio.sleep(0.05)
        environment = {"REDIS_URL": f"redis://127.0.0.1:{proxy.port}"}
        async with a_trial(place.folder, 8, environment=environment) as trial:
            ballots = await trial.opens()
            await trial.all_vote(ballots)
            epoch = await _epoch(trial)
            replication.down.lost = True
            await trial.all_vote(ballots, named="second")
            primary.kill()
            await asks(replica.url, "REPLICAOF", "NO", "ONE")
            proxy.leads_to(replica.port)
            missing = await _offered_again(trial, ballots.activity, epoch)
            verdict = await trial.judged(ballots)
        assert verdict.acked == 8, verdict
    return f"{missing} ballots had been lost with the primary, all back after the offer"


@row("R12", "the scripts are forgotten, again and again")
async def scripts_flushed(place: Place) -> str:
    """Loaded again at once, the same ids: no loss, nothing twice."""
    async with a_vote(place, "by_delegation") as (trial, _):
        for _ in range(30):
            await asks(trial.server.store_url, "SCRIPT", "FLUSH")
            await asyncio.sleep(0.05)
    return "30 flushes"


@row("R13", "FLUSHALL, and a server set back to an earlier state")
async def emptied(place: Place) -> str:
    """Set back, the epoch changes and phones offer again: nothing acknowledged is missing. Emptied, everyone is told
    that the meeting is gone, and no zero is shown; nothing is acknowledged."""
    async with a_trial(place.folder, 8) as trial:
        ballots = await trial.opens("open")
        await trial.all_vote(ballots)
        epoch = await _epoch(trial)
        earlier = place.folder / "earlier"
        files = trial.server.data / "appendonlydir"
        shutil.copytree(files, earlier)
        await trial.all_vote(ballots, named="second")
        with frozen(trial.server.pid):  # or its supervisor would start it between the two steps
            trial.server.kill_store()
            shutil.rmtree(files)
            shutil.copytree(earlier, files)
        missing = await _offered_again(trial, ballots.activity, epoch)
        verdict = await trial.judged(ballots)
        assert verdict.acked == 8, verdict
        phone = trial.voters[0]
        socket = await phone.connected()
        await asks(trial.server.store_url, "FLUSHALL")
        async with asyncio.timeout(10):
            await socket.wait_closed()
        assert socket.close_code == 4504, f"closed with {socket.close_code} after FLUSHALL"
    return f"set back by {missing} ballots, all offered again; emptied: told with 4504"


async def _offered_again(trial: Trial, activity: str, epoch: str) -> int:
    """As the page does: whoever is told another epoch sends its last ballot again, with its own ids. How many were
    missing before."""
    async with asyncio.timeout(30):
        while await _epoch(trial) == epoch:  # noqa: ASYNC110 - another process's doing
            await asyncio.sleep(0.1)
    async with await RedisStore.open(trial.server.store_url) as store:
        stored = {ballot.ballot_id for ballot in await store.ballots(trial.meeting, activity, 1)}
    for voter in trial.voters:
        await voter.connected()
        while voter.cursor is not None and voter.cursor[0] == epoch:
            await voter.hears_more()
        assert (await voter.offers_again(activity))["verdict"] == "recorded"
    async with await RedisStore.open(trial.server.store_url) as store:
        after = {ballot.ballot_id for ballot in await store.ballots(trial.meeting, activity, 1)}
    assert after - stored, "nothing had been lost: the fault did not happen"
    return len(after - stored)


async def _epoch(trial: Trial) -> str:
    async with await RedisStore.open(trial.server.store_url) as store:
        return (await store.load(trial.meeting)).epoch


async def _link(replica: Valkey) -> bytes:
    told = await asks(replica.url, "INFO", "replication")
    return str(told.get("master_link_status")).encode()


@asynccontextmanager
async def _beside(place: Place, name: str) -> AsyncIterator[tuple[Valkey, Proxy]]:
    async with Valkey.runs(place.folder / name) as valkey, Proxy.to(valkey.port) as proxy:
        yield valkey, proxy


def _voting_over(place: Place, proxy: Proxy) -> AbstractAsyncContextManager[tuple[Trial, Voting]]:
    return a_vote(place, environment={"REDIS_URL": f"redis://127.0.0.1:{proxy.port}"})


@asynccontextmanager
async def _small_disk(folder: Path, size: str = "3m") -> AsyncIterator[Path]:
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    done = await asyncio.to_thread(subprocess.run, mounting, capture_output=True, check=False)
    if done.returncode != 0:
        raise NotPossible(f"no small disk: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        await asyncio.to_thread(subprocess.run, ["umount", "-l", str(folder)], check=False)
