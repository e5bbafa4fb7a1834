"""kill -9 of server and store while envelopes are being entered: each recorded one is there, once."""

import asyncio
import random
from pathlib import Path
from typing import Any

from tests.faults.kills import kill_both
from tests.faults.trial import a_trial
from tests.faults.voting import counted_choices


async def test_envelopes_survive(tmp_path: Path) -> None:
    async with a_trial(tmp_path, 2) as trial:
        ballots = await trial.opens("secret")
        place = {"activity": ballots.activity, "round": 1}
        seats = [seat["seat"] for seat in trial.state_seats[2:5]]
        for seat in seats:
            await trial.does("set_source", **place, seat=seat, source="paper")
        await trial.all_vote(ballots)
        await trial.does("close_activity", **place)

        def entering(envelope: int, text: str) -> "asyncio.Task[dict[str, Any]]":
            said = {"ballot": {"text": text}, "again": {"text": text}}
            args = {**place, "envelope": envelope, **said}
            return asyncio.create_task(trial.moderator.gives("enter_paper_ballot", args))

        assert (await entering(1, "sobre uno"))["verdict"] == "recorded"
        second = entering(2, "sobre dos")
        await kill_both(trial.server, random.Random(9))
        assert (await second)["verdict"] == "recorded"
        assert (await entering(3, "sobre tres"))["verdict"] == "recorded"
        told = await trial.moderator.sees(f"paper/{ballots.activity}", envelopes=[1, 2, 3])
        assert sorted(told["seats"]) == sorted(seats)
        await trial.does("finish_paper", **place)
        outcome = await trial.closes(ballots)
        assert outcome["counted"]["sources"] == {"phone": 2, "paper": 3, "hands": 0}
        own = {f"{ballots.activity}.{number}.0" for number in (0, 1)}
        assert sorted(counted_choices(outcome)) == sorted({"sobre uno", "sobre dos", "sobre tres", *own})
