"""Fan-out beside rivals: one frame at 4 Hz to every socket, deliveries per second of the server's CPU.

All servers run at once with their sockets open; they take turns in telling, so that the machine is the same for all.
"""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatch_build import node_folder, npm_cli
from server.store.embedded import embedded
from tests.load.hall import SESSION, Hall, Moderator, a_hall
from tests.load.measured import Driver, Measured
from tests.load.reading import Reading, Size, median, remark

HZ = 4.0
RIVALS = Path(__file__).with_name("rivals")
OURS, PICOWS, WEBSOCKETS, SOCKETIO = "plenaria", "picows", "websockets", "socketio"

SOCKETIO_KNOCK: dict[str, Any] = {"path": "/socket.io/?EIO=4&transport=websocket", "first": ["40"], "wanted": 2}

Tell = Callable[[float], Awaitable[None]]
"""Tells everybody at ``HZ`` for so many seconds."""


@dataclass(frozen=True, slots=True)
class Runner:
    name: str
    server: Measured
    tell: Tell


async def measure(size: Size) -> AsyncIterator[Reading]:
    async with AsyncExitStack() as stack:
        driver = await Driver.begin()
        stack.push_async_callback(driver.end)
        hall = await stack.enter_async_context(a_hall(size.sockets))
        moderator = await stack.enter_async_context(hall.moderator())
        runners = [await _ours(hall, moderator, driver, size)]
        length = await _frame_length(runners[0], driver, size)
        for name in (PICOWS, WEBSOCKETS, SOCKETIO):
            runners.append(await stack.enter_async_context(_rival(name, driver, size, length)))
        found: dict[str, list[float]] = {runner.name: [] for runner in runners}
        for number in range(size.runs):
            for runner in runners:
                found[runner.name].append(await _run(runner, driver, size))
            remark(f"fan-out, run {number + 1}: " + ", ".join(f"{n} {found[n][-1]:,.0f}" for n in found))
    for reading in _readings(found, length, size):
        yield reading


def _readings(found: dict[str, list[float]], length: int, size: Size) -> list[Reading]:
    what = f"{size.sockets} sockets, {length} bytes at 4 Hz, median of {size.runs} interleaved runs"
    plain = [
        Reading(f"fanout_{name}_per_cpu_s", median(runs), "deliveries/CPU-s", "higher", note=what)
        for name, runs in found.items()
    ]

    def ratio(rival: str, one: str = OURS) -> float:
        return median([ours / theirs for ours, theirs in zip(found[one], found[rival], strict=True)])

    return [
        *plain,
        Reading("fanout_vs_picows", ratio(PICOWS), "ratio", "higher", 0.9, what),
        Reading("fanout_vs_socketio", ratio(SOCKETIO), "ratio", "higher", 2.0, what),
        # What can be reached at all on this machine: past the system's own share nobody gets.
        Reading("fanout_picows_vs_socketio", ratio(SOCKETIO, PICOWS), "ratio", "higher", None, what),
        Reading("fanout_vs_websockets", ratio(WEBSOCKETS), "ratio", "higher", None, what),
    ]


async def _run(runner: Runner, driver: Driver, size: Size) -> float:
    """Deliveries per CPU-second. Raises ``RuntimeError`` where a socket missed a frame."""
    await driver.do("count", group=runner.name)
    before = runner.server.cpu_s()
    await runner.tell(size.seconds)
    await asyncio.sleep(0.4)
    spent = runner.server.cpu_s() - before
    got = await driver.do("count", group=runner.name)
    if got["lost"] or got["fewest"] < (size.seconds - 1) * HZ:
        raise RuntimeError(f"{runner.name}: {got['lost']} sockets lost, one had only {got['fewest']} frames")
    return float(got["frames"] / spent)


async def _frame_length(ours: Runner, driver: Driver, size: Size) -> int:
    """The payload of our frame; the rivals send as much."""
    await driver.do("count", group=OURS)
    await ours.tell(1)
    await asyncio.sleep(1)
    got = await driver.do("count", group=OURS)
    return int(got["bytes"] // got["frames"]) - 4


async def _ours(hall: Hall, moderator: Moderator, driver: Driver, size: Size) -> Runner:
    await moderator.does("start_session", session=SESSION)
    await hall.joined(driver, OURS, size.sockets)
    turn = iter(range(10**9))

    async def tell(seconds: float) -> None:
        loop = asyncio.get_running_loop()
        due = loop.time()
        for _ in range(int(seconds * HZ)):
            await moderator.stages(next(turn))
            due += 1 / HZ
            await asyncio.sleep(max(0.0, due - loop.time()))

    return Runner(OURS, hall.server, tell)


@asynccontextmanager
async def _rival(name: str, driver: Driver, size: Size, length: int) -> AsyncIterator[Runner]:
    async with AsyncExitStack() as stack:
        if name == SOCKETIO:
            folder = stack.enter_context(TemporaryDirectory(prefix="plenaria-load-"))
            url = await stack.enter_async_context(embedded(Path(folder) / "data"))
            # Its own text around the message: 42["m","..."]
            server = await Measured.start(str(_node()), "socketio.mjs", str(length - 10), url, cwd=RIVALS)
        else:
            module = {PICOWS: "picows_raw", WEBSOCKETS: "websockets_broadcast"}[name]
            server = await Measured.start(sys.executable, "-m", f"tests.load.rivals.{module}", str(length))
        stack.push_async_callback(server.end)
        port = int(await server.line())
        how = (
            {"path": "/socket.io/?EIO=4&transport=websocket", "first": ["40"], "wanted": 2} if name == SOCKETIO else {}
        )
        await driver.do("join", group=name, port=port, count=size.sockets, **how)

        async def tell(seconds: float) -> None:
            await server.say(f"go {HZ}")
            await asyncio.sleep(seconds)
            await server.say("stop")

        yield Runner(name, server, tell)


def _node() -> Path:
    """A Node, with the rival's packages installed. Raises ``RuntimeError``."""
    folder = node_folder()
    if folder is None:
        raise RuntimeError("Socket.IO needs a Node")
    if not (RIVALS / "node_modules" / "socket.io").is_dir():
        npm = [str(folder / "node"), str(npm_cli(folder)), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(npm, cwd=RIVALS, check=True, stdout=sys.stderr)
    return folder / "node"
