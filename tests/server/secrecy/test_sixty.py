"""Sixty people vote one by one in secret, on one worker or on two, while a program reads every byte of every role.

What anybody is sent, or gets for asking, is the same whichever option was chosen; and nothing of it moves at a ballot
that moves no published turnout: no key, no cursor, no number, no length.
"""

import asyncio
import random
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from server.exports import formats
from server.http import numbers
from server.live import audience
from server.store.redis import RedisStore
from sessions.actor import Role
from tests.helpers.house import PATIENCE_S, House, Moderator, a_house, a_server_on
from tests.helpers.stores import a_server
from tests.server.secrecy.insider import Listener, unpacked
from tests.server.secrecy.test_frames import VOTE, programme

SIZES = (1, 1, 2, *[4] * 14)
"""Sixty seats in seventeen delegations; two of one, so that the number of people is not published."""

ROLES = (Role.MODERATOR, Role.SECRETARIAT, Role.SCREEN, Role.RAPPORTEUR, Role.FACILITATOR)
CHOICES: dict[str, list[dict[str, Any]]] = {
    "all for one": [{"ranking": ["C-1"]}],
    "all different": [{"ranking": ["C-2", "C-3"]}, {"abstain": True}, {"ranking": [["C-4", "C-1"]]}],
}
LIGHT = ("json",)
"""Exports that are asked for after every ballot; all others at two of twenty that follow each other."""

_OWN = re.compile(
    # What differs from one meeting to the next: its epoch, and the ids of commands.
    rb'(?<="cursor":\[)"[\w-]+"|(?<="id":)"[\w-]{16}"|(?<="cursor": \[\n    )"[\w-]+"'
)
_MOMENT = re.compile(rb'(?<="message_at":)\d+|(?<="code":)"\w+"')
_MACHINE = re.compile(
    # How busy the machine is and how late, and the exports that this test asks for: not the ballots.
    rb'(?m)^(# \w+ )?plenaria_(worst_lag_seconds|export_seconds\w*).*\n|(?<={"ok":true,"at":)\d{13}(?=}$)'
)


class Sitting:
    """``watching`` are people of every role, on each worker one; voters are dealt out to the workers."""

    def __init__(self, houses: list[House], moderator: Moderator) -> None:
        self.houses = houses
        self.moderator = moderator
        self.watching: dict[str, Listener] = {}
        self.voters: list[Listener] = []
        self.answers: list[dict[str, bytes]] = []
        self.thorough = False

    @property
    def people(self) -> dict[str, Listener]:
        return {**self.watching, **{str(voter.seat): voter for voter in self.voters}}

    async def all_see(self, key: str, **fields: Any) -> None:
        await asyncio.gather(*(person.sees(key, **fields) for person in self.people.values()))

    async def votes(self, ballots: list[dict[str, Any]]) -> None:
        """One after the other. After each, everything is asked for again."""
        voted: set[str] = set()
        self.answers.append(await self.asked(heavy=False))
        for number, voter in enumerate(self.voters):
            assert voter.seat is not None
            delegation = voter.seat.rpartition("-")[0]
            ballot = ballots[number % len(ballots)]
            reply = await voter.casts(VOTE, ballot, ballot_id=f"ballot-number-{number:04d}")
            assert reply["verdict"] == "recorded"
            await voter.sees(f"mine/{VOTE}", recorded=True)
            published = delegation not in voted
            voted.add(delegation)
            await self.all_see(f"turnout/{VOTE}", delegations_voted=len(voted))
            before = self.answers[-1]
            self.answers.append(await self.asked(heavy=number % 20 in {8, 9}))
            if not published:
                moved = [where for where in before.keys() & self.answers[-1].keys() if not self.same(where)]
                assert moved == [], f"ballot {number} moved what it must not"

    def same(self, where: str) -> bool:
        return self.answers[-1][where] == self.answers[-2][where]

    async def asked(self, heavy: bool) -> dict[str, bytes]:
        """What each worker answers: head and body, but for the date."""
        paths = ["/metrics", "/healthz", "/readyz", f"/m/{self.moderator.house.meeting}/control"]
        # The pack's parts are all asked for by themselves; its sums tell when its documents were packed.
        names = sorted(formats().keys() - {"zip"}) if heavy and self.thorough else LIGHT
        paths += [f"/api/m/{self.moderator.house.meeting}/export.{name}" for name in names]
        found: dict[str, bytes] = {}
        for place, house in enumerate(self.houses):
            for path in paths:
                answer = await house.http.get(path, headers={"Authorization": f"Bearer {self.moderator.pass_}"})
                assert answer.status_code == 200, (path, answer.status_code)
                heads = sorted(f"{k}: {v}" for k, v in answer.headers.items() if k not in {"date", "content-length"})
                body = _OWN.sub(b"*", _MACHINE.sub(b"", unpacked(answer.content)))
                found[f"{place}{path}"] = "\n".join(heads).encode() + b"\n\n" + body
        return found

    def heard(self) -> dict[str, list[bytes]]:
        return {
            who: [_OWN.sub(b"*", _MOMENT.sub(b"", text)) for text in person.texts]
            for who, person in self.people.items()
        }


