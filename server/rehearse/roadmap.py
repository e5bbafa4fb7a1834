"""The roadmap of a rehearsal: the general rapporteur writes lines from what came out, the plenary reads them."""

import asyncio
from collections.abc import Callable
from typing import Any

from server.rehearse import RehearsalError
from server.rehearse.books import Books
from server.rehearse.delegate import Delegate
from server.rehearse.person import Person, fresh_id

ATTRIBUTABLE = "attributable"
ANSWERS = ("no_objection", "no_objection", "with_remark", "ad_referendum", "no_objection", "reservation")
NOTES_WITHIN_S = 2.0  # where nobody wrote anything there are none
FROM_NOTES = 2  # of each activity; what tables write most of is repetition


class Roadmap:
    """``lines`` are those written and not read yet, by id."""

    def __init__(
        self,
        rapporteur: Person,
        moderator: Person,
        delegates: list[Delegate],
        books: Books,
        tell: Callable[[str], None],
    ) -> None:
        self._rapporteur = rapporteur
        self._moderator = moderator
        self._delegates = delegates
        self._books = books
        self._tell = tell
        self.lines: list[str] = []

    async def from_outcome(self, activity: str) -> None:
        """One line from what came first in an activity that was revealed."""
        await self._rapporteur.until(lambda: f"outcome/{activity}" in self._rapporteur.keys)
        outcome = self._rapporteur.keys.get(f"outcome/{activity}", {}).get("outcome", {})
        findings = outcome.get("findings") or []
        if findings:
            label = next(iter(findings[0]["label"].values()))
            source = {"sort": "outcome", "id": activity, "part": findings[0]["id"], "why": "promote"}
            await self._write(f"Atender lo que quedó primero: {label}"[:200], source)

    async def from_notes(self, activity: str) -> None:
        """A few lines from what the tables wrote."""
        await self._rapporteur.until(lambda: f"entries/{activity}" in self._rapporteur.keys, NOTES_WITHIN_S)
        tables = self._rapporteur.keys.get(f"entries/{activity}", {}).get("tables", {})
        entries = [(table, entry) for table, written in tables.items() for entry in written[:1]]
        for table, entry in entries[:FROM_NOTES]:
            source = {"sort": "entry", "id": f"{activity}.{table}.{entry['id']}", "why": "promote"}
            await self._write(f"Desarrollar: {entry['text']}"[:200], source)

    async def _write(self, activity: str, source: dict[str, Any]) -> None:
        line = f"line-{len(self._books.lines) + 1}-{fresh_id().lower().replace('_', '-').strip('-')}"
        fields = {"activity": activity, "sources": [source], "mechanism": "joint", "quarter": 2, "target": "12"}
        reply = await self._rapporteur.command("add_line", {"line": line, "fields": fields})
        if reply.verdict == "recorded":
            self.lines.append(line)
            self._books.lines.add(line)
        else:
            raise RehearsalError(f"add_line {line}: {reply.verdict} {reply.code or ''}")

    def is_due(self) -> bool:
        """Whether the running session names delegations and there is something to read to it."""
        running = self._moderator.keys.get("now", {}).get("session")
        sessions = self._moderator.keys.get("programme", {}).get("sessions", [])
        return bool(self.lines) and any(s["id"] == running and s["regime"] == ATTRIBUTABLE for s in sessions)

    async def read(self) -> None:
        """Line by line: the delegations answer, then the chair says that it is agreed ad referendum."""
        await self._give("start_reading", {})
        answered = 0
        for number, line in enumerate(self.lines):
            await self._give("read_line", {"line": line})
            replies = await asyncio.gather(*(self._answer(d, line, number + at) for at, d in enumerate(self._voices())))
            answered += sum(replies)
            for status in ("reviewed", "agreed_ad_referendum"):
                await self._give("set_line_status", {"line": line, "status": status})
        await self._give("end_reading", {})
        self._tell(f"  {len(self.lines)} roadmap lines read, {answered} answers of delegations")
        self.lines = []

    def _voices(self) -> list[Delegate]:
        """One of each State: the first who came."""
        found: dict[str, Delegate] = {}
        for delegate in self._delegates:
            seat = delegate.person.keys.get("seat", {})
            if seat.get("role") == "delegate":
                found.setdefault(seat["delegation"], delegate)
        return list(found.values())

    async def _answer(self, delegate: Delegate, line: str, number: int) -> bool:
        person = delegate.person
        if not await person.until(lambda: _line_read(person) == line):
            return False
        version = person.keys["reading"]["line"]["version"]
        answer = ANSWERS[number % len(ANSWERS)]
        reply = await person.command("answer_line", {"line": line, "version": version, "answer": answer})
        if reply.verdict == "refused":
            self._books.refusals[reply.code or ""] += 1
        return reply.verdict == "recorded"

    async def _give(self, name: str, args: dict[str, Any]) -> None:
        reply = await self._moderator.command(name, args)
        if reply.verdict != "recorded":
            raise RehearsalError(f"{name} {args}: {reply.verdict} {reply.code or ''}")


def _line_read(person: Person) -> str | None:
    line = person.keys.get("reading", {}).get("line")
    return line["id"] if line else None
