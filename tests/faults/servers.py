"""Rows of the fault matrix about the server: workers that die, hang, starve, fail, or see another time."""

import asyncio
import itertools
import os
import random
import secrets
import shutil
import signal
import time
from pathlib import Path

import httpx
import pytest
import websockets

from tests.faults.during import a_vote
from tests.faults.kills import WITHIN_S
from tests.faults.processes import frozen, send
from tests.faults.proxy import Proxy
from tests.faults.rows import NotPossible, Place, row
from tests.faults.trial import Trial, a_trial
from tests.faults.valkeys import Valkey
from tests.faults.voting import Voter, a_ballot, secret_of
from tests.helpers.house import a_house
from tests.helpers.programmes import small
from tests.server.live import test_slow
from tests.server.store import test_embedded

GROUP = Path("/sys/fs/cgroup/memory")


@row("S2", "kill -9 of all workers")
async def all_workers(place: Place) -> str:
    """All that was acknowledged is counted; recorded again within 5 s."""
    async with a_vote(place, workers=2) as (trial, voting):
        waited = []
        for _ in range(3):
            at = time.monotonic()
            for pid in trial.server.worker_pids:
                send(pid, signal.SIGKILL)
            waited.append(await voting.recovered(at))
        place.found["kills"] = 3
    assert max(waited) < WITHIN_S["both"], waited
    return f"recorded again after {max(waited):.1f} s at most"


@row("S4", "rolling restart")
async def rolling_restart(place: Place) -> str:
    """Everybody is told to come back (4000), nobody sees an error, nothing is lost; the old worker goes within 10 s."""
    codes: set[int | None] = set()
    async with a_vote(place, workers=2) as (trial, voting):
        watcher = await trial.voter(secret=secret_of(trial.links["screen"]))
        for _ in range(2):
            old = trial.server.worker_pids
            begun = time.monotonic()
            os.kill(trial.server.pid, signal.SIGHUP)
            async with asyncio.timeout(30):
                while set(old) & set(trial.server.worker_pids):
                    socket = await watcher.connected()
                    try:
                        await asyncio.wait_for(socket.recv(), 0.5)
                    except TimeoutError:
                        continue
                    except websockets.ConnectionClosed:
                        codes.add(socket.close_code)
                        await watcher.leaves()
            taken = time.monotonic() - begun
            await voting.recovered(time.monotonic())
        await watcher.leaves()
        refused = [answer for answer in trial.rounds[-1].history.answers if answer.verdict != "recorded"]
    assert codes <= {4000}, f"closed with {codes}"
    assert len(refused) <= len(trial.voters), f"{len(refused)} ballots were not recorded"
    return f"both workers replaced in {taken:.1f} s, sockets closed with {sorted(map(str, codes))}"


@row("S5", "the event loop stands still for two seconds; exports under load")
async def stalled(place: Place) -> str:
    """Nobody is sent away; voting goes on at once; exports are written beside the loop."""
    async with a_vote(place, "open") as (trial, voting):
        sockets = [await voter.connected() for voter in trial.voters]
        with frozen(*trial.server.worker_pids):
            await asyncio.sleep(2)
        await voting.recovered(time.monotonic())
        again = [await voter.connected() for voter in trial.voters]
        headers = {"Authorization": f"Bearer {trial.moderator.given['pass']}"}
        begun = time.monotonic()
        async with httpx.AsyncClient(base_url=trial.server.url, headers=headers, timeout=30) as http:
            for format_ in ("docx", "xlsx", "csv", "json"):
                answer = await http.get(f"/api/m/{trial.meeting}/export.{format_}")
                assert answer.status_code == 200, f"{format_} answered {answer.status_code}"
        during = [answered - sent for sent, answered in voting.times if sent > begun]
    assert sockets == again, "somebody was sent away by a stall of two seconds"
    assert max(during, default=0) < 1.0, f"an answer took {max(during):.1f} s while exports were written"
    return f"the slowest of {len(during)} answers during four exports {max(during, default=0) * 1000:.0f} ms"


@row("S6", "SIGSTOP of a worker, a round closed meanwhile")
async def frozen_worker(place: Place) -> str:
    """The other worker serves; when it goes on it knows of the close: what was sent to it is refused, never counted."""
    seconds = 8 if place.quick else 60
    async with a_trial(place.folder, 8, workers=2) as trial:
        ballots = await trial.opens()
        await trial.all_vote(ballots)
        busiest = max(trial.server.worker_pids, key=lambda pid: len(os.listdir(f"/proc/{pid}/fd")))
        with frozen(busiest):
            sent = [ballots.history.sends(voter.seat, f"late {n}") for n, voter in enumerate(trial.voters)]
            late = [
                asyncio.create_task(voter.asks("cast_ballot", a_ballot(ballots.activity, answer.choice), _id()))
                for voter, answer in zip(trial.voters, sent, strict=True)
            ]
            await asyncio.gather(*late)  # those of the frozen worker hear nothing
            for answer, reply in zip(sent, late, strict=True):
                if reply.result()["verdict"] != "unknown":
                    ballots.history.hears(answer, reply.result()["verdict"])
            unheard = sum(answer.verdict == "unknown" for answer in sent)
            await trial.does("close_activity", activity=ballots.activity, round=1)
            await asyncio.sleep(seconds)
        verdict = await trial.judged(ballots)
        assert verdict.acked == 8, verdict
    return f"frozen for {seconds} s with {unheard} ballots in its sockets; none came back from the dead"


