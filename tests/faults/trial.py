"""One meeting under fault: a real server, its moderator, voters, their history, and the verdict on each round."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx

from server.store.redis import RedisStore
from tests.faults.history import VERDICTS, History, Verdict, judge
from tests.faults.processes import ServerProcess
from tests.faults.voting import Voter, counted_choices, enter, secret_of

SECRECIES = ("secret", "open", "by_delegation")
IN_A_SESSION = 20


@dataclass
class Ballots:
    """A round of a text poll, and what was read of it once it was sealed, by the sort of reading."""

    activity: str
    secrecy: str
    history: History = field(default_factory=History)
    reads: dict[str, list[bytes]] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)

    def read(self, sort: str, data: bytes) -> None:
        self.reads.setdefault(sort, []).append(data)


class Trial:
    """``url`` is where voters connect: the server's, or a proxy's before it."""

    def __init__(self, server: ServerProcess, links: dict[str, Any], url: str | None = None) -> None:
        self.server = server
        self.links = links
        self.url = url or server.url
        self.meeting: str = links["meeting"]
        self.rounds: list[Ballots] = []
        self.voters: list[Voter] = []
        self.state_seats: list[dict[str, str]] = []
        self.moderator = Voter(server.url, {}, self.meeting)
        self._cursors = History()
        self._people = 0

    @classmethod
    @asynccontextmanager
    async def begins(cls, server: ServerProcess, voters: int = 6, *, url: str | None = None) -> AsyncIterator[Self]:
        """A started server with so many voters, each of a delegation of their own as far as there are."""
        try:
            trial = cls(server, await server.start(), url)
            await trial.gathers(voters)
            yield trial
            await trial.parts()
        finally:
            await server.cleared()

    async def gathers(self, voters: int) -> None:
        self.moderator = await self.voter(secret=secret_of(self.links["control"]))
        self.state_seats = await self._seats_that_vote()
        for seat in self.state_seats[:voters]:
            self.voters.append(await self.voter(seat=secret_of(seat["link"])))

    async def parts(self) -> None:
        for person in [self.moderator, *self.voters]:
            await person.leaves()

    async def _seats_that_vote(self) -> list[dict[str, str]]:
        """Those of States, the first of each before the second of any."""
        async with httpx.AsyncClient(base_url=self.server.url) as http:
            lobby = (await http.post("/api/lobby", json={"secret": secret_of(self.links["control"])})).json()
        states = {delegation["id"] for delegation in lobby["delegations"] if delegation["kind"] == "state"}
        seats = [seat for seat in self.links["seats"] if seat["delegation"] in states]
        return sorted(seats, key=lambda seat: int(seat["seat"].rpartition("-")[2]))

    async def voter(self, url: str | None = None, **knock: str) -> Voter:
        given = await enter(self.server.url, **knock)
        self._people += 1
        name = f"{given['role']}:{given.get('seat')}:{self._people}"
        return Voter(url or self.url, given, self.meeting, history=self._cursors, name=name)

    async def does(self, name: str, **args: Any) -> None:
        reply = await self.moderator.gives(name, args)
        assert reply["verdict"] == "recorded", (name, args, reply)

    async def opens(self, secrecy: str = "secret", **plan: Any) -> Ballots:
        number = len(self.rounds)
        session, activity = f"s-fault-{number // IN_A_SESSION}", f"a-fault-{number}"
        if number % IN_A_SESSION == 0:
            if number:
                await self.does("end_session", session=f"s-fault-{number // IN_A_SESSION - 1}")
            await self.does("add_session", session=session, title="Prueba", start="09:00", minutes=30)
            await self.does("start_session", session=session)
        setup = {"question": "¿Qué?", "answer": "text"}
        plan |= {"activity": activity, "kind": "poll", "title": "Prueba", "setup": setup, "secrecy": secrecy}
        await self.does("add_activity", session=session, **plan)
        await self.does("open_activity", activity=activity)
        self.rounds.append(Ballots(activity, secrecy))
        return self.rounds[-1]

    async def all_vote(self, ballots: Ballots, times: int = 1, *, named: str = "") -> None:
        async def one(number: int, voter: Voter) -> None:
            for time in range(times):
                await voter.votes(ballots.history, ballots.activity, f"{ballots.activity}.{number}.{time}{named}")

        await asyncio.gather(*(one(number, voter) for number, voter in enumerate(self.voters)))

    async def closes(self, ballots: Ballots) -> dict[str, Any]:
        """Close, reveal, and read the outcome in every way once; the outcome."""
        place = {"activity": ballots.activity, "round": 1}
        await self.does("close_activity", **place)
        async with asyncio.timeout(30):
            while (await self.moderator.gives("reveal_outcome", place))["verdict"] != "recorded":  # noqa: ASYNC110 - refused until sealed
                await asyncio.sleep(0.05)
        return await self.reads([ballots])

    async def reads(self, rounds: Sequence[Ballots]) -> dict[str, Any]:
        """What is sealed, on a fresh screen, in the export and in the store; the last outcome."""
        screen = Voter(
            self.server.url, await enter(self.server.url, secret=secret_of(self.links["screen"])), self.meeting
        )
        await screen.first_keys()
        await screen.leaves()
        export = await self.export()
        outcome: dict[str, Any] = {}
        async with await RedisStore.open(self.server.store_url) as store:
            for ballots in rounds:
                stored = await store.outcome(self.meeting, ballots.activity, 1) or b""
                outcome = json.loads(stored)
                ballots.kept = await self._kept(store, ballots)
                ballots.read("store", stored)
                ballots.read("socket", piece(screen.frame, f"outcome/{ballots.activity}"))
                ballots.read("export", json.dumps(export[ballots.activity]).encode())
                shown = screen.keys[f"outcome/{ballots.activity}"]
                for result in (shown["outcome"]["result"], export[ballots.activity]["result"]):
                    assert result == outcome["result"], "screen, export and store say different things"
                assert shown["digest"] == export[ballots.activity]["digest"], "screen and export: another digest"
        return outcome

    async def _kept(self, store: RedisStore, ballots: Ballots) -> list[str]:
        if ballots.secrecy == "secret":
            bodies = await store.sealed_ballots(self.meeting, ballots.activity, 1)
            assert await store.ballots(self.meeting, ballots.activity, 1) == [], "a sealed secret round stays linked"
        else:
            bodies = [ballot.body for ballot in await store.ballots(self.meeting, ballots.activity, 1)]
        return [json.loads(body)["text"] for body in bodies]

    async def export(self) -> dict[str, Any]:
        """The activities of the report as JSON, by their ids."""
        headers = {"Authorization": f"Bearer {self.moderator.given['pass']}"}
        async with httpx.AsyncClient(base_url=self.server.url, headers=headers, timeout=30) as http:
            answer = await http.get(f"/api/m/{self.meeting}/export.json")
        answer.raise_for_status()
        return {plan["id"]: plan for session in answer.json()["sessions"] for plan in session["activities"]}

    async def judged(self, ballots: Ballots) -> Verdict:
        """Closes and holds the history against the outcome; it must be clean."""
        verdict = await self.verdict(ballots)
        VERDICTS.get().append(verdict)
        assert verdict.clean, verdict
        return verdict

    async def verdict(self, ballots: Ballots) -> Verdict:
        """Closes and holds the history against the outcome."""
        counted = counted_choices(await self.closes(ballots))
        ballots.history.cursors = self._cursors.cursors
        return judge(ballots.history, counted, kept=ballots.kept, reads=ballots.reads)

    async def reads_again(self) -> None:
        """All rounds once more, after a restart in order: the same bytes."""
        assert await self.server.stop() == 0, "the server did not end in order"
        await self.server.start()
        await self.reads(self.rounds)
        unlike = [b.activity for b in self.rounds if any(len(set(reads)) > 1 for reads in b.reads.values())]
        assert not unlike, f"read otherwise after a restart: {unlike}"


def piece(frame: bytes, key: str) -> bytes:
    """The bytes of a key's value in a frame as it came over the wire."""
    text = frame.decode()
    name = f"{json.dumps(key)}:"
    start = text.index(name) + len(name)
    _, end = json.JSONDecoder().raw_decode(text, start)
    return text[start:end].encode()


@asynccontextmanager
async def a_trial(folder: Path, voters: int = 6, *, workers: int = 1, **how: Any) -> AsyncIterator[Trial]:
    """A trial on a server of its own, started as ``how`` says."""
    async with Trial.begins(ServerProcess(folder, workers, **how), voters) as trial:
        yield trial
