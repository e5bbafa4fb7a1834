"""Every family of numbers, once: its name, what it says, and whether ballots move it."""

from dataclasses import dataclass
from typing import Literal

from server.metrics.counts import BATCH, EXPORT_S, LAG_S, REPLY_S, TICK_S, WRITE_S


@dataclass(frozen=True, slots=True)
class Family:
    """``labels`` without ``worker``, which all have. ``still``: told as it was before while a secret round is open,
    for how many have voted, and when, is not for everybody; of ``plenaria_commands`` the rows of ballots stand still
    too. Names of counters are without ``_total``."""

    name: str
    sort: Literal["gauge", "counter", "histogram"]
    says: str
    labels: tuple[str, ...] = ()
    bounds: tuple[float, ...] = ()
    still: bool = False


def _still(sort: Literal["gauge", "counter", "histogram"], name: str, says: str, *labels: str) -> Family:
    return Family(name, sort, says, labels, still=True)


def _timed(name: str, says: str, bounds: tuple[float, ...], *labels: str, still: bool = False) -> Family:
    return Family(name, "histogram", says, labels, bounds, still)


FAMILIES = (
    Family("plenaria_up", "gauge", "1 for each worker whose numbers these are."),
    Family("plenaria_ready", "gauge", "1 where the worker could record a ballot, tried every five seconds."),
    Family("plenaria_rooms", "gauge", "Meetings live in the worker."),
    Family("plenaria_connections", "gauge", "People connected, by what: socket or stream.", ("by",)),
    Family("plenaria_pads", "gauge", "Pads loaded in the worker."),
    Family("plenaria_pad_connections", "gauge", "Open sockets of pads."),
    Family("plenaria_worst_lag_seconds", "gauge", "How late the event loop was at worst in a minute, rounded up."),
    Family("plenaria_behind", "counter", "Times that a connection did not take what it was sent and was skipped."),
    Family("plenaria_closes", "counter", "Connections that the server closed, by reason.", ("code",)),
    Family("plenaria_commands", "counter", "Commands by name and verdict.", ("name", "verdict")),
    _timed("plenaria_export_seconds", "Time to write an export, by format.", EXPORT_S, "format"),
    _timed("plenaria_reply_seconds", "Time to answer a command that is no ballot.", REPLY_S),
    _timed("plenaria_ballot_reply_seconds", "Time to answer a ballot.", REPLY_S, still=True),
    _timed("plenaria_tick_seconds", "Time to tell a room what has changed.", TICK_S, still=True),
    _timed("plenaria_loop_lag_seconds", "How late the event loop is, asked twice a second.", LAG_S, still=True),
    _timed("plenaria_store_batch_size", "Writes that went to the store together.", BATCH, still=True),
    _timed("plenaria_store_write_seconds", "From sending a batch to its answer, synced to disk.", WRITE_S, still=True),
    _still("counter", "plenaria_store_writes_again", "Writes that were asked again, for want of an answer."),
    _still("counter", "plenaria_store_round_trips", "Exchanges with the store: write, read, follow.", "purpose"),
    _still("counter", "plenaria_cpu_seconds", "Processor time of the worker."),
    _still("gauge", "plenaria_memory_bytes", "Memory that the worker holds."),
    _still("gauge", "plenaria_descriptors", "Files and sockets of the worker: open, and allowed.", "of"),
)
