"""Some vote without a phone: the moderator marks a few seats that nobody sits on, and enters what their paper says."""

from random import Random
from typing import Any

from server.rehearse import RehearsalError
from server.rehearse.ballots import make_ballot
from server.rehearse.books import Books
from server.rehearse.person import Person, fresh_id

MOST = 3
_WITH_OBSERVERS = "delegates_and_observers"


class PaperBallots:
    """Those of one round after another; the books hold the server to them as to any other ballot."""

    def __init__(self, person: Person, books: Books) -> None:
        self._person = person
        self._books = books
        self._random = Random(0)  # noqa: S311 - the same ballots each time, no secret
        self._seats: list[str] = []

    async def mark(self, activity: dict[str, Any]) -> None:
        """The seats that vote so in the round that was just opened; none where each delegation has one ballot."""
        together = activity["setup"].get("unit") == "delegation"
        free = [] if activity["pads"] or activity["boards"] or together else self._free(activity["voters"])
        self._seats = free[:MOST]
        for seat in self._seats:
            await self._give("set_source", {**_place(activity), "seat": seat, "source": "paper"})

    async def enter(self, activity: dict[str, Any]) -> None:
        """By name, before the round is closed; not in secret ones."""
        for seat in self._seats if activity["secrecy"] != "secret" else ():
            await self._enter(activity, {"seat": seat})

    async def open_envelopes(self, activity: dict[str, Any]) -> None:
        """Of a secret round that was closed, in no order of the seats."""
        if not self._seats or activity["secrecy"] != "secret":
            return
        numbers = self._random.sample(range(1, 100), len(self._seats))
        for number in numbers:
            await self._enter(activity, {"envelope": number})
        await self._give("finish_paper", _place(activity))

    async def _enter(self, activity: dict[str, Any], whose: dict[str, Any]) -> None:
        ballot = make_ballot(activity["kind"], activity["setup"], self._random)
        args = {**_place(activity), **whose, "ballot": ballot, "again": ballot}
        reply = await self._person.command("enter_paper_ballot", args)
        name = str(next(iter(whose.values())))
        self._books.ballot(name, {**args, "ballot_id": fresh_id()}, reply, None)

    async def _give(self, name: str, args: dict[str, Any]) -> None:
        reply = await self._person.command(name, args)
        if reply.verdict != "recorded":
            raise RehearsalError(f"{name} {args}: {reply.verdict} {reply.code or ''}")

    def _free(self, voters: str) -> list[str]:
        """Seats that may vote and that nobody has taken, one of each delegation first."""
        found: list[tuple[int, str]] = []
        for line in self._person.keys["seats"]["delegations"]:
            if line["kind"] != "state" and voters != _WITH_OBSERVERS:
                continue
            seats = [seat for seat in line["seats"] if seat["head"] or voters != "heads"]
            free = [seat["id"] for seat in seats if not seat["claimed"]]
            found += enumerate(free)
        return [id_ for _, id_ in sorted(found)]


def _place(activity: dict[str, Any]) -> dict[str, Any]:
    return {"activity": activity["id"], "round": activity["round"]}
