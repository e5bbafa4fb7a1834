"""The method card of every kind, in every language, in every file."""

import io
import zipfile

import pytest

from server.exports import docx, formats, json, md, xlsx
from server.exports.paper import Grid, Heading, Paper, Words, spans_of
from server.exports.paper.composing import composed
from server.exports.records import records
from server.exports.safety import no_markdown
from server.exports.sheets import methods
from sessions.report import Report
from sessions.text import pick
from tests.helpers.carded import SETUPS, carded
from tests.server.exports.reading import text_of

LANGS = ("es", "en", "pt")


@pytest.fixture(scope="module")
def told() -> Report:
    return carded().reports()


@pytest.fixture(scope="module")
def written(told: Report) -> dict[tuple[str, str], str]:
    """Everything that each file says, by its name and language. The PDF is drawn from the same paper as the rest."""
    found: dict[tuple[str, str], str] = {}
    for lang in LANGS:
        found["docx", lang] = text_of("docx", docx.write(told, lang))
        found["xlsx", lang] = text_of("xlsx", xlsx.write(told, lang))
        found["md", lang] = md.write(told, lang).decode()
        found["pdf", lang] = words(composed(told, lang))
        found["cards", lang] = words(methods(told, lang))
        found["csv", lang] = records(told, lang).decode("utf-8-sig")
        found["json", lang] = json.write(told, lang).decode()
    return found


def words(paper: Paper) -> str:
    said = ["".join(s.text for s in block.spans) for block in paper.blocks if isinstance(block, Words)]
    cells = [cell for block in paper.blocks if isinstance(block, Grid) for row in block.rows for cell in row]
    said += ["".join(span.text for span in spans_of(cell)) for cell in cells]
    return "\n".join([*said, *(block.text for block in paper.blocks if isinstance(block, Heading))])


@pytest.mark.parametrize("kind", SETUPS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("file", ["docx", "xlsx", "md", "pdf", "cards", "csv", "json"])
def test_every_line_is_in_every_file(
    told: Report, written: dict[tuple[str, str], str], kind: str, lang: str, file: str
) -> None:
    activity = next(one for one in told.sessions[0].activities if one.kind == kind)
    lines = [*activity.method, *(line for past in activity.earlier for line in past.method)]
    assert len(lines) >= 6
    text = written[file, lang]
    for line in lines:
        for part in (pick(line.label, lang), pick(line.value, lang)):
            shown = no_markdown(part) if file == "md" else part
            assert shown in text, f"{kind}: {part!r} is not in {file} ({lang})"


def test_both_rounds_have_their_record(told: Report, written: dict[tuple[str, str], str]) -> None:
    poll = next(one for one in told.sessions[0].activities if one.kind == "poll")
    assert [line.part for line in poll.earlier[0].method] == ["record"] * 4
    for file in ("docx", "xlsx", "md", "pdf", "cards"):
        assert "A-1, ronda 1" in written[file, "es"].replace("\\", "")
        assert "A-1, ronda 2" in written[file, "es"].replace("\\", "")


def test_the_pack_has_them_in_all_its_files(told: Report) -> None:
    digest = next(one for one in told.sessions[0].activities if one.kind == "rate").digest
    assert digest is not None
    with zipfile.ZipFile(io.BytesIO(formats()["zip"].write(told, "es"))) as pack:
        for name in ("informe.md", "informe.json", "registro.csv", "fichas-metodologicas.md"):
            assert digest in pack.read(name).decode(), name
        assert digest in text_of("docx", pack.read("fichas-metodologicas.docx"))
