"""Anybody asks for anything in any order: what always holds."""

import json
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sessions import events as e
from sessions.actor import Actor, Role
from sessions.commands import read_command
from sessions.errors import Refused
from sessions.evolve import fold
from sessions.meeting import Activity, Meeting, freeze, thaw
from sessions.next_step import next_step
from sessions.roadmap.reading import Answer
from sessions.roadmap.status import Status
from sessions.rules import decide
from sessions.rules.seats import claim, claim_card
from tests.helpers.play import MODERATOR, Play, told
from tests.helpers.programmes import CHALLENGES, small

SESSIONS = ["plenary", "pause", "tables", "s-new", "nowhere"]
ACTIVITIES = ["coffee", "priorities", "tea", "pads", "after", "a-new", "nothing"]
DELEGATIONS = ["panama", "peru", "belize", "mexico", "unhcr", "d-new", "atlantis"]
SEATS = ["panama-1", "peru-1", "peru-2", "peru-4", "belize-3", "mexico-2", "unhcr-1", "d-new-1", "peru-99"]
VOTERS = ["panama-1", "panama-2", "peru-1", "belize-3", "mexico-2", "unhcr-1", "peru-99"]
TABLES = ["t1", "t2", "t3", "t4", "plenary"]
TITLES = st.integers(0, 9999).map(lambda number: f"Título-{number}-fin")

SETUPS = [
    ("poll", {"question": "¿?", "answer": "text"}),
    ("poll", {"question": "¿?", "answer": "multiple", "options": CHALLENGES}),
    ("prioritise", {"question": "¿?", "method": "dots", "dots": 3, "options": CHALLENGES, "headline": "person"}),
    ("notes", {"question": "¿?"}),
    ("collect", {"question": "¿?"}),
    ("exchange", {"question": "¿?", "themes": CHALLENGES}),
    ("collect", {"question": "¿?", "approval": True, "wall": "live", "per_seat": 2}),
    ("poll", {}),
    ("duel", {}),
]
BALLOTS: list[dict[str, Any]] = [
    {"choices": ["yes"]},
    {"choices": ["no"]},
    {"choices": ["C-1", "C-4"]},
    {"ranking": ["C-3", "C-1"]},
    {"points": {"C-1": 2}},
    {"text": "turnos"},
    {"abstain": True},
    {"not_applicable": True},
    {},
]

session = st.sampled_from(SESSIONS)
activity = st.sampled_from(ACTIVITIES)
seat = st.sampled_from(SEATS)
table = st.sampled_from(TABLES)
place = st.integers(0, 4)
number = st.integers(1, 3)
secrecy = st.sampled_from(["secret", "by_delegation", "open"])
voters = st.sampled_from(["delegates", "heads", "delegates_and_observers"])
regime = st.sampled_from(["open", "attributable", "chatham_house", "reserved"])


line = st.sampled_from(["l-1", "l-2"])
practice = st.sampled_from(["f-1", "f-2"])
WORDS = st.integers(0, 99).map(lambda number: f"Texto {number}")
post = st.fixed_dictionaries(
    {
        "text": WORDS,
        "side": st.sampled_from(["offer", "need"]),
        "theme": st.just(CHALLENGES[0]["id"]),
        "support": st.just("peer"),
    }
)
idea = st.sampled_from([f"idea-000{n}" for n in range(6)])
entry = st.sampled_from(["pads.t1.e0", "pads.t1.e1", "pads.t2.e0"])
SOURCES = [
    {"sort": "entry", "id": "pads.t1.e0", "why": "promote"},
    {"sort": "entry", "id": "pads.t2.e0", "why": "quote"},
    {"sort": "outcome", "id": "coffee", "part": "yes", "why": "promote"},
    {"sort": "synthesis", "id": "s-1", "why": "promote"},
    {"sort": "line", "id": "l-1", "why": "split"},
]
sources = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=2)


def dicts(optional: dict[str, Any] | None = None, **needed: Any) -> Any:
    return st.fixed_dictionaries(needed, optional=optional or {})


