"""WordprocessingML, element by element, where python-docx has no word for it or takes too long."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from server.exports.paper import Span
from server.exports.safety import no_control

_FIRST = 100_000
"""Numbers of bookmarks from here on are those of anchors."""


def element(tag: str, *children: Any, **attributes: object) -> Any:
    """``element("w:ind", w_left=120)`` is ``<w:ind w:left="120"/>``."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":", 1)), str(value))
    made.extend(children)
    return made


def run(text: str, style: str | None = None) -> Any:
    """A run of plain text in a character style; line feeds break lines."""
    made = element("w:r")
    if style is not None:
        made.append(element("w:rPr", element("w:rStyle", w_val=style)))
    for number, line in enumerate(no_control(text).split("\n")):
        if number:
            made.append(element("w:br"))
        made.append(_words(line))
    return made


def _words(text: str, tag: str = "w:t") -> Any:
    made = element(tag)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def code(text: str, style: str | None) -> Any:
    """A short code that is not torn at its hyphens."""
    made = element("w:r")
    if style is not None:
        made.append(element("w:rPr", element("w:rStyle", w_val=style)))
    for number, part in enumerate(no_control(text).split("-")):
        if number:
            made.append(element("w:noBreakHyphen"))
        made.append(_words(part))
    return made


def spanned(span: Span) -> list[Any]:
    """A run with its mark, or with where it leads; names of places are ours."""
    made = code(span.text, span.emphasis) if span.whole else run(span.text, span.emphasis)
    if span.link:
        return [element("w:hyperlink", made, w_anchor=_place(span.link), w_history=1)]
    if not span.anchor:
        return [made]
    number = _FIRST + int(span.anchor[1:])
    begin = element("w:bookmarkStart", w_id=number, w_name=_place(span.anchor))
    return [begin, made, element("w:bookmarkEnd", w_id=number)]


def _place(name: str) -> str:
    return f"_Origin_{name}"


def paragraph(*runs: Any, style: str | None = None) -> Any:
    """``style`` is a style id, as are those of runs."""
    made = element("w:p")
    if style is not None:
        made.append(element("w:pPr", element("w:pStyle", w_val=style)))
    made.extend(runs)
    return made


def field(instruction: str, cached: str = "1") -> list[Any]:
    """The runs of a field with what it shows until it is updated."""
    return [*field_begin(instruction), run(cached), field_end()]


def field_begin(instruction: str) -> list[Any]:
    """Up to what the field shows. ``instruction`` is never made of anybody's text."""
    return [
        element("w:r", element("w:fldChar", w_fldCharType="begin")),
        element("w:r", _words(f" {instruction} ", "w:instrText")),
        element("w:r", element("w:fldChar", w_fldCharType="separate")),
    ]


def field_end() -> Any:
    return element("w:r", element("w:fldChar", w_fldCharType="end"))
