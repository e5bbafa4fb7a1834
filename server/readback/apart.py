"""Reading a workbook in a process of its own, with an end to its time and memory: a few kilobytes can unpack to what
costs a spreadsheet library a minute and gigabytes, and this server has votes to record meanwhile.

As a program it reads the file from its input and writes JSON: what it read, or why it did not.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import asdict
from typing import Any

from server.readback import FileRefused, Returned

CPU_S = 12
"""Processor time, the start of the program included; a roadmap of 2,000 lines takes a fifth of it."""

MEMORY = 768 * 1024 * 1024
_WITHIN_S = 120  # on a machine that has other things to do
_NICE = 5


def read_apart(body: bytes, *, cpu_s: int = CPU_S) -> Returned:
    """What ``reading.read`` makes of it. Blocks for a second or more: not on the event loop. Raises ``FileRefused``."""
    command = (sys.executable, "-m", "server.readback.apart", str(cpu_s))
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=_WITHIN_S, check=False)
        told: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except subprocess.TimeoutExpired:
        told = {}
    if "refused" in told:
        raise FileRefused(*told["refused"])
    if "read" not in told:
        raise FileRefused("bomb", "reading it would take more time or memory than any roadmap")
    read = told["read"]
    return Returned(
        read["meeting"],
        read["lang"],
        {line: (version, texts) for line, (version, texts) in read["base"].items()},
        [(number, code, texts) for number, code, texts in read["rows"]],
    )


def main() -> int:
    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    from server.readback.reading import read  # under the limits

    try:
        told: dict[str, Any] = {"read": asdict(read(sys.stdin.buffer.read()))}
    except FileRefused as refused:
        told = {"refused": [refused.code, str(refused)]}
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
