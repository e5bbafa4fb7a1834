"""The encoded view: what an event cannot change is not made anew, and nothing that changed is ever missed."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from server.live.layer import ALWAYS, Layer
from server.live.view import OF_EVERYONE, OF_NO_NOTES, OF_NO_SEAT, RoomView
from sessions import events as e
from sessions.evolve import evolve
from sessions.meeting import Meeting
from sessions.views import SHARED, project
from tests.helpers.play import Play, masked
from tests.helpers.programmes import small
from tests.sessions.test_law import play_everything

SEATS = ("peru-1", "peru-2", "panama-2")


def meetings() -> Iterator[tuple[e.Event, Meeting]]:
    """A whole meeting, event by event."""
    play, _ = play_everything()
    state: Meeting | None = None
    for seq, entry in enumerate(play.log, 1):
        state = evolve(state, seq, entry)
        yield entry.event, state


def layers(meeting: Meeting) -> dict[str, Any]:
    names = (*SHARED, *(f"seat:{seat}" for seat in SEATS))
    return {name: orjson.dumps(project(meeting, name, masked)) for name in names}


def test_events_change_no_layer_that_they_are_said_not_to_change() -> None:
    before: dict[str, Any] | None = None
    seen = set()
    for event, meeting in meetings():
        after = layers(meeting)
        changed = {name for name in after if before and before[name] != after[name]}
        if isinstance(event, OF_NO_SEAT):
            assert not {name for name in changed if name.startswith("seat:")}, event.type
        if isinstance(event, OF_EVERYONE):
            assert changed <= {"everyone"}, event.type
        if isinstance(event, OF_NO_NOTES):
            assert "notes" not in changed, event.type
        seen.add(type(event))
        before = after
    assert {*OF_NO_SEAT, *OF_NO_NOTES} <= seen


def test_text_of_a_pad_is_no_seats() -> None:
    play = Play(small())
    before = {seat: project(play.meeting, f"seat:{seat}", masked) for seat in SEATS}
    play.happens(e.EntriesRecorded(activity="pads", table="t1", entries=(), why="closed"))
    assert before == {seat: project(play.meeting, f"seat:{seat}", masked) for seat in SEATS}


def told(frame: bytes) -> dict[str, Any]:
    """A frame's message; they are unmasked, and their head is two, four or ten bytes."""
    head = {126: 4, 127: 10}.get(frame[1], 2)
    message: dict[str, Any] = orjson.loads(frame[head:])
    return message


def apply(keys: dict[str, Any], frame: bytes | None) -> None:
    if frame is not None:
        message = told(frame)
        keys.update(message["keys"])
        for key in message["gone"]:
            keys.pop(key, None)


@pytest.mark.parametrize("every", [1, 3])
def test_who_is_told_the_differences_holds_the_view(every: int) -> None:
    """Shared and own frames, refreshed after every event or after some, add up to what a newcomer is given."""
    current: list[Meeting] = []
    view = RoomView(masked, lambda: current[0])
    held: dict[str, dict[str, Any]] = {seat: {} for seat in SEATS}
    version = seq = 0
    for number, (event, meeting) in enumerate(meetings()):
        current[:] = [meeting]
        if number == 0:
            view.start_over("epoch")
            for seat in SEATS:
                view.seat_came(seat)
        elif isinstance(event, e.BallotCast):
            voter = next((name for name in SEATS if event.voter.endswith(name)), None)
            view.stale_turnout(event.activity, [voter] if voter else [])
        else:
            view.stale(event)
        if number % every:
            continue
        view.refresh()
        for seat in SEATS:
            if view.seats_changed_since(version):
                apply(held[seat], view.own_since(seat, version, seq))
            apply(held[seat], view.shared_since(("everyone",), version))
            assert held[seat] == told(view.opening(("everyone",), seat, None))["keys"], event.type
        version, seq = view.version, view.seq


def test_all_devices_of_a_seat_are_told_the_same_though_a_ballot_comes_between_them() -> None:
    *_, (_, meeting) = (pair for _, pair in zip(range(20), meetings(), strict=False))
    view = RoomView(masked, lambda: meeting)
    view.start_over("epoch")
    view.seat_came("peru-1")
    version = view.version
    view.stale(e.SessionStarted(session="plenary"))
    view.refresh()
    one = view.own_since("peru-1", version, 1)
    view.stale_turnout("priorities", "peru-1")
    assert view.own_since("peru-1", version, 1) == one


def test_a_key_that_went_is_told_until_it_comes_back() -> None:
    layer = Layer()
    layer.set_all({"a": 1, "b": 2}, 1, 10)
    assert layer.set_all({"a": 1}, 2, 11)
    assert not layer.set_all({"a": 1}, 3, 12)
    assert layer.since_version(1) == ([], ["b"])
    assert layer.since_seq(11) == ([], [])
    layer.set_all({"a": 1, "b": 2}, 4, 13)
    assert layer.since_version(1) == ([("b", b"2")], [])


def test_what_is_set_apart_stays_and_is_newer_than_any_cursor() -> None:
    layer = Layer()
    layer.set_one("presence", {"total": 1}, 1, ALWAYS)
    layer.set_all({}, 2, 5)
    assert layer.since_seq(10**9) == ([("presence", b'{"total":1}')], [])
