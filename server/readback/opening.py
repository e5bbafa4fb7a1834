"""The care with which a workbook from elsewhere is opened: nothing of it is blown up, run, fetched or computed."""

import io
import re
import zipfile

import openpyxl
from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]  # it has no stubs
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # nor has this
from openpyxl.workbook import Workbook

from server.readback import MAX_FILE, FileRefused

MAX_UNPACKED = 24 * 1024 * 1024
MAX_RELATIONS = 1024 * 1024  # bytes of one part that says what belongs to what
MAX_PARTS = 400

_CODE = re.compile(r"(?i)vba|macrosheets|activex|ctrlprops|dialogsheets")
_ELSEWHERE = re.compile(r"(?i)externallinks|connections\.xml|querytables|webextensions|embeddings|oleobject|customui")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)


def workbook(body: bytes) -> Workbook:
    """The workbook, to be read row by row. Raises ``FileRefused``."""
    if len(body) > MAX_FILE:
        raise FileRefused("too_large", f"the file is larger than {MAX_FILE // 1024 // 1024} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            _look_through(archive)
        book: Workbook = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=False, keep_links=False)
    except FileRefused:
        raise
    except DefusedXmlException as error:
        raise FileRefused("unsafe_xml", "its XML declares entities") from error
    except Exception as error:  # zipfile, zlib, lxml and openpyxl each have their own for damaged bytes
        raise FileRefused("not_a_workbook", "it is no .xlsx workbook, or it is damaged") from error
    return book


def _look_through(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MAX_PARTS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise FileRefused("bomb", "unpacked it would be larger than any roadmap")
    if len({member.filename for member in members}) < len(members) or any(m.flag_bits & 1 for m in members):
        raise FileRefused("not_a_workbook", "it has a part twice, or is encrypted")
    for member in members:
        name = member.filename
        if _CODE.search(name):
            raise FileRefused("macros", "it holds macros or controls: save it as .xlsx without them")
        if _ELSEWHERE.search(name):
            raise FileRefused("external", "it holds links to other files, queries or embedded objects: remove them")
        if name.lower().endswith((".xml", ".rels", ".vml")):
            with archive.open(member) as part:
                _look_into(name, part.read(MAX_UNPACKED + 1))


def _look_into(name: str, text: bytes) -> None:
    if b"\x00" in text[:200] or _DECLARATION.search(text):
        raise FileRefused("unsafe_xml", "its XML declares entities, or is in an encoding that no office program writes")
    if name == "[Content_Types].xml" and _MACROS.search(text):
        raise FileRefused("macros", "it is a workbook with macros: save it as .xlsx")
    if name.lower().endswith(".rels"):
        _look_at_relations(text)


def _look_at_relations(text: bytes) -> None:
    """What is fetched from elsewhere is refused; what people may click on is text like any other."""
    if len(text) > MAX_RELATIONS:
        raise FileRefused("bomb", "it has more links than any roadmap")
    for relation in fromstring(text).iter():
        said = {name.rpartition("}")[2].lower(): value for name, value in relation.attrib.items()}
        elsewhere = said.get("targetmode", "").strip().lower() == "external"
        if elsewhere and not said.get("type", "").endswith("/hyperlink"):
            raise FileRefused("external", "it refers to files elsewhere: remove the links")
