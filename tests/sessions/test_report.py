"""What the report tells, and what it keeps to itself."""

from collections import Counter
from typing import Any

import pytest

from sessions.report import Report, ReportActivity, gather
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import poll, ranking, small
from tests.helpers.report import Told, played
from tests.server.exports.payloads import OF_A_RESERVED_SESSION, SENSITIVE, played_out

VOTERS = ("panama-1", "panama-2", "peru-1", "belize-1")


@pytest.fixture
def play() -> Told:
    """The plenary runs; four people of three delegations are there."""
    play = Told(small())
    play.comes(VOTERS)
    play.does(MODERATOR, "start_session", session="plenary")
    return play


def activity_of(report: Report, id_: str) -> ReportActivity:
    return next(a for session in report.sessions for a in session.activities if a.id == id_)


def ids(value: Any) -> list[str]:
    """Every id that a roadmap line could cite."""
    found = []
    for session in value["sessions"]:
        found += [session["id"], *(entry["id"] for entry in session["entries"])]
        for activity in session["activities"]:
            found += [activity["id"], *(outcome["id"] for outcome in activity["outcomes"])]
    return found


def test_every_id_is_unique_in_the_report() -> None:
    for meeting in (played(), played_out()):
        counted = Counter(ids(meeting.reports().model_dump(mode="json")))
        assert [id_ for id_, times in counted.items() if times > 1] == []
        assert len(counted) > 40


def test_an_outcome_is_told_once_it_is_revealed(play: Told) -> None:
    play.runs("coffee", {seat: {"choices": ["yes"]} for seat in VOTERS})
    sealed = activity_of(play.reports(), "coffee")
    assert (sealed.phase, sealed.voted, sealed.delegations_voted) == ("closed", 4, 3)
    assert (sealed.outcomes, sealed.tables, sealed.counted, sealed.how, sealed.result, sealed.digest) == (
        *((), ()),
        *(None, None, None, None),
    )
    play.reveals("coffee")
    told = activity_of(play.reports(), "coffee")
    assert [(f.id, f.option, f.count) for f in told.outcomes] == [("coffee.yes", "yes", 4), ("coffee.no", "no", 0)]
    assert told.counted is not None
    assert told.counted.answered == 4
    assert told.how
    assert told.digest


def test_what_was_opened_again_is_told_by_its_latest_round(play: Told) -> None:
    play.runs("coffee", {"panama-1": {"choices": ["yes"]}})
    play.reveals("coffee")
    play.does(MODERATOR, "reopen_activity", activity="coffee", round=1)
    open_again = activity_of(play.reports(), "coffee")
    assert (open_again.round, open_again.phase, open_again.outcomes, open_again.voted) == (2, "open", (), 0)


def test_a_secret_round_names_nobody(play: Told) -> None:
    play.runs("priorities", {seat: {"ranking": ["C-1", "C-2"]} for seat in VOTERS})
    play.reveals("priorities")
    session = next(s for s in play.reports().sessions if s.id == "plenary")
    written = session.model_dump_json()
    for name in (*VOTERS, *play.meeting.delegations, "Panama", "Peru", "v:", "d:"):
        assert f'"{name}' not in written


def test_an_open_secret_round_does_not_count_people_where_that_tells_who_they_are() -> None:
    lonely = small(
        delegations=[{"id": "panama", "name": "Panamá", "seats": 1}, {"id": "peru", "name": "Perú", "seats": 3}],
        sessions=[
            {"id": "s", "code": "S1", "title": "S", "day": "2025-09-24", "start": "09:00", "minutes": 60}
            | {"activities": [ranking("secret", secrecy="secret"), poll("plain", secrecy="open")]}
        ],
        mechanisms={},
    )
    play = Told(lonely)
    play.comes(("panama-1", "peru-1"))
    play.does(MODERATOR, "start_session", session="s")
    play.does(MODERATOR, "open_activity", activity="secret")
    play.casts("panama-1", "secret", {"ranking": ["C-1"]})
    assert activity_of(play.reports(), "secret").voted is None


def test_of_a_reserved_session_there_is_its_turnout_and_nothing_of_its_content() -> None:
    report = played_out().reports()
    session = report.sessions[-1]
    assert (session.withheld, session.questions, session.entries) == (True, (), ())
    shut = activity_of(report, "shut")
    assert (shut.withheld, shut.title, shut.question, shut.method, shut.outcomes, shut.digest) == (
        *(True, None, None),
        *((), (), None),
    )
    assert (shut.voted, shut.eligible) == (9, 12)
    assert OF_A_RESERVED_SESSION not in report.model_dump_json()


def test_notes_are_told_by_table_and_heading_without_the_sensitive_and_the_empty(play: Told) -> None:
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    lines: list[dict[str, Any]] = [
        {"heading": "agreement", "text": "Cierre.", "order": 0},
        {"heading": "challenge", "text": "Segunda.", "order": 2},
        {"heading": "challenge", "text": "Primera.\tSigue.\x00", "order": 1},
        {"heading": "unknown", "text": "De otra plantilla."},
        {"heading": "challenge", "text": SENSITIVE, "flags": ["sensitive"]},
        {"heading": "challenge", "text": " \n "},
    ]
    play.writes("pads", "t2", *lines, why="exported")
    play.writes("pads", "t1", {"heading": "offer", "text": "Una pasantía."})
    entries = next(s for s in play.reports().sessions if s.id == "tables").entries
    assert [(e.table, e.heading, e.text, e.validated) for e in entries] == [
        ("t1", "offer", "Una pasantía.", True),
        ("t2", "challenge", "Primera. Sigue.", False),
        ("t2", "challenge", "Segunda.", False),
        ("t2", "agreement", "Cierre.", False),
        ("t2", "unknown", "De otra plantilla.", False),
    ]
    assert [e.code for e in entries] == ["N-07", "N-03", "N-02", "N-01", "N-04"]


def test_where_people_write_nobody_votes(play: Told) -> None:
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    assert activity_of(play.reports(), "pads").pads
    play.does(MODERATOR, "open_activity", activity="after")
    assert not activity_of(play.reports(), "after").pads


def test_delegations_are_present_once_somebody_of_them_is(play: Told) -> None:
    play.comes(["unhcr-1"])
    meeting = play.reports().meeting
    assert [name["es"] for name in meeting.delegations] == ["Panama", "Peru", "Belize"]
    assert [name["es"] for name in meeting.observers] == ["ACNUR"]
    assert meeting.present == 5


def test_it_is_a_draft_until_the_meeting_is_closed(play: Told) -> None:
    assert play.reports().draft
    play.does(MODERATOR, "close_meeting")
    closed = play.reports()
    assert not closed.draft
    assert closed.meeting.until == closed.meeting.closed_at


def test_the_digest_is_of_what_is_told(play: Told) -> None:
    first = play.reports()
    assert first == play.reports()
    assert first.digest == gather(play.meeting, "another-epoch").digest
    play.runs("coffee", {"panama-1": {"choices": ["yes"]}})
    assert play.reports().digest != first.digest


def test_it_goes_as_far_as_the_latest_thing_that_happened(play: Told) -> None:
    play.does(MODERATOR, "open_activity", activity="coffee")
    assert play.reports().meeting.until == play.log[-1].at
