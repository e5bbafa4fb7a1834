"""While twelve people vote one by one in secret, a program reads all that every role is sent, asked for or told.

It finds who has voted as far as turnout says, and nothing that a choice could have changed: not a key, not a value,
not the length of a frame.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson

from server.exports import formats
from sessions.actor import Role
from sessions.programme import Programme
from tests.helpers.house import House, Moderator, a_house
from tests.helpers.programmes import ranking, small
from tests.server.secrecy.insider import Listener, unpacked

VOTE = "v"
WATCHING = (Role.MODERATOR, Role.SECRETARIAT, Role.SCREEN, Role.RAPPORTEUR, Role.FACILITATOR)
CHOICES: dict[str, list[dict[str, Any]]] = {
    "all alike": [{"ranking": ["C-1"]}],
    "nobody": [{"abstain": True}],
    "mixed": [{"ranking": ["C-2", "C-3"]}, {"not_applicable": True}, {"ranking": [["C-4", "C-1"]]}, {"abstain": True}],
}


def programme(*sizes: int) -> Programme:
    """States of these sizes and an observer, with one secret vote."""
    states = [{"id": f"estado-{n}", "name": f"Estado {n}", "seats": size} for n, size in enumerate(sizes)]
    observer = {"id": "observador", "name": "Observador", "kind": "organisation", "seats": 1}
    session = {"id": "s", "code": "S", "title": "S", "day": "2025-09-24", "start": "09:00", "minutes": 60}
    vote = ranking(VOTE, secrecy="secret")
    return small(delegations=[*states, observer], sessions=[{**session, "activities": [vote]}])


class Room:
    """A vote that is open, and everybody who listens. ``heard`` is role -> the frames since it opened."""

    def __init__(
        self, house: House, moderator: Moderator, watching: dict[str, Listener], voters: list[Listener]
    ) -> None:
        self.house = house
        self.moderator = moderator
        self.watching = watching
        self.voters = voters
        self.replies: list[bytes] = []

    async def votes(self, ballots: list[dict[str, Any]]) -> None:
        """One after the other; each is seen by the moderator before the next."""
        delegations: set[str] = set()
        for number, voter in enumerate(self.voters):
            assert voter.seat is not None
            delegations.add(voter.seat.rpartition("-")[0])
            reply = await voter.casts(VOTE, ballots[number % len(ballots)], ballot_id=f"ballot-number-{number:04d}")
            self.replies.append(orjson.dumps({**reply, "id": "x" * len(reply["id"])}))
            await self.moderator.sees(f"turnout/{VOTE}", delegations_voted=len(delegations))
        for voter in self.voters:
            await voter.sees(f"mine/{VOTE}", recorded=True)
        for person in (*self.watching.values(), *self.voters):
            await person.sees(f"turnout/{VOTE}", delegations_voted=len(delegations))

    @property
    def frames(self) -> dict[str, list[bytes]]:
        people = {**self.watching, **{f"voter {n}": voter for n, voter in enumerate(self.voters)}}
        return {name: person.texts for name, person in people.items()}


@asynccontextmanager
async def a_room(*sizes: int) -> AsyncIterator[Room]:
    async with a_house(programme(*sizes)) as house:
        moderator = await house.moderator()
        seats = [f"estado-{n}-{k + 1}" for n, size in enumerate(sizes) for k in range(size)]

        async def comes(**knock: str) -> Listener:
            return await house._come(Listener, await house.enters(**knock))

        watching = {role.value: await comes(secret=house.keyring.role_link(house.meeting, role)) for role in WATCHING}
        watching["observer"] = await comes(seat=house.keyring.seat_card(house.meeting, "observador-1"))
        voters = [await comes(seat=house.keyring.seat_card(house.meeting, seat)) for seat in seats]
        await moderator.starts("s")
        await moderator.opens(VOTE)
        for person in (*watching.values(), *voters):
            await person.sees(f"activity/{VOTE}", phase="open")
            await person.sees(f"turnout/{VOTE}", delegations_voted=0)
        for person in (*watching.values(), *voters):
            person.texts.clear()
        yield Room(house, moderator, watching, voters)


async def test_nothing_that_anybody_hears_depends_on_a_choice() -> None:
    said: dict[str, dict[str, set[bytes]]] = {}
    lengths: dict[str, set[int]] = {}
    for name, ballots in CHOICES.items():
        async with a_room(3, 3, 3, 3) as room:
            await room.votes(ballots)
            said[name] = {role: spoken(frames) for role, frames in room.frames.items()}
            lengths[name] = {len(reply) for reply in room.replies}
            metrics = (await room.house.http.get("/metrics")).text
            assert "cast_ballot" not in metrics
    assert len(set().union(*lengths.values())) == 1, "a reply is as long for every choice"
    everything = set().union(*(values for roles in said.values() for values in roles.values()))
    # Presence is told once a second, of whoever came and went: between the votes, or not at all.
    assert {orjson.loads(value)[0] for value in everything} - {"presence"} == {f"turnout/{VOTE}", f"mine/{VOTE}"}
    for role in said["mixed"]:
        # Ticks may leave a step of the turnout out, so what is compared is what is said of each step.
        for value in set().union(*(said[name][role] for name in CHOICES)):
            assert_says_only_turnout(value)
    for name in CHOICES:
        assert final(said[name]) == final(said["all alike"]), name


def spoken(frames: list[bytes]) -> set[bytes]:
    """Each (key, value) of deltas; presence without who came when."""
    found = set()
    for text in frames:
        frame = orjson.loads(text)
        assert frame["type"] in {"delta", "reply"}, frame
        assert frame["type"] == "reply" or frame["gone"] == []
        for key, value in frame.get("keys", {}).items():
            found.add(orjson.dumps([key, None if key == "presence" else value]))
    return found


def assert_says_only_turnout(value: bytes) -> None:
    key, content = orjson.loads(value)
    if key == f"turnout/{VOTE}":
        assert set(content) == {"round", "voted", "present", "eligible", "delegations_voted", "delegations", "apart"}
        assert (content["round"], content["eligible"], content["delegations"]) == (1, 12, 4)
    elif key == f"mine/{VOTE}":
        assert set(content) == {"round", "voter", "recorded", "counted", "apart"}
        assert content["counted"] is False
    else:
        assert key == "presence"


def final(roles: dict[str, set[bytes]]) -> dict[str, set[bytes]]:
    """What is left when the steps on the way are taken out: the last turnout, and the own ballot."""

    def last(value: bytes) -> bool:
        key, content = orjson.loads(value)
        return key == f"mine/{VOTE}" or (key == f"turnout/{VOTE}" and bool(content["voted"] == 12))

    return {role: {value for value in values if last(value)} for role, values in roles.items()}


async def test_the_number_of_people_is_told_to_nobody_where_a_delegation_of_one_could_be_read() -> None:
    async with a_room(3, 1, 2) as room:
        await room.votes(CHOICES["mixed"])
        for role, frames in room.frames.items():
            for value in spoken(frames):
                key, content = orjson.loads(value)
                assert key != f"turnout/{VOTE}" or content["voted"] is None, role
        assert "cast_ballot" not in (await room.house.http.get("/metrics")).text
        await room.moderator.closes(VOTE)
        await room.moderator.sees(f"turnout/{VOTE}", voted=6)
        metrics = (await room.house.http.get("/metrics")).text
        assert re.search(r'plenaria_commands_total{name="cast_ballot",verdict="recorded",worker="\w+"} 6', metrics)


async def test_an_export_of_an_open_round_is_as_if_nobody_had_chosen() -> None:
    found: list[dict[str, bytes]] = []
    for name in ("all alike", "nobody"):
        async with a_room(2, 2) as room:
            await room.votes(CHOICES[name])
            headers = {"authorization": f"Bearer {room.moderator.pass_}"}
            path = f"/api/m/{room.house.meeting}/export."
            answers = {f: await room.house.http.get(path + f, headers=headers) for f in formats()}
            assert {answer.status_code for answer in answers.values()} == {200}
            found.append({f: unpacked(answer.content) for f, answer in answers.items()})
    one, other = found
    assert activity_of(orjson.loads(one["json"])) == activity_of(orjson.loads(other["json"]))
    assert activity_of(orjson.loads(one["json"]))["outcomes"] == []
    for name in one.keys() - {"pdf", "zip"}:  # their fonts hold the letters of two digests
        assert abs(len(one[name]) - len(other[name])) < 40, f"{name}: but for the moment it was written"


def activity_of(report: dict[str, Any]) -> dict[str, Any]:
    (found,) = [a for s in report["sessions"] for a in s["activities"] if a["id"] == VOTE]
    return {key: value for key, value in found.items() if not key.endswith("_at")}
