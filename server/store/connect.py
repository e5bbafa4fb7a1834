"""The one place where clients of Redis or Valkey are built.

redis-py repeats a timed-out write ten times by itself and raises when a burst finds its pool of a hundred
connections in use, so both are set here on purpose. A test fails where a client is built elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote, urlsplit

from redis import exceptions as errors
from redis.asyncio import BlockingConnectionPool, ConnectionPool, Redis, RedisCluster
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import Sentinel
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


_OPTIONS: Mapping[str, Any] = MappingProxyType(
    {
        # With a time limit of its own redis-py sends under asyncio.wait_for, which on Python 3.11 may swallow the
        # cancellation of the task: a follower that was cancelled would go on for ever.
        "socket_timeout": None,
        "socket_connect_timeout": 1.0,
        "protocol": 2,
        "decode_responses": False,
    }
)


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
    sentinels: tuple[Redis, ...] = ()
    """Who is asked which server is the primary."""
    counts: StoreCounts = field(default_factory=StoreCounts)

    async def aclose(self) -> None:
        for client in (self.write, self.read, self.follow, *self.sentinels):
            await client.aclose()


def connect(url: str) -> Clients:
    """Clients for `redis://`, `rediss://`, `unix://`, `redis+cluster://` or `rediss+cluster://`, or for
    `redis+sentinel://user:password@one:26379,two:26379/name` (`rediss+sentinel://`): the primary of that name.

    Nothing is sent yet. They wait for ever for an answer: whoever asks sets a time limit with `asyncio.timeout`.
    Raises ValueError for other addresses.
    """
    never, thrice = Retry(NoBackoff(), 0), Retry(ExponentialBackoff(cap=1.0, base=0.05), 3)
    if url.partition("://")[0].endswith("+sentinel"):
        watch = Watch.read(url)
        return Clients(
            write=watch.client(never), read=watch.client(thrice), follow=watch.client(never), sentinels=watch.sentinels
        )
    return Clients(
        write=_client(url, never, connections=8),
        read=_client(url, thrice, connections=16),
        follow=_client(url, never, connections=None),
    )


class Watch:
    """The sentinels of one primary, asked anew with every connection."""

    def __init__(self, sentinels: Sequence[tuple[str, int]], name: str, access: Mapping[str, Any]) -> None:
        self._name = name
        self._access = access
        # A sentinel that hangs must not keep us from the next one.
        patience = {"socket_timeout": 1.0, "socket_connect_timeout": 1.0, "retry": Retry(NoBackoff(), 0), "protocol": 2}
        manager: Any = Sentinel  # shipped without types
        self._manager = manager(sentinels, sentinel_kwargs=patience)
        self.sentinels: tuple[Redis, ...] = tuple(self._manager.sentinels)

    @classmethod
    def read(cls, url: str) -> "Watch":
        """Raises ValueError."""
        scheme, _, rest = url.partition("://")
        place, _, path = rest.partition("/")
        who, _, hosts = place.rpartition("@")
        name, _, database = path.partition("/")
        user, _, password = who.partition(":")
        if scheme not in {"redis+sentinel", "rediss+sentinel"} or not hosts or not name:
            raise ValueError("a URL of sentinels is redis+sentinel://host:26379,host:26379/name-of-the-primary")
        access: dict[str, Any] = {"ssl": scheme.startswith("rediss"), "db": int(database or 0)}
        access |= {"username": unquote(user) or None, "password": unquote(password) or None} if who else {}
        return cls([_address(host) for host in hosts.split(",")], name, access)

    def client(self, retry: Retry) -> Redis:
        client: Redis = self._manager.master_for(
            self._name, max_connections=100_000, **{**_OPTIONS, **self._access, "retry": retry}
        )
        return client


def _address(host: str) -> tuple[str, int]:
    parts = urlsplit(f"//{host}")
    if not parts.hostname:
        raise ValueError("a sentinel needs a host name")
    return parts.hostname, parts.port or 26379


def _client(url: str, retry: Retry, *, connections: int | None) -> Client:
    options: dict[str, Any] = {**_OPTIONS, "retry": retry}
    scheme, _, rest = url.partition("://")
    if scheme.endswith("+cluster"):
        plain = f"{scheme.removesuffix('+cluster')}://{rest}"
        return RedisCluster.from_url(plain, max_connections=1_000, **options)
    if connections is None:
        return Redis.from_pool(ConnectionPool.from_url(url, max_connections=100_000, **options))
    pool = BlockingConnectionPool.from_url(url, max_connections=connections, timeout=READ_S, **options)
    return Redis.from_pool(pool)
