"""The table of contents: a real field, with the headings in it as they stand, so that it reads without an update."""

from typing import Any

from server.exports.docx.drawing import Marked
from server.exports.docx.xml import element, field_begin, field_end, paragraph, run
from server.exports.words import say

_DEEPEST = 2


def contents(headings: list[Marked], place: Any, lang: str) -> None:
    """Put the list of ``headings`` before ``place``, a paragraph that stays and ends the part.

    LibreOffice loses the page numbers of a part that ends inside the field.
    """
    lines = [_line(heading) for heading in headings if heading.level <= _DEEPEST]
    if lines:
        for offset, part in enumerate(field_begin(f'TOC \\o "1-{_DEEPEST}" \\h \\z')):
            lines[0].insert(1 + offset, part)
        lines[-1].append(field_end())
    place.addprevious(paragraph(run(say("contents", lang)), style="TOCHeading"))
    for line in lines:
        place.addprevious(line)


def _line(heading: Marked) -> Any:
    """Leads within the document; without page numbers, which only a program that lays it out knows."""
    link = element("w:hyperlink", run(heading.text), w_anchor=heading.bookmark, w_history=1)
    return paragraph(link, style=f"TOC{heading.level}")
