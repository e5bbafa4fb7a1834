"""Rows of the fault matrix about the network between phones and server."""

import asyncio
import itertools
import random
import time
from typing import Any
from urllib.parse import quote

import httpx
import orjson
import websockets

from tests.faults.proxy import Proxy
from tests.faults.rows import Place, row
from tests.faults.trial import Trial, a_trial
from tests.faults.voting import Voter, enter, secret_of

DEAD_WITHIN_S = 40.0
NAT_S = 30.0


@row("N1", "half-open connection: the Wi-Fi is gone and says nothing")
async def half_open(place: Place) -> str:
    """The server lets go of the socket within 40 s, and presence says so."""
    async with a_trial(place.folder, 1) as trial, Proxy.to(trial.server.port) as proxy:
        await trial.voters[0].connected()
        phone = await _through(trial, proxy)
        await trial.moderator.sees("presence", total=2)
        proxy.silence()
        at = time.monotonic()
        keeping = asyncio.create_task(_listens(trial.voters[0]))
        await trial.moderator.sees("presence", within_s=60, total=1)
        taken = time.monotonic() - at
        keeping.cancel()
        phone.drops()
    assert taken < DEAD_WITHIN_S, f"let go after {taken:.0f} s"
    return f"let go after {taken:.1f} s; who answered pings stayed"


@row("N3", "1 % and 5 % loss")
async def loss(place: Place) -> str:
    """Works; the 99th percentile of answers stays under 3 s at 1 %. Injected as what lost segments cost: waits of 0.3 s
    for all behind them, in both directions."""
    notes = []
    async with a_trial(place.folder, 1) as trial, Proxy.to(trial.server.port) as proxy:
        for percent in (1, 5):
            proxy.up.stalls = proxy.down.stalls = percent
            ballots = await trial.opens()
            phones = [await _through(trial, proxy, number) for number in range(20)]
            times = sorted(
                seconds
                for found in await asyncio.gather(*(_votes(ballots, phone, 30) for phone in phones))
                for seconds in found
            )
            p99 = times[int(len(times) * 0.99)]
            await trial.judged(ballots)
            assert p99 < 3 * percent, f"p99 {p99:.2f} s at {percent} %"
            notes.append(f"{percent} %: p50 {times[len(times) // 2] * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms")
            for phone in phones:
                await phone.leaves()
    return "; ".join(notes)


@row("N4", "2G: 50 kbit/s and 600 ms")
async def second_generation(place: Place) -> str:
    """In within 15 s, a vote answered within 3 s, no loop of timeouts."""
    return await _slowly(place, bytes_a_s=50_000 / 8, round_trip_s=0.6, in_within_s=15, vote_within_s=3)


@row("N5", "slow 3G: 700 kbit/s and 300 ms")
async def third_generation(place: Place) -> str:
    """In within 3 s, a vote answered within 1 s."""
    return await _slowly(place, bytes_a_s=700_000 / 8, round_trip_s=0.3, in_within_s=3, vote_within_s=1)


@row("N7", "a proxy that strips Upgrade")
async def no_websockets(place: Place) -> str:
    """The client falls back to server-sent events and posted commands, with the same cursors and replies."""
    async with a_trial(place.folder, 1) as trial:
        ballots = await trial.opens()
        voter = trial.voters[0]
        headers = {"Authorization": f"Bearer {voter.given['pass']}"}
        async with httpx.AsyncClient(base_url=trial.server.url, headers=headers, timeout=10) as http:
            first = await _first_event(http, trial, voter)
            assert first["type"] == "snapshot", first
            assert f"activity/{ballots.activity}" in first["keys"], "the open round is not in the first event"
            ballot = {
                "activity": ballots.activity,
                "round": 1,
                "ballot_id": "posted-ballot",
                "ballot": {"text": "post"},
            }
            command = {"type": "command", "id": "posted-command", "name": "cast_ballot", "args": ballot}
            sent = ballots.history.sends(voter.seat, "post")
            replies = [await http.post(_place(trial, voter, "command"), json=command) for _ in range(2)]
            assert {reply.json()["verdict"] for reply in replies} == {"recorded"}, [reply.text for reply in replies]
            ballots.history.hears(sent, "recorded")
            again = await _first_event(http, trial, voter, first["cursor"])
            assert again["type"] == "delta", "the cursor of an event was not good for the next"
            assert again["cursor"][0] == first["cursor"][0]
        verdict = await trial.judged(ballots)
        assert verdict.counted == 1, verdict
    return "first event, a posted ballot sent twice and counted once, resumed by cursor"


def _place(trial: Trial, voter: Voter, name: str) -> str:
    return f"/api/m/{trial.meeting}/{name}?as={voter.given['role']}"


async def _first_event(
    http: httpx.AsyncClient, trial: Trial, voter: Voter, cursor: list[Any] | None = None
) -> dict[str, Any]:
    where = _place(trial, voter, "live") + (f"&cursor={quote(orjson.dumps(cursor))}" if cursor else "")
    async with http.stream("GET", where, headers={"Accept": "text/event-stream"}) as events:
        assert events.status_code == 200, f"GET live answered {events.status_code}"
        async for line in events.aiter_lines():
            if line.startswith("data:"):
                found: dict[str, Any] = orjson.loads(line.removeprefix("data:"))
                return found
    raise AssertionError("the events ended before the first")