ARGS: dict[str, Any] = {
    "start_session": dicts(session=session),
    "end_session": dicts(session=session),
    "skip_session": dicts(session=session, skip=st.booleans()),
    "add_session": dicts(
        {"place": place, "format": st.sampled_from(["plenary", "tables"]), "tables": st.integers(0, 3)},
        session=session,
        title=TITLES,
        start=st.just("12:00"),
        minutes=st.just(30),
    ),
    "edit_session": dicts(
        {"title": TITLES, "regime": regime, "tables": st.integers(1, 4), "minutes": st.just(20)}, session=session
    ),
    "move_session": dicts(session=session, place=place),
    "add_activity": st.sampled_from(SETUPS).flatmap(
        lambda pair: dicts(
            {"secrecy": secrecy, "voters": voters, "place": place},
            session=session,
            activity=activity,
            kind=st.just(pair[0]),
            title=TITLES,
            setup=st.just(pair[1]),
        )
    ),
    "edit_activity": dicts({"title": TITLES, "secrecy": secrecy, "voters": voters}, activity=activity),
    "move_activity": dicts({"session": session}, activity=activity, place=place),
    "skip_activity": dicts(activity=activity, skip=st.booleans()),
    "open_activity": dicts({"minutes": st.just(3)}, activity=activity),
    "add_time": dicts(activity=activity, round=number, seconds=st.integers(-90, 90)),
    "close_activity": dicts(activity=activity, round=number),
    "reveal_outcome": dicts(activity=activity, round=number),
    "reopen_activity": dicts(activity=activity, round=number),
    "cast_ballot": dicts(
        activity=activity, round=number, ballot_id=st.just("ballot-any"), ballot=st.sampled_from(BALLOTS)
    ),
    "add_entry": dicts(activity=activity, round=number, entry_id=idea, entry=st.one_of(dicts(text=WORDS), post)),
    "edit_entry": dicts(activity=activity, round=number, entry_id=idea, entry=dicts(text=WORDS)),
    "withdraw_entry": dicts(activity=activity, round=number, entry_id=idea),
    "object_to_entry": dicts(activity=activity, entry=idea),
    "approve_entry": dicts(activity=activity, entry=idea),
    "hide_entry": dicts(activity=activity, entry=idea, hide=st.booleans()),
    "merge_entries": dicts(
        activity=activity, entries=st.lists(idea, min_size=2, max_size=2, unique=True), id=idea, text=WORDS
    ),
    "split_entry": dicts(
        activity=activity, entry=idea, into=st.lists(dicts(id=idea, text=WORDS), min_size=2, max_size=2)
    ),
    "reword_entry": dicts(activity=activity, entry=idea, text=WORDS),
    "undo_board": dicts(activity=activity, step=number),
    "finish_board": dicts(activity=activity, round=number),
    "prioritise_entries": dicts(activity=activity, into=activity),
    "set_source": dicts(
        activity=activity, round=number, seat=seat, source=st.sampled_from(["phone", "paper", "hands"])
    ),
    "enter_paper_ballot": st.sampled_from(BALLOTS).flatmap(
        lambda ballot: st.one_of(
            dicts(activity=activity, round=number, seat=seat, ballot=st.just(ballot), again=st.just(ballot)),
            dicts(
                activity=activity,
                round=number,
                envelope=st.integers(1, 3),
                ballot=st.just(ballot),
                again=st.just(ballot),
            ),
        )
    ),
    "enter_hands": st.dictionaries(st.sampled_from(["yes", "no"]), st.integers(0, 2), max_size=2).flatmap(
        lambda counts: dicts(activity=activity, round=number, counts=st.just(counts), again=st.just(counts))
    ),
    "finish_paper": dicts(activity=activity, round=number),
    "choose_table": dicts(table=table),
    "assign_table": dicts(session=session, seat=seat, table=table),
    "rotate_tables": dicts(session=session, rotation=number),
    "release_seat": dicts(seat=seat),
    "add_seat": dicts(delegation=st.sampled_from(DELEGATIONS)),
    "add_delegation": dicts(
        {"mechanisms": st.sampled_from([["quito"], ["mirps"], ["nafta"]])},
        delegation=st.sampled_from(DELEGATIONS),
        title=TITLES,
    ),
    "set_stage": dicts(
        stage=dicts(
            {"activity": activity, "table": table}, show=st.sampled_from(["auto", "join", "blank", "outcome", "notes"])
        )
    ),
    "send_message": dicts(text=st.just("Volvemos")),
    "clear_message": dicts(),
    "validate_table": dicts(activity=activity, table=table),
    "close_meeting": dicts(),
    "add_line": dicts(
        {"session": session, "table": table},
        line=line,
        fields=dicts({"leads": st.sampled_from([["peru"], ["unhcr"]])}, activity=WORDS, sources=sources),
    ),
    "edit_line": dicts(
        line=line, version=number, changes=dicts({"sources": sources, "output": WORDS, "theme": st.just("NO")})
    ),
    "withdraw_line": dicts(line=line),
    "restore_line": dicts(line=line),
    "move_line": dicts(line=line, place=place),
    "set_line_status": dicts(line=line, status=st.sampled_from(Status)),
    "join_line": dicts(line=line, join=st.booleans()),
    "start_reading": dicts(),
    "read_line": dicts(line=line),
    "end_reading": dicts(),
    "answer_line": dicts(
        {"text": WORDS, "attributed": st.booleans()}, line=line, version=number, answer=st.sampled_from(Answer)
    ),
    "add_synthesis": dicts(synthesis=st.just("s-1"), session=session, fields=dicts(text=WORDS, sources=sources)),
    "edit_synthesis": dicts(synthesis=st.just("s-1"), version=number, fields=dicts(text=WORDS, sources=sources)),
    "withdraw_synthesis": dicts(synthesis=st.just("s-1")),
    "comment_entry": dicts(comment=st.just("c-1"), entry=entry, text=WORDS),
    "resolve_comment": dicts(comment=st.just("c-1"), resolved=st.booleans()),
    "set_regime": dicts(entry=entry, regime=regime),
    "consent_entry": dicts({"regime": regime}, entry=entry),
    "add_practice": dicts(
        {"delegation": st.sampled_from(DELEGATIONS), "named": st.booleans()},
        practice=practice,
        session=session,
        fields=dicts({"sources": sources}, title=WORDS),
    ),
    "edit_practice": dicts(practice=practice, version=number, changes=dicts({"title": WORDS, "results": WORDS})),
    "show_interest": dicts(activity=activity, offer=idea, need=idea, interested=st.booleans()),
    "name_practice": dicts(practice=practice, version=number, named=st.booleans()),
    "withdraw_practice": dicts(practice=practice, withdrawn=st.booleans()),
}
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
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
