"""What people practise with never leaves the house, in whatever format."""

import io
import zipfile
from collections.abc import Iterator

import pytest

from server.exports import formats
from sessions.events import encode
from sessions.report import Report
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import poll, small
from tests.helpers.report import Told
from tests.server.exports.reading import text_of

MARK = "Zanahoria"
PEOPLE = ("peru-1", "panama-1", "belize-1")
READABLE = sorted({"json", "csv", "xlsx", "docx", "md"})


def voted(*, asked_before: bool, trial: bool = True) -> Told:
    """A meeting that voted on coffee; ``asked_before`` something with words of its own, twice."""
    play = Told(small())
    play.comes(PEOPLE)
    play.does(MODERATOR, "start_session", session="plenary")
    if asked_before:
        began = play.now
        ask(play, trial)
        play.now = began  # what counts happens at the same moments
    play.runs("coffee", {seat: {"choices": ["no"]} for seat in PEOPLE})
    play.reveals("coffee")
    return play


def ask(play: Told, trial: bool) -> None:
    setup = poll("trial")["setup"] | {"question": f"¿{MARK} o té?", "note": MARK}
    setup["options"] = [{"id": "yes", "text": f"{MARK} cruda"}, {"id": "no", "text": "No"}]
    asked = {"session": "plenary", "activity": "trial", "kind": "poll", "title": MARK, "setup": setup}
    play.does(MODERATOR, "add_activity", **asked, trial=trial, place=0)
    play.runs("trial", {seat: {"choices": ["yes"]} for seat in PEOPLE})
    play.reveals("trial")
    play.does(MODERATOR, "reopen_activity", activity="trial", round=1)
    for seat in PEOPLE:
        play.casts(seat, "trial", {"choices": ["yes"]})
    play.does(MODERATOR, "close_activity", activity="trial", round=2)
    play.seals("trial")
    play.reveals("trial")


@pytest.fixture(scope="module")
def practised() -> Told:
    return voted(asked_before=True)


@pytest.fixture(scope="module")
def report(practised: Told) -> Report:
    return practised.reports()


def test_the_report_is_the_one_of_a_meeting_that_did_not_practise(report: Report) -> None:
    """So is every file that is written from it, those that nobody can search included."""
    without = voted(asked_before=False).reports()
    assert report.cursor != without.cursor
    assert report.model_copy(update={"cursor": without.cursor}) == without


@pytest.mark.parametrize("name", READABLE)
def test_no_file_has_a_word_of_it(report: Report, name: str) -> None:
    assert MARK not in text_of(name, formats()[name].write(report, "es"))


@pytest.mark.parametrize("name", sorted({*READABLE} - {"csv"}))
def test_they_would_have_if_it_counted(name: str) -> None:
    """The CSV is of the roadmap alone."""
    counted = voted(asked_before=True, trial=False).reports()
    assert MARK in text_of(name, formats()[name].write(counted, "es"))


def test_nor_has_the_pack(report: Report) -> None:
    found = dict(files(formats()["zip"].write(report, "es")))
    assert len(found) > 4
    assert not [name for name, body in found.items() if MARK.encode() in body or MARK in name]


def files(body: bytes) -> Iterator[tuple[str, bytes]]:
    """Every file of a zip, those inside of others too."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for name in archive.namelist():
            inside = archive.read(name)
            yield name, inside
            if inside.startswith(b"PK"):
                yield from ((f"{name}/{deeper}", part) for deeper, part in files(inside))


def test_every_format_was_looked_at() -> None:
    assert {*READABLE, "pdf", "zip"} == set(formats())


def test_the_log_keeps_it_for_it_is_the_record(practised: Told) -> None:
    written = b"".join(encode(entry) for entry in practised.log)
    assert MARK.encode() in written
    assert practised.meeting.activities["trial"].latest_revealed is not None
