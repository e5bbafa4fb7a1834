"""Plays a meeting in memory: commands are decided, evolved and checked against the law of views.

The law: whoever holds an old view and is told the differences holds the new view, in every layer; and a command that
was recorded changes at least one of them.
"""

import copy
from typing import Any

from sessions import events as e
from sessions.actor import Actor, Role
from sessions.breakdown import split
from sessions.commands import CastBallot, Command, EnterPaperBallot, read_command
from sessions.evolve import evolve
from sessions.meeting import Meeting, freeze, thaw
from sessions.programme import Programme
from sessions.roadmap.earlier import EarlierLine
from sessions.rules import decide
from sessions.rules.context import Context, Voter
from sessions.sealing import StoredBallot, seal
from sessions.views import SHARED, diff, project

MODERATOR = Actor(role=Role.MODERATOR)
START = 1_758_722_400_000  # 24 September 2025, 14:00 UTC


def delegate(seat: str) -> Actor:
    return Actor(role=Role.DELEGATE, seat=seat)


def masked(activity: str, number: int, seat: str, delegation: str) -> Voter:
    """Pseudonyms that a test can read."""
    return Voter(f"v:{activity}:{number}:{seat}", f"d:{activity}:{number}:{delegation}")


class Play:
    """``meeting`` is the state; ``log`` every entry so far; ``seen`` the keys that each layer has had."""

    def __init__(self, programme: Programme, *, rehearsal: bool = False, earlier: tuple[EarlierLine, ...] = ()) -> None:
        self.now = START
        self.log: list[e.LogEntry] = []
        self.ballots: dict[tuple[str, int], dict[str, StoredBallot]] = {}
        self.seen: dict[str, set[str]] = {}
        self._meeting: Meeting | None = None
        self.happens(
            e.MeetingCreated(
                meeting=programme.id, code="ABCDEF", programme=programme, rehearsal=rehearsal, earlier=earlier
            )
        )

    @property
    def meeting(self) -> Meeting:
        assert self._meeting is not None
        return self._meeting

    def happens(self, event: e.Event) -> None:
        """Append an event as the store would; it goes through its bytes."""
        self.now += 1000
        entry = e.decode(e.encode(e.LogEntry(at=self.now, event=event)))
        self.log.append(entry)
        self._meeting = evolve(self._meeting, len(self.log), entry)

    def does(self, actor: Actor, name: str, **args: Any) -> list[e.Event]:
        """Give a command that must change something, and hold the law of views against it."""
        command = read_command(name, args)
        before = self.views()
        events = decide(self.meeting, command, actor, self.context())
        for event in events:
            self.happens(event)
        self._keep(command, events)
        after = self.views()
        assert told(before, after) == after, f"{name}: told differences do not make the new view"
        self._shows_nothing_old(name)
        for layer, view in after.items():
            self.seen.setdefault(layer, set()).update(view)
        assert before != after, f"{name} {args} changed nothing that anybody sees"
        return events

    def replaces(self, actor: Actor, name: str, **args: Any) -> None:
        """Give a ballot in place of one before, which nobody's view tells."""
        command = read_command(name, args)
        before = self.views()
        events = decide(self.meeting, command, actor, self.context())
        for event in events:
            self.happens(event)
        self._keep(command, events)
        assert before == self.views(), f"{name} shows that a ballot was replaced"

    def context(self) -> Context:
        return Context(self.now, masked)

    def views(self) -> dict[str, dict[str, Any]]:
        layers = ["everyone", "desk", "notes", *(f"seat:{seat}" for seat in self.meeting.seats)]
        return {layer: copy.deepcopy(project(self.meeting, layer, masked)) for layer in layers}

    def _shows_nothing_old(self, name: str) -> None:
        """Views keep what they made; one who has just read the state makes all of it."""
        fresh = thaw(freeze(self.meeting))
        for layer in SHARED:
            kept = project(self.meeting, layer, masked)
            assert kept == project(fresh, layer, masked), f"{layer} shows what was before {name}"

    def _keep(self, command: Command, events: list[e.Event]) -> None:
        if isinstance(command, CastBallot | EnterPaperBallot):
            event = events[0]
            assert isinstance(event, e.BallotCast | e.PaperCast)
            ballot_id = command.ballot_id if isinstance(command, CastBallot) else event.voter
            stored = StoredBallot(event.voter, event.delegation, ballot_id, command.ballot)
            self.ballots.setdefault((event.activity, event.round), {})[event.voter] = stored

    def seals(self, activity: str) -> None:
        """Count the closed round, as the server does after closing."""
        found = self.meeting.activities[activity]
        latest = found.round
        assert latest is not None
        keys = {
            seat: self.context().voter(
                *(latest.secrecy, activity, latest.number, seat, self.meeting.seats[seat].delegation),
                found.prepared.unit,
            )
            for seat in latest.eligible
        }
        ballots = list(self.ballots.get((activity, latest.number), {}).values())
        names = {id_: delegation.name for id_, delegation in self.meeting.delegations.items()}
        delegations = {self.meeting.seats[seat].delegation: key.delegation for seat, key in keys.items()}
        groups = split(self.meeting, found, latest, delegations)
        sealed = seal(
            *(found, latest, ballots, lambda seat: keys[seat].voter, self.meeting.numbers, names, groups),
            delegation_of=lambda seat: keys[seat].delegation,
        )
        self.happens(sealed.event)

    def runs(self, activity: str, ballots: dict[str, dict[str, Any]]) -> None:
        """Open, vote (seat -> ballot), close and seal."""
        self.does(MODERATOR, "open_activity", activity=activity)
        number = len(self.meeting.activities[activity].rounds)
        for seat, ballot in ballots.items():
            self.casts(seat, activity, ballot)
        self.does(MODERATOR, "close_activity", activity=activity, round=number)
        self.seals(activity)

    def enters(self, seat: str, activity: str, entry: dict[str, Any]) -> None:
        number = len(self.meeting.activities[activity].rounds)
        id_ = f"entry-{seat}-{len(self.log)}"
        self.does(delegate(seat), "add_entry", activity=activity, round=number, entry_id=id_, entry=entry)

    def casts(self, seat: str, activity: str, ballot: dict[str, Any]) -> None:
        number = len(self.meeting.activities[activity].rounds)
        id_ = f"ballot-{seat}-{len(self.log)}"
        self.does(delegate(seat), "cast_ballot", activity=activity, round=number, ballot_id=id_, ballot=ballot)


def told(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The views of somebody who held ``before`` and heard only the differences."""
    held: dict[str, dict[str, Any]] = {}
    for layer, view in after.items():
        old = before.get(layer, {})
        changed, gone = diff(old, view)
        held[layer] = {key: value for key, value in old.items() if key not in gone} | changed
    return held
