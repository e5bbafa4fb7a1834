"""Ballots go a way of their own, because there are thousands at once: it must lead where any command's leads."""

import json
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.live import wire
from server.live.voting import Readings, encode_cast
from server.live.wire import CastMessage, CommandMessage
from sessions import commands as c
from sessions import events as e
from sessions.actor import Actor, Role
from sessions.errors import Code, Refused
from sessions.evolve import evolve, evolve_cast
from sessions.rules import decide, decide_cast
from tests.helpers.play import MODERATOR, Play, delegate
from tests.helpers.programmes import small

ARGS = {"activity": "coffee", "round": 1, "ballot_id": "ballot-1", "ballot": {"choices": ["yes"]}}
MESSAGE = {"type": "command", "id": "command-1", "name": "cast_ballot", "args": ARGS}
VOTER = delegate("peru-1")


@pytest.fixture
def play() -> Play:
    play = Play(small())
    play.does(MODERATOR, "start_session", session="plenary")
    play.does(MODERATOR, "open_activity", activity="coffee")
    return play


def test_a_ballot_is_read_to_the_end() -> None:
    assert wire.read(json.dumps(MESSAGE)) == CastMessage("command-1", c.CastBallot.model_validate(ARGS))


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.sampled_from(["a:b", "é"]),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=3), values, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(st.sampled_from([*MESSAGE, "more"]), ODD, max_size=2),
    st.dictionaries(st.sampled_from([*ARGS, "name", "more"]), ODD, max_size=2),
    ODD,
)
def test_it_is_read_as_any_command_is(top: dict[str, Any], inner: dict[str, Any], ballot: Any) -> None:
    text = json.dumps({**MESSAGE, "args": {**ARGS, "ballot": ballot, **inner}, **top})
    found = read(text)
    with patch.object(wire, "_cast", return_value=None):
        assert read(text) == found


def read(text: str) -> Any:
    """What was said; None for no message, and a command as (id, command or the code of its refusal)."""
    try:
        said = wire.read(text)
    except wire.BadMessage:
        return None
    if isinstance(said, CommandMessage):
        return said.id, outcome(lambda: c.read_command(said.name, said.args))
    return said[:2] if isinstance(said, CastMessage) else said


def outcome(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except Refused as refused:
        return refused.code


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(MESSAGE).replace('"round": 1', '"round": 1, "round": 1'),
        json.dumps(MESSAGE).replace('"choices"', '"choices": [], "choices"'),
        json.dumps(MESSAGE)[:-1] + ', "id": "command-2"}',
        json.dumps(MESSAGE).replace('["yes"]', "NaN"),
        json.dumps({**MESSAGE, "more": 1}),
        json.dumps({**MESSAGE, "id": "short"}),
        json.dumps({**MESSAGE, "id": "command-1\n"}),
        json.dumps({**MESSAGE, "id": 12345678}),
    ],
)
def test_what_is_not_exactly_a_ballot_is_no_message(text: str) -> None:
    with pytest.raises(wire.BadMessage):
        wire.read(text)


def test_a_ballot_that_is_no_command_is_refused_later() -> None:
    for args in ({**ARGS, "round": 0}, {**ARGS, "ballot": []}, {}):
        assert isinstance(wire.read(json.dumps({**MESSAGE, "args": args})), CommandMessage)


@pytest.mark.parametrize(
    ("actor", "more"),
    [
        (VOTER, {}),
        (VOTER, {"ballot": {"abstain": True}}),
        (VOTER, {"ballot": {"choices": ["maybe"]}}),
        (VOTER, {"activity": "nothing"}),
        (VOTER, {"activity": "tea"}),
        (VOTER, {"round": 2}),
        (delegate("unhcr-1"), {}),
        (MODERATOR, {}),
    ],
)
def test_it_is_decided_as_any_command_is(play: Play, actor: Actor, more: dict[str, Any]) -> None:
    command, context = c.CastBallot.model_validate({**ARGS, **more}), play.context()
    readings = Readings()
    for _ in range(2):  # also where the same was read before
        slow = outcome(lambda: decide(play.meeting, command, actor, context)[0])
        quick = outcome(lambda: decide_cast(play.meeting, command, actor, context, readings))
        if isinstance(slow, Code):
            assert quick is slow
        else:
            latest, voter = quick
            assert (slow.activity, slow.round) == (command.activity, latest.number)
            assert (slow.voter, slow.delegation) == voter


def test_what_was_sound_for_one_question_is_read_anew_for_another(play: Play) -> None:
    readings = Readings()
    coffee = play.meeting.activities["coffee"].prepared
    other = next(a.prepared for a in play.meeting.activities.values() if a.plan.kind == "prioritise")
    readings(coffee, {"choices": ["yes"]})
    with pytest.raises(Refused) as refused:
        readings(other, {"choices": ["yes"]})
    assert refused.value.code is Code.INVALID_BALLOT


@pytest.mark.parametrize("actor", [None, Actor(role=Role.DELEGATE, seat="peru-1")])
def test_its_entry_is_written_and_read_as_any_other(play: Play, actor: Actor | None) -> None:
    event = e.BallotCast(activity="coffee", round=1, voter="peru-1", delegation="peru")
    at = 1_758_722_400_000 if actor else None
    by = e.By(role=actor.role, seat=actor.seat) if actor else None
    entry = e.LogEntry(at=at, by=by, event=event)
    body = encode_cast(c.CastBallot.model_validate(ARGS), "peru-1", "peru", at, actor)
    assert body == e.encode(entry)
    fields = e.decode_cast(body)
    assert fields == event.model_dump()
    assert fields is not None
    evolve_cast(play.meeting, 99, fields)
    other = Play(small())
    other.does(MODERATOR, "start_session", session="plenary")
    other.does(MODERATOR, "open_activity", activity="coffee")
    evolve(other.meeting, 99, entry)
    assert play.meeting.activities["coffee"].rounds == other.meeting.activities["coffee"].rounds
    assert (play.meeting.seq, play.meeting.told, play.meeting.aside) == (99, other.meeting.told, other.meeting.aside)


def test_other_entries_are_no_ballots() -> None:
    newer = b'{"v":2,"at":null,"by":null,"event":{"type":"ballot_cast","activity":"a","round":1,"voter":"v"}}'
    said = e.encode(e.LogEntry(at=1, event=e.MessageSent(text={"es": '"ballot_cast"'})))
    assert e.decode_cast(newer) is None
    assert e.decode_cast(said) is None
