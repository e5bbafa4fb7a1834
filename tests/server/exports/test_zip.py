"""The pack: every format in one file, each with its digest, under names that nobody typed."""

import hashlib
import io
import re
import zipfile

import pytest

from server.exports import csv, formats, json
from server.exports.sheets import declaration, practices
from server.exports.zip import SUMS
from sessions.report import Report


@pytest.mark.parametrize("lang", ["es", "pt"])
def test_all_of_it_is_there_and_the_digests_are_true(panama: Report, lang: str) -> None:
    with zipfile.ZipFile(io.BytesIO(formats()["zip"].write(panama, lang))) as pack:
        assert pack.testzip() is None
        names = set(pack.namelist())
        assert {name.rpartition(".")[2] for name in names - {SUMS}} == {"docx", "xlsx", "pdf", "csv", "json", "md"}
        assert len(names) == 15
        told = {line[66:]: line[:64] for line in pack.read(SUMS).decode().splitlines()}
        assert told == {name: hashlib.sha256(pack.read(name)).hexdigest() for name in names - {SUMS}}
        assert all(re.fullmatch(r"[a-z-]+\.[a-z]+", name) for name in names - {SUMS})
        roadmap = "hoja-de-ruta.csv" if lang == "es" else "roteiro.csv"
        assert pack.read(roadmap) == csv.write(panama, lang)
        assert pack.read("informe.json" if lang == "es" else "relatorio.json") == json.write(panama, lang)


def test_names_come_from_no_text(poisoned: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(formats()["zip"].write(poisoned, "en"))) as pack:
        assert all(re.fullmatch(r"[a-z-]+\.[a-z]+|SHA256SUMS", name) for name in pack.namelist())


def test_drafts_for_a_declaration_are_the_notes_under_that_heading(panama: Report) -> None:
    notes = [e for s in panama.sessions for e in s.entries if e.heading == "declaration"]
    told = [block for block in declaration(panama, "es").blocks if "1." in str(block) or notes]
    assert len(told) >= len(notes)
    assert practices(panama, "es").blocks
