"""The document being written, from the top down."""

import io
from dataclasses import dataclass
from typing import IO, Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Cm

from server.exports.docx.frame import frame
from server.exports.docx.styles import prepare
from server.exports.docx.xml import element, paragraph, run
from server.exports.words import say
from sessions.report import Report


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the table of contents lists; ``bookmark`` is where its line leads."""

    level: int
    text: str
    bookmark: str


class Paper:
    """``lang`` is the language of the file. Texts given to any method are plain text."""

    def __init__(self, report: Report, lang: str) -> None:
        self.report = report
        self.lang = lang
        self.headings: list[Heading] = []
        self._document = Document()
        prepare(self._document, report, lang)
        self._body: Any = self._document.element.body
        frame(self._document.sections[0], report, say("regime.each", lang), lang)

    def add(self, made: Any) -> None:
        """Put an element at the end of what was written."""
        self._body.insert(len(self._body) - 1, made)

    def say(self, *runs: Any, style: str = "BodyText") -> None:
        self.add(paragraph(*runs, style=style))

    def text(self, text: str, style: str = "BodyText") -> None:
        self.say(run(text), style=style)

    def pair(self, label: str, text: str, *, keep: bool = False) -> None:
        """A line that begins with what it is about; ``keep`` it on one page with what follows."""
        self.say(run(f"{label}: ", "Strong"), run(text), style="KeptText" if keep else "BodyText")

    def picture(self, png: bytes, cm: float, told: str) -> None:
        """A picture ``cm`` wide, with what it shows in words for those who do not see it."""
        part: Any = self._document.part
        inline = part.new_pic_inline(io.BytesIO(png), Cm(cm), None)
        inline.docPr.set("descr", told)
        drawing = element("w:drawing")
        drawing.append(inline)
        self.say(element("w:r", drawing), style="KeptText")

    def heading(self, text: str, level: int, *, listed: bool = True) -> None:
        """Levels 1 to 4; ``listed`` ones are in the table of contents."""
        style = f"Heading{level}"
        if not listed:
            self.say(run(text), style=style)
            return
        number = len(self.headings) + 1
        bookmark = f"_Toc{number:08d}"
        self.headings.append(Heading(level, text.replace("\n", " "), bookmark))
        self.say(
            element("w:bookmarkStart", w_id=number, w_name=bookmark),
            run(text),
            element("w:bookmarkEnd", w_id=number),
            style=style,
        )

    def begin_part(self, regime: str) -> None:
        """A new page, and ``regime`` at the head of it and of those that follow."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        self._end_in_last_line()
        frame(section, self.report, regime, self.lang)

    def _end_in_last_line(self) -> None:
        """A section ends in a paragraph; one of its own would now and then be an empty page."""
        ending = self._body[-2]
        last = ending.getprevious()
        if last is not None and last.tag == qn("w:p"):
            last.get_or_add_pPr().append(ending.pPr.find(qn("w:sectPr")))
            self._body.remove(ending)

    def mark(self) -> Any:
        """An empty paragraph, before which something is put once the rest is written."""
        place = paragraph(style="Bar")
        self.add(place)
        return place

    def save(self, out: IO[bytes]) -> None:
        self._document.save(out)
