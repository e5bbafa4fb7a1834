"""What the report costs: 60 lines, 300 notes and 2,000 ballots in every format, while an event loop goes on.

The child, ``python -m tests.load.report FILE``, reads the report from JSON and writes it; its memory is its own.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from server.exports import formats
from sessions.report import Report
from tests.helpers.lines import drafts
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told, played
from tests.load.reading import Reading, Size

LINES, NOTES, VOTERS = 60, 300, 2_000
TABLES = 3
WITHIN_S, WITHIN_MB, STALL_MS = 2.0, 200.0, 100.0


async def measure(size: Size) -> AsyncIterator[Reading]:
    with tempfile.TemporaryDirectory(prefix="plenaria-load-") as folder:
        file = Path(folder) / "report.json"
        file.write_text((await asyncio.to_thread(large)).model_dump_json(), encoding="utf-8")
        command = (sys.executable, "-m", "tests.load.report", str(file))
        child = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        out, _ = await child.communicate()
    found = json.loads(out)
    note = f"{LINES} lines, {NOTES} notes, {VOTERS} voters"
    for name, seconds in found["seconds"].items():
        limit = 2 * WITHIN_S if name == "zip" else WITHIN_S
        yield Reading(f"report_{name}_s", seconds, "s", "lower", limit, note)
    yield Reading("report_peak_mb", found["peak_mb"], "MB", "lower", WITHIN_MB, "the whole process, after every format")
    yield Reading("report_loop_stall_ms", found["stall_ms"], "ms", "lower", STALL_MS, "longest wait of the event loop")


def large() -> Report:
    """Everybody of four States and an organisation votes in every round; three tables write."""
    seats = VOTERS // 5
    delegations = [
        *({"id": id_, "name": id_.title(), "seats": seats} for id_ in ("panama", "peru", "belize", "mexico")),
        {"id": "unhcr", "name": "ACNUR", "kind": "organisation", "seats": seats},
    ]
    play: Told = played(small(delegations=delegations), people=seats, entries=NOTES // TABLES, closes=False)
    drafts(play, LINES)
    play.does(MODERATOR, "close_meeting")
    return play.reports()


async def _longest_stall(until: asyncio.Event) -> float:
    longest = 0.0
    while not until.is_set():
        begun = time.perf_counter()
        await asyncio.sleep(0.005)
        longest = max(longest, time.perf_counter() - begun - 0.005)
    return longest


async def _written(report: Report) -> dict[str, object]:
    """Each format once more than measured, so that loading its library does not count."""
    seconds = {}
    stalls = []
    for name, format_ in formats().items():
        await asyncio.to_thread(format_.write, report, "es")
        done = asyncio.Event()
        watching = asyncio.create_task(_longest_stall(done))
        begun = time.perf_counter()
        await asyncio.to_thread(format_.write, report, "es")
        seconds[name] = round(time.perf_counter() - begun, 3)
        done.set()
        stalls.append(await watching)
    return {"seconds": seconds, "peak_mb": round(_peak_mb(), 1), "stall_ms": round(max(stalls) * 1000, 1)}


def _peak_mb() -> float:
    """Of this process; what ``getrusage`` says begins with the peak of the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) / 1024


if __name__ == "__main__":
    told = Report.model_validate_json(Path(sys.argv[1]).read_bytes())
    print(json.dumps(asyncio.run(_written(told))))
