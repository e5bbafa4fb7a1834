"""Seat cards to print: ten on a sheet of A4, one for each seat, with the QR of its link."""

import io
import json
from dataclasses import asdict, dataclass
from importlib.resources import files
from urllib.parse import urlsplit

import segno
import typst

from sessions.meeting import Meeting, Seat
from sessions.text import original

ES = (
    "Conecte el teléfono a la red {network}.",
    "Enfoque el código y toque el enlace.",
    "Elija idioma y entre. No preste la tarjeta.",
)
EN = (
    "Connect your phone to the {network} network.",
    "Point the camera at the code and tap the link.",
    "Choose a language and enter. Keep this card.",
)
HEAD = "jefatura"
OBSERVER = "observación"


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one. ``mark`` is for heads and observers; ``qr`` is SVG."""

    delegation: str
    seat: str
    mark: str
    host: str
    qr: str


def cards_pdf(meeting: Meeting, links: dict[str, str]) -> bytes:
    """The sheet as PDF, by delegation as in the programme. ``links`` gives each seat's link. Takes a second or so."""
    network = f"«{meeting.wifi.name}»" if meeting.wifi else ""
    data = {
        "title": original(meeting.title),
        "es": [line.format(network=network or "de la sala") for line in ES],
        "en": [line.format(network=network or "room’s") for line in EN],
        "cards": [asdict(card_of(meeting, seat, links[seat.id])) for seat in meeting.seats.values()],
    }
    template = files("server").joinpath("cards.typ").read_bytes()
    compiler = typst.Compiler(template, ignore_system_fonts=True, sys_inputs={"data": json.dumps(data)})
    pdf = compiler.compile(format="pdf")
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf))
    return pdf


def card_of(meeting: Meeting, seat: Seat, link: str) -> Card:
    delegation = meeting.delegations[seat.delegation]
    return Card(
        delegation=original(delegation.name),
        seat=f"Puesto {seat.number + 1}",
        mark=HEAD if seat.head else OBSERVER if delegation.kind != "state" else "",
        host=urlsplit(link).netloc,
        qr=_qr(link),
    )


def _qr(link: str) -> str:
    """SVG with the quiet zone that scanners want, which the card's own margin would not give."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", border=3, xmldecl=False, dark="#000", light="#fff")
    return out.getvalue().decode()
