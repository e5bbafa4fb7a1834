"""Anything that may be asked, well formed and mostly out of place: arguments for every command."""

from typing import Any

from hypothesis import strategies as st

from sessions.roadmap.reading import Answer
from sessions.roadmap.status import Status
from tests.helpers.programmes import CHALLENGES

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
