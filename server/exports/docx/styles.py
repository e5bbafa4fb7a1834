"""The styles of the document, made so that whoever edits it in Word changes a style and not every page."""

from datetime import UTC, datetime
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from server.exports.safety import no_control
from server.exports.words import say
from sessions.report import Report
from sessions.text import pick

FONT = "Calibri"
BRAND, INK, MUTED, DANGER = (RGBColor.from_string(c) for c in ("0F5C63", "12262B", "52636A", "A1261D"))
TABLE_STYLE = "PlenariaTable"
UNLISTED, UNLISTED_LEVEL = "AnnexHeading", 2
"""Headings to jump to that the list of contents leaves out: its field goes by the styles of headings."""
_LOCALES = {"es": "es-ES", "en": "en-GB", "pt": "pt-BR"}
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">
  <w:name w:val="Plenaria Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="0F5C63"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="0F5C63"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFC8C8"/>
    </w:tblBorders>
    <w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/><w:color w:val="12262B"/></w:rPr>
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="DCEBEA"/><w:vAlign w:val="bottom"/></w:tcPr>
  </w:tblStylePr>
</w:style>"""


def prepare(document: Document, report: Report, lang: str) -> None:
    """Styles, language and properties of an empty document."""
    _language(document, _LOCALES[lang])
    _texts(document)
    _headings(document)
    _lists(document)
    document.styles.element.append(parse_xml(_TABLE))
    _properties(document, report, lang)


def _language(document: Document, locale: str) -> None:
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), locale)


def _texts(document: Document) -> None:
    normal = document.styles["Normal"]
    _font(normal, 10, INK)
    _spacing(normal, 0, 5, 1.08)
    body = document.styles["Body Text"]
    _spacing(body, 0, 5, 1.08)
    _font(document.styles["Title"], 21, BRAND, bold=True)
    _spacing(document.styles["Title"], 0, 4)
    borders = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        document.styles["Title"].element.pPr.remove(borders)
    _font(document.styles["Subtitle"], 13, MUTED, italic=False)
    _spacing(document.styles["Subtitle"], 0, 10)
    _font(document.styles["Caption"], 9.5, MUTED, bold=True)
    _spacing(document.styles["Caption"], 8, 3)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        edge = document.styles[name]
        _font(edge, 8.5, MUTED)
        _spacing(edge, 0, 0)
        edge.paragraph_format.tab_stops.clear_all()
    _own(document, "Question", 12, INK, bold=True, after=6, keep=True)
    _own(document, "Kept Text", 10, INK, after=6, keep=True)
    _own(document, "Draft Banner", 12, DANGER, bold=True, after=8)
    _own(document, "Small Print", 9, MUTED, after=4)
    _own(document, "Session Line", 9, MUTED, after=4, keep=True)
    table = _own(document, "Table Text", 9.5, INK, after=1.5)
    table.paragraph_format.space_before = Pt(1.5)
    small = _own(document, "Table Small", 7.5, INK, after=0.5)
    small.paragraph_format.space_before = Pt(0.5)
    small.paragraph_format.line_spacing = 1.0
    bar = _own(document, "Bar", 2, INK, after=0)
    bar.paragraph_format.line_spacing = Pt(9)
    for name, colour in (("Warning", DANGER), ("Muted", MUTED), ("Link", BRAND)):
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = colour
        style.font.bold = name == "Warning"
        style.font.size = Pt(8.5) if name == "Muted" else None


def _headings(document: Document) -> None:
    sizes = {1: (17, BRAND, 10, 6), 2: (13.5, BRAND, 14, 4), 3: (11.5, INK, 12, 3), 4: (10.5, MUTED, 8, 2)}
    for level, (size, colour, before, after) in sizes.items():
        style = document.styles[f"Heading {level}"]
        _font(style, size, colour, bold=True, italic=False)
        _spacing(style, before, after)
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.keep_together = True
    unlisted: Any = document.styles.add_style("Annex Heading", WD_STYLE_TYPE.PARAGRAPH)
    unlisted.base_style = document.styles[f"Heading {UNLISTED_LEVEL}"]
    unlisted.element.set(qn("w:styleId"), UNLISTED)
    unlisted.next_paragraph_style = document.styles["Body Text"]
    listing = document.styles["TOC Heading"]
    _font(listing, 13.5, BRAND, bold=True)
    _spacing(listing, 14, 4)
    for level in (1, 2):
        line: Any = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        line.element.set(qn("w:styleId"), f"TOC{level}")
        line.base_style = document.styles["Normal"]
        line.paragraph_format.left_indent = Pt(14 * (level - 1))
        line.font.size = Pt(9 if level == 1 else 8.5)
        line.font.bold = level == 1
        _spacing(line, 1 if level == 1 else 0, 0, 1.0)


def _lists(document: Document) -> None:
    bullets = document.styles["List Bullet"]
    _spacing(bullets, 0, 3, 1.08)
    # Bullets are entries of their own, with more between them than between lines.
    for gone in bullets.element.pPr.findall(qn("w:contextualSpacing")):
        bullets.element.pPr.remove(gone)


def _own(
    document: Document,
    name: str,
    size: float,
    colour: RGBColor,
    *,
    bold: bool = False,
    after: float,
    keep: bool = False,
) -> Any:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _font(style, size, colour, bold=bold or None)
    _spacing(style, 0, after)
    style.paragraph_format.keep_with_next = keep
    return style


def _font(style: Any, size: float, colour: RGBColor, *, bold: bool | None = None, italic: bool | None = None) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    style.font.bold = bold
    style.font.italic = italic
    fonts = style.element.rPr.rFonts
    for theme in _THEMED:  # they would win over the name
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), FONT)
    fonts.set(qn("w:eastAsia"), FONT)


def _spacing(style: Any, before: float, after: float, line: float | None = None) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    if line is not None:
        style.paragraph_format.line_spacing = line


def _properties(document: Document, report: Report, lang: str) -> None:
    properties = document.core_properties
    written = datetime.fromtimestamp(report.meeting.until / 1000, UTC).replace(tzinfo=None)
    properties.title = no_control(pick(report.meeting.title, lang))[:255]
    properties.subject = say("report", lang)
    properties.author = properties.last_modified_by = "Plenaria"
    properties.language = _LOCALES[lang]
    properties.created = properties.modified = written
    properties.comments = say("draft" if report.draft else "final", lang)
    properties.content_status = say("draft" if report.draft else "final", lang)
    properties.keywords = ""
    package = document.part.package
    for key, part in list(package.rels.items()):
        if part.reltype.endswith("/thumbnail"):  # of the template
            del package.rels[key]
    for symbol in document.settings.element.iter(qn("w:decimalSymbol")):
        symbol.set(qn("w:val"), "." if lang == "en" else ",")
