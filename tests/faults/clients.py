"""Rows of the fault matrix about phones: ballots that are cut off, doubled, late, or given on two devices at once."""

import asyncio
import secrets

import orjson

from server.store.redis import RedisStore
from tests.faults.history import UNKNOWN
from tests.faults.proxy import Proxy
from tests.faults.rows import Place, row
from tests.faults.trial import Trial, a_trial
from tests.faults.voting import Voter, a_ballot, secret_of

AT_ONCE = 50


@row("C1", "drop after sending the vote, before the answer")
async def dropped_before_the_answer(place: Place) -> str:
    """The phone sends again with the same ballot id; one vote, the same answer."""
    async with a_trial(place.folder, 2) as trial, Proxy.to(trial.server.port) as proxy:
        ballots = await trial.opens()
        phone = await _through(trial, proxy)
        proxy.down.open.clear()
        voting = asyncio.create_task(phone.votes(ballots.history, ballots.activity, "tunnel"))
        await trial.moderator.sees(f"turnout/{ballots.activity}", voted=1)
        assert not voting.done(), "answered through a line that was held"
        proxy.cut()
        proxy.down.open.set()
        assert (await voting).verdict == "recorded"
        again = await phone.offers_again(ballots.activity)
        assert again["verdict"] == "recorded", again
        await trial.all_vote(ballots)
        verdict = await trial.judged(ballots)
        await phone.leaves()
        return f"{verdict.counted} counted of {verdict.acked} acked"


@row("C2", "drop before the vote leaves")
async def dropped_before_it_leaves(place: Place) -> str:
    """Not recorded and not said to be, until the phone is back; then sent, once."""
    async with a_trial(place.folder, 1) as trial, Proxy.to(trial.server.port) as proxy:
        ballots = await trial.opens()
        phone = await _through(trial, proxy)
        proxy.up.lost = True
        voting = asyncio.create_task(phone.votes(ballots.history, ballots.activity, "tunnel"))
        await trial.all_vote(ballots)
        await trial.moderator.sees(f"turnout/{ballots.activity}", voted=1)
        assert not voting.done(), "answered though nothing left the phone"
        proxy.up.lost = False
        proxy.cut()
        assert (await voting).verdict == "recorded"
        verdict = await trial.judged(ballots)
        await phone.leaves()
        assert verdict.counted == 2, verdict
        return "sent when the line was back"


