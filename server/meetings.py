"""Meetings in the store: made from a programme, listed, found."""

import secrets

from server.live.clock import now_ms
from server.programmes import default_programme
from server.state import load
from server.store import Reply, Store, Verdict
from sessions import events as e
from sessions.ids import join_code
from sessions.meeting import Meeting
from sessions.programme import KEEP_DAYS, Programme
from sessions.roadmap.earlier import EarlierLine


async def create(
    store: Store,
    programme: Programme,
    *,
    rehearsal: bool = False,
    suffix: str = "",
    keep_days: int = KEEP_DAYS,
    earlier: tuple[EarlierLine, ...] = (),
) -> str:
    """A meeting of ``programme``, by its id; a second one of the same programme gets a number. ``keep_days`` is for a
    programme that does not say how long it is kept: from now on the meeting does. ``earlier`` is a roadmap that it
    takes up. Raises ``ValueError`` where the store does not take it."""
    if programme.keep_days is None:
        programme = programme.model_copy(update={"keep_days": keep_days})
    taken = set(await store.meetings())
    base = f"{programme.id}{suffix}"
    id_ = next(name for name in _names(base) if name not in taken)
    event = e.MeetingCreated(
        meeting=id_, code=join_code(secrets.randbits(64)), programme=programme, rehearsal=rehearsal, earlier=earlier
    )
    reply: Reply = await store.create(id_, [e.encode(e.LogEntry(at=now_ms(), event=event))])
    if reply.verdict is not Verdict.RECORDED:
        raise ValueError(reply.code or reply.verdict.value)
    return id_


def _names(base: str) -> list[str]:
    return [base, *(f"{base}-{number}" for number in range(2, 1000))]


async def read(store: Store, meeting: str) -> Meeting:
    """The state as it stands. Raises what ``Store.load`` raises."""
    state, _ = await load(store, meeting)
    return state


async def newest_or_default(store: Store, keep_days: int = KEEP_DAYS) -> Meeting:
    """The newest open meeting that is no rehearsal, else the newest; in an empty store, the default programme's."""
    states = [await read(store, meeting) for meeting in reversed(await store.meetings())]
    real = [state for state in states if not state.rehearsal]
    for state in real:
        if state.closed_at is None:
            return state
    if real:
        return real[0]
    return await read(store, await create(store, default_programme(), keep_days=keep_days))
