"""The one place where clients of Redis or Valkey are built.

redis-py repeats a timed-out write ten times by itself and raises when a burst finds its pool of a hundred
connections in use, so both are set here on purpose. A test fails where a client is built elsewhere.
"""

from dataclasses import dataclass, field
from typing import Any

from redis import exceptions as errors
from redis.asyncio import BlockingConnectionPool, ConnectionPool, Redis, RedisCluster
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff, NoBackoff

from server.metrics.counts import StoreCounts

Client = Redis | RedisCluster

ANSWER_S = 2.5
"""How long to wait for a reply before asking again, in seconds."""

READ_S = 10.0
"""How long a read may take, in seconds."""

BLOCK_S = 2.0
"""How long a follower's read waits on the server for something to come, in seconds."""

_AWAY = (
    OSError,
    errors.ConnectionError,
    errors.TimeoutError,
    errors.BusyLoadingError,
    errors.ClusterDownError,
    errors.ClusterError,
    errors.MasterDownError,
    errors.OutOfMemoryError,
    errors.ReadOnlyError,
    errors.TryAgainError,
    errors.SlotNotCoveredError,
)
_AWAY_WORDS = ("MISCONF", "BUSY ", "LOADING", "NOREPLICAS", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN")


def away(error: BaseException) -> bool:
    """Whether the server does not answer, or cannot now, so that asking again makes sense."""
    if isinstance(error, _AWAY):
        return True
    return isinstance(error, errors.ResponseError) and str(error).startswith(_AWAY_WORDS)


@dataclass(frozen=True, slots=True)
class Clients:
    """A worker's clients of one server, by what they may do."""

    write: Client
    """Asks once: whoever uses it knows how to ask again."""
    read: Client
    """Asks again by itself: for what changes nothing."""
    follow: Client
    """Waits: each read that blocks takes a connection of its own."""
    counts: StoreCounts = field(default_factory=StoreCounts)

    async def aclose(self) -> None:
        for client in (self.write, self.read, self.follow):
            await client.aclose()


def connect(url: str) -> Clients:
    """Clients for `redis://`, `rediss://`, `unix://`, `redis+cluster://` or `rediss+cluster://`.

    Nothing is sent yet. They wait for ever for an answer: whoever asks sets a time limit with `asyncio.timeout`.
    Raises ValueError for other addresses.
    """
    never, thrice = Retry(NoBackoff(), 0), Retry(ExponentialBackoff(cap=1.0, base=0.05), 3)
    return Clients(
        write=_client(url, never, connections=8),
        read=_client(url, thrice, connections=16),
        follow=_client(url, never, connections=None),
    )


def _client(url: str, retry: Retry, *, connections: int | None) -> Client:
    options: dict[str, Any] = {
        # With a time limit of its own redis-py sends under asyncio.wait_for, which on Python 3.11 may swallow the
        # cancellation of the task: a follower that was cancelled would go on for ever.
        "socket_timeout": None,
        "socket_connect_timeout": 1.0,
        "retry": retry,
        "protocol": 2,
        "decode_responses": False,
    }
    scheme, _, rest = url.partition("://")
    if scheme.endswith("+cluster"):
        plain = f"{scheme.removesuffix('+cluster')}://{rest}"
        return RedisCluster.from_url(plain, max_connections=1_000, **options)
    if connections is None:
        return Redis.from_pool(ConnectionPool.from_url(url, max_connections=100_000, **options))
    pool = BlockingConnectionPool.from_url(url, max_connections=connections, timeout=READ_S, **options)
    return Redis.from_pool(pool)
