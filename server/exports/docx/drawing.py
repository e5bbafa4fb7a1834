"""A paper as a Word document, block by block."""

import io
from dataclasses import dataclass
from typing import IO, Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm

from server.exports.docx.frame import frame
from server.exports.docx.styles import UNLISTED, UNLISTED_LEVEL, prepare
from server.exports.docx.tables import table
from server.exports.docx.xml import element, paragraph, run, spanned
from server.exports.paper import Block, Contents, Grid, Heading, Paper, Part, Picture, Words


@dataclass(frozen=True, slots=True)
class Marked:
    """A heading that the table of contents lists; ``bookmark`` is where its line leads."""

    level: int
    text: str
    bookmark: str


class Drawing:
    """The document as far as it is drawn. ``place`` is where the table of contents goes, once headings are known."""

    def __init__(self, paper: Paper) -> None:
        self.headings: list[Marked] = []
        self.place: Any = None
        self._paper = paper
        self._document = Document()
        prepare(self._document, paper.report, paper.lang)
        self._body: Any = self._document.element.body
        frame(self._document.sections[0], paper.report, Part(paper.regime_of_each()), paper.lang)

    def draw(self, block: Block) -> None:
        if isinstance(block, Words):
            self._add(paragraph(*(made for span in block.spans for made in spanned(span)), style=block.style))
        elif isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Grid):
            self._add(table(block))
            self._add(paragraph(run(""), style="SmallPrint"))
        elif isinstance(block, Part):
            self._part(block)
        elif isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, Contents):
            self.place = paragraph(style="Bar")
            self._add(self.place)

    def save(self, out: IO[bytes]) -> None:
        self._document.save(out)

    def _add(self, made: Any) -> None:
        self._body.insert(len(self._body) - 1, made)

    def _heading(self, heading: Heading) -> None:
        style = f"Heading{heading.level}"
        if not heading.listed:
            # An update of the list of contents would find a heading of the first two levels by its style.
            own = UNLISTED if heading.level == UNLISTED_LEVEL else style
            self._add(paragraph(run(heading.text), style=own))
            return
        number = len(self.headings) + 1
        bookmark = f"_Toc{number:08d}"
        self.headings.append(Marked(heading.level, heading.text.replace("\n", " "), bookmark))
        begin = element("w:bookmarkStart", w_id=number, w_name=bookmark)
        end = element("w:bookmarkEnd", w_id=number)
        self._add(paragraph(begin, run(heading.text), end, style=style))

    def _part(self, part: Part) -> None:
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        self._end_in_last_line()
        frame(section, self._paper.report, part, self._paper.lang)

    def _end_in_last_line(self) -> None:
        """A section ends in a paragraph; one of its own would now and then be an empty page."""
        ending = self._body[-2]
        last = ending.getprevious()
        if last is not None and last.tag == qn("w:p"):
            last.get_or_add_pPr().append(ending.pPr.find(qn("w:sectPr")))
            self._body.remove(ending)

    def _picture(self, picture: Picture) -> None:
        part: Any = self._document.part
        inline = part.new_pic_inline(io.BytesIO(picture.png), Cm(picture.cm), None)
        inline.docPr.set("descr", picture.told)
        drawing = element("w:drawing")
        drawing.append(inline)
        self._add(paragraph(element("w:r", drawing), style="KeptText"))
