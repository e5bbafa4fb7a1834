"""The report as a Word document: real styles, a table of contents, one section a part with its regime on every page.

What people typed goes in as text and nothing else: no field, no link, no picture comes from it.
"""

import io

from server.exports import Format
from server.exports.docx.contents import contents
from server.exports.docx.drawing import Drawing
from server.exports.paper import Paper
from server.exports.paper.composing import composed
from sessions.report import Report


def write(report: Report, lang: str) -> bytes:
    return drawn(composed(report, lang))


def drawn(paper: Paper) -> bytes:
    drawing = Drawing(paper)
    for block in paper.blocks:
        drawing.draw(block)
    if drawing.place is not None:
        contents(drawing.headings, drawing.place, paper.lang)
    out = io.BytesIO()
    drawing.save(out)
    return out.getvalue()


FORMAT = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write)
