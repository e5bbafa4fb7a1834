"""Reads files as a stranger would, with other libraries than those that wrote them."""

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import openpyxl

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Node = ElementTree.Element


def rows(body: bytes, delimiter: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def cells(body: bytes) -> Iterator[Any]:
    """Every cell with something in it, of every sheet."""
    for sheet in openpyxl.load_workbook(io.BytesIO(body)).worksheets:
        for line in sheet.iter_rows():
            yield from (cell for cell in line if cell.value is not None)


def parts(body: bytes) -> dict[str, Node]:
    """The XML parts of an Office file, parsed."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        names = (name for name in archive.namelist() if name.endswith((".xml", ".rels")))
        return {name: ElementTree.fromstring(archive.read(name)) for name in names}  # noqa: S314 - our own file


def outside(body: bytes) -> list[str]:
    """What an Office file would fetch or open from elsewhere."""
    return [
        str(node.get("Target"))
        for name, part in parts(body).items()
        if name.endswith(".rels")
        for node in part
        if node.get("TargetMode") == "External"
    ]


def paragraphs(root: Node) -> list[str]:
    return [words(node) for node in root.iter(f"{W}p")]


def words(node: Node) -> str:
    signs = {f"{W}br": "\n", f"{W}noBreakHyphen": "-", f"{W}tab": "\t"}
    return "".join(n.text or "" if n.tag == f"{W}t" else signs.get(n.tag, "") for n in node.iter())


def text_of(name: str, body: bytes) -> str:
    """All that a reader sees, headers, footers and properties of the file included."""
    if name == "docx":
        return "\n".join("\n".join(paragraphs(part)) + plain(part) for part in parts(body).values())
    if name == "xlsx":
        return "\n".join([*(str(cell.value) for cell in cells(body)), *map(plain, parts(body).values())])
    return body.decode("utf-8-sig")


def plain(part: Node) -> str:
    return "\n".join(part.itertext())


def cells_by_row(body: bytes) -> Iterator[str]:
    """Every row with something in it, of every sheet, as one text."""
    for sheet in openpyxl.load_workbook(io.BytesIO(body)).worksheets:
        for line in sheet.iter_rows(values_only=True):
            if any(value is not None for value in line):
                yield "|".join(str(value) for value in line if value is not None)
