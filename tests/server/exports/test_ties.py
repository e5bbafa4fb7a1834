"""A shared place is explained beside the table that shows it, for readers who never heard of a counting rule."""

import pytest

from server.exports import docx, md, xlsx
from sessions.report import Report
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import ranking, small
from tests.helpers.report import Told
from tests.server.exports.reading import text_of

WORDS = {
    "es": "«3-6» es un empate: todas las que lo llevan comparten los puestos 3 a 6.",
    "en": "“3-6” is a tie: all that have it share places 3 to 6.",
    "pt": "«3-6» é um empate: todas as que o levam dividem os lugares 3 a 6.",
}


def played(*orders: list[str]) -> Report:
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    play = Told(small(sessions=[{"id": "s", "code": "S1", "title": "S", "activities": [ranking("r")], **day}]))
    seats = [f"{state}-1" for state in ("panama", "peru", "belize")]
    play.comes(seats)
    play.does(MODERATOR, "start_session", session="s")
    play.runs("r", {seat: {"ranking": order} for seat, order in zip(seats, orders, strict=False)})
    play.reveals("r")
    return play.reports()


@pytest.mark.parametrize("lang", ["es", "en", "pt"])
def test_a_tie_is_explained_under_its_table(lang: str) -> None:
    told = played(["C-1", "C-2"])
    assert WORDS[lang] in text_of("docx", docx.write(told, lang))
    assert WORDS[lang] in text_of("xlsx", xlsx.write(told, lang))
    assert WORDS[lang].split("«")[-1].split("”")[-1] in md.write(told, lang).decode().replace("\\", "")


def test_two_that_share_a_place_and_none() -> None:
    two = played(["C-1", "C-2", "C-3"], ["C-1", "C-3", "C-2"])
    assert "«2-3» es un empate: las dos comparten los puestos 2 y 3." in text_of("docx", docx.write(two, "es"))
    how = two.sessions[0].activities[0].how
    assert how is not None
    assert "comparten los puestos 2 y 3." in how["es"]
    assert "comparten los puestos 4 a 6." in how["es"], "every tie, not the first alone"
