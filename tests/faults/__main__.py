"""``python -m tests.faults [--quick] [--seed N] [ROW ...]``, or `make faults`: every row of the fault matrix.

One JSON object a line for each row, in the order of the matrix; the last line sums up: ``acked`` voters were told that
their ballot is recorded (once a round, however often they changed it; ``recorded`` counts every such answer), ``lost``
of them were not counted, ``doubled`` were counted too often; and kills. Exit code 1 where a row did not hold. Without a
seed one is drawn; it is printed, so that a run can be repeated.
"""

import argparse
import json
import resource
import secrets
import sys
import time
from typing import Any

import uvloop

from tests import chromium
from tests.faults import browsers, clients, crowds, network, pads, redis, restarts, servers, stored
from tests.faults.rows import Row, rows_of

SUMS = ("acked", "recorded", "lost", "doubled", "kills")
FAMILIES = (clients, browsers, network, pads, crowds, servers, restarts, redis, stored)


def all_rows() -> list[Row]:
    """In the order of the matrix: clients, network, servers, Redis, then the kills."""
    return sorted((row for family in FAMILIES for row in rows_of(family)), key=_order)


def _order(row: Row) -> tuple[int, int, str]:
    letters = row.id.rstrip("0123456789")
    number = row.id.removeprefix(letters)
    return ("C", "N", "S", "R").index(letters) if letters in "CNSR" else 9, int(number or 0), row.id


async def run(rows: list[Row], *, quick: bool, seed: int) -> bool:
    """Whether all that could be tried held."""
    begun, told = time.monotonic(), []
    for row in rows:
        told.append(await row.run(quick=quick, seed=seed))
        print(json.dumps(told[-1], ensure_ascii=False), flush=True)
    not_held = [row["row"] for row in told if row["held"] is False]
    sums: dict[str, Any] = {
        key: sum(row.get(key, 0) for row in told) for key in ("acked", "recorded", "lost", "doubled", "kills")
    }
    sums |= {"rows": len(told), "held": sum(row["held"] is True for row in told), "not_held": not_held}
    sums |= {"not_possible": [row["row"] for row in told if row["held"] is None]}
    sums |= {"seed": seed, "quick": quick, "seconds": round(time.monotonic() - begun, 1)}
    print(json.dumps(sums), flush=True)
    return not not_held


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Injects the faults of the matrix.")
    parser.add_argument("--quick", action="store_true", help="fewer kills, smaller crowds")
    parser.add_argument("--seed", type=int, help="repeats the random choices of a run")
    parser.add_argument("rows", nargs="*", metavar="ROW", help="such as C7 R14; all without")
    asked = parser.parse_args()
    found = {row.id: row for row in all_rows()}
    unknown = set(asked.rows) - set(found)
    if unknown:
        parser.error(f"no row {', '.join(sorted(unknown))}; there are {' '.join(found)}")
    rows = [found[id_] for id_ in asked.rows] or list(found.values())
    seed = asked.seed if asked.seed is not None else secrets.randbelow(1_000_000)
    print(f"seed {seed}", file=sys.stderr, flush=True)
    chromium.use_the_locked_node()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return 0 if uvloop.run(run(rows, quick=asked.quick, seed=seed)) else 1


if __name__ == "__main__":
    sys.exit(main())
