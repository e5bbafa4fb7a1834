"""What a phone has to load, and how long the house takes to open for the second time."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.faults.processes import free_port
from tests.load.hall import until_ready
from tests.load.measured import ROOT, Measured
from tests.load.reading import Reading, Size

STATIC = ROOT / "server" / "static"
HTML = 1024  # the shell that the server renders is held to this by a test of its own


async def measure(size: Size) -> AsyncIterator[Reading]:
    note = "HTML, entry and phone page with all they import"
    yield Reading("phone_page_brotli_kb", _weight(".br") / 1024, "KB", "lower", 35, note)
    yield Reading("phone_page_gzip_kb", _weight(".gz") / 1024, "KB", "lower", 40, note)
    with TemporaryDirectory(prefix="plenaria-load-") as folder:
        first = await _start(folder)
        second = await _start(folder)
    note = f"`make run` until a ballot could be recorded; the first on that data took {first:.1f} s"
    yield Reading("second_start_s", second, "s", "lower", 10, note)


async def _start(folder: str) -> float:
    port = free_port()
    begun = time.monotonic()
    started = await Measured.start(
        "make", "run", f"PORT={port}", "HOST=127.0.0.1", PLENARIA_DATA=str(Path(folder) / "data")
    )
    try:
        await until_ready(port)
        return time.monotonic() - begun
    finally:
        await started.end()
        await asyncio.sleep(0.5)  # make goes before what it started has closed its store


def _weight(suffix: str) -> int:
    manifest: dict[str, Any] = json.loads((STATIC / "manifest.json").read_text())
    phone = next(key for key in ("src/pages/phone/index.tsx", "src/pages/phone.tsx") if key in manifest)
    files: set[str] = set()
    left, seen = ["src/main.tsx", phone], set[str]()
    while left:
        key = left.pop()
        if key not in seen:
            seen.add(key)
            files |= {manifest[key]["file"], *manifest[key].get("css", [])}
            left += manifest[key].get("imports", [])
    return HTML + sum((STATIC / f"{file}{suffix}").stat().st_size for file in files)
