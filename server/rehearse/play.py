"""The rehearsal from the first who comes in to the last who leaves."""

import asyncio
from collections.abc import Callable
from itertools import zip_longest
from random import Random
from typing import Any

from server.rehearse import RehearsalError
from server.rehearse.books import Books
from server.rehearse.delegate import Delegate, Desk
from server.rehearse.house import House
from server.rehearse.moderator import Moderator
from server.rehearse.pace import Pace
from server.rehearse.person import Person
from server.rehearse.roadmap import Roadmap

AT_ONCE = 16  # coming in


async def play(
    links: dict[str, Any], participants: int, seconds: float, tell: Callable[[str], None], *, copy: bool
) -> Books:
    """Plays the meeting of ``links`` (as ``serve --links`` writes them) and judges it.

    A ``copy`` is played to its very end; the meeting itself is left open, and refused with ``RehearsalError`` where it
    holds a ballot. With more participants than seats, some have two phones.
    """
    house = House(links["meeting"], links["phone"].partition("/j#")[0])
    people: list[Person] = []
    try:
        moderator = await _come(house, links["control"], people)
        screen = await _come(house, links["screen"], people)
        books = Books()
        desk = Desk(Pace(seconds), books)
        delegates: list[Delegate] = []
        roadmap = Roadmap(await _come(house, links["report"], people), moderator, delegates, books, tell)
        play_ = Moderator(moderator, screen, delegates, desk, tell, roadmap)
        if not copy and play_.holds_a_ballot:
            raise RehearsalError("the meeting holds ballots already: rehearse on a copy, without --here")
        delegates += await _seated(house, links, participants, desk, people)
        books.joined = len(delegates)
        tell(f"{books.joined} in, of {len({d.person.seat for d in delegates})} seats")
        desk.pace.begin()
        await play_.run(closing=copy)
        return books
    finally:
        await asyncio.gather(*(person.leave() for person in people))


async def _come(house: House, link: str, people: list[Person]) -> Person:
    person = Person(house, await house.enter(link))
    people.append(person)
    return await person.come()


async def _seated(
    house: House, links: dict[str, Any], participants: int, desk: Desk, people: list[Person]
) -> list[Delegate]:
    cards = _in_turn(links["seats"], (await house.lobby(links["code"]))["delegations"])
    gate = asyncio.Semaphore(AT_ONCE)

    async def come(number: int) -> Delegate:
        async with gate:
            person = Person(house, await house.enter(cards[number % len(cards)]))
            people.append(person)
            delegate = Delegate(person, desk, Random(number))  # noqa: S311 - the same people each time, no secret
            await person.come()
            return delegate

    return list(await asyncio.gather(*map(come, range(participants))))


def _in_turn(seats: list[dict[str, str]], delegations: list[dict[str, Any]]) -> list[str]:
    """Links of seats, one of each State in turn, so that every State is there; organisations come last."""
    states: list[list[str]] = []
    others: list[list[str]] = []
    for delegation in delegations:
        own = [seat["link"] for seat in seats if seat["delegation"] == delegation["id"]]
        (states if delegation["kind"] == "state" else others).append(own)
    return [link for group in (states, others) for turn in zip_longest(*group) for link in turn if link is not None]
