"""Negative controls: a store that is wrong turns the oracle red, and ours, under the same fault, does not."""

import asyncio
from pathlib import Path

import pytest

from server.store.redis import RedisStore
from tests.faults.controls import Forgetful, Hasty, Increments, a_trial_on
from tests.faults.everysec import cut_in_the_second_after_a_sync
from tests.faults.history import History, Verdict, judge
from tests.faults.proxy import Proxy
from tests.faults.trial import Trial
from tests.faults.voting import a_ballot, secret_of


async def asked_again(trial: Trial) -> Verdict:
    """The answer is cut off, and the phone asks again."""
    async with Proxy.to(trial.server.port) as proxy:
        ballots = await trial.opens("open")
        phone = await trial.voter(proxy.url, seat=secret_of(trial.state_seats[-1]["link"]))
        await phone.connected()
        proxy.down.open.clear()
        voting = asyncio.create_task(phone.votes(ballots.history, ballots.activity, "tunnel"))
        await trial.moderator.sees(f"turnout/{ballots.activity}", voted=1)
        proxy.cut()
        proxy.down.open.set()
        await voting
        await phone.leaves()
        return await trial.verdict(ballots)


async def delivered_late(trial: Trial) -> Verdict:
    """A copy of the first ballot arrives after the second was recorded."""
    ballots = await trial.opens("open")
    phone = trial.voters[0]
    await phone.votes(ballots.history, ballots.activity, "first")
    first = phone.last[ballots.activity]
    await phone.votes(ballots.history, ballots.activity, "second")
    await phone.gives("cast_ballot", first)
    return await trial.verdict(ballots)


async def closed_at_once(trial: Trial) -> Verdict:
    """The round is closed as soon as the ballots were answered."""
    ballots = await trial.opens("open")
    await trial.all_vote(ballots)
    return await trial.verdict(ballots)


@pytest.mark.parametrize(
    ("store", "fault", "wrong"),
    [
        (Increments, asked_again, "doubled"),
        (Forgetful, delivered_late, "foreign"),
        (Hasty, closed_at_once, "lost"),
    ],
)
async def test_a_wrong_store_turns_the_oracle_red_and_ours_does_not(store, fault, wrong) -> None:  # type: ignore[no-untyped-def]  # the table says it
    async with a_trial_on(store) as trial:
        verdict = await fault(trial)
        assert not verdict.clean
        assert getattr(verdict, wrong) > 0, verdict
    async with a_trial_on(RedisStore) as trial:
        assert (await fault(trial)).clean


async def test_a_sync_once_a_second_loses_what_was_acknowledged(tmp_path: Path) -> None:
    verdict = await cut_in_the_second_after_a_sync(tmp_path)
    assert verdict.lost > 0, verdict


# The oracle itself


def told(*answers: tuple[str, str, str]) -> History:
    history = History()
    for voter, choice, verdict in answers:
        history.add(voter, choice, verdict)
    return history


@pytest.mark.parametrize(
    ("answers", "counted", "wrong"),
    [
        ([("v", "a", "recorded")], [], "lost"),
        ([("v", "a", "recorded"), ("v", "b", "recorded")], ["a"], "foreign"),
        ([("v", "a", "recorded"), ("v", "b", "recorded")], ["b", "b"], "doubled"),
        ([("v", "a", "refused")], ["a"], "refused"),
        ([("v", "a", "recorded")], ["a", "z"], "foreign"),
        ([("v", "a", "unknown")], ["a", "a"], "doubled"),
    ],
)
def test_what_is_wrong_is_called_so(answers: list[tuple[str, str, str]], counted: list[str], wrong: str) -> None:
    assert getattr(judge(told(*answers), counted), wrong) == 1


@pytest.mark.parametrize(
    ("answers", "counted"),
    [
        ([("v", "a", "unknown")], []),
        ([("v", "a", "unknown")], ["a"]),
        ([("v", "a", "recorded"), ("v", "b", "unknown")], ["a"]),
        ([("v", "a", "recorded"), ("v", "b", "unknown")], ["b"]),
        ([("v", "a", "recorded"), ("v", "b", "refused")], ["a"]),
    ],
)
def test_what_may_be_is_not_held_against_anybody(answers: list[tuple[str, str, str]], counted: list[str]) -> None:
    assert judge(told(*answers), counted).clean


def test_of_two_at_once_either_may_be_last() -> None:
    history = History()
    first, second = history.sends("v", "a"), history.sends("v", "b")
    history.hears(second, "recorded")
    history.hears(first, "recorded")
    assert judge(history, ["a"]).clean
    assert judge(history, ["b"]).clean


def test_readings_folds_and_cursors_are_held_too() -> None:
    history = told(("v", "a", "recorded"))
    assert judge(history, ["a"], reads={"socket": [b"x", b"y"]}).unlike == 1
    assert judge(history, ["a"], kept=["b"]).unfolded
    for cursor in (("e", 5), ("e", 4), ("f", 1)):
        history.sees("phone", cursor)
    assert judge(history, ["a"]).backwards == 1


def test_a_ballot_never_says_who_cast_it() -> None:
    assert a_ballot("a", "x").keys() == {"activity", "round", "ballot_id", "ballot"}
