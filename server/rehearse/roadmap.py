"""The roadmap of a rehearsal: the general rapporteur writes lines from what came out, the plenary reads them."""

import asyncio
from collections.abc import Callable
from typing import Any

from server.rehearse import RehearsalError
from server.rehearse.books import Books
from server.rehearse.delegate import Delegate
from server.rehearse.person import Person, fresh_id
from server.rehearse.texts import REMARKS, RESERVATIONS, columns

ATTRIBUTABLE = "attributable"
ANSWERS = (
    *("no_objection",) * 14,
    "with_remark",
    *("no_objection",) * 11,
    "ad_referendum",
    *("no_objection",) * 16,
    "reservation",
)
SAID = {"with_remark": REMARKS, "reservation": RESERVATIONS}
EACH_RESERVED = 6
NOTES_WITHIN_S = 2.0  # where nobody wrote anything there are none
FROM_PLACES = 2  # of each order
FROM_NOTES = 1  # of each activity; what tables write most of is repetition
PROPOSAL = "proposal"
MERGED = ("challenge", "good-practice", PROPOSAL)
DRAFT = "declaration"
"""The headings under which notes are brought together; drafts for a declaration once in a meeting."""
LEAST_MERGED, MERGED_AT_MOST = 2, 3


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
        self._activities: list[str] = []
        self._drafted = False

    async def from_outcome(self, activity: str) -> None:
        """Lines from what came first where something was put in order; a poll alone settles no line."""
        await self._rapporteur.until(lambda: f"outcome/{activity}" in self._rapporteur.keys)
        outcome = self._rapporteur.keys.get(f"outcome/{activity}", {}).get("outcome", {})
        bands = ((outcome.get("result") or {}).get("panel") or {}).get("bands") or []
        placed = [finding for finding in outcome.get("findings") or [] if finding.get("place")]
        for finding in sorted(placed, key=lambda found: found["place"])[:FROM_PLACES]:
            source = {"sort": "outcome", "id": activity, "part": finding["id"], "why": "promote"}
            text = next(iter((finding.get("text") or finding["label"]).values()))
            await self._write(text, [source], self._challenge(finding, bands))

    def _challenge(self, finding: dict[str, Any], bands: list[dict[str, Any]]) -> dict[str, Any]:
        """The columns that a challenge of the bank fills in."""
        found = next((c for c in self._bank()["challenges"] if c["id"] == finding["id"]), None)
        if found is None:
            return {}
        low, high = finding["place"]
        band = next((band["name"] for band in bands if finding["id"] in band["options"]), None)
        place = f"{low}" if low == high else f"{low}-{high}"
        return {"theme": found["theme"], "challenge": found["id"], "position": place, "stability": band}

    def _bank(self) -> dict[str, Any]:
        found: dict[str, Any] = self._rapporteur.keys.get("bank", {"challenges": [], "states": []})
        return found

    async def from_notes(self, activity: str) -> None:
        """What several tables wrote under one heading as a synthesis, and a line or two from what they proposed."""
        await self._rapporteur.until(lambda: f"entries/{activity}" in self._rapporteur.keys, NOTES_WITHIN_S)
        shown = self._rapporteur.keys.get(f"activity/{activity}", {})
        tables = self._rapporteur.keys.get(f"entries/{activity}", {}).get("tables", {})
        found = [(f"{activity}.{table}.{e['id']}", e) for table, written in tables.items() for e in written]
        headings = MERGED if self._drafted else (*MERGED, DRAFT)
        made = {heading: await self._merge(shown, heading, found) for heading in headings}
        self._drafted = self._drafted or made[DRAFT] is not None
        proposed = [one for one in found if one[1]["heading"] == PROPOSAL] or found
        for id_, entry in proposed[:FROM_NOTES]:
            merged = made.get(entry["heading"])
            quoted = [{"sort": "synthesis", "id": merged, "why": "quote"}] if merged else []
            await self._write(entry["text"], [{"sort": "entry", "id": id_, "why": "promote"}, *quoted], {})

    async def _merge(self, shown: dict[str, Any], heading: str, found: list[tuple[str, dict[str, Any]]]) -> str | None:
        """The id of the synthesis; None where there is nothing to bring together."""
        texts: dict[str, str] = {}
        for id_, entry in found:
            if entry["heading"] == heading and entry["text"] not in texts.values() and len(texts) < MERGED_AT_MOST:
                texts[id_] = entry["text"]
        if len(texts) < LEAST_MERGED:
            return None
        synthesis = f"synthesis-{fresh_id().lower().replace('_', '-').strip('-')}"
        fields = {
            "text": "; ".join(text.rstrip(".") for text in texts.values()) + ".",
            "heading": heading,
            "sources": [{"sort": "entry", "id": id_, "why": "merge"} for id_ in texts],
        }
        await _given(self._rapporteur, "add_synthesis", synthesis=synthesis, session=shown["session"], fields=fields)
        return synthesis

    async def _write(self, text: str, sources: list[dict[str, Any]], more: dict[str, Any]) -> None:
        number = len(self._books.lines)
        line = f"line-{number + 1}-{fresh_id().lower().replace('_', '-').strip('-')}"
        fields = columns(number, text, more.get("theme"), self._bank()["states"], self._activities)
        self._activities.append(fields["activity"])
        await _given(self._rapporteur, "add_line", line=line, fields={**fields, **more, "sources": sources})
        self.lines.append(line)
        self._books.lines.add(line)

    def is_due(self) -> bool:
        """Whether the running session names delegations and there is something to read to it."""
        running = self._moderator.keys.get("now", {}).get("session")
        sessions = self._moderator.keys.get("programme", {}).get("sessions", [])
        return bool(self.lines) and any(s["id"] == running and s["regime"] == ATTRIBUTABLE for s in sessions)

    async def read(self) -> None:
        """Line by line: the delegations answer, then the chair says that it is agreed ad referendum."""
        await _given(self._moderator, "start_reading")
        answered = 0
        for number, line in enumerate(self.lines):
            await _given(self._moderator, "read_line", line=line)
            replies = await asyncio.gather(*(self._answer(d, line, number + at) for at, d in enumerate(self._voices())))
            answered += sum(replies)
            agreed = "with_reservation" if number % EACH_RESERVED == EACH_RESERVED - 1 else "agreed_ad_referendum"
            for status in ("reviewed", agreed):
                await _given(self._moderator, "set_line_status", line=line, status=status)
        await _given(self._moderator, "end_reading")
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
        texts = SAID.get(answer)
        said = {"text": texts[number % len(texts)], "attributed": number % 2 == 0} if texts else {}
        args = {"line": line, "version": version, "answer": answer, **said}
        reply = await person.command("answer_line", args)
        if reply.verdict == "refused":
            self._books.refusals[reply.code or ""] += 1
        return reply.verdict == "recorded"


async def _given(person: Person, name: str, **args: Any) -> None:
    reply = await person.command(name, args)
    if reply.verdict != "recorded":
        raise RehearsalError(f"{name} {args}: {reply.verdict} {reply.code or ''}")


def _line_read(person: Person) -> str | None:
    line = person.keys.get("reading", {}).get("line")
    return line["id"] if line else None
