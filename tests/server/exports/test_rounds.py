"""Rounds side by side, in every file."""

import io

import pytest
from docx import Document

from server.exports import docx, json, xlsx
from server.exports.paper.slope import drawn
from server.exports.records import records
from sessions.report import Report
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import poll, ranking, small
from tests.helpers.report import Told
from tests.server.exports.reading import cells, rows

SEATS = tuple(f"{state}-{n}" for state in ("panama", "peru", "belize", "mexico") for n in (1, 2, 3))


def twice(absent: int) -> Report:
    """A ranking and a poll, each opened twice in secret, at first without ``absent`` of the voters."""
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    activities = [ranking("r", secrecy="secret"), poll("p", secrecy="secret")]
    play = Told(small(sessions=[{"id": "s", "code": "S1", "title": "S", "activities": activities, **day}]))
    play.comes(SEATS)
    play.does(MODERATOR, "start_session", session="s")
    for activity, ballot in (("r", {"ranking": ["C-2", "C-1"]}), ("p", {"choices": ["yes"]})):
        play.runs(activity, dict.fromkeys(SEATS[absent:], ballot))
        play.reveals(activity)
        play.does(MODERATOR, "reopen_activity", activity=activity, round=1)
        for seat in SEATS:
            play.casts(seat, activity, {"ranking": ["C-1", "C-3"]} if activity == "r" else ballot)
        play.does(MODERATOR, "close_activity", activity=activity, round=2)
        play.seals(activity)
        play.reveals(activity)
    return play.reports()


@pytest.fixture(scope="module")
def near() -> Report:
    """One voter more: the first round keeps its places only."""
    return twice(1)


@pytest.fixture(scope="module")
def same() -> Report:
    return twice(0)


def test_word_draws_the_change_and_says_it(same: Report) -> None:
    document = Document(io.BytesIO(docx.write(same, "es")))
    assert len(document.inline_shapes) == 1
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "Votaron 12 personas de 4 delegaciones en ronda 1 y 12 de 4 en ronda 2." in words
    assert "En ambas votaron las mismas personas." in words
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    table = document.tables[heads.index(["Opción", "Posición en ronda 1", "Posición en ronda 2", "Cambio"])]
    told = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows[1:]}
    assert told["D1"] == ["2", "1", "Sube (2 → 1)"]
    assert told["D2"] == ["1", "3-6", "Baja (1 → 3-6)"]


def test_the_picture_of_a_movement_is_the_same_each_time(same: Report) -> None:
    movement = same.sessions[0].activities[0].movement
    assert movement is not None
    assert drawn(movement, "es") == drawn(movement, "es") != drawn(movement, "pt")


def test_every_digest_is_in_the_annex(same: Report) -> None:
    ranked = same.sessions[0].activities[0]
    document = Document(io.BytesIO(docx.write(same, "es")))
    written = {cell.text for row in document.tables[-1].rows for cell in row.cells}
    assert {ranked.digest, ranked.earlier[0].digest} <= written


@pytest.mark.parametrize("lang", ["es", "en", "pt"])
def test_no_file_has_the_figures_of_two_closings_that_nearly_the_same_voted_in(near: Report, lang: str) -> None:
    ranked, asked = near.sessions[0].activities
    assert ranked.earlier[0].places_only
    assert asked.earlier[0].places_only
    written = json.write(near, lang).decode()
    assert written.count('"bars"') == 1  # of the latest round
    assert written.count('"score"') == 6
    document = Document(io.BytesIO(docx.write(near, lang)))
    tables = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    counts = {"es": "Personas", "en": "People", "pt": "Pessoas"}[lang]
    assert sum(counts in head for head in tables) == 1
    sheets = [str(cell.value) for cell in cells(xlsx.write(near, lang))]
    assert sheets.count(counts) == 1
    how = ranked.earlier[0].how[lang]  # type: ignore[index]  # the parameter is a language
    assert how in sheets
    assert how in [paragraph.text.partition(": ")[2] for paragraph in document.paragraphs]


def test_the_plain_table_tells_the_rounds_apart(same: Report) -> None:
    head, *lines = rows(records(same, "es"))
    found = [dict(zip(head, line, strict=True)) for line in lines]
    of_poll = [(line["Ronda"], line["Código"], line["Cantidad"]) for line in found if line["Tipo"] == "resultado"]
    assert [line for line in of_poll if line[1] == "yes"] == [("2", "yes", "12"), ("1", "yes", "12")]