@asynccontextmanager
async def a_sitting(workers: int) -> AsyncIterator[Sitting]:
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(a_server())
        stores = [await stack.enter_async_context(await RedisStore.open(url)) for _ in range(workers)]
        houses = [await stack.enter_async_context(a_house(programme(*SIZES), stores[0]))]
        for store in stores[1:]:
            houses.append(await stack.enter_async_context(a_server_on(store, houses[0].meeting)))
        sitting = Sitting(houses, await houses[0].moderator())
        await _fill(sitting)
        await sitting.moderator.starts("s")
        await sitting.moderator.opens(VOTE)
        await sitting.all_see(f"turnout/{VOTE}", delegations_voted=0)
        desks = [person for person in sitting.watching.values() if person.role in {Role.MODERATOR, Role.SECRETARIAT}]
        for person in desks:
            await person.sees("presence", total=61, screens=workers, desks=1 + 2 * workers)
        await _settled(sitting)
        for person in sitting.people.values():
            person.texts.clear()
        yield sitting


async def _settled(sitting: Sitting) -> None:
    """Until each worker has heard the others' numbers of after the opening."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            pages = [_MACHINE.sub(b"", (await house.http.get("/metrics")).content) for house in sitting.houses]
            if all(page == pages[0] and page.count(b'"open_activity"') == 1 for page in pages):
                return


async def _fill(sitting: Sitting) -> None:
    async def comes(house: House, **knock: str) -> Listener:
        house.http.cookies.clear()
        return await house._come(Listener, await house.http.post("/api/pass", json=knock))

    for place, house in enumerate(sitting.houses):
        for role in ROLES:
            link = house.keyring.role_link(house.meeting, role)
            sitting.watching[f"{role.value} on {place}"] = await comes(house, secret=link)
        card = house.keyring.seat_card(house.meeting, "observador-1")
        sitting.watching[f"observer on {place}"] = await comes(house, seat=card)
    seats = [f"estado-{n}-{k + 1}" for n, size in enumerate(SIZES) for k in range(size)]
    random.Random(7).shuffle(seats)
    for number, seat in enumerate(seats):
        house = sitting.houses[number % len(sitting.houses)]
        sitting.voters.append(await comes(house, seat=house.keyring.seat_card(house.meeting, seat)))


@pytest.mark.parametrize("workers", [1, 2])
async def test_no_byte_tells_a_choice_or_a_ballot_that_turnout_does_not_tell(
    workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audience, "FAST_S", 0.005)
    monkeypatch.setattr(audience, "SLOW_S", 0.005)
    monkeypatch.setattr(numbers, "PUBLISH_S", 0.02)
    heard: list[dict[str, list[bytes]]] = []
    answers: list[list[dict[str, bytes]]] = []
    for number, ballots in enumerate(CHOICES.values()):
        async with a_sitting(workers) as sitting:
            sitting.thorough = number == 0
            await sitting.votes(ballots)
            await sitting.moderator.does("send_message", text={"es": "Gracias"})
            await sitting.all_see("meeting", message={"es": "Gracias"})
            heard.append(sitting.heard())
            await sitting.moderator.closes(VOTE)
            assert (await sitting.moderator.reveals(VOTE))["outcome"]["counted"]["voted"] == 60
            answers.append(sitting.answers)
    one, other = heard
    for who in one:
        shared = [text for text in one[who] if b'"turnout/' in text]
        assert len(shared) == len(SIZES), f"{who} was told of each delegation once"
        own = [text for text in one[who] if text not in shared]
        assert len(own) == (1 if who.count(" ") else 3), f"{who}: the message, and of an own ballot what came of it"
        # What is a voter's own may come before or after the turnout that all are told.
        assert sorted(one[who]) == sorted(other[who]), who
    for mine, theirs in zip(*answers, strict=True):
        # Two processes are not as fast: their numbers are held to themselves above.
        for where in {where for where in mine.keys() & theirs.keys() if "metrics" not in where}:
            assert _undated(mine[where]) == _undated(theirs[where]), where


def _undated(answer: bytes) -> bytes:
    """Two meetings are not opened at the same moment, nor by the same process."""
    return re.sub(
        rb"\b1[0-9]{12}\b|nonce-[\w-]+|nonce=\"[\w-]+\"|[0-9a-f]{12,64}|\d\d:\d\d(:\d\d)?|20\d\d-\d\d-\d\d", b"", answer
    )
