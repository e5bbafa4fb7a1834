"""Good-practice sheets in the region's form: every field of it in every file, with its label, in its order."""

import csv as plain
import io
import zipfile
from functools import cache

import pytest

from server.exports import formats
from server.exports.paper.outcome import _LEAST_NUMBER_CM
from server.exports.paper.practices import OVERVIEW, PASSAGES
from server.exports.words import LANGUAGES, say
from sessions.report import Report
from tests.helpers.play import delegate
from tests.helpers.programmes import small
from tests.helpers.report import Told
from tests.helpers.roadmap import ENTRY, noted
from tests.server.exports.reading import W, paragraphs, parts

FIELDS = {
    "title": "Ventanilla móvil",
    "categories": ["COI"],
    "tags": ["registro", "frontera"],
    "period": "Desde 2023",
    "entities": "Comisión nacional",
    "submitted_by": "Dirección técnica",
    "partners": "ACNUR",
    "website": "https://asilo.example/ficha",
    "description": "Recorre los municipios.",
    "results": "De 90 a 20 días.",
    "conditions": "Vehículo y conexión.",
    "replicability": "Alta.",
    "contact": "Unidad de calidad",
    "sources": [ENTRY],
}
TOLD = ["Peru", "Información de países de origen", "registro; frontera", *map(str, list(FIELDS.values())[3:13])]
"""What stands beside the labels, in the order of the form."""


@cache
def told() -> Report:
    theme = {"id": "COI", "name": {"es": "Información de países de origen"}}
    play: Told = noted(small(themes=[theme]))
    play.does(delegate("peru-1"), "add_practice", practice="f-1", session="tables", fields=FIELDS, named=True)
    play.does(delegate("mexico-1"), "add_practice", practice="f-2", session="tables", fields={"title": "Sin nombre"})
    return play.reports()


@cache
def pack(lang: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(formats()["zip"].write(told(), lang))) as files:
        return {name: files.read(name) for name in files.namelist()}


def in_order(text: str, words: list[str]) -> bool:
    at = 0
    for word in words:
        at = text.find(word, at)
        if at < 0:
            return False
    return True


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", ["report", "sheets"])
def test_every_field_has_its_label_and_its_place(lang: str, place: str) -> None:
    names = {"es": "buenas-practicas", "en": "good-practices", "pt": "boas-praticas"}
    reports = {"es": "informe", "en": "report", "pt": "relatorio"}
    stem = (names if place == "sheets" else reports)[lang]
    lines = paragraphs(parts(pack(lang)[f"{stem}.docx"])["word/document.xml"])
    begin = next(at for at, line in enumerate(lines) if line == "F-01 · Ventanilla móvil")
    sheet = "\n".join(lines[begin:])
    labels = [say(f"practice.{name}", lang) for name in (*OVERVIEW, *PASSAGES)]
    assert in_order(
        sheet, ["F-01", *(word for pair in zip(labels, TOLD, strict=True) for word in pair), "F-01 <- N-01"]
    )
    text = pack(lang)[f"{stem}.md"].decode().replace("\\", "")
    assert in_order(
        text[text.find("F-01 · Ventanilla") :], [word for pair in zip(labels, TOLD, strict=True) for word in pair]
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_them_can_be_sent_on(lang: str) -> None:
    name = {"es": "buenas-practicas", "en": "good-practices", "pt": "boas-praticas"}[lang]
    body = pack(lang)[f"{name}.csv"].decode("utf-8-sig")
    head, first, second = plain.reader(io.StringIO(body, newline=""), delimiter="," if lang == "en" else ";")
    row = dict(zip(head, first, strict=True))
    assert [row[say(f"practice.{name}", lang)] for name in (*OVERVIEW, *PASSAGES)] == TOLD
    assert dict(zip(head, second, strict=True))[say("practice.country", lang)] == say("practice.unnamed", lang)
    assert "Mexico" not in body


def test_json_has_each_field_by_its_name() -> None:
    practice = told().practices[0]
    assert practice.country is not None
    assert {name: getattr(practice, name) for name in FIELDS if name not in {"categories", "tags", "sources"}} == {
        name: value for name, value in FIELDS.items() if name not in {"categories", "tags", "sources"}
    }
    assert [source.code for source in practice.sources] == ["N-01"]
    assert told().practices[1].country is None


def test_no_column_of_a_document_is_too_narrow_for_a_number(panama: Report) -> None:
    body = parts(formats()["docx"].write(panama, "es"))["word/document.xml"]
    widths = [int(str(col.get(f"{W}w"))) / 567 for col in body.iter(f"{W}gridCol")]
    assert len(widths) > 40
    assert min(widths) >= _LEAST_NUMBER_CM - 0.01
