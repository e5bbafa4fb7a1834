"""A simulated delegate: answers what opens, changes some answers, loses the socket now and then, writes notes."""

import asyncio
from random import Random
from time import perf_counter
from typing import Any

from websockets.exceptions import WebSocketException

from server.rehearse.ballots import make_ballot
from server.rehearse.books import Books
from server.rehearse.fair import meet
from server.rehearse.ideas import how_many, make_entry
from server.rehearse.pace import Pace
from server.rehearse.pad import Pad, PadRefused
from server.rehearse.person import Person, Reply, fresh_id
from server.rehearse.texts import PRACTICES, note

WRITERS = 3  # at a table
NAMED = 0.7


class Desk:
    """What the delegates share: the pace, the books, and how many write at each table already."""

    def __init__(self, pace: Pace, books: Books) -> None:
        self.pace = pace
        self.books = books
        self.busy: set[asyncio.Task[None]] = set()
        self._writers: dict[tuple[str, str], int] = {}
        self._with_sheet: list[str] = []

    def begin(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self.busy.add(task)
        task.add_done_callback(self.busy.discard)

    def may_write(self, activity: str, table: str) -> bool:
        """The first few who ask, at each table."""
        self._writers[(activity, table)] = self._writers.get((activity, table), 0) + 1
        return self._writers[(activity, table)] <= WRITERS

    def sheet(self, activity: str) -> dict[str, Any] | None:
        """The fields of a good-practice sheet for the first who asks in an activity, while there are any."""
        if activity in self._with_sheet or len(self._with_sheet) == len(PRACTICES):
            return None
        self._with_sheet.append(activity)
        return PRACTICES[len(self._with_sheet) - 1]

    async def settled(self) -> None:
        """Wait until nobody is in the middle of anything. What somebody failed at is raised."""
        await asyncio.gather(*self.busy)


class Delegate:
    """``random`` decides what this one answers and how: from once and for all to a lost socket in mid-vote."""

    def __init__(self, person: Person, desk: Desk, random: Random) -> None:
        self.person = person
        self._desk = desk
        self._random = random
        self._answered: set[tuple[str, int]] = set()
        person.on_view = self._look

    def counted(self, activity: str, number: int) -> bool | None:
        """Whether the own view says that the ballot was counted; None where the view cannot say."""
        mine = self.person.keys.get(f"mine/{activity}")
        return mine["counted"] if mine is not None and mine["round"] == number else None

    def voter(self, activity: str) -> str:
        """Whose the ballot is: the own seat's, or the delegation's where it has one in common."""
        setup = self.person.keys.get(f"activity/{activity}", {}).get("setup", {})
        return self.person.keys["seat"]["delegation"] if setup.get("unit") == "delegation" else self.person.seat or ""

    def _look(self) -> None:
        now = self.person.keys["now"]
        open_: tuple[str, int] = (now["activity"], now["round"])
        if now["phase"] != "open" or open_ in self._answered:
            return
        activity = self.person.keys.get(f"activity/{open_[0]}")
        if activity is None or (activity["phase"], activity["round"]) != ("open", open_[1]):
            return
        self._answered.add(open_)
        if activity["pads"]:
            table = self._table(activity)
            if self.person.role == "delegate" and self._desk.may_write(activity["id"], table):
                self._desk.begin(self._write(activity, table))
        elif self.person.keys.get(f"mine/{activity['id']}", {}).get("voter"):
            self._desk.begin(self._enter(activity) if activity["boards"] else self._vote(activity))

    async def _wait(self, earliest: float, latest: float) -> None:
        await asyncio.sleep(self._random.uniform(earliest, latest) * self._desk.pace.window_s)

    # Votes

    async def _vote(self, activity: dict[str, Any]) -> None:
        manner = self._random.random()
        await self._wait(0.02, 0.45)
        args = self._ballot(activity)
        if manner < 0.15:
            await self._vote_in_a_lift(args)
        elif manner < 0.3:
            await self._vote_twice_the_same(args)
        else:
            await self._cast(args)
        if 0.2 < manner < 0.45:
            await self._wait(0.02, 0.2)
            await self._cast(self._ballot(activity))

    def _ballot(self, activity: dict[str, Any]) -> dict[str, Any]:
        return {
            "activity": activity["id"],
            "round": activity["round"],
            "ballot_id": fresh_id(),
            "ballot": make_ballot(activity["kind"], activity["setup"], self._random),
        }

    async def _cast(self, args: dict[str, Any], id_: str | None = None) -> None:
        sent = perf_counter()
        self._note(args, await self.person.command("cast_ballot", args, id_), perf_counter() - sent)

    async def _vote_in_a_lift(self, args: dict[str, Any]) -> None:
        """The socket goes in mid-vote: the same command is sent again on the next one."""
        asking = asyncio.create_task(self.person.command("cast_ballot", args))
        await asyncio.sleep(self._random.choice((0.0, 0.002, 0.01)))
        self.person.drop()
        self._note(args, await asking, None)

    async def _vote_twice_the_same(self, args: dict[str, Any]) -> None:
        id_ = fresh_id()
        await self._cast(args, id_)
        await self._cast(args, id_)

    def _note(self, args: dict[str, Any], reply: Reply, took_s: float | None) -> None:
        self._desk.books.ballot(self.voter(args["activity"]), args, reply, took_s)

    # Ideas

    async def _enter(self, activity: dict[str, Any]) -> None:
        """Some lose the socket in mid-send, some send the same entry twice."""
        for _ in range(how_many(activity["setup"], self._random)):
            await self._wait(0.02, 0.2)
            args = {"activity": activity["id"], "round": activity["round"], "entry_id": fresh_id()}
            asked = {**args, "entry": make_entry(activity["kind"], activity["setup"], self._random)}
            asking = asyncio.create_task(self.person.command("add_entry", asked))
            manner = self._random.random()
            if manner < 0.15:
                await asyncio.sleep(0.002)
                self.person.drop()
            elif manner < 0.3:
                await self.person.command("add_entry", asked)
            self._desk.books.ballot(self.person.seat or "", {**args, "ballot_id": args["entry_id"]}, await asking, None)
        await self._wait(0.05, 0.15)
        delegation = self.person.keys["seat"]["delegation"]
        self._desk.books.meetings += await meet(
            self.person.keys, activity["id"], delegation, self.person.command, self._random
        )

    # Notes

    def _table(self, activity: dict[str, Any]) -> str:
        own = self.person.keys.get(f"table/{activity['session']}")
        return own["table"] if own else "plenary"

    async def _write(self, activity: dict[str, Any], table: str) -> None:
        await self._wait(0.02, 0.4)
        id_ = activity["id"]
        pad = f"{self.person.house.meeting}.{id_}.{table}"
        try:
            async with Pad(self.person.house, pad, self.person.role, self.person.pass_) as opened:
                for _ in range(2):
                    entry = f"e-{self._random.getrandbits(64):x}"
                    heading, text = note([found["id"] for found in activity["setup"]["headings"]], self._random)
                    await opened.write(entry, heading, text)
                    self._desk.books.entry(id_, table, entry, text)
            if fields := self._desk.sheet(id_):
                await self._share(fields)
        except PadRefused as refused:
            self._desk.books.refusals[f"pad: {refused}"] += 1
        except (OSError, WebSocketException, TimeoutError):
            return  # a pad away for a while; what was not confirmed was not promised

    async def _share(self, fields: dict[str, Any]) -> None:
        """A good-practice sheet of the own delegation, which agrees to be named with most of them."""
        practice = f"practice-{self._random.getrandbits(48):x}"
        named = self._random.random() < NAMED
        reply = await self.person.command("add_practice", {"practice": practice, "fields": fields, "named": named})
        if reply.verdict == "refused":
            self._desk.books.refusals[reply.code or ""] += 1