@row("N8", "a NAT that forgets what is idle for half a minute")
async def idle(place: Place) -> str:
    """Something goes over an idle socket often enough: no gap of 30 s, no false farewell."""
    async with a_trial(place.folder, 0) as trial, Proxy.to(trial.server.port) as proxy:
        heard: list[float] = [time.monotonic()]
        proxy.down.on_data = lambda data: heard.append(time.monotonic())
        phone = await _through(trial, proxy)
        listening = asyncio.create_task(_listens(phone))
        await asyncio.sleep(50)
        heard.append(time.monotonic())
        ended = listening.done()
        listening.cancel()
        await phone.leaves()
    gap = max(after - before for before, after in itertools.pairwise(heard))
    assert not ended, "an idle phone was sent away"
    assert gap < NAT_S, f"nothing was said for {gap:.0f} s"
    return f"the longest silence was {gap:.1f} s"


@row("N9", "from Wi-Fi to 4G: another address")
async def another_address(place: Place) -> str:
    """The pass is not bound to an address: the phone goes on, by delta from its cursor."""
    async with a_trial(place.folder, 1) as trial:
        ballots = await trial.opens()
        await trial.all_vote(ballots)
        voter = trial.voters[0]
        voter.drops()
        headers = {"Authorization": f"Bearer {voter.given['pass']}"}
        address = trial.server.url.replace("http", "ws", 1) + "/ws"
        async with websockets.connect(address, additional_headers=headers, local_addr=("127.0.0.2", 0)) as socket:
            hello = {"type": "hello", "meeting": trial.meeting, "as": "delegate", "cursor": voter.cursor}
            await socket.send(orjson.dumps(hello).decode())
            first = orjson.loads(await socket.recv())
        assert first["type"] == "delta", first["type"]
        await trial.judged(ballots)
    return "resumed by delta from another address"


@row("N11", "one byte a segment, and RST in the middle of a frame")
async def dripped(place: Place) -> str:
    """No corruption: votes arrive whole or not at all."""
    cuts = 10 if place.quick else 60
    chance = random.Random(place.seed)
    async with a_trial(place.folder, 0) as trial, Proxy.to(trial.server.port) as proxy:
        ballots = await trial.opens()
        phone = await _through(trial, proxy)
        proxy.up.piece = proxy.down.piece = 1
        await phone.votes(ballots.history, ballots.activity, "dripped")
        proxy.down.piece = 65536
        for number in range(cuts):
            voting = asyncio.create_task(phone.votes(ballots.history, ballots.activity, f"cut {number}"))
            await asyncio.sleep(chance.random() * 0.03)
            proxy.cut()
            await voting
        verdict = await trial.judged(ballots)
        assert verdict.counted == 1, verdict
        await phone.leaves()
    return f"{cuts} cuts in the middle of dripped frames"


@row("N12", "everything is delivered three times, in any order")
async def delivered_thrice(place: Place) -> str:
    """Idempotent: a late copy of an older ballot is answered as before and replaces nothing."""
    chance = random.Random(place.seed)
    async with a_trial(place.folder, 6) as trial:
        ballots = await trial.opens()
        sent: list[tuple[Voter, dict[str, Any]]] = []
        for number in range(5):
            await trial.all_vote(ballots, named=f".{number}")
            sent += [(voter, voter.last[ballots.activity]) for voter in trial.voters]
        copies = sent * 2
        chance.shuffle(copies)
        replies = [await voter.gives("cast_ballot", ballot) for voter, ballot in copies]
        assert {reply["verdict"] for reply in replies} == {"recorded"}
        await trial.judged(ballots)
        late = [await voter.gives("cast_ballot", ballot) for voter, ballot in sent]
        assert {reply["verdict"] for reply in late} == {"recorded"}, "a copy after the close was not answered as before"
    return f"{3 * len(sent)} deliveries of {len(sent)} ballots of 6 voters"


async def _through(trial: Trial, proxy: Proxy, number: int = -1) -> Voter:
    phone = await trial.voter(proxy.url, seat=secret_of(trial.state_seats[number]["link"]))
    await phone.connected()
    return phone


async def _listens(phone: Voter) -> None:
    """Reads for ever; ends when it is sent away."""
    socket = await phone.connected()
    async for _ in socket:
        pass


async def _votes(ballots: Any, phone: Voter, times: int) -> list[float]:
    taken = []
    for number in range(times):
        begun = time.monotonic()
        await phone.votes(ballots.history, ballots.activity, f"{ballots.activity}.{phone.seat}.{number}")
        taken.append(time.monotonic() - begun)
    return taken


async def _slowly(
    place: Place, *, bytes_a_s: float, round_trip_s: float, in_within_s: float, vote_within_s: float
) -> str:
    async with a_trial(place.folder, 0) as trial, Proxy.to(trial.server.port) as proxy:
        ballots = await trial.opens()
        given = await enter(trial.server.url, seat=secret_of(trial.state_seats[0]["link"]))
        for way in (proxy.up, proxy.down):
            way.delay_s, way.bytes_a_s, way.piece = round_trip_s / 2, bytes_a_s, 1400
        phone = Voter(proxy.url, given, trial.meeting)
        phone.patience_s = in_within_s
        begun = time.monotonic()
        await phone.connected()
        came = time.monotonic() - begun
        times = await _votes(ballots, phone, 5)
        tries = len(phone.openings)
        await trial.judged(ballots)
        await phone.leaves()
    assert came < in_within_s, f"in after {came:.1f} s"
    assert max(times) < vote_within_s, f"a vote took {max(times):.1f} s"
    assert tries == 1, f"{tries} connections were needed"
    return f"in after {came:.1f} s, the slowest of 5 votes {max(times):.1f} s"
