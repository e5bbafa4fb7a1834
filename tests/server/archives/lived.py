"""A meeting that was lived through: votes of three secrecies, notes, an outcome each; archived and put back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.archives.making import archived
from server.exports import formats
from server.rehearse import house as rehearsal
from server.rehearse.pad import Pad
from server.store.redis import RedisStore
from sessions.ids import pad_id
from sessions.meeting import Meeting
from sessions.report import Report, gather
from tests.helpers.house import House, Moderator, Phone, a_house
from tests.helpers.programmes import small
from tests.helpers.stores import a_store

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SEATS = ("peru-1", "peru-2", "mexico-1", "belize-1", "panama-1")
SECRET, BY_DELEGATION = "priorities", "coffee"


@dataclass
class Lived:
    """The store it lived in, still open, and what came out of it."""

    store: RedisStore
    house: House
    moderator: Moderator
    people: list[Phone]

    async def file(self) -> bytes:
        return archived(await self.store.copy_out(self.house.meeting), KEY)


@asynccontextmanager
async def lived() -> AsyncIterator[Lived]:
    """Up to the second round of the secret vote, which is not opened."""
    async with a_store() as store, a_house(small(), store) as house:
        moderator = await house.moderator()
        people = [await house.card(seat) for seat in SEATS]
        await moderator.starts("plenary")
        for activity in (BY_DELEGATION, SECRET):
            await moderator.opens(activity)
            for number, phone in enumerate(people):
                ballot = {"ranking": ["C-1", "C-2"]} if activity == SECRET else {"choices": ["yes"]}
                assert (await phone.casts(activity, ballot, ballot_id=f"ballot-{number}"))["verdict"] == "recorded"
            await moderator.closes(activity)
            await moderator.reveals(activity)
        await moderator.does("end_session", session="plenary")
        await moderator.starts("tables")
        await moderator.opens("pads")
        async with Pad(
            rehearsal.House(house.meeting, house.url), pad_id(house.meeting, "pads", "t1"), "moderator", moderator.pass_
        ) as pad:
            await pad.write("e-1", "challenge", "=1+1 Plazos comunes, ñandú")
        await moderator.closes("pads")
        await moderator.reveals("pads")
        yield Lived(store, house, moderator, people)


def report_of(meeting: Meeting, epoch: str) -> Report:
    return gather(meeting, epoch)


def written(report: Report, name: str) -> bytes:
    return formats()[name].write(report, "es")
