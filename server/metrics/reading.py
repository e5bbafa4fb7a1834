"""One worker's numbers at a moment, as plain values that can be published to the other workers."""

import os
import resource
import sys
from contextlib import suppress
from pathlib import Path

from server.metrics.counts import Histogram, LiveCounts, StoreCounts

Value = float | list[float]
"""A number; of a histogram the counts of its buckets (the last is above all bounds) and then the sum."""

Reading = dict[str, list[tuple[list[str], Value]]]
"""Family -> (values of its labels, value) each."""


def of_histogram(histogram: Histogram) -> Value:
    return [*histogram.counts, histogram.total]


def of_store(counts: StoreCounts) -> Reading:
    return {
        "plenaria_store_batch_size": [([], of_histogram(counts.batch))],
        "plenaria_store_write_seconds": [([], of_histogram(counts.write))],
        "plenaria_store_writes_again": [([], counts.again)],
        "plenaria_store_round_trips": [([purpose], count) for purpose, count in sorted(counts.trips.items())],
    }


def of_live(counts: LiveCounts) -> Reading:
    return {
        "plenaria_commands": [([name, verdict], count) for (name, verdict), count in sorted(counts.commands.items())],
        "plenaria_reply_seconds": [([], of_histogram(counts.other))],
        "plenaria_ballot_reply_seconds": [([], of_histogram(counts.ballot))],
        "plenaria_tick_seconds": [([], of_histogram(counts.tick))],
        "plenaria_loop_lag_seconds": [([], of_histogram(counts.lag))],
        "plenaria_behind": [([], counts.behind)],
        "plenaria_closes": [([code], count) for code, count in sorted(counts.closes.items())],
        "plenaria_export_seconds": [([name], of_histogram(h)) for name, h in sorted(counts.exports.items())],
    }


def _open_descriptors() -> int:
    """Raises ``OSError`` where there is no /proc."""
    folder = Path("/proc/self/fd")
    # Since Linux 6.2 its size says how many; before, a list of ten thousand takes as long as a hundred ballots.
    return folder.stat().st_size or len(os.listdir(folder))


def of_process() -> Reading:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    found: Reading = {
        "plenaria_cpu_seconds": [([], round(used.ru_utime + used.ru_stime, 2))],
        "plenaria_descriptors": [(["allowed"], soft)],
    }
    found["plenaria_memory_bytes"] = [([], used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))]
    with suppress(OSError):  # where there is /proc, what is held now instead of the most that ever was
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        found["plenaria_memory_bytes"] = [([], pages * os.sysconf("SC_PAGE_SIZE"))]
        found["plenaria_descriptors"].append((["open"], _open_descriptors()))
    return found
