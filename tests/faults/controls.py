"""Stores that are wrong on purpose, to see that the oracle says so: what it cannot tell, it does not guard."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
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


def _changed(*changes: tuple[str, str]) -> Script:
    """The script that casts, with each first text replaced by the second."""
    source = CAST.source
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    return Script(source, hashlib.sha1(source.encode(), usedforsecurity=False).hexdigest())


_NO_ID = ("if now[id] or recorded(id) then return same(id, voter, packed) and 0 or 'id_used' end", "")
_INCREMENT = ("= voter, packed", "= voter .. '+' .. seq, packed")


class Increments(RedisStore):
    """A bare increment: whatever comes is one more."""

    cast_script = _changed(_NO_ID, _INCREMENT)


class Forgetful(RedisStore):
    """Ignores the id that a ballot brings."""

    cast_script = _changed(_NO_ID)


class Hasty(RedisStore):
    """Answers before it has written."""

    def cast_soon(self, meeting: str, *, told: Callable[[Reply], None], **what: Any) -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(told, Reply(Verdict.RECORDED))
        loop.call_later(0.5, partial(super().cast_soon, meeting, told=_nobody, **what))


def _nobody(reply: Reply) -> None:
    return


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
