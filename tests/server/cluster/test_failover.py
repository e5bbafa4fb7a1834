"""A primary dies, and the replica that takes its place had not heard all: nobody goes on as if nothing had happened."""

import asyncio
from contextlib import aclosing
from pathlib import Path

from server.store import Entry, EpochChanged, Verdict
from server.store.redis import RedisStore
from tests.faults.proxy import Proxy
from tests.faults.trial import Trial, a_trial
from tests.server.cluster.pairs import Pair, a_pair, sentinels
from tests.server.store.rounds import Round, opened

VOTERS = 8


async def test_what_filled_the_place_of_the_lost_does_not_hide_the_loss(tmp_path: Path, meeting: str) -> None:
    """Another worker writes more than was lost before this one looks: the numbers alone would tell nothing."""
    async with a_pair(tmp_path) as pair, Proxy.to(pair.primary.port) as way:
        url = f"redis://127.0.0.1:{way.port}"
        async with await RedisStore.open(url) as store:
            round = await opened(store, meeting)
            await round.cast("kept", "b-kept")
            loaded = await store.load(meeting)
            following = store.follow(meeting, loaded.epoch, loaded.seq)
            async with aclosing(following), asyncio.timeout(20):
                coming = asyncio.ensure_future(anext(following))
                assert (await round.cast("heard", "b-heard")).seq == 4
                assert isinstance(await coming, Entry)
                await pair.caught_up()
                pair.holds_up()
                assert (await round.cast("lost", "b-lost")).verdict is Verdict.RECORDED
                assert isinstance(await anext(following), Entry)
                await pair.promoted()
                async with await RedisStore.open(pair.replica.url) as other:
                    elsewhere = Round(other, meeting)
                    assert {(await elsewhere.cast(f"o{n}", f"b{n}")).verdict for n in range(5)} == {Verdict.RECORDED}
                way.leads_to(pair.replica.port)
                changed = await anext(following)
                assert isinstance(changed, EpochChanged)
            again = await store.load(meeting)
            assert again.epoch == changed.epoch != loaded.epoch
            assert "lost" not in await round.recorded()
            assert (await round.cast("lost", "b-lost")).fresh
            assert (await round.cast("heard", "b-heard")).fresh is False
            assert (await round.recorded()).keys() == {"kept", "heard", "lost", *(f"o{n}" for n in range(5))}


async def test_a_promotion_is_one_new_epoch_however_many_look(tmp_path: Path, meeting: str) -> None:
    async with a_pair(tmp_path) as pair:
        async with await RedisStore.open(pair.primary.url) as store:
            await opened(store, meeting)
            before = (await store.load(meeting)).epoch
            await anext(store.follow(meeting, before, 1))
        await pair.caught_up()
        await pair.promoted()
        stores = [await RedisStore.open(pair.replica.url) for _ in range(4)]
        changes = await asyncio.gather(*(anext(store.follow(meeting, before, 2)) for store in stores))
        epochs = {change.epoch for change in changes if isinstance(change, EpochChanged)}
        assert len(changes) == 4
        assert len(epochs) == 1
        await asyncio.gather(*(store.aclose() for store in stores))


async def test_a_primary_that_comes_back_on_its_own_files_keeps_its_epoch(tmp_path: Path, meeting: str) -> None:
    async with a_pair(tmp_path) as pair, await RedisStore.open(pair.primary.url) as store:
        round = await opened(store, meeting)
        loaded = await store.load(meeting)
        async with aclosing(store.follow(meeting, loaded.epoch, loaded.seq)) as following, asyncio.timeout(20):
            await round.cast("v", "b")
            assert isinstance(await anext(following), Entry)
            pair.primary.kill()
            await pair.primary.start()
            await round.cast("w", "c")
            assert await anext(following) == Entry(4, b"cast by w", 2)
        assert (await store.load(meeting)).epoch == loaded.epoch


async def test_nothing_is_followed_on_a_replica(tmp_path: Path, meeting: str) -> None:
    """It may lack what was recorded; whoever is led to one waits until it is a primary."""
    async with a_pair(tmp_path) as pair:
        async with await RedisStore.open(pair.primary.url) as store:
            await opened(store, meeting)
            epoch = (await store.load(meeting)).epoch
        await pair.caught_up()
        async with await RedisStore.open(pair.replica.url, patience_s=0.3) as store:
            following = asyncio.ensure_future(anext(store.follow(meeting, epoch, 0)))
            assert (await Round(store, meeting).cast("v", "b")).verdict is Verdict.UNKNOWN
            assert not following.done()
            await pair.promoted()
            async with asyncio.timeout(10):
                assert isinstance(await following, EpochChanged)


async def offered_again(trial: Trial, activity: str, epoch: str) -> int:
    """As the page does: whoever hears another epoch sends its last ballot again. How many had been lost."""
    lost = 0
    for voter in trial.voters:
        async with asyncio.timeout(30):
            while voter.cursor is None or voter.cursor[0] == epoch:
                await voter.gives("set_nothing", {})  # whatever is answered: frames are read on the way
        before = await stored(trial, activity)
        assert (await voter.offers_again(activity))["verdict"] == "recorded"
        lost += len(await stored(trial, activity) - before)
    return lost


async def stored(trial: Trial, activity: str) -> set[str]:
    async with await RedisStore.open(trial.server.store_url) as store:
        return {ballot.ballot_id for ballot in await store.ballots(trial.meeting, activity, 1)}


async def test_sentinels_promote_a_replica_and_no_ballot_is_missing_in_the_end(tmp_path: Path) -> None:
    async with a_pair(tmp_path) as pair, sentinels(tmp_path, pair.primary) as url:
        async with a_trial(tmp_path, VOTERS, environment={"REDIS_URL": url}) as trial:
            ballots = await trial.opens("secret")
            await trial.all_vote(ballots)
            assert trial.voters[0].cursor is not None
            epoch = trial.voters[0].cursor[0]
            await pair.caught_up()
            pair.holds_up()
            await trial.all_vote(ballots, named="second")
            pair.primary.kill()
            assert await offered_again(trial, ballots.activity, epoch) == VOTERS
            verdict = await trial.judged(ballots)
        assert (verdict.acked, verdict.lost, verdict.doubled) == (VOTERS, 0, 0)


__all__ = ["Pair", "offered_again"]
