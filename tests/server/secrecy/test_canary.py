"""A marked ballot, searched for in every byte the server writes: files, memory, logs, metrics, frames, exports.

Before the sealing of a secret round it must not stand beside its seat; after it, not beside any voter key either, so
that whoever has files, log and the server's secret together can tell nobody's vote.
"""

import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from server.access.keyring import Keyring
from server.exports import formats
from tests.helpers.house import Person
from tests.server.secrecy.insider import FEW, Listener, Watched, a_watched_server, beside
from tests.server.store.test_cluster import Cluster

VOTERS = 12
VOTE = "a-canary"
_LIST = re.compile(
    rb'\\?"[a-z]+(?:-[a-z]+)*-\d+\\?"(?:, ?\\?"[a-z]+(?:-[a-z]+)*-\d+\\?"){7,}'
    rb'|"(?:seats|awake|streaming)":\[[^\]]*\]'  # of one worker's presence, however few it has
)


@dataclass
class Round:
    """One vote in which everybody's answer is known again: ``marks`` is seat -> the text that this seat wrote."""

    server: Watched
    moderator: Listener
    voters: list[Listener]
    witnesses: list[Listener]
    marks: dict[str, str] = field(default_factory=dict)
    ballot_ids: list[str] = field(default_factory=list)

    @property
    def people(self) -> list[Listener]:
        return [self.moderator, *self.witnesses, *self.voters]

    async def votes(self, secrecy: str) -> None:
        setup = {"question": "¿Qué?", "answer": "text"}
        activity = {"activity": VOTE, "kind": "poll", "title": "Prueba", "setup": setup, "secrecy": secrecy}
        session = {"session": "s-canary", "title": "Prueba", "start": "09:00", "minutes": 30}
        await self.moderator.does("add_session", **session)
        await self.moderator.does("add_activity", session="s-canary", **activity)
        await self.moderator.does("start_session", session="s-canary")
        await self.moderator.does("open_activity", activity=VOTE)
        for voter in self.voters:
            assert voter.seat is not None
            self.marks[voter.seat] = f"canario-{secrets.token_hex(6)}"
            self.ballot_ids.append(f"id-{secrets.token_hex(8)}")
            ballot = {"text": self.marks[voter.seat]}
            reply = await voter.casts(VOTE, ballot, ballot_id=self.ballot_ids[-1])
            assert reply["verdict"] == "recorded"
        await self.moderator.sees(f"turnout/{VOTE}", voted=VOTERS)

    async def seals(self) -> None:
        await self.moderator.does("close_activity", activity=VOTE, round=1)
        await self.moderator.sees(f"activity/{VOTE}", sealed=True)
        await self.server.erased()

    def linked(self, haystack: bytes) -> dict[str, set[str]]:
        """Seats whose mark stands beside their own name or their delegation's, and beside few others. A list of all
        who voted, who may, or who are connected, does not count: it ends beside whatever is written after it."""
        haystack = _LIST.sub(lambda found: b"." * len(found[0]), haystack)
        delegations = {seat: seat.rpartition("-")[0] for seat in self.marks}
        names = [*self.marks, *delegations.values()]
        found = {seat: beside(haystack, mark, names) for seat, mark in self.marks.items()}
        return {
            seat: around
            for seat, around in found.items()
            if {seat, delegations[seat]} & around and len(around) <= 2 * FEW
        }

    def present(self, haystack: bytes) -> list[str]:
        return [mark for mark in self.marks.values() if mark.encode() in haystack]

    async def outside(self) -> dict[str, bytes]:
        """All that is written elsewhere than into the store: log, metrics, slow log, exports."""
        found = {"log": self.server.said, "metrics": await self.server.get("/metrics")}
        found["slow log"] = await self.server.slow_log()
        for name in formats():
            path = f"/api/m/{self.server.meeting}/export.{name}"
            found[name] = await self.server.get(path, self.moderator.pass_)
        return found

    def frames(self) -> bytes:
        return b"\n".join(text for person in self.people for text in person.texts)


async def a_round(server: Watched) -> Round:
    moderator = await server.by_link("control")
    witnesses = [await server.by_link(name) for name in ("secretariat", "screen", "report")]
    # Of several delegations, and in no order of theirs.
    seats = [number for number, seat in enumerate(server.links["seats"]) if seat["delegation"] != "acnur"][: 4 * VOTERS]
    voters = [await server.by_card(number) for number in seats[::-4][:VOTERS]]
    return Round(server, moderator, voters, witnesses)


@asynccontextmanager
async def a_store(folder: Path, nodes: int) -> AsyncIterator[list[int]]:
    """The ports of a cluster whose files lie where the bundled server's would; none of no nodes."""
    if not nodes:
        yield []
        return
    (folder / "data").mkdir(mode=0o700)
    cluster = Cluster(folder / "data", nodes)
    try:
        await cluster.up()
        yield cluster.ports
    finally:
        cluster.down()


@pytest.fixture
def secret_of_the_server(tmp_path: Path) -> Any:
    return lambda: Keyring((tmp_path / "data.secret").read_bytes())


