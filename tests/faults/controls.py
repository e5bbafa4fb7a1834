"""Stores that are wrong on purpose, to see that the oracle says so: what it cannot tell, it does not guard."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any, cast

from server.links import links
from server.meetings import read
from server.store import Reply, Verdict
from server.store.connected import CAST
from server.store.flusher import Script
from server.store.redis import RedisStore
from tests.faults.processes import ServerProcess
from tests.faults.trial import Trial
from tests.helpers.house import a_house
from tests.helpers.programmes import small
from tests.helpers.stores import a_server

_KNOWN = "if now[id] or recorded(id) then return 0 end"
_KEPT = "votes[#votes + 1], votes[#votes + 2] = voter, packed"
_COUNTED = "votes[#votes + 1], votes[#votes + 2] = voter .. '+' .. redis.call('HINCRBY', head, 'casts', 1), packed"


def _changed(*changes: tuple[str, str]) -> Script:
    """The script that is shipped, but for some of its lines."""
    source = CAST.source
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    return Script.of(source)


class Increments(RedisStore):
    """A bare increment: whatever comes is one more."""

    cast_script = _changed((_KNOWN, ""), (_KEPT, _COUNTED))


class Forgetful(RedisStore):
    """Ignores the id that a ballot brings."""

    cast_script = _changed((_KNOWN, ""))


class Hasty(RedisStore):
    """Answers before it has written."""

    async def cast(self, meeting: str, **what: Any) -> Reply:
        self._late = asyncio.create_task(self._later(meeting, what))
        return Reply(Verdict.RECORDED)

    async def _later(self, meeting: str, what: dict[str, Any]) -> None:
        await asyncio.sleep(0.5)
        await super().cast(meeting, **what)


@asynccontextmanager
async def a_trial_on(sort: type[RedisStore], voters: int = 2) -> AsyncIterator[Trial]:
    """The real server in this process, on such a store."""
    async with a_server() as url, await sort.open(url) as store, a_house(small(), store) as house:
        found = links(await read(store, house.meeting), house.keyring, house.settings)
        server = cast(ServerProcess, SimpleNamespace(url=house.url, port=house.settings.port, store_url=url))
        trial = Trial(server, found)
        await trial.gathers(voters)
        yield trial
        await trial.parts()