@row("S7", "no memory left for a worker")
async def out_of_memory(place: Place) -> str:
    """The kernel ends that worker only; the others and Valkey go on, another is started, nothing is lost."""
    group = GROUP / f"plenaria-{secrets.token_hex(4)}"
    try:
        group.mkdir()
        (group / "memory.limit_in_bytes").write_text(str(3 * 1024 * 1024))
    except OSError as error:
        raise NotPossible(f"no memory group of our own: {error}") from error
    try:
        async with a_vote(place, workers=2) as (trial, voting):
            victim, other = trial.server.worker_pids
            (group / "cgroup.procs").write_text(str(victim))
            at = time.monotonic()
            crowd = []
            for _ in range(600):
                crowd.append(await asyncio.open_connection("127.0.0.1", trial.server.port))
                crowd[-1][1].write(b"GET /ws HTTP/1.1\r\nX: " + b"x" * 8000)
                if victim not in trial.server.worker_pids:
                    break
            ended = victim not in trial.server.worker_pids
            for _, writer in crowd:
                writer.transport.abort()
            back = await voting.recovered(at)
            survived = other in trial.server.worker_pids
    finally:
        for _ in range(50):
            try:
                group.rmdir()
                break
            except OSError:
                await asyncio.sleep(0.1)
    if not ended:
        raise NotPossible("the limit did not end the worker")
    assert survived, "the other worker went too"
    place.found["kills"] = 1
    return f"ended by the kernel, recorded again after {back:.1f} s"


@row("S8", "no file descriptors left")
async def no_descriptors(place: Place) -> str:
    """Those inside vote on; new ones wait or are refused; when some leave, new ones come in."""
    prlimit = shutil.which("prlimit")
    if prlimit is None:
        raise NotPossible("prlimit is not installed")
    async with a_vote(place, before=(prlimit, "--nofile=90:90")) as (trial, voting):
        crowd = [await asyncio.open_connection("127.0.0.1", trial.server.port) for _ in range(120)]
        await asyncio.sleep(0.5)
        await voting.recovered(time.monotonic())
        try:
            async with httpx.AsyncClient(base_url=trial.server.url, timeout=2) as http:
                inside = (await http.get("/healthz")).status_code
        except httpx.HTTPError:
            inside = 0
        for _, writer in crowd:
            writer.transport.abort()
        at = time.monotonic()
        late = await _at_last_inside(trial, within_s=20)
        taken = time.monotonic() - at
        await late.leaves()
    assert inside in (0, 503), f"answered {inside} without descriptors: the fault did not happen"
    return f"120 idle sockets on 90 descriptors; a new phone was in {taken:.1f} s after they left"


@row("S9", "no disk for exports and logs")
async def no_room_for_files(place: Place) -> str:
    """Voting goes on; an export comes, or says why it does not."""
    folder = place.folder / "full"
    folder.mkdir()
    limit = shutil.which("prlimit")
    if limit is None:
        raise NotPossible("prlimit is not installed")
    async with a_vote(place, workers=2, environment={"TMPDIR": str(folder)}) as (trial, voting):
        for pid in trial.server.worker_pids:  # any file that a worker writes fails at its first byte
            process = await asyncio.create_subprocess_exec(limit, "--fsize=0:0", "--pid", str(pid))
            assert await process.wait() == 0
        headers = {"Authorization": f"Bearer {trial.moderator.given['pass']}"}
        told = {}
        async with httpx.AsyncClient(base_url=trial.server.url, headers=headers, timeout=30) as http:
            for format_ in ("xlsx", "docx", "json"):
                told[format_] = (await http.get(f"/api/m/{trial.meeting}/export.{format_}")).status_code
        await voting.recovered(time.monotonic())
    assert set(told.values()) <= {200, 503}, told
    return f"workers that may write no file answered {told}"


