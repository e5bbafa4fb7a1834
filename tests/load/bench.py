"""``python -m tests.load.bench [--quick] [PART ...]``: the measurements, one JSON object a line on stdout.

Every number comes from the real server process over real sockets, with the load driver on the same machine. Compare
within one run only.
"""

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Callable

from tests.load import ballots, fanout, growth, large, report, start
from tests.load.reading import QUICK, WHOLE, Reading, Size, remark

PARTS: dict[str, Callable[[Size], AsyncIterator[Reading]]] = {
    "start": start.measure,
    "fanout": fanout.measure,
    "ballots": ballots.measure,
    "growth": growth.measure,
    "large": large.measure,
    "report": report.measure,
}


async def main() -> int:
    """0 where everything could be measured; whether it is good enough is for the reader to say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=" ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="in some two minutes, with less of everything")
    asked = parser.parse_args()
    failed = 0
    for name in asked.parts or PARTS:
        begun = time.monotonic()
        try:
            async for reading in PARTS[name](QUICK if asked.quick else WHOLE):
                reading.tell()
        except Exception as error:
            failed = 1
            remark(f"{name} could not be measured: {error!r}")
        remark(f"{name}: {time.monotonic() - begun:.0f} s")
    return failed


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
