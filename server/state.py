"""A meeting's state out of the store."""

from server.store import Loaded, Store
from sessions import events as e
from sessions.evolve import evolve, evolve_cast
from sessions.meeting import Meeting, thaw


async def load(store: Store, meeting: str) -> tuple[Meeting, Loaded]:
    """The state as it stands, and what it was read from. Raises what ``Store.load`` raises."""
    loaded = await store.load(meeting)
    state = _folded(loaded)
    if state.told < 0:
        # A snapshot from before there was that count: only the whole log knows it, the same for every worker.
        loaded = await store.load(meeting, whole=True)
        state = _folded(loaded)
    state.seq = loaded.seq
    return state, loaded


def _folded(loaded: Loaded) -> Meeting:
    kept = thaw(loaded.snapshot) if loaded.snapshot else None
    state = kept
    for entry in loaded.tail:
        cast = e.decode_cast(entry.body)
        if cast is not None and state is not None:
            evolve_cast(state, entry.seq, cast)
        else:
            state = evolve(state, entry.seq, e.decode(entry.body))
    if state is None:
        raise ValueError("the log is empty")
    return state