@pytest.mark.parametrize(("workers", "nodes"), [(1, 0), (2, 0), (1, 1), (2, 3)])
async def test_a_secret_ballot_is_nowhere_beside_its_voter(
    tmp_path: Path, secret_of_the_server: Any, workers: int, nodes: int
) -> None:
    """On the bundled server, and on clusters of one node and of three."""
    async with a_store(tmp_path, nodes) as ports, a_watched_server(tmp_path, workers, ports) as server:
        vote = await a_round(server)
        await vote.votes("secret")

        # While it is open: in the store under a pseudonym, and nowhere else at all.
        assert len(vote.present(server.files)) == VOTERS, "a canary that is not found proves nothing"
        assert vote.linked(server.files) == {}
        assert vote.linked(await server.everything_in_memory()) == {}
        for place, content in (await vote.outside()).items():
            assert vote.present(content) == [], place
        assert vote.present(vote.frames()) == []

        keys = pseudonyms(secret_of_the_server(), vote)
        assert all(key.encode() in server.files for key in keys["voter"]), "keys that are not found prove nothing"
        assert len(linked_by(server.files, vote, keys)) == VOTERS, "with the secret, an open round can be read"

        await vote.seals()

        # Sealed: the ballots are there, and no key of any voter, so that even the secret tells nothing.
        for where in (server.files, await server.everything_in_memory()):
            assert len(vote.present(where)) == VOTERS
            assert vote.linked(where) == {}
            assert [key for sort in keys.values() for key in sort if key.encode() in where] == []
            assert in_order_of_their_bytes(where, list(vote.marks.values()))
            assert not any(beside(where, mark, vote.ballot_ids, reach=60) for mark in vote.marks.values())
        outside = await vote.outside()
        for place in ("log", "metrics", "slow log"):
            assert vote.present(outside[place]) == [], place
        for place, content in {**outside, "frames": vote.frames()}.items():
            assert vote.linked(content) == {}, place

        # Revealed: everybody reads the answers, nobody whose they are.
        await vote.moderator.does("reveal_outcome", activity=VOTE, round=1)
        await vote.witnesses[1].sees(f"outcome/{VOTE}", round=1)
        assert len(vote.present(vote.frames())) == VOTERS
        for place, content in {**await vote.outside(), "frames": vote.frames()}.items():
            assert vote.linked(content) == {}, place


async def test_the_search_finds_a_ballot_that_is_not_secret(tmp_path: Path) -> None:
    """The control: the same search, in a round whose ballots are kept with their delegations."""
    async with a_watched_server(tmp_path) as server:
        vote = await a_round(server)
        await vote.votes("by_delegation")
        assert len(vote.linked(server.files)) == VOTERS
        assert vote.present(vote.frames()) == []
        await vote.seals()
        assert len(vote.linked(server.files)) == VOTERS


async def test_the_log_names_no_token_code_seat_or_choice(tmp_path: Path) -> None:
    async with a_watched_server(tmp_path) as server:
        vote = await a_round(server)
        banner = server.printed
        assert banner
        await vote.votes("secret")
        await provoke(server, vote)
        await vote.seals()
        assert server.printed == banner, "after its links the server prints nothing"
        said = server.said
        for person in vote.people:
            assert person.pass_.encode() not in said
            for part in person.pass_.split("."):
                assert part.encode() not in said
        for secret in secrets_of(server, vote):
            assert secret.encode() not in said, secret
        assert (tmp_path / "data.secret").read_bytes() not in said


def secrets_of(server: Watched, vote: Round) -> list[str]:
    links = [server.links[name] for name in ("control", "screen", "report", "secretariat")]
    links += [seat["link"] for seat in server.links["seats"]]
    tokens = [link.partition("#")[2] for link in links]
    return [
        *tokens,
        *(token.rpartition(".")[2] for token in tokens),
        server.links["code"],
        *(seat["seat"] for seat in server.links["seats"]),
        *vote.marks.values(),
        *vote.ballot_ids,
    ]


async def provoke(server: Watched, vote: Round) -> None:
    """What might make a server say more than it should: wrong tokens, wrong messages, wrong codes."""
    voter: Person = vote.voters[0]
    await voter.gives("cast_ballot", {"activity": VOTE, "round": 1, "ballot_id": "x" * 12, "ballot": {"points": {}}})
    await voter.gives("open_activity", {"activity": VOTE})
    await voter.gives("nothing", {"seat": voter.seat})
    async with server.store() as client:
        await client.script_flush()
    await vote.voters[1].casts(
        VOTE, {"text": vote.marks[vote.voters[1].seat or ""]}, ballot_id=f"again-{vote.ballot_ids[1]}"
    )


def pseudonyms(keyring: Keyring, vote: Round) -> dict[str, list[str]]:
    keys = keyring.pseudonyms(vote.server.meeting)
    made = [keys(VOTE, 1, seat, seat.rpartition("-")[0]) for seat in vote.marks]
    return {"voter": [key.voter for key in made], "delegation": [key.delegation for key in made]}


def linked_by(haystack: bytes, vote: Round, keys: dict[str, list[str]]) -> list[str]:
    """Marks that stand beside the voter key of their own seat."""
    marks = zip(vote.marks.values(), keys["voter"], strict=True)
    return [mark for mark, key in marks if beside(haystack, mark, [key])]


def in_order_of_their_bytes(haystack: bytes, marks: list[str]) -> bool:
    """True where the ballots as they are kept stand in an order that says nothing of who voted when."""
    places = [haystack.find(f'{{"text":"{mark}"}}'.encode()) for mark in sorted(marks)]
    return -1 not in places and places == sorted(places)
