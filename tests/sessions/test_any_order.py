"""Anybody asks for anything in any order: what always holds."""

import json
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor, Role
from sessions.commands import read_command
from sessions.errors import Refused
from sessions.evolve import fold
from sessions.meeting import Meeting, freeze, thaw
from sessions.next_step import next_step
from sessions.rules import decide
from sessions.rules.seats import claim, claim_card
from sessions.views import SHARED, project
from tests.helpers.play import MODERATOR, Play, masked, told
from tests.helpers.programmes import small
from tests.sessions.anything import (
    ARGS,
    BALLOTS,
    DELEGATIONS,
    VOTERS,
    WORDS,
    seat,
)

UNSEEN = {"assign_table", "edit_activity", "edit_session", "rotate_tables"}
"""May change what nobody looks at yet: tables and assignments of a session that does not run, or a secrecy that is
written down and was the default before."""


def actor_of(meeting: Meeting, role: Role, seat_: str) -> Actor:
    seated = role in {Role.DELEGATE, Role.OBSERVER}
    return Actor(role=role, seat=seat_ if seated else None, table="t1" if role is Role.FACILITATOR else None)


class AnyOrder(RuleBasedStateMachine):
    @initialize()
    def begins(self) -> None:
        self.play = Play(small())
        self.sealed: dict[tuple[str, int], bytes] = {}

    @property
    def meeting(self) -> Meeting:
        return self.play.meeting

    # What people do

    @rule(
        asked=st.sampled_from(sorted(ARGS)).flatmap(lambda name: st.tuples(st.just(name), ARGS[name])),
        role=st.one_of(st.just(Role.MODERATOR), st.sampled_from(Role)),
        seat_=seat,
    )
    def somebody_asks(self, asked: tuple[str, dict[str, Any]], role: Role, seat_: str) -> None:
        name, args = asked
        if name == "close_meeting" and len(self.play.log) < 25:
            return  # else most trials would end at their beginning
        self._asks(actor_of(self.meeting, role, seat_), name, args)

    @rule(
        asked=st.sampled_from(sorted(ARGS)).flatmap(lambda name: st.tuples(st.just(name), ARGS[name])),
    )
    def the_moderator_asks(self, asked: tuple[str, dict[str, Any]]) -> None:
        self.somebody_asks(asked, Role.MODERATOR, "")

    @rule(seats=st.lists(st.sampled_from(VOTERS), min_size=1, max_size=4), first=st.integers(0, len(BALLOTS) - 1))
    def some_vote_in_what_is_open(self, seats: list[str], first: int) -> None:
        """Each casts the first ballot, from ``first`` on, that the activity takes."""
        for found in self._in_phase("open"):
            for seat_ in seats:
                args = {"activity": found.plan.id, "round": len(found.rounds), "ballot_id": "ballot-any"}
                role = Role.OBSERVER if seat_.startswith("unhcr") else Role.DELEGATE
                turned = BALLOTS[first:] + BALLOTS[:first]
                any(self._asks(Actor(role=role, seat=seat_), "cast_ballot", {**args, "ballot": b}) for b in turned)

    @rule()
    def the_moderator_does_what_comes_next(self) -> None:
        step = next_step(self.meeting)
        if step is not None and not step["pending"] and step["command"] != "close_meeting":
            assert self._asks(MODERATOR, step["command"], step["args"]), step

    @rule()
    def the_server_counts(self) -> None:
        for found in self._in_phase("closed", "revealed"):
            if found.to_seal:
                self.play.seals(found.plan.id)

    @rule(delegation=st.none() | st.sampled_from(DELEGATIONS), seat_=seat)
    def somebody_comes(self, delegation: str | None, seat_: str) -> None:
        """With the join code, or with a card."""
        self._happens(lambda: claim(self.meeting, delegation) if delegation else claim_card(self.meeting, seat_))

    @rule(table_=st.sampled_from(["t1", "t2"]), text=WORDS, why=st.sampled_from(["validated", "exported"]))
    def a_pad_is_recorded(self, table_: str, text: str, why: str) -> None:
        if self.meeting.activities["pads"].rounds and self.meeting.closed_at is None:
            lines = [{"id": f"e{n}", "heading": "offer", "text": text, "order": n} for n in range(len(text) % 3)]
            event = {"type": "entries_recorded", "activity": "pads", "table": table_, "entries": lines, "why": why}
            self.play.happens(e.EntriesRecorded.model_validate(event))

    def _in_phase(self, *phases: str) -> list[Activity]:
        return [found for found in self.meeting.activities.values() if found.phase in phases]

    def _asks(self, actor: Actor, name: str, args: dict[str, Any]) -> bool:
        """True where it was accepted. A refusal changes nothing; what is recorded obeys the law of views."""
        command = read_command(name, args)
        frozen, before = freeze(self.meeting), self.play.views()
        try:
            events = decide(self.meeting, command, actor, self.play.context())
        except Refused:
            assert freeze(self.meeting) == frozen, f"{name} was refused and changed the meeting"
            return False
        assert freeze(self.meeting) == frozen, f"deciding {name} changed the meeting"
        for event in events:
            self.play.happens(event)
        self.play._keep(command, events)
        after = self.play.views()
        assert told(before, after) == after
        revote = name == "cast_ballot" and before == after
        assert before != after or not events or revote or name in UNSEEN, (name, args)
        return True

    def _happens(self, decision: Any) -> None:
        try:
            events = decision()
        except Refused:
            return
        for event in events:
            self.play.happens(event)

    # What always holds

    @invariant()
    def a_snapshot_is_read_back_equal(self) -> None:
        assert thaw(freeze(self.meeting)) == self.meeting

    @invariant()
    def what_views_kept_of_it_is_as_new(self) -> None:
        fresh = thaw(freeze(self.meeting))
        for layer in SHARED:
            assert project(self.meeting, layer, masked) == project(fresh, layer, masked), layer

    @invariant()
    def only_those_who_may_vote_are_counted_and_once(self) -> None:
        for found in self.meeting.activities.values():
            for round_ in found.rounds:
                eligible = {
                    self.play.context()
                    .voter(round_.secrecy, found.plan.id, round_.number, id_, self.meeting.seats[id_].delegation)
                    .voter
                    for id_ in round_.eligible
                }
                assert round_.voted.keys() <= eligible
                if round_.sealed is not None:
                    assert set(round_.sealed.roll) <= set(round_.eligible)
                    assert round_.sealed.outcome.counted.voted == len(round_.sealed.roll)

    @invariant()
    def what_is_sealed_never_changes(self) -> None:
        for found in self.meeting.activities.values():
            for round_ in found.rounds:
                if round_.sealed is not None:
                    key = (found.plan.id, round_.number)
                    body = round_.sealed.outcome.model_dump_json().encode() + repr(round_.sealed.roll).encode()
                    assert self.sealed.setdefault(key, body) == body

    @invariant()
    def the_room_sees_no_draft_and_no_count_before_its_time(self) -> None:
        view = self.play.views()["everyone"]
        text = json.dumps(view, ensure_ascii=False)
        for id_, found in self.meeting.activities.items():
            if found.phase == "draft":
                assert json.dumps(found.plan.title, ensure_ascii=False) not in _without_others(
                    text, self.meeting, found
                )
                assert not {f"activity/{id_}", f"turnout/{id_}", f"outcome/{id_}"} & view.keys()
            assert (f"outcome/{id_}" in view) == (found.phase == "revealed")
            assert (f"preview/{id_}" in self.play.views()["desk"]) == (
                found.phase == "closed" and found.round is not None and found.round.sealed is not None
            )

    @invariant()
    def at_most_one_session_runs_and_one_vote_is_open(self) -> None:
        running = [id_ for id_, found in self.meeting.sessions.items() if found.phase == "running"]
        assert running == ([self.meeting.running] if self.meeting.running else [])
        votes = [found for found in self._in_phase("open") if not found.pads]
        assert len(votes) <= 1
        assert all(found.session == self.meeting.running for found in self._in_phase("open"))

    @invariant()
    def everything_is_where_it_belongs(self) -> None:
        assert sorted(self.meeting.order) == sorted(self.meeting.sessions)
        listed = [id_ for found in self.meeting.sessions.values() for id_ in found.activities]
        assert sorted(listed) == sorted(self.meeting.activities)
        for id_, found in self.meeting.sessions.items():
            assert all(self.meeting.activities[activity_].session == id_ for activity_ in found.activities)

    @precondition(lambda self: len(self.play.log) % 5 == 0)
    @invariant()
    def the_log_folds_to_the_same_state(self) -> None:
        assert fold(enumerate(self.play.log, start=1)) == self.meeting
        secret = {
            (found.plan.id, round_.number)
            for found in self.meeting.activities.values()
            for round_ in found.rounds
            if round_.sealed is not None and round_.secrecy == "secret"
        }
        left = [
            (seq, entry)
            for seq, entry in enumerate(self.play.log, start=1)
            if not (isinstance(entry.event, e.BallotCast) and (entry.event.activity, entry.event.round) in secret)
        ]
        assert fold(left) == self.meeting or left[-1][0] != self.meeting.seq


def _without_others(text: str, meeting: Meeting, draft: Activity) -> str:
    """A draft may have the title of something that is no draft: then nothing can be told from the text."""
    others = [a.plan.title for a in meeting.activities.values() if a is not draft and a.phase != "draft"]
    others += [s.plan.title for s in meeting.sessions.values()]
    others += [d.name for d in meeting.delegations.values()]
    return "" if draft.plan.title in others else text


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
