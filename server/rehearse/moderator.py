"""The simulated moderator: presses the next step, as the control page offers it, until the programme is done."""

import asyncio
from collections.abc import Callable
from time import perf_counter
from typing import Any

from server.rehearse import RehearsalError
from server.rehearse.books import Books
from server.rehearse.delegate import Delegate, Desk
from server.rehearse.ideas import Board
from server.rehearse.pace import Pace
from server.rehearse.paper import PaperBallots
from server.rehearse.person import Person
from server.rehearse.roadmap import Roadmap

SEALED_WITHIN_S = 60.0
LAST = "close_meeting"
LEAVING = {"start_session", "end_session", LAST}
"""Steps that may end the running session."""
PRACTICE = "practice"
"""The id of a trial where the programme plans none."""


class Moderator:
    """``tell`` is given a line of progress now and then. ``screen`` is watched for how soon it shows each step,
    from the press on: a screen often knows before the moderator is answered."""

    def __init__(
        self,
        person: Person,
        screen: Person,
        delegates: list[Delegate],
        desk: Desk,
        tell: Callable[[str], None],
        roadmap: Roadmap,
    ) -> None:
        self._person = person
        self._screen = screen
        self._delegates = delegates
        self._desk = desk
        self._tell = tell
        self._roadmap = roadmap
        self._pace: Pace = desk.pace
        self._books: Books = desk.books
        self._paper = PaperBallots(person, desk.books)

    @property
    def holds_a_ballot(self) -> bool:
        """Whether anybody has voted in the meeting, as far as turnout tells."""
        turnouts = [value for key, value in self._person.keys.items() if key.startswith("turnout/")]
        return any(value["delegations_voted"] or value["voted"] or value["round"] > 1 for value in turnouts)

    async def run(self, *, closing: bool) -> None:
        """Every activity of the programme; the meeting itself is closed at the end where ``closing`` says so.

        Raises ``RehearsalError`` where a step is refused, a round is not counted in a minute, or the report tells of
        what people only practised with.
        """
        while True:
            step = await self._next()
            if step is None or (step["command"] == LAST and not closing):
                break
            await self._do(step)
        report = await self._person.house.report(self._person.pass_)
        self._books.judge_report(report)
        told = {activity["id"] for session in report["sessions"] for activity in session["activities"]}
        if told.intersection(self._trials()):
            raise RehearsalError(f"the report tells of a trial: {', '.join(sorted(told.intersection(self._trials())))}")

    def _trials(self) -> list[str]:
        plans = [value for key, value in self._person.keys.items() if key.startswith("plan/")]
        return [activity["id"] for plan in plans for activity in plan["activities"] if activity["trial"]]

    async def _next(self) -> dict[str, Any] | None:
        """The step to take, once a closed round is counted."""
        if not await self._person.until(self._is_due, SEALED_WITHIN_S):
            raise RehearsalError(f"not counted within {SEALED_WITHIN_S:.0f} seconds: {self._person.keys.get('next')}")
        step: dict[str, Any] | None = self._person.keys.get("next")
        return step

    def _is_due(self) -> bool:
        step = self._person.keys.get("next")
        return step is None or not step["pending"]

    async def _do(self, step: dict[str, Any]) -> None:
        name, args = step["command"], step["args"]
        if name in LEAVING and self._roadmap.is_due():
            await self._roadmap.read()
        if name == "open_activity":
            self._pace.plan(self._activities_left())
        await self._give(name, args)
        if name == "start_session":
            self._tell(f"{_es(step['title'])}")
            if not self._trials():
                await self._practise()
        elif name == "open_activity":
            await self._while_open(args["activity"])
            await self._validate(args["activity"])
        elif name == "close_activity":
            await self._closed(args["activity"], args["round"])
        elif name == "reveal_outcome":
            await self._revealed(args["activity"], args["round"])

    async def _practise(self) -> None:
        """Before anything counts; the steps that close and reveal it come by themselves."""
        self._pace.plan(self._activities_left() + 1)
        await self._give("start_trial", {"activity": PRACTICE})
        await self._while_open(PRACTICE)

    async def _work(self, name: str, args: dict[str, Any]) -> None:
        """What the room's screen does not show."""
        reply = await self._person.command(name, args)
        if reply.verdict != "recorded" or reply.seq is None:
            raise RehearsalError(f"{name} {args}: {reply.verdict} {reply.code or ''}")
        await self._person.reached(reply.seq)

    async def _give(self, name: str, args: dict[str, Any]) -> None:
        pressed = perf_counter()
        reply = await self._person.command(name, args)
        if reply.verdict != "recorded" or reply.seq is None:
            raise RehearsalError(f"{name} {args}: {reply.verdict} {reply.code or ''}")
        shown = await self._screen.reached(reply.seq)
        if shown is not None:
            self._books.screen_ms.append((shown - pressed) * 1000)
        await self._person.reached(reply.seq)

    def _activities_left(self) -> int:
        plans = [value for key, value in self._person.keys.items() if key.startswith("plan/")]
        todo = [
            activity
            for plan in plans
            if not plan["skipped"] and plan["phase"] in {"planned", "running"}
            for activity in plan["activities"]
            if not activity["skipped"] and activity["phase"] == "draft"
        ]
        return len(todo)

    async def _while_open(self, activity: str) -> None:
        await self._paper.mark(self._value(f"activity/{activity}"))
        await asyncio.sleep(self._pace.window_s)
        await self._desk.settled()
        await self._paper.enter(self._value(f"activity/{activity}"))

    async def _validate(self, activity: str) -> None:
        """The tables stand by what they wrote, all but the last."""
        shown = self._value(f"activity/{activity}")
        if shown["pads"] and shown["regime"] != "reserved":
            sessions = self._value("programme")["sessions"]
            tables = next(session["tables"] for session in sessions if session["id"] == shown["session"])
            for table in tables[:-1]:
                await self._work("validate_table", {"activity": activity, "table": table})

    async def _closed(self, activity: str, number: int) -> None:
        if self._value(f"activity/{activity}")["boards"]:
            done = await Board(self._person, self._work).make_list(activity, number)
            self._tell(f"  {self._value(f'activity/{activity}')['code']}: {done}")
        await self._paper.open_envelopes(self._value(f"activity/{activity}"))
        if not await self._person.until(lambda: self._is_sealed(activity, number), SEALED_WITHIN_S):
            raise RehearsalError(f"{activity} is not counted within {SEALED_WITHIN_S:.0f} seconds")
        shown = self._value(f"activity/{activity}")
        if shown["pads"] and shown["regime"] != "reserved":  # there only the tables see their text
            tables = self._value(f"entries/{activity}").get("tables", {})
            self._books.judge_entries(activity, tables)
            self._tell(f"  {shown['code']}: {sum(map(len, tables.values()))} notes at {len(tables)} tables")
            await self._roadmap.from_notes(activity)

    def _is_sealed(self, activity: str, number: int) -> bool:
        shown = self._value(f"activity/{activity}")
        return shown["round"] == number and bool(shown["sealed"])

    async def _revealed(self, activity: str, number: int) -> None:
        shown = self._value(f"activity/{activity}")
        if shown["pads"]:
            return
        await asyncio.gather(*(self._saw_counted(delegate, activity, number) for delegate in self._delegates))
        counted = self._value(f"outcome/{activity}")["outcome"]["counted"]
        verdicts = [(delegate.voter(activity), delegate.counted(activity, number)) for delegate in self._delegates]
        uncounted = {voter for voter, verdict in verdicts if verdict is False}
        self._books.judge_round((activity, number), counted["voted"], uncounted)
        self._tell(f"  {shown['code']}: {counted['voted']} voted, {counted['abstained']} abstained")
        if shown["regime"] != "reserved" and not shown["trial"]:
            await self._roadmap.from_outcome(activity)

    async def _saw_counted(self, delegate: Delegate, activity: str, number: int) -> None:
        promised = self._books.rounds[(activity, number)].recorded
        if delegate.voter(activity) in promised:
            await delegate.person.until(lambda: delegate.counted(activity, number) is True, 10.0)

    def _value(self, key: str) -> dict[str, Any]:
        found: dict[str, Any] = self._person.keys.get(key, {})
        return found


def _es(text: dict[str, str] | None) -> str:
    return next(iter((text or {"": ""}).values()))
