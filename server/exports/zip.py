"""The whole pack in one file: the report in every format, the sheets, the method cards, and a digest of each."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime

from server.exports import Format, csv, docx, json, md, pdf, xlsx
from server.exports.paper import Paper
from server.exports.paper.composing import composed
from server.exports.records import records
from server.exports.sheets import declaration, methods, practices, practices_table
from sessions.report import Report

_NAMES = {
    "report": ("informe", "report", "relatorio"),
    "roadmap": ("hoja-de-ruta", "roadmap", "roteiro"),
    "records": ("registro", "records", "registro"),
    "practices": ("buenas-practicas", "good-practices", "boas-praticas"),
    "declaration": ("insumos-declaracion", "declaration-drafts", "insumos-declaracao"),
    "methods": ("fichas-metodologicas", "method-cards", "fichas-metodologicas"),
}
_LANGS = ("es", "en", "pt")
SUMS = "SHA256SUMS"


def write(report: Report, lang: str) -> bytes:
    files = _files(report, lang)
    sums = "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in sorted(files.items()))
    files[SUMS] = sums.encode()
    until = datetime.fromtimestamp(report.meeting.until / 1000, UTC)
    written = (max(until.year, 1980), until.month, until.day, until.hour, until.minute, until.second)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in sorted(files.items()):
            member = zipfile.ZipInfo(name, written)
            member.external_attr = 0o644 << 16
            # Office files and PDFs are compressed already.
            packed = name.endswith((".docx", ".xlsx", ".pdf"))
            member.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(member, body)
    return out.getvalue()


def _files(report: Report, lang: str) -> dict[str, bytes]:
    """Names are ours alone: nothing that people typed is in them."""
    paper = composed(report, lang)
    return {
        f"{_name('report', lang)}.docx": docx.drawn(paper),
        f"{_name('report', lang)}.pdf": pdf.drawn(paper),
        f"{_name('report', lang)}.md": md.drawn(paper),
        f"{_name('report', lang)}.json": json.write(report, lang),
        f"{_name('report', lang)}.xlsx": xlsx.write(report, lang),
        f"{_name('roadmap', lang)}.csv": csv.write(report, lang),
        f"{_name('records', lang)}.csv": records(report, lang),
        **_sheets("practices", practices(report, lang), lang),
        f"{_name('practices', lang)}.csv": practices_table(report, lang),
        **_sheets("declaration", declaration(report, lang), lang),
        **_sheets("methods", methods(report, lang), lang),
    }


def _sheets(name: str, paper: Paper, lang: str) -> dict[str, bytes]:
    return {f"{_name(name, lang)}.docx": docx.drawn(paper), f"{_name(name, lang)}.md": md.drawn(paper)}


def _name(name: str, lang: str) -> str:
    return _NAMES[name][_LANGS.index(lang)]


FORMAT = Format("zip", "application/zip", write)