@row("S10", "a worker's line for following the log is silently dead")
async def silent_follower(place: Place) -> str:
    """Noticed within 5 s, opened again, caught up: screens miss nothing."""
    async with Valkey.runs(place.folder / "valkey") as valkey, Proxy.to(valkey.port) as proxy:
        how = {"REDIS_URL": f"redis://127.0.0.1:{proxy.port}"}
        async with a_trial(place.folder, 3, environment=how) as trial:
            ballots = await trial.opens("open")
            await trial.moderator.sees(f"activity/{ballots.activity}", phase="open")
            proxy.silence()
            at = time.monotonic()
            await trial.all_vote(ballots)
            await trial.moderator.sees(f"turnout/{ballots.activity}", voted=3, within_s=20)
            seen = time.monotonic() - at
            await trial.judged(ballots)
    assert seen < 5.5, f"seen after {seen:.1f} s"
    return f"votes on the screen {seen:.1f} s after every line to Valkey had gone silent"


@row("S11", "an exception in one handler, and in a tick")
async def exception(place: Place) -> str:
    """The room lives; what failed is made up for; others notice nothing."""
    async with a_house(small()) as house:
        with pytest.MonkeyPatch.context() as patch:
            await test_slow.test_a_tick_that_fails_is_made_up_for(house, patch)
    return "two ticks failed and were made up for"


@row("S12", "phones leave in the middle of commands")
async def leaving(place: Place) -> str:
    """No answer ever reaches somebody else; nothing is lost or doubled."""
    chance, names = random.Random(place.seed), itertools.count()
    async with Valkey.runs(place.folder / "valkey") as valkey, Proxy.to(valkey.port) as proxy:
        how = {"REDIS_URL": f"redis://127.0.0.1:{proxy.port}"}
        async with a_vote(place, environment=how) as (trial, _):
            proxy.up.delay_s = proxy.down.delay_s = 0.03
            ballots = trial.rounds[-1]
            seats = trial.state_seats[8:28]

            async def leaver(seat: dict[str, str]) -> None:
                phone = await trial.voter(seat=secret_of(seat["link"]))
                for _ in range(8):
                    voting = asyncio.create_task(phone.votes(ballots.history, ballots.activity, f"gone {next(names)}"))
                    await asyncio.sleep(chance.random() * 0.1)
                    voting.cancel()
                    await asyncio.gather(voting, return_exceptions=True)
                    phone.drops()
                await phone.votes(ballots.history, ballots.activity, f"stays {next(names)}")
                await phone.leaves()

            await asyncio.gather(*(leaver(seat) for seat in seats))
            proxy.up.delay_s = proxy.down.delay_s = 0.0
    return f"{next(names)} ballots of 20 phones that left in mid-command"


@row("S13", "the server's clock jumps by an hour, and back")
async def clock_jumps(place: Place) -> str:
    """Nothing closes early or late, nobody is sent away, ballots count. The clock of the server's processes is shifted
    where Python reads it; the kernel's stays."""
    shift = place.folder / "shift"
    shift.write_text("0")
    (place.folder / "sitecustomize.py").write_text(_SHIFTED.format(file=str(shift)))
    environment = {"PYTHONPATH": str(place.folder)}
    async with a_vote(place, environment=environment) as (trial, voting):
        sockets = [await voter.connected() for voter in trial.voters]
        ats = [await _clock(trial)]
        for hours in ("3600", "-3600", "0"):
            shift.write_text(hours)
            await asyncio.sleep(1.0)
            await voting.recovered(time.monotonic())
            ats.append(await _clock(trial))
        again = [await voter.connected() for voter in trial.voters]
    jumps = [round((after - before) / 3_600_000) for before, after in itertools.pairwise(ats)]
    assert jumps == [1, -2, 1], f"the clock did not jump: {jumps}"
    assert sockets == again, "somebody was sent away by a jump of the clock"
    return "an hour forth, two back, one forth: the same sockets, all counted"


@row("S14", "many start on one directory at once")
async def start_at_once(place: Place) -> str:
    """One starts Valkey, the others join it; the last to leave ends it."""
    await test_embedded.test_many_that_start_at_once_share_one_server(place.folder / "data")
    return "one server for all"


_SHIFTED = """
import time
_ns = time.time_ns
def _shift():
    try:
        with open({file!r}) as file:
            return int(file.read() or 0)
    except (OSError, ValueError):
        return 0
time.time_ns = lambda: _ns() + _shift() * 1_000_000_000
time.time = lambda: time.time_ns() / 1e9
"""


async def _at_last_inside(trial: Trial, within_s: float) -> Voter:
    """A new phone that tries until it is let in."""
    async with asyncio.timeout(within_s):
        while True:
            try:
                phone = await trial.voter(seat=secret_of(trial.state_seats[-1]["link"]))
                await phone.connected()
                return phone
            except httpx.TransportError:
                await asyncio.sleep(0.1)


async def _clock(trial: Trial) -> int:
    async with httpx.AsyncClient(base_url=trial.server.url) as http:
        at: int = (await http.get("/healthz")).json()["at"]
        return at


def _id() -> str:
    return secrets.token_urlsafe(12)
