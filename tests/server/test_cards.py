"""Seat cards: what stands on them. That they can be read is seen on paper."""

import io
import re

import segno

from server.cards import EN, ES, card_of, cards_pdf
from sessions.programme import Programme
from tests.helpers.play import Play
from tests.helpers.programmes import small

LINK = "http://192.168.1.20:8000/j#s.small.panama-1.AAAAAAAAAAAAAAAAAAAAAA"


def test_ten_cards_are_on_a_sheet() -> None:
    assert _sheets(small()) == 2  # 14 seats


def test_a_programme_may_hold_what_typst_would_read_as_markup() -> None:
    hostile = '#panic("no") $x^2$ *bold* \\ <a> @b " \u202e'
    assert _sheets(small(title={"es": hostile}, wifi={"name": "#set page(", "password": "x"})) == 2


def test_a_card_says_whose_it_is() -> None:
    meeting = Play(small()).meeting
    head, second, observer = (card_of(meeting, meeting.seats[id_], LINK) for id_ in ("panama-1", "panama-2", "unhcr-1"))
    assert (head.delegation, head.seat, head.mark) == ("Panama", "Puesto 1", "jefatura")
    assert (second.seat, second.mark) == ("Puesto 2", "")
    assert (observer.delegation, observer.mark) == ("ACNUR", "observación")
    assert head.host == "192.168.1.20:8000"


def test_the_qr_is_the_link() -> None:
    meeting = Play(small()).meeting
    out = io.BytesIO()
    segno.make(LINK, error="m", micro=False).save(out, kind="svg", border=3, xmldecl=False, dark="#000", light="#fff")
    assert card_of(meeting, meeting.seats["panama-1"], LINK).qr == out.getvalue().decode()


def test_joining_takes_three_lines_in_two_languages() -> None:
    assert (len(ES), len(EN)) == (3, 3)


def _sheets(programme: Programme) -> int:
    meeting = Play(programme).meeting
    pdf = cards_pdf(meeting, dict.fromkeys(meeting.seats, LINK))
    (count,) = re.findall(rb"/Count (\d+)", pdf)
    return int(count)
