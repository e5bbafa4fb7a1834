"""The store on Redis, Valkey or a cluster of either."""

from typing import TYPE_CHECKING

from server.store.ballots import Ballots
from server.store.copies import Copies
from server.store.meetings import Meetings
from server.store.pads import Pads
from server.store.presence import Presence


class RedisStore(Meetings, Ballots, Pads, Presence, Copies):
    """Implements Store. `await RedisStore.open(url)`, then `aclose()`; or `async with await RedisStore.open(url)`.

    `durability` says how well the server keeps what it takes.
    """


if TYPE_CHECKING:
    from server.store import Store
    from server.store.copies import Copying

    def _implements(store: RedisStore) -> Store:
        return store

    def _copies(store: RedisStore) -> Copying:
        return store
