"""Rows of the fault matrix: two hundred kills at random moments of a vote."""

from tests.faults.kills import Killing, killed_at_random
from tests.faults.rows import Place, row

KILLS = {1: 150, 2: 70}
QUICK = {1: 12, 2: 8}
SECONDS = 1200.0


@row("S1", "kill -9 of workers while voting, two workers", SECONDS)
async def two_workers(place: Place) -> str:
    """Acked is counted, nothing twice, whatever dies: a worker, both, the supervisor, Valkey, or all; first ballot
    recorded again within 3 s (worker) and 5 s (Valkey, or the supervisor with all its workers). Random moments, secret
    and open rounds alternating."""
    return await _killed(place, 2)


@row("S3", "kill -9 of the server, of Valkey, of both while voting", SECONDS)
async def one_worker(place: Place) -> str:
    """Acked is counted, nothing twice, every outcome reads the same before and after a restart; first ballot recorded
    again within 3 s (server) and 5 s (Valkey, or both). Random moments, secret and open rounds alternating."""
    return await _killed(place, 1)


async def _killed(place: Place, workers: int) -> str:
    kills = (QUICK if place.quick else KILLS)[workers]
    told: Killing = await killed_at_random(place.folder, workers, kills, place.seed)
    place.found.update(told.told())
    assert not told.late(), f"came back late: {', '.join(told.late())}"
    return f"{told.kills} kills, {told.rounds} rounds judged, seed {place.seed}"
