"""Cursors count what everybody may know, and still nothing is missed by whoever goes from one worker to another."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.live.room import OF_ONE_SEAT
from server.live.view import RoomView
from server.live.wire import Cursor
from server.state import load
from server.store import Verdict
from server.store.redis import RedisStore
from sessions import events as e
from sessions.evolve import evolve
from sessions.meeting import Meeting, freeze
from tests.helpers.house import a_server_on
from tests.helpers.play import masked
from tests.server.live.test_view import apply, told
from tests.sessions.test_law import play_everything

SEAT = "peru-1"
LOG = play_everything()[0].log


class Worker:
    """One that has folded the log up to some place."""

    def __init__(self, upto: int) -> None:
        self.at = 0
        self.meeting: Meeting | None = None
        self.view = RoomView(masked, self.state)
        for _ in range(upto):
            self._folds()
        self.view.start_over("epoch")
        self.view.seat_came(SEAT)

    def state(self) -> Meeting:
        assert self.meeting is not None
        return self.meeting

    def _folds(self) -> e.Event:
        self.meeting = evolve(self.meeting, self.at + 1, LOG[self.at])
        self.at += 1
        return LOG[self.at - 1].event

    def folds(self, count: int) -> None:
        for _ in range(min(count, len(LOG) - self.at)):
            event = self._folds()
            if isinstance(event, e.BallotCast):
                self.view.stale_turnout(event.activity, [SEAT] if event.voter.endswith(SEAT) else [])
            elif isinstance(event, OF_ONE_SEAT):
                self.view.stale_entries(event, [SEAT])
            else:
                self.view.stale(event)
        self.view.refresh()


class Wanderer:
    """A phone that is on one worker and then on another, with nothing but its cursor and its keys."""

    def __init__(self) -> None:
        self.keys: dict[str, Any] = {}
        self.cursor: Cursor | None = None

    def comes_to(self, worker: Worker) -> None:
        message = told(worker.view.opening(("everyone",), SEAT, self.cursor))
        if message["type"] == "snapshot":
            self.keys = message["keys"]
        else:
            apply(self.keys, worker.view.opening(("everyone",), SEAT, self.cursor))
        self.cursor = (message["cursor"][0], message["cursor"][1])


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_nothing_is_missed_between_workers_that_are_not_equally_far(seed: int) -> None:
    chance = random.Random(seed)
    workers = [Worker(chance.randint(1, len(LOG) // 2)) for _ in range(2)]
    phone = Wanderer()
    while any(worker.at < len(LOG) for worker in workers):
        worker = chance.choice(workers)
        worker.folds(chance.randint(1, 6))
        if chance.random() < 0.1:
            workers[workers.index(worker)] = worker = Worker(worker.at)
        if phone.cursor is None or worker.view.seq >= phone.cursor[1]:  # else the phone waits for it
            phone.comes_to(worker)
    final = told(workers[0].view.opening(("everyone",), SEAT, None))
    phone.comes_to(chance.choice(workers))
    assert phone.keys == final["keys"]
    assert phone.cursor == ("epoch", final["cursor"][1])


def test_ballots_move_no_cursor_and_all_else_does() -> None:
    worker = Worker(1)
    while worker.at < len(LOG):
        before = worker.view.seq
        event = LOG[worker.at].event
        worker.folds(1)
        aside = isinstance(event, (e.BallotCast, *OF_ONE_SEAT))
        assert worker.view.seq == before + (not aside), event.type


@pytest.fixture
async def old_snapshot(store: RedisStore) -> Meeting:
    """A meeting whose last snapshot was written before cursors were counted so."""
    play, _ = play_everything()
    bodies = [e.encode(entry) for entry in play.log]
    meeting = play.meeting.id
    await store.create(meeting, bodies[:1])
    for number, body in enumerate(bodies[1:]):
        reply = await store.append(meeting, command_id=f"c{number}", revision=None, events=[body], phases={})
        assert reply.verdict is Verdict.RECORDED
    state, loaded = await load(store, meeting)
    old = freeze(state).replace(b'"told":%d' % state.told, b'"told":-1')
    assert await store.save_snapshot(meeting, loaded.epoch, loaded.seq, old)
    return state


async def test_a_snapshot_from_before_is_passed_over(store: RedisStore, old_snapshot: Meeting) -> None:
    assert (await store.load(old_snapshot.id)).snapshot
    state, loaded = await load(store, old_snapshot.id)
    assert (state.told, loaded.snapshot) == (old_snapshot.told, None)
    async with a_server_on(store, old_snapshot.id) as house:
        moderator = await house.moderator()
        assert moderator.cursor == [loaded.epoch, old_snapshot.told]