@row("C3", "double tap, and the same vote fifty times at once")
async def doubled(place: Place) -> str:
    """One vote; every copy gets the same answer: recorded."""
    async with a_trial(place.folder, 1) as trial:
        ballots = await trial.opens()
        seat = trial.state_seats[0]
        tabs = [await trial.voter(seat=secret_of(seat["link"])) for _ in range(10)]
        ballot = a_ballot(ballots.activity, "twice")
        answer = ballots.history.sends(tabs[0].seat, "twice")
        replies = await asyncio.gather(*(_in_one_breath(tab, ballot, AT_ONCE // 10) for tab in tabs))
        verdicts = {verdict for verdicts in replies for verdict in verdicts}
        assert verdicts == {"recorded"}, verdicts
        ballots.history.hears(answer, "recorded")
        verdict = await trial.judged(ballots)
        assert verdict.counted == 1, verdict
        await asyncio.gather(*(tab.leaves() for tab in tabs))
        return f"{AT_ONCE} copies, one counted"


@row("C4", "one voter, two tabs, two choices")
async def two_tabs(place: Place) -> str:
    """The last before the close wins; exactly one is counted, and one that may have been last; both tabs see
    it recorded."""
    turns = 100 if place.quick else 1000
    async with a_trial(place.folder, 2) as trial:
        ballots = await trial.opens()
        tabs = [await trial.voter(seat=secret_of(trial.state_seats[0]["link"])) for _ in range(2)]
        for turn in range(turns):
            order = tabs if turn % 2 else tabs[::-1]
            await asyncio.gather(
                *(tab.votes(ballots.history, ballots.activity, f"{turn}.{n}") for n, tab in enumerate(order))
            )
        for tab in tabs:
            await tab.sees(f"mine/{ballots.activity}", recorded=True)
        verdict = await trial.judged(ballots)
        assert verdict.counted == 1, verdict
        await asyncio.gather(*(tab.leaves() for tab in tabs))
        return f"{turns} turns, one counted"


@row("C5", "two phones of one State")
async def two_phones_of_a_state(place: Place) -> str:
    """Where heads of delegation vote, one State is one vote: the other seat is refused, and of two phones with the
    head's card exactly one ballot is counted."""
    async with a_trial(place.folder, 1) as trial:
        ballots = await trial.opens("open", voters="heads")
        state = trial.state_seats[0]["delegation"]
        seats = [seat for seat in trial.state_seats if seat["delegation"] == state]
        heads = [await trial.voter(seat=secret_of(seats[0]["link"])) for _ in range(2)]
        other = await trial.voter(seat=secret_of(seats[1]["link"]))
        phones = [*heads, other]
        answers = await asyncio.gather(
            *(
                phone.votes(ballots.history, ballots.activity, f"phone {number}", counts_as=state)
                for number, phone in enumerate(phones)
            )
        )
        assert [answer.verdict for answer in answers] == ["recorded", "recorded", "refused"], answers
        verdict = await trial.judged(ballots)
        assert verdict.counted == 1, verdict
        await asyncio.gather(*(phone.leaves() for phone in phones))
        return "one counted, the other seat refused"


@row("C6", "a stale tab votes after the close")
async def stale_tab(place: Place) -> str:
    """Refused as closed, never counted; then the tab sees the outcome."""
    async with a_trial(place.folder, 2) as trial, Proxy.to(trial.server.port) as proxy:
        ballots = await trial.opens()
        phone = await _through(trial, proxy)
        await phone.sees(f"activity/{ballots.activity}", phase="open")
        await trial.all_vote(ballots)
        proxy.up.open.clear()
        voting = asyncio.create_task(phone.votes(ballots.history, ballots.activity, "too late"))
        while not proxy.waiting:  # noqa: ASYNC110 - knobs raise no event
            await asyncio.sleep(0.01)
        await trial.does("close_activity", activity=ballots.activity, round=1)
        proxy.up.open.set()
        answer = await voting
        assert answer.verdict == "refused", answer
        verdict = await trial.judged(ballots)
        assert verdict.counted == 2, verdict
        await phone.sees(f"outcome/{ballots.activity}")
        await phone.leaves()
        return "refused, outcome shown"


@row("C7", "votes in flight at the close")
async def in_flight_at_the_close(place: Place) -> str:
    """Each is either in the sealed set and said to be, or refused; never acked and missing. Two moderators close at
    once."""
    rounds = 4 if place.quick else 25
    acked = refused = 0
    async with a_trial(place.folder, AT_ONCE) as trial:
        second = await trial.voter(secret=secret_of(trial.links["control"]))
        for number in range(rounds):
            ballots = await trial.opens(("secret", "open")[number % 2])
            voting = asyncio.create_task(trial.all_vote(ballots, 3))
            await asyncio.sleep(0.002 * number)
            close = {"activity": ballots.activity, "round": 1}
            await asyncio.gather(*(who.gives("close_activity", close) for who in (trial.moderator, second)))
            await voting
            verdict = await trial.judged(ballots)
            acked += verdict.acked
            refused += sum(answer.verdict == "refused" for answer in ballots.history.answers)
            assert not any(answer.verdict == UNKNOWN for answer in ballots.history.answers)
        await second.leaves()
    assert refused, "no vote raced a close"
    return f"{rounds} closes, {acked} voters acked, {refused} ballots refused"


@row("C16", "two moderators press at once")
async def two_moderators(place: Place) -> str:
    """One transition; the other hears the same answer and sees the current state; nothing is skipped or done twice."""
    rounds = 5 if place.quick else 19
    async with a_trial(place.folder, 1) as trial:
        await trial.opens()
        second = await trial.voter(secret=secret_of(trial.links["control"]))
        for number in range(1, rounds + 1):
            for name, args in (
                ("close_activity", {"activity": "a-fault-0", "round": number}),
                ("reopen_activity", {"activity": "a-fault-0", "round": number}),
            ):
                replies = await asyncio.gather(*(who.gives(name, args) for who in (trial.moderator, second)))
                verdicts = sorted(reply["verdict"] for reply in replies)
                assert "recorded" in verdicts, replies
                if name == "close_activity":
                    for who in (trial.moderator, second):
                        await who.sees("activity/a-fault-0", sealed=True, round=number)
        await second.sees("activity/a-fault-0", round=rounds + 1, phase="open")
        await second.leaves()
        async with await RedisStore.open(trial.server.store_url) as store:
            tail = b"".join(entry.body for entry in (await store.load(trial.meeting)).tail)
        assert tail.count(b'"activity_opened"') == rounds + 1, "opened more often than asked"
        assert tail.count(b'"activity_closed"') == rounds, "closed more often than asked"
    return f"{2 * rounds} presses by two, each done once"


async def _through(trial: Trial, proxy: Proxy) -> Voter:
    """A phone whose line goes through the proxy, seated where nobody else is."""
    phone = await trial.voter(proxy.url, seat=secret_of(trial.state_seats[-1]["link"]))
    await phone.connected()
    return phone


async def _in_one_breath(tab: Voter, ballot: dict[str, object], times: int) -> list[str]:
    """The same ballot in one segment, under as many command ids; the verdicts."""
    socket = await tab.connected()
    ids = [secrets.token_urlsafe(12) for _ in range(times)]
    for id_ in ids:
        message = {"type": "command", "id": id_, "name": "cast_ballot", "args": ballot}
        await socket.send(orjson.dumps(message).decode())
    verdicts: dict[str, str] = {}
    async with asyncio.timeout(10):
        while len(verdicts) < times:
            heard = orjson.loads(await socket.recv())
            if heard["type"] == "reply":
                verdicts[heard["id"]] = heard["verdict"]
    return [verdicts[id_] for id_ in ids]
