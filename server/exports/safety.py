"""Text that people typed, made harmless for programs that would rather compute than show it."""

import re

_SPACES = r"[\s\u00a0\u3000\ufeff\u200b-\u200f\u2060]*"
# What spreadsheets take for the beginning of a formula, also behind spaces and in full width (OWASP, CSV injection).
_COMPUTED = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
# Where a cell can begin: a line, and behind each separator, for whoever opens the file with another one than it has.
_FORMULA = re.compile(rf"(?:^|(?<=[\n,;\t|]))(?={_SPACES}{_COMPUTED})")
# Characters that XML 1.0 cannot hold, and overrides of the direction, which spill over what stands beside them.
_NOT_TEXT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def no_formula(text: str) -> str:
    """``text`` with an apostrophe wherever a spreadsheet might begin to compute; a negative number is one too."""
    return _FORMULA.sub("'", text)


def no_control(text: str) -> str:
    """``text`` without what XML forbids and without overrides of the direction; lines end in ``\\n``."""
    return _NOT_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


_MARKUP = re.compile(r"([\\`*_\[\]{}#|~^$!])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What begins a list, a rule, a heading underlined or a quotation, and what renderers turn into a link by themselves.
_LINE_BEGINS = re.compile(r"^[ \t\u00a0]*(?:([+=\-:])|(\d{1,9})([.)]))", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_LINK = re.compile(r"(?i)(https?|ftp|mailto|xmpp|javascript|data)(:)|(www)(\.)|(@)")


def no_markdown(text: str) -> str:
    """``text`` as Markdown that shows it as it is: no emphasis, list, table, HTML, link or mention comes of it."""
    plain = _MARKUP.sub(r"\\\1", no_control(text))
    plain = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], plain)
    plain = _INDENT.sub("", plain)
    plain = _LINE_BEGINS.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", plain)
    plain = _LINK.sub(lambda m: f"{m[1] or m[3] or ''}\\{m[2] or m[4] or m[5]}", plain)
    return re.sub(r"\n{2,}", "\n", plain)
