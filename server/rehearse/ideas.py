"""Gathering ideas in a rehearsal: what simulated people write, and the list that the moderator makes of it."""

import secrets
from collections.abc import Awaitable, Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Any

from server.rehearse.person import Person, fresh_id

OPTIONS = 12
"""As many as go on to a prioritisation."""

MOST = 3
"""Ideas that one person writes."""

_BEGINNINGS = (
    "Más intérpretes",
    "Plazos claros",
    "Un registro común",
    "Formación continua",
    "Turnos en línea",
    "Guías",
)
_PLACES = ("en la frontera", "para la niñez", "en zonas rurales", "entre países", "en lenguas indígenas", "de calidad")
_FOUND_WITHIN_S = 5.0

Give = Callable[[str, dict[str, Any]], Awaitable[None]]
"""Gives a command as the moderator; raises where it is refused."""


def make_entry(kind: str, setup: dict[str, Any], random: Random) -> dict[str, Any]:
    """An entry that the activity takes; few enough beginnings and places that some people write the same."""
    text = f"{random.choice(_BEGINNINGS)} {random.choice(_PLACES)}"
    return {"text": text, **FIELDS[kind](setup, random)} if kind in FIELDS else {"text": text}


def _exchange(setup: dict[str, Any], random: Random) -> dict[str, Any]:
    """A few themes and supports only, so that some fit."""
    return {
        "side": random.choice(("offer", "need")),
        "theme": random.choice(setup["themes"][:2])["id"],
        "support": random.choice(setup["supports"][:2])["id"],
    }


FIELDS: Mapping[str, Callable[[dict[str, Any], Random], dict[str, Any]]] = MappingProxyType({"exchange": _exchange})
"""What entries of a kind have beside their text."""


def how_many(setup: dict[str, Any], random: Random) -> int:
    return random.randint(1, min(MOST, setup["per_seat"]))


class Board:
    """Works on one board as the control page shows it."""

    def __init__(self, person: Person, give: Give) -> None:
        self._person = person
        self._give = give

    async def make_list(self, activity: str, number: int) -> str:
        """Approve what waits, merge one suggestion of ideas and carry the list over; how it went, in words."""
        await self._person.until(lambda: self._board(activity).get("working", False), _FOUND_WITHIN_S)
        for item in self._with_status(activity, "waiting"):
            await self._give("approve_entry", {"activity": activity, "entry": item["id"]})
        ideas = all(item["sort"] == "idea" for item in self._board(activity).get("items", []))
        merged = await self._merge(activity) if ideas else 0
        shown = self._with_status(activity, "shown")
        if len(shown) < 2 or not ideas:
            await self._give("finish_board", {"activity": activity, "round": number})
        else:
            into = f"r-{secrets.token_hex(6)}"
            entries = [item["id"] for item in shown[:OPTIONS]]
            await self._give("prioritise_entries", {"activity": activity, "into": into, "entries": entries})
        return f"{self._board(activity)['count']} ideas, {merged} of them merged"

    async def _merge(self, activity: str) -> int:
        if not await self._person.until(lambda: bool(self._groups(activity)), _FOUND_WITHIN_S):
            return 0
        group = self._groups(activity)[0]
        texts = {item["id"]: item["fields"]["text"] for item in self._board(activity)["items"]}
        args = {"activity": activity, "entries": group, "id": fresh_id(), "text": max(map(texts.__getitem__, group))}
        await self._give("merge_entries", args)
        return len(group)

    def _board(self, activity: str) -> dict[str, Any]:
        found: dict[str, Any] = self._person.keys.get(f"board/{activity}", {})
        return found

    def _groups(self, activity: str) -> list[list[str]]:
        """Suggestions of which everything still stands."""
        standing = {item["id"] for item in self._with_status(activity, "shown")}
        told = self._person.keys.get(f"likeness/{activity}", {}).get("groups", [])
        return [group for group in told if standing.issuperset(group)]

    def _with_status(self, activity: str, status: str) -> list[dict[str, Any]]:
        return [item for item in self._board(activity).get("items", []) if item["status"] == status]
